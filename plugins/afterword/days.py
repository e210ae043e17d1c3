"""Which day, business day, week, month and quarter lies where on the calendar: the one copy of each computation."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Set
from datetime import date, timedelta
from enum import StrEnum

from afterword.frozen import NamedTuple, dataclass

_ONE = timedelta(days=1)
# So many months are listed at most, the newest: a slip in a year shall not make thousands of them.
MOST_MONTHS = 600


def later(day: date, days: int) -> date:
    """The day so many calendar days later; the calendar's last day when there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


def earlier(day: date, days: int) -> date:
    """The day so many calendar days earlier; the calendar's first day when there is none."""
    try:
        return day - timedelta(days=days)
    except OverflowError:
        return date.min


def business_days_later(day: date, count: int, holidays: Set[date] = frozenset()) -> date:
    """The business day so many business days after `day`; for none, `day` itself or the next one."""
    day = day if count else _working(day, holidays)
    for _ in range(count):
        day = _working(later(day, 1), holidays)
    return day


def _working(day: date, holidays: Set[date]) -> date:
    """The day itself, or the first business day after it."""
    while not is_business_day(day, holidays) and day < date.max:
        day += _ONE
    return day


def is_business_day(day: date, holidays: Set[date] = frozenset()) -> bool:
    """Whether people can be expected to work on a day: no weekend, and none of the holidays given."""
    return day.weekday() < 5 and day not in holidays


def monday_of(day: date) -> date:
    """The Monday of the week that a day lies in; the calendar's first day is a Monday."""
    return date.fromordinal(day.toordinal() - day.weekday())


def month_of(day: date) -> date:
    """The month that a day lies in, by its first day."""
    return day.replace(day=1)


def last_of_month(day: date) -> date:
    """The last day of the month that a day lies in."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month; the calendar's last day when there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    last = last_of_month(date(day.year + years, month + 1, 1))
    return last.replace(day=min(day.day, last.day))


def months_between(first: date, last: date) -> int:
    """How many months the month of `last` lies after that of `first`; negative where it lies before."""
    return _month_number(last) - _month_number(first)


def months_spanned(days: Iterable[date]) -> list[date]:
    """Every month from the first of these days to the last, by its first day, oldest first; the newest 600 at most."""
    found = sorted(days)
    if not found:
        return []
    first, last = _month_number(found[0]), _month_number(found[-1])
    numbers = range(max(first, last - MOST_MONTHS + 1), last + 1)
    return [date(number // 12, number % 12 + 1, 1) for number in numbers]


def _month_number(day: date) -> int:
    """A month as a number, so that the next one is one more."""
    return day.year * 12 + day.month - 1


class DayOrder(StrEnum):
    """Which number of a date with slashes or dashes is the day: 03/04/2026 is in April or in March."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Unit(StrEnum):
    """What a span is counted in."""

    DAYS = "days"
    BUSINESS_DAYS = "business days"
    MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time on the calendar, such as two business days."""

    count: int
    unit: Unit = Unit.DAYS

    def after(self, day: date, holidays: Set[date] = frozenset()) -> date:
        """The day on which the span that begins on `day` ends; at the end of the calendar, its last day."""
        if self.unit is Unit.DAYS:
            return later(day, self.count)
        if self.unit is Unit.BUSINESS_DAYS:
            return business_days_later(day, self.count, holidays)
        return months_later(day, self.count)


class Quarter(NamedTuple):
    """Three months of a year, numbered from 1 to 4."""

    year: int
    number: int

    @property
    def slug(self) -> str:
        """Its name in addresses, such as 2026-q1."""
        return f"{self.year}-q{self.number}"

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return last_of_month(date(self.year, self.number * 3, 1))


def quarter_of(day: date) -> Quarter:
    """The quarter that a day lies in."""
    return Quarter(day.year, (day.month + 2) // 3)
