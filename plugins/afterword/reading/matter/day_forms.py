"""The ways to name a day: what each looks like, and when it is worth looking for."""

from __future__ import annotations

import re
from collections.abc import Callable, Set
from dataclasses import dataclass
from datetime import date
from functools import cache

from afterword.days import DayOrder


@dataclass(frozen=True, slots=True)
class Clock:
    """What a day is reckoned by: the day of the interview, the days on which nobody works, and the order of dates in figures."""

    start: date
    holidays: Set[date]
    order: DayOrder | None


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name a day: its pattern, and which day it is, counted from another.

    A text without a figure is not asked where it `has_figure`, nor one that has none of its `words` where there are any: making
    each pattern takes two milliseconds, and going through a sentence by all of them a tenth of what reading that takes.
    """

    written: str
    day: Callable[[re.Match[str], Clock], date | None]
    is_date: bool
    has_figure: bool = False
    words: Set[str] = frozenset()

    @property
    def pattern(self) -> re.Pattern[str]:
        """Its pattern, made only once a text may name such a day."""
        return compiled(self.written)

    def may_be_in(self, letters: Set[str] | None, *, has_figure: bool) -> bool:
        """Whether a text with a figure or without, and with these stretches of letters where they are known, may name such a day."""
        if self.has_figure and not has_figure:
            return False
        return not self.words or letters is None or not self.words.isdisjoint(letters)


@cache
def compiled(written: str) -> re.Pattern[str]:
    """A pattern, made once and only where it is wanted; in any case."""
    return re.compile(written, re.IGNORECASE)
