"""Which day a sentence names, reckoned from an interview on Tuesday, 10 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.days import DayOrder
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import day_in, day_named, weekday_at_end
from afterword.vocabulary.days.named_days import letters_of

START = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("certificate by 24 Dec 2026", "2026-12-24"),
        ("certificate by 24 Dec", "2026-12-24"),
        ("5 Jan", "2027-01-05"),
        ("by Nov 24", "2026-11-24"),
        ("by Nov 24, 2026", "2026-11-24"),
        ("the 24th of November", "2026-11-24"),
        ("on 3 dec.", "2026-12-03"),
        ("due 2026-11-25", "2026-11-25"),
        ("the form (2026-11-25)", "2026-11-25"),
        ("rejected 24/12/2026", "2026-12-24"),
        ("by 24/12", "2026-12-24"),
        ("by 12/24", "2026-12-24"),
        ("by 12/12", "2026-12-12"),
        ("bis 24.12. senden", "2026-12-24"),
        ("bis zum 24.12.2026", "2026-12-24"),
        ("by Friday", "2026-11-13"),
        ("until Tuesday", "2026-11-17"),
        ("this Friday", "2026-11-13"),
        ("bis Freitag", "2026-11-13"),
        ("by Friday, 13 Nov", "2026-11-13"),
        ("by Friday the 13th", "2026-11-13"),
        ("They rang on the 24th: no", "2026-11-24"),
        ("on the 9th", "2026-12-09"),
        ("today", "2026-11-10"),
        ("tomorrow", "2026-11-11"),
        ("the day after tomorrow", "2026-11-12"),
        ("by EOD", "2026-11-10"),
        ("by the end of the week", "2026-11-13"),
        ("by the end of next week", "2026-11-20"),
        ("by the end of the month", "2026-11-30"),
        ("by the end of November", "2026-11-30"),
        ("by the end of February", "2027-02-28"),
        ("by the end of December 2026", "2026-12-31"),
        ("in two weeks", "2026-11-24"),
        ("in einer Woche", "2026-11-17"),
        ("within 5 business days", "2026-11-18"),
        ("in a month", "2026-12-10"),
        ("call on Monday, the CV by Friday", "2026-11-13"),
        ("review next week, by 24 Dec 2026", "2026-12-24"),
    ],
)
def test_a_day_is_read(text: str, day: str) -> None:
    holidays = {date(2026, 11, 11)}
    found = day_in(text, START, holidays=holidays)
    assert found is not None
    assert found.day == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        "by hand",
        "on the 2nd floor",
        "on the 40th",
        "3 out of 5 questions",
        "on 3 out of 5 questions",
        "24/7 support",
        "by 13.13.",
        "until so",
        "2 marketing people",
        "version 1.2.3",
        "redo it",
        "24 dec it was",
        f"by Friday{' and more' * 200}",
    ],
)
def test_what_names_no_day_is_none(text: str) -> None:
    assert day_in(text, START) is None


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("by next Friday", "unclear-day"),
        ("before Friday", "unclear-day"),
        ("by December", "unclear-day"),
        ("mid December", "unclear-day"),
        ("in a few days", "unclear-day"),
        ("in 2-3 weeks", "unclear-day"),
        ("by 3/4", "unclear-day"),
        ("by 3 Nov", "no-year"),
        ("by 31 Feb", "impossible-date"),
        ("by 31 Feb 2027", "impossible-date"),
        ("by Friday, 14 Nov", "other-weekday"),
        ("by Monday the 13th", "other-weekday"),
        ("03/04/2026", "ambiguous-date"),
        ("by Friday or by Monday", "two-days"),
    ],
)
def test_a_day_that_could_be_two_is_a_doubt(text: str, code: str) -> None:
    with pytest.raises(UnreadableDate) as doubt:
        day_in(text, START)
    assert doubt.value.code == code


def test_which_week_ends_after_a_weekend_is_a_doubt() -> None:
    with pytest.raises(UnreadableDate, match="after a weekend"):
        day_in("by the end of the week", date(2026, 11, 14))


def test_a_number_without_a_month_is_in_the_next_one_that_has_it() -> None:
    found = day_in("on the 31st", date(2027, 1, 31).replace(month=2, day=1))
    assert found is not None
    assert found.day == date(2027, 3, 31)


def test_the_order_of_figures_is_the_one_that_the_journal_has() -> None:
    found = day_in("by 03/04/2026", START, order=DayOrder.MONTH_FIRST)
    assert found is not None
    assert found.day == date(2026, 3, 4)


def test_the_place_of_a_day_in_its_text_is_told_with_the_word_before_it() -> None:
    text = "the form by 24 Dec, please"
    found = day_in(text, START)
    assert found is not None
    assert (text[found.start : found.end], found.is_last) == ("by 24 Dec", True)


@pytest.mark.parametrize(
    ("text", "day"),
    [("24 Nov, by phone", date(2026, 11, 24)), ("the 12th", date(2026, 11, 12)), ("soon", None)],
)
def test_a_value_that_is_a_day_is_read_alone(text: str, day: date | None) -> None:
    assert day_named(text, START, dates_only=True) == day


def test_where_only_dates_are_wanted_a_weekday_is_a_doubt() -> None:
    with pytest.raises(UnreadableDate, match="by Friday"):
        day_named("Friday", START, dates_only=True)


@pytest.mark.parametrize(
    "text",
    [
        "ring by 20 or 21 November",
        "ring on 5 or 6 Nov 2026",
        "on 5 and 6 November",
        "send by Friday or Monday",
        "send it not by Friday but Monday",
        "do it by Friday week",
        "in a day or two",
        "in a week or so",
    ],
)
def test_a_day_beside_another_one_is_a_doubt(text: str) -> None:
    with pytest.raises(UnreadableDate):
        day_in(text, date(2026, 11, 6))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 24 Dec or earlier", "2026-12-24"),
        ("references by Friday or Sam gets cross", "2026-11-13"),
        ("not later than 20 Nov", "2026-11-20"),
        ("by 24 Dec - 2 copies", "2026-12-24"),
        ("send 2 copies by 20 Nov", "2026-11-20"),
        ("on 24 Nov, by 30 Nov", "2026-11-30"),
    ],
)
def test_what_stands_beside_a_day_and_is_none_leaves_it(text: str, day: str) -> None:
    found = day_in(text, date(2026, 11, 6))
    assert found is not None
    assert found.day.isoformat() == day


def test_two_letters_that_are_a_word_as_well_are_no_weekday_beside_one() -> None:
    found = day_in("They decide by so and by Friday", date(2026, 11, 12))
    assert found is not None
    assert found.day == date(2026, 11, 13)


def test_letters_by_which_a_pattern_finds_others_are_not_looked_up() -> None:
    assert letters_of("by ſunday") is None
    assert letters_of("By Friday 13") == frozenset({"By", "by", "Friday", "friday"})


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("by 6/12", None, "2026-12-06"),
        ("by 12/6", None, "2026-12-06"),
        ("by 2/3", DayOrder.DAY_FIRST, "2027-03-02"),
        ("by 2/3", DayOrder.MONTH_FIRST, "2027-02-03"),
    ],
)
def test_of_two_days_without_a_year_the_one_within_half_a_year_is_meant(
    text: str, order: DayOrder | None, day: str
) -> None:
    found = day_in(text, START, order=order)
    assert found is not None
    assert str(found.day) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("send the CV Friday", "2026-11-13"),
        ("send the CV Friday.", "2026-11-13"),
        ("den Lebenslauf schicken Freitag", "2026-11-13"),
        ("send the CV from Friday", None),
        ("Monday or Friday", None),
        ("Friday", None),
        ("sit where I sat", None),
        ("send the CV soon", None),
    ],
)
def test_a_weekday_at_the_end_is_the_next_one(text: str, day: str | None) -> None:
    found = weekday_at_end(text, START)
    assert (str(found.day) if found else None) == day
