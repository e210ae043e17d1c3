"""Which day somebody at a terminal means."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.days import DayOrder
from afterword.reading.typed_days import DayError, day_from

FRIDAY = date(2026, 11, 27)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", "2026-11-27"),
        ("Yesterday", "2026-11-26"),
        ("the day before yesterday", "2026-11-25"),
        ("tomorrow", "2026-11-28"),
        ("fri", "2026-11-27"),
        ("on Thursday", "2026-11-26"),
        ("last fri", "2026-11-20"),
        ("last Thu.", "2026-11-26"),
        ("this wed", "2026-11-25"),
        ("next mon", "2026-11-30"),
        ("next friday", "2026-12-04"),
        ("Freitag", "2026-11-27"),
        ("3 days ago", "2026-11-24"),
        ("a week ago", "2026-11-20"),
        ("in two weeks", "2026-12-11"),
        ("gestern", "2026-11-26"),
        ("Gestern Abend", "2026-11-26"),
        ("vorgestern", "2026-11-25"),
        ("hier", "2026-11-26"),
        ("avant-hier", "2026-11-25"),
        ("вчера", "2026-11-26"),
        ("昨日", "2026-11-26"),
        ("hôm qua", "2026-11-26"),
        ("12 nov", "2026-11-12"),
        ("26 nov", "2026-11-26"),
        ("26.11.", "2026-11-26"),
        ("26/11", "2026-11-26"),
        ("27 nov", "2026-11-27"),
        ("28 nov", "2026-11-28"),
        ("Nov 12", "2026-11-12"),
        ("12th of November", "2026-11-12"),
        ("12.11.", "2026-11-12"),
        ("13/11", "2026-11-13"),
        ("11/13", "2026-11-13"),
        ("11/11", "2026-11-11"),
        ("2 jan", "2027-01-02"),
        ("1 apr", "2026-04-01"),
        ("20 jan", "2027-01-20"),
        ("this morning", "2026-11-27"),
        ("last night", "2026-11-26"),
        ("12 novembre", "2026-11-12"),
        ("2025-11-12", "2025-11-12"),
        ("12.11.2025", "2025-11-12"),
    ],
)
def test_a_day_is_what_somebody_means_by_it_on_a_friday(words: str, day: str) -> None:
    assert day_from(words, FRIDAY) == date.fromisoformat(day)


def test_where_a_day_to_come_is_asked_for_a_weekday_is_the_next() -> None:
    assert day_from("fri", FRIDAY, ahead=True) == date(2026, 12, 4)
    assert day_from("mon", FRIDAY, ahead=True) == date(2026, 11, 30)
    assert day_from("this wed", FRIDAY, ahead=True) == date(2026, 11, 25)


def test_two_numbers_that_could_be_either_are_told_apart_by_the_order_or_refused() -> None:
    assert day_from("3/12", FRIDAY, order=DayOrder.DAY_FIRST) == date(2026, 12, 3)
    assert day_from("12/3", FRIDAY, order=DayOrder.MONTH_FIRST) == date(2026, 12, 3)
    with pytest.raises(DayError, match="could be two days"):
        day_from("3/12", FRIDAY)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "soon",
        "31 feb",
        "29 feb",
        "45 nov",
        "99.99.",
        "12 smarch",
        "in 3 days ago",
        "umpteen days ago",
        "2026-11",
        "next",
    ],
)
def test_what_is_no_one_day_is_refused_with_examples(words: str) -> None:
    with pytest.raises(DayError, match="yesterday or fri"):
        day_from(words, FRIDAY)


def test_days_at_the_ends_of_the_calendar_stay_on_it() -> None:
    assert day_from("999 days ago", date(1, 1, 2)) == date.min
    assert day_from("in 999 weeks", date(9999, 12, 30)) == date.max


@given(st.text(max_size=30), st.dates())
def test_any_words_are_a_day_or_a_sentence(words: str, today: date) -> None:
    try:
        assert isinstance(day_from(words, today), date)
    except DayError as refusal:
        assert str(refusal).endswith(".")


@given(st.dates(), st.dates())
def test_a_whole_date_is_that_day_whatever_today_is(day: date, today: date) -> None:
    if day.year >= 1900:
        assert day_from(day.isoformat(), today) == day
