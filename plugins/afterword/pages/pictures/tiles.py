"""The interviews of each month as tiles in a column, with stretches of empty months folded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from afterword.analysis.timeline import Month
from afterword.frozen import NamedTuple
from afterword.model import Interview
from afterword.pages.pictures.axis import FOLDED
from afterword.vocabulary.wording import counted, month_words


class Column(NamedTuple):
    """One month, or several empty ones folded: then `words` says how many, and `told` which.

    `year` stands where it begins, or where the first month shown is not of this year.
    """

    first: date
    interviews: tuple[Interview, ...]
    year: str = ""
    words: str = ""
    told: str = ""


def columns_of(months: Sequence[Month], today: date) -> tuple[Column, ...]:
    """The columns of these months, which are in order, the oldest first; four empty ones in a row are folded."""
    said = today.year if months and months[0].first.year == months[-1].first.year else None
    made: list[Column] = []
    for one in _folded(months):
        changes = one.first.year != said and not one.words
        said = one.first.year if changes else said
        made.append(one._replace(year=str(said) if changes else ""))
    return tuple(made)


def _folded(months: Sequence[Month]) -> Iterator[Column]:
    for is_empty, group in groupby(months, key=lambda one: not one.interviews):
        run = list(group)
        if is_empty and len(run) >= FOLDED:
            told = f"{month_words(run[0].first)} to {month_words(run[-1].first)}"
            yield Column(run[0].first, (), words=f"{counted(len(run), 'month')} without", told=told)
        else:
            yield from (Column(one.first, one.interviews) for one in run)
