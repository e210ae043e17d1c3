"""Which day, week, month and quarter lies where on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.days import (
    MOST_MONTHS,
    Quarter,
    Span,
    Unit,
    business_days_later,
    earlier,
    last_of_month,
    later,
    monday_of,
    month_of,
    months_between,
    months_later,
    months_spanned,
    quarter_of,
)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),
        (date(2026, 5, 31), 6, date(2026, 11, 30)),
        (date(9999, 6, 30), 6, date(9999, 12, 30)),
        (date(9999, 7, 1), 6, date.max),
    ],
)
def test_months_later_is_the_same_day_or_the_last_one(
    day: date, months: int, expected: date
) -> None:
    assert expected == months_later(day, months)


@given(st.dates(), st.integers(0, 60), st.frozensets(st.dates(), max_size=5))
def test_business_days_later_counts_each_business_day_once(
    day: date, count: int, holidays: frozenset[date]
) -> None:
    """The days between are counted by hand; at the end of the calendar, its last day stands for any later one."""
    end = business_days_later(day, count, holidays)
    between = [later(day, number) for number in range(1, (end - day).days + 1)]
    working = [one for one in between if one.weekday() < 5 and one not in holidays]
    assert end == date.max or (len(working) == count if count else len(working) <= 1)
    assert end == date.max or (end.weekday() < 5 and end not in holidays)


def test_a_calendar_that_ends_on_a_holiday_ends_all_the_same() -> None:
    assert business_days_later(date.max, 0, {date.max}) == date.max
    assert business_days_later(date.max, 3, {date.max}) == date.max


def test_the_calendar_ends_where_it_ends() -> None:
    assert later(date.max, 1) == date.max
    assert earlier(date.min, 1) == date.min


@pytest.mark.parametrize(
    ("days", "expected"), [(1, date(2026, 2, 28)), (366, date(2025, 2, 28)), (0, date(2026, 3, 1))]
)
def test_earlier_counts_back(days: int, expected: date) -> None:
    assert earlier(date(2026, 3, 1), days) == expected


@given(st.dates())
def test_the_monday_of_a_day_is_the_last_one_up_to_it(day: date) -> None:
    monday = monday_of(day)
    assert monday.isoweekday() == 1
    assert 0 <= (day - monday).days < 7


@given(st.dates())
def test_a_month_goes_from_its_first_day_to_its_last(day: date) -> None:
    assert month_of(day) <= day <= last_of_month(day)
    assert month_of(day).day == 1
    assert last_of_month(day) == date.max or (last_of_month(day) + timedelta(days=1)).day == 1


@given(st.dates(max_value=date(9900, 1, 1)), st.integers(0, 600))
def test_so_many_months_lie_between_a_day_and_the_one_so_many_months_later(
    day: date, months: int
) -> None:
    assert months_between(day, months_later(day, months)) == months
    assert months_between(months_later(day, months), day) == -months


def test_every_month_is_spanned_from_the_first_day_to_the_last() -> None:
    days = [date(2027, 1, 31), date(2026, 11, 12), date(2026, 11, 30)]
    assert months_spanned(days) == [date(2026, 11, 1), date(2026, 12, 1), date(2027, 1, 1)]


def test_of_more_than_fifty_years_the_newest_months_count() -> None:
    found = months_spanned([date(1026, 1, 1), date(2026, 1, 1)])
    assert (len(found), found[0], found[-1]) == (MOST_MONTHS, date(1976, 2, 1), date(2026, 1, 1))


def test_no_day_spans_no_month() -> None:
    assert months_spanned([]) == []


@pytest.mark.parametrize(
    ("month", "first", "last"),
    [
        (1, date(2026, 1, 1), date(2026, 3, 31)),
        (3, date(2026, 1, 1), date(2026, 3, 31)),
        (4, date(2026, 4, 1), date(2026, 6, 30)),
        (9, date(2026, 7, 1), date(2026, 9, 30)),
        (10, date(2026, 10, 1), date(2026, 12, 31)),
    ],
)
def test_a_quarter_has_three_months(month: int, first: date, last: date) -> None:
    quarter = quarter_of(date(2026, month, 15))
    assert (quarter.first, quarter.last) == (first, last)


def test_a_quarter_has_a_name_for_addresses() -> None:
    assert Quarter(2026, 2).slug == "2026-q2"


@pytest.mark.parametrize(
    ("span", "expected"),
    [
        (Span(3), date(2026, 12, 26)),
        (Span(3, Unit.BUSINESS_DAYS), date(2026, 12, 29)),
        (Span(2, Unit.MONTHS), date(2027, 2, 23)),
    ],
)
def test_a_span_of_business_days_alone_leaves_holidays_out(span: Span, expected: date) -> None:
    """From a Wednesday, with Christmas on a Friday."""
    assert span.after(date(2026, 12, 23), {date(2026, 12, 25)}) == expected


@pytest.mark.parametrize(
    ("count", "unit"), [(900, Unit.DAYS), (999, Unit.MONTHS), (999, Unit.BUSINESS_DAYS)]
)
def test_a_span_ends_at_the_latest_with_the_calendar(count: int, unit: Unit) -> None:
    assert Span(count, unit).after(date(9999, 12, 1)) == date.max


def test_a_span_of_months_ends_on_a_day_that_there_is() -> None:
    assert Span(1, Unit.MONTHS).after(date(2027, 1, 31)) == date(2027, 2, 28)
