"""Which day it is some business days later: weekends and the holidays given do not count."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Set
from datetime import date, timedelta

_ONE = timedelta(days=1)


def later(day: date, days: int) -> date:
    """The day so many calendar days later; the calendar's last day when there is none."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max


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
    """Whether people can be expected to work on a day."""
    return day.weekday() < 5 and day not in holidays


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month; the calendar's last day when there is none."""
    years, month = divmod(day.month - 1 + months, 12)
    if day.year + years > date.max.year:
        return date.max
    last = monthrange(day.year + years, month + 1)[1]
    return date(day.year + years, month + 1, min(day.day, last))
