"""The ways to name a day: what each looks like, and when it is worth looking for."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from datetime import date
from functools import cache

from afterword.days import DayOrder
from afterword.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """What a day is reckoned by: the day of the interview, the days on which nobody works, and the order of dates in figures."""

    start: date
    holidays: Set[date]
    order: DayOrder | None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a day: its pattern, and which day it is, counted from another.

    A text without a figure is not asked where it `has_figure`, nor one that lacks a word of any set of its `words`: making each
    pattern takes two milliseconds, and going through every sentence by all of them a seventh of what it takes to read it.
    """

    written: str
    day: Callable[[re.Match[str], Clock], date | None]
    is_date: bool
    has_figure: bool = False
    words: tuple[Set[str], ...] = ()

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern, made only once a text may name such a day."""
        return compiled(self.written)

    def may_be_in(self, letters: Set[str] | None) -> bool:
        """Whether a text with these stretches of letters, where they are known, may name such a day."""
        return letters is None or not any(those.isdisjoint(letters) for those in self.words)


@cache
def compiled(written: str) -> re.Pattern[str]:
    """A pattern, made once and only where it is wanted; in any case."""
    return re.compile(written, re.IGNORECASE)
