"""Which interviews lie in each quarter, and which notes were made in each month?"""

from __future__ import annotations

from datetime import date

from afterword.days import Quarter, month_of, quarter_of
from afterword.frozen import dataclass
from afterword.model import Interview, Journal, Noted


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthNotes:
    """Every note of one month, by its first day: what went well and what went badly, the oldest first."""

    first: date
    well: tuple[Noted, ...]
    badly: tuple[Noted, ...]


def quarters(journal: Journal) -> dict[Quarter, tuple[Interview, ...]]:
    """The interviews of each quarter that has any, the oldest first."""
    by_quarter: dict[Quarter, list[Interview]] = {}
    for interview in journal.interviews:
        by_quarter.setdefault(quarter_of(interview.when.day), []).append(interview)
    return {quarter: tuple(those) for quarter, those in sorted(by_quarter.items())}


def month_notes(interviews: tuple[Interview, ...]) -> tuple[MonthNotes, ...]:
    """The notes of these interviews, month by month, for each month that has any interview."""
    by_month: dict[date, list[Interview]] = {}
    for one in interviews:
        by_month.setdefault(month_of(one.when.day), []).append(one)
    return tuple(
        MonthNotes(
            first=month,
            well=tuple(Noted(one, item) for one in those for item in one.went_well),
            badly=tuple(Noted(one, item) for one in those for item in one.went_badly),
        )
        for month, those in sorted(by_month.items())
    )
