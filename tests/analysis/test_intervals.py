"""How far a share can be trusted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.analysis.statistics.intervals import Interval, wilson


@given(n=st.integers(1, 100_000), part=st.floats(0, 1))
def test_the_share_lies_in_its_interval_and_the_interval_between_none_and_all(
    n: int, part: float
) -> None:
    successes = round(n * part)
    interval = wilson(successes, n)
    assert 0 <= interval.low <= successes / n <= interval.high <= 1


@given(n=st.integers(1, 10_000), part=st.floats(0, 1))
def test_what_failed_mirrors_what_succeeded(n: int, part: float) -> None:
    successes = round(n * part)
    mirror = wilson(n - successes, n)
    assert wilson(successes, n).low == pytest.approx(1 - mirror.high)


def test_without_a_case_anything_may_be_true() -> None:
    assert wilson(0, 0) == Interval(0.0, 1.0)


def test_three_of_ten_is_the_interval_of_the_books() -> None:
    interval = wilson(3, 10)
    assert (interval.low, interval.high) == pytest.approx((0.10779, 0.60322), abs=1e-5)


def test_none_of_five_may_still_be_two_in_five() -> None:
    interval = wilson(0, 5)
    assert (interval.low, interval.high) == pytest.approx((0.0, 0.43449), abs=1e-5)


def test_more_cases_make_it_narrower() -> None:
    few, many = wilson(3, 10), wilson(300, 1000)
    assert many.high - many.low < few.high - few.low


def test_where_none_or_all_succeeded_rounding_pushes_no_end_beyond() -> None:
    ns = range(1, 100)
    assert {wilson(0, n).low for n in ns} == {0.0}
    assert {wilson(n, n).high for n in ns} == {1.0}


def test_less_certainty_makes_it_narrower() -> None:
    certain, less = wilson(3, 10), wilson(3, 10, 1.0)
    assert certain.low < less.low < less.high < certain.high


@pytest.mark.parametrize(
    ("share", "inside"), [(0.2, True), (0.3, True), (0.4, True), (0.19, False), (0.41, False)]
)
def test_an_interval_contains_its_ends_and_what_lies_between(share: float, inside: bool) -> None:
    assert Interval(0.2, 0.4).contains(share) is inside
