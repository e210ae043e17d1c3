"""Where a page about other things, such as a daily note, tells of an interview in a line of its own, with both sides below it."""

from __future__ import annotations

from posixpath import basename, splitext

from afterword.reading.recognising.headed import has_both_sides
from afterword.reading.recognising.jotted import place_named
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.several import names_day

# A longer line is a sentence, and so many lines below it what is told of the interview stands.
_LONGEST, _BELOW = 120, 15


def told_inside(page: Page) -> int | None:
    """The place of the line that tells of an interview at somebody's, from 0; None where a page tells of none, or no day is near."""
    lines = page.lines
    first = next((line for line in lines if line.strip()), "")
    is_dated = names_day(first) or names_day(splitext(basename(page.path))[0])
    for at, line in enumerate(lines):
        if len(line) > _LONGEST or place_named(line) is None:
            continue
        below = lines[at + 1 : at + 1 + _BELOW]
        if (is_dated or names_day(line)) and has_both_sides(below):
            return at
    return None
