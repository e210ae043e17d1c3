"""How much was done in each week, for offices that want a number of steps a week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.days import later, monday_of
from afterword.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A week from Monday to Sunday as far as it is counted, from `first` to `last`, and how many steps fell into it."""

    first: date
    last: date
    steps: int

    @property
    def is_whole(self) -> bool:
        """Whether all seven days of it are counted."""
        return later(self.first, 6) == self.last


def weeks(steps: Iterable[date], first: date, last: date) -> tuple[Week, ...]:
    """Every week from `first` to `last`, also those without a step; days outside these are not counted. Empty where `last` is earlier."""
    mondays = [monday_of(one) for one in steps if first <= one <= last]
    found = []
    monday = monday_of(first)
    while max(monday, first) <= last:
        sunday = later(monday, 6)
        begins, ends = max(monday, first), min(sunday, last)
        found.append(Week(first=begins, last=ends, steps=mondays.count(monday)))
        monday = later(sunday, 1)
    return tuple(found)
