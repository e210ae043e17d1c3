"""Which quarters a journal spans, and which notes were made in each month of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.model import Interview, Journal, Observation

Note = tuple[Interview, Observation]


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNotes:
    """Every note of one month, by its first day: what went well and what went badly, the oldest first."""

    first: date
    well: tuple[Note, ...]
    badly: tuple[Note, ...]


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year, numbered from 1 to 4."""

    year: int
    number: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.number * 3, 31 if self.number in {1, 4} else 30)


def quarter_of(day: date) -> Quarter:
    """The quarter that a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)


def quarters(journal: Journal) -> dict[Quarter, tuple[Interview, ...]]:
    """The interviews of each quarter that has any, the oldest first."""
    found: dict[Quarter, list[Interview]] = {}
    for interview in journal.interviews:
        found.setdefault(quarter_of(interview.when.day), []).append(interview)
    return {quarter: tuple(those) for quarter, those in sorted(found.items())}


def month_notes(interviews: tuple[Interview, ...]) -> tuple[MonthNotes, ...]:
    """The notes of these interviews, month by month, for each month that has any interview."""
    months = sorted({one.when.day.replace(day=1) for one in interviews})
    by_month = {
        month: [one for one in interviews if one.when.day.replace(day=1) == month]
        for month in months
    }
    return tuple(
        MonthNotes(
            first=month,
            well=tuple((one, item) for one in those for item in one.went_well),
            badly=tuple((one, item) for one in those for item in one.went_badly),
        )
        for month, those in by_month.items()
    )
