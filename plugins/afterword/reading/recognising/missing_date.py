"""What is said of an entry without a date: which key was meant for it, or that the file is to be divided."""

from __future__ import annotations

from afterword.reading.problems import FileProblems
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.several import dated_rounds
from afterword.vocabulary.fields import Keys, suggestion_of


def suggestions(name: str, keys: Keys) -> set[str]:
    """The suggestions that a slip in a field's key leads to."""
    return {suggestion_of(spelling) for spelling in keys[name].names}


def note_missing_date(
    company: tuple[int, int], problems: FileProblems, keys: Keys, page: Page
) -> None:
    """There is no date; where a key is one slip away from it, that is where, and where several rounds have theirs, it is to be divided."""
    message, suggestion = "This entry has no date.", "Add a line such as date: 2026-11-12."
    if rounds := dated_rounds(page):
        message = f"This entry has no date, and {rounds} rounds with days of their own stand in it."
        suggestion = "Give each of them a file of its own with company:, date: and round:."
    line, column = company
    meant = suggestions("date", keys)
    for slip in [one for one in problems.noted if one.suggestion in meant]:
        problems.noted.remove(slip)
        line, column, suggestion = slip.line, slip.column, slip.suggestion or suggestion
        message = f"{message} {slip.message}"
    problems.at(line, column, "no-date", message, suggestion)
