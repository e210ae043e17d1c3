"""How many steps fell into each week of a search."""

from __future__ import annotations

from datetime import date

from afterword.analysis.weekly import Week, weeks

STEPS = [date(2026, 11, day) for day in (1, 3, 4, 8, 16)]


def test_each_week_has_its_steps_and_one_without_has_none() -> None:
    found = weeks(STEPS, date(2026, 11, 2), date(2026, 11, 22))
    assert [one.steps for one in found] == [3, 0, 1]
    assert all(one.is_whole for one in found)


def test_a_week_that_is_counted_in_part_says_from_when_to_when() -> None:
    (one,) = weeks(STEPS, date(2026, 11, 4), date(2026, 11, 7))
    assert one == Week(first=date(2026, 11, 4), last=date(2026, 11, 7), steps=1)
    assert not one.is_whole


def test_no_days_have_no_weeks() -> None:
    assert weeks(STEPS, date(2026, 11, 4), date(2026, 11, 3)) == ()
