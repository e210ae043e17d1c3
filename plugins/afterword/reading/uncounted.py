"""What of an entry's text is shown and counted nowhere, or is not even shown."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.kinds import Severity
from afterword.model import Interview, Problem
from afterword.reading.entry import Entry


def uncounted(interview: Interview, entry: Entry, *, is_settled: bool) -> Iterator[Problem]:
    """A hint for each list in no section, a warning where nothing was counted or a comment has no end.

    An entry that is not settled has a warning or an error already, which may be why nothing was counted, or is about an interview to come.
    """
    for one in entry.unread_lists:
        below = f', but below "{one.heading}",' if one.heading else ""
        those = "This item is" if one.number == 1 else f"These {one.number} items are"
        yield _problem(
            interview,
            one.line,
            "list-not-counted",
            f'{those} in no section{below} and not counted: "{one.words}".',
            "Name a section above, such as ## Went well, if that should count.",
            severity=Severity.HINT,
        )
    if entry.is_uncounted and is_settled and not interview.observations:
        yield _problem(
            interview,
            interview.body_line,
            "nothing-counted",
            "What is written here stands in no section, so nothing of it is counted.",
            "Put it below headings such as ## Went well and ## Went badly.",
        )
    if entry.open_comment is not None:
        yield _problem(
            interview,
            entry.open_comment,
            "open-comment",
            "A comment begins here and nothing ends it, so all that follows is neither shown nor counted.",
            "End it as it began: with %%, or with --> after <!--.",
        )


def _problem(
    interview: Interview,
    line: int,
    code: str,
    message: str,
    suggestion: str,
    *,
    severity: Severity = Severity.WARNING,
) -> Problem:
    return Problem(
        path=interview.path,
        line=line,
        column=1,
        severity=severity,
        code=code,
        message=message,
        suggestion=suggestion,
    )
