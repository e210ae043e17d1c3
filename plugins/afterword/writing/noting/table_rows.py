"""The day on which a promise was kept, in the row of the table below a heading that it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.spelling import spoken
from afterword.writing.noting.lines import Lines

_DONE = WORDS.spoken("column done")
_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"^[\s|:]*-[\s|:-]*$")


def head_of_row(lines: Lines, at: int) -> int | None:
    """The line with the heads of the table that line `at` is a row of, as both count from 0; None where it is none."""
    rule = at
    while rule and _BAR.search(lines[rule]) and not _RULE.match(lines[rule]):
        rule -= 1
    return rule - 1 if 0 < rule < at and _RULE.match(lines[rule]) else None


def with_day_in_row(lines: Lines, at: int, what: str, day: date) -> Iterator[Lines]:
    """The lines with a day in the row on line `at`: in the column for it, where the table has one, or as a tick behind what was promised.

    None where the line is no row.
    """
    if (top := head_of_row(lines, at)) is None:
        return
    row = lines[at]
    heads = (spoken(lines[top][begin:end]) for begin, end in _cells(lines[top]))
    for head, (begin, end) in zip(heads, _cells(row), strict=False):
        if head in _DONE:
            yield lines.with_line(at, f"{row[:begin]} {day} {row[end:]}".rstrip())
    for begin, end in _cells(row):
        ticked = f"{row[:end].rstrip()} ✅ {day} {row[end:]}"
        if spoken(row[begin:end]).startswith(spoken(what)):
            yield lines.with_line(at, ticked.rstrip())


def _cells(row: str) -> list[tuple[int, int]]:
    """Where each cell of a row begins and ends."""
    bars = [one.start() for one in _BAR.finditer(row)]
    spans = [(before + 1, behind) for before, behind in pairwise([-1, *bars, len(row)])]
    return spans[1:] if row.lstrip().startswith("|") else spans
