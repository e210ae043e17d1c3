"""What of an entry's text is shown and counted nowhere, or is not even shown."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.kinds import Severity
from afterword.model import Interview, Problem
from afterword.reading.body.unread import UnreadList
from afterword.reading.entry import Entry
from afterword.reading.problems import hint, warning


def uncounted(interview: Interview, entry: Entry, *, is_settled: bool) -> Iterator[Problem]:
    """A hint for each list in no section, a warning where nothing was counted, which is a hint below a heading such as Notes, and where a heading has a slip or a comment has no end.

    An entry that is not settled has a warning or an error already, which may be why nothing was counted, or is about an interview to come.
    """
    path = interview.path
    meant = {one.words for one in entry.slips}
    for slip in entry.slips:
        told = (
            f"'{slip.words}' is no section that is known, so what stands below it is not counted."
        )
        yield warning(path, (slip.line, 1), "heading-slip", told, f"Did you mean {slip.meant}?")
    for one in entry.unread_lists:
        if one.heading not in meant:
            yield _not_counted(path, one)
    if entry.uncounted and is_settled and not meant and not interview.observations:
        told = "What is written here stands in no section, so nothing of it is counted."
        how = "Put it below headings such as ## Went well and ## Went badly."
        line = interview.body_line
        if entry.uncounted is Severity.HINT:
            yield hint(path, line, "nothing-counted", told, how)
        else:
            yield warning(path, (line, 1), "nothing-counted", told, how)
    if entry.open_comment is not None:
        yield warning(
            path,
            (entry.open_comment, 1),
            "open-comment",
            "A comment begins here and nothing ends it, so all that follows is neither shown nor counted.",
            "End it as it began: with %%, or with --> after <!--.",
        )


def _not_counted(path: str, one: UnreadList) -> Problem:
    """A hint for a list in no section."""
    below = f', but below "{one.heading}",' if one.heading else ""
    those = "This item is" if one.number == 1 else f"These {one.number} items are"
    told = f'{those} in no section{below} and not counted: "{one.words}".'
    how = "Name a section above, such as ## Went well, if that should count."
    return hint(path, one.line, "list-not-counted", told, how)
