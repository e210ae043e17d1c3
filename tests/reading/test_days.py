"""Which day a person meant."""

from __future__ import annotations

from datetime import date, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.days import DayOrder
from afterword.model import When
from afterword.reading.matter.dates import UnreadableDate, day, other_weekday, when
from afterword.vocabulary.speaking import Tongue, speaking

DAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-12", "2026/11/12", "2026.11.12", "20261112", "12.11.2026", "12. 11. 2026", "12 Nov 2026", "12 November 2026", "12. November 2026",
        "12th of November 2026", "12-Nov-2026", "Nov 12, 2026", "November 12th, 2026", "Nov. 12 2026", "Thursday, 12 Nov 2026", "Thu 2026-11-12",
        "Donnerstag, 12.11.2026", "Do. 12. Nov 2026", "13/11/2026", "11/13/2026", "11/11/2026", "12 OKT 2026", "3. März 2026", "1 Sept 2026", "  12   Nov 2026 ",
    ],
)  # fmt: skip
def test_a_day_is_read_in_any_form_that_is_one(written: str) -> None:
    others = {
        "13/11/2026": date(2026, 11, 13), "11/13/2026": date(2026, 11, 13), "11/11/2026": date(2026, 11, 11), "12 OKT 2026": date(2026, 10, 12),
        "3. März 2026": date(2026, 3, 3), "1 Sept 2026": date(2026, 9, 1),
    }  # fmt: skip
    assert day(written) == others.get(written, DAY)


@pytest.mark.parametrize(
    "written", ["2026-11", "2026/11", "Nov 2026", "November, 2026", "Dezember 2026"]
)
def test_a_month_is_kept_as_one(written: str) -> None:
    first = date(2026, 12, 1) if written.startswith("Dez") else date(2026, 11, 1)
    assert when(written) == When(day=first, whole_month=True)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2026-11-12T14:30", time(14, 30)),
        ("2026-11-12 14:30:05.123", time(14, 30, 5)),
        ("12 Nov 2026, 2:30 pm", time(14, 30)),
        ("12 Nov 2026 at 9 am", time(9)),
        ("12.11.2026 um 9 Uhr", time(9)),
        ("12.11.2026 14.30 Uhr", time(14, 30)),
        ("2026-11-12 12:05 am", time(0, 5)),
        ("2026-11-12T14:30Z", time(14, 30, tzinfo=timezone(timedelta()))),
        ("2026-11-12T14:30+01:00", time(14, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-11-12 14:30 -0530", time(14, 30, tzinfo=timezone(-timedelta(hours=5, minutes=30)))),
        ("2026-11-12 14:30 UTC+2", time(14, 30, tzinfo=timezone(timedelta(hours=2)))),
        ("2026-11-12 14:30 CET", time(14, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-11-12 14:30 Europe/Berlin", time(14, 30, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-11-12 10:00 (CET)", time(10, tzinfo=timezone(timedelta(hours=1)))),
        ("12 Nov 2026, 10:00 AM (PDT)", time(10, tzinfo=timezone(-timedelta(hours=7)))),
        ("11/12/2026 (Thursday) 1:30 PM ET", time(13, 30, tzinfo=timezone(-timedelta(hours=5)))),
        ("2026-11-12 (Thu), 14:30", time(14, 30)),
        ("12.11.2026 (Do), 14:00 Uhr", time(14)),
        ("2026年11月12日（木）13:00〜", time(13)),
        ("12 ноября 2026 (чт) 14:00", time(14)),
    ],
)
def test_a_time_may_follow(written: str, clock: time) -> None:
    assert when(written) == When(day=DAY, clock=clock)


@pytest.mark.parametrize(
    ("written", "clock"),
    [
        ("2026-11-12 14:30-15:15", time(14, 30)),
        ("2026-11-12 06:00-08:00", time(6)),
        ("2026-11-12 10:00 - 11:00 CET", time(10, tzinfo=timezone(timedelta(hours=1)))),
        ("2026-11-12 3:00pm – 3:45pm", time(15)),
        ("2026-11-12 2-3pm", time(14)),
        ("2026-11-12 11-1pm", time(11)),
        ("2026-11-12 14h30-15h30", time(14, 30)),
        ("12.11.2026 14 Uhr bis 15 Uhr", time(14)),
        ("2026-11-12 14:30 -", time(14, 30)),
        ("2026-11-12 22:00-24:00", time(22)),
        ("2026-11-12T09:00-17:00", time(9)),
        ("2026-11-12 23:30-00:30", time(23, 30)),
        ("2026-11-12 13:30-2:30pm", time(13, 30)),
        ("2026-11-12 14:30-15:15pm", time(14, 30)),
    ],
)
def test_until_when_it_takes_may_follow_and_is_no_zone(written: str, clock: time) -> None:
    assert when(written) == When(day=DAY, clock=clock)


@pytest.mark.parametrize(
    "written",
    ["2026-11-12T06:30-08:00", "2026-11-12 06:30:00-08:00", "2026-11-12 14:30-08:00", "2026-11-12 14:30 -8", "2026-11-12 2pm -08"],
)  # fmt: skip
def test_what_no_span_of_a_day_ends_with_is_the_distance_from_utc(written: str) -> None:
    clock = when(written).clock
    assert clock is not None
    assert clock.utcoffset() == -timedelta(hours=8)


def test_a_weekday_in_brackets_may_stand_behind_the_day_and_is_compared_with_it() -> None:
    assert when("2026-11-12 (Thu)") == When(day=DAY)
    assert [other_weekday(f"2026-11-12 ({name}) 14:30", DAY) for name in ("Thu", "Fri")] == [False, True]  # fmt: skip


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("03/04/2026", "ambiguous-date"),
        ("3-4-2026", "ambiguous-date"),
        ("2026-11-12 10:00-99:00", "not-a-time"),
        ("2026-11-12 5-6", "not-a-time"),
        ("2026-11-12 14:30 IST", "not-a-date"),
        ("2026-02-30", "impossible-date"),
        ("2026-13-01", "impossible-date"),
        ("31 April 2026", "impossible-date"),
        ("0226-11-12", "impossible-date"),
        ("2026-13-13", "impossible-date"),
        ("2026-00-10", "impossible-date"),
        ("12-11-26", "short-year"),
        ("26/11/05", "short-year"),
        ("03/04/26", "ambiguous-date"),
        ("12 Nov", "no-year"),
        ("November 12th", "no-year"),
        ("12.11.", "no-year"),
        ("next week", "not-a-date"),
        ("12 Smarch 2026", "not-a-date"),
        ("Smarch 12, 2026", "not-a-date"),
        ("Smarch 2026", "not-a-date"),
        ("12 Smarch", "not-a-date"),
        ("", "not-a-date"),
        ("2026-11-12 25:00", "not-a-time"),
        ("2026-11-12 at 2", "not-a-time"),
        ("2026-11-12 25pm", "not-a-time"),
        ("1(Mo)" * 1500, "not-a-date"),
        ("2026-11-12 14:30 " + "a/" * 50000, "not-a-date"),
        ("2026-11-12 14:30 Europe/Nowhere", "not-a-time"),
        ("2026-11 14:30", "not-a-date"),
    ],
)
def test_what_is_not_one_day_is_refused_with_a_reason(written: str, code: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        when(written)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "written",
    ["12.11.26", "12. 11. 26", "12 Nov '26", "12 Nov 26", "12-Nov-26", "Nov 12, 26", "Nov 12 '26"],
)
def test_a_year_of_two_digits_behind_a_day_is_one_of_this_century(written: str) -> None:
    assert day(written) == DAY


@pytest.mark.parametrize(
    ("written", "order"), [("11/13/26", None), ("11/12/26", DayOrder.MONTH_FIRST)]
)
def test_between_slashes_the_order_is_told_as_that_of_a_whole_year(
    written: str, order: DayOrder | None
) -> None:
    assert day(written, order=order).month == 11


def test_where_the_year_comes_first_a_short_one_may_be_the_day() -> None:
    japanese = Tongue("---\n会社: A\n日付: x\n---\n## 良かった点\n- よい\n", str)
    with speaking(japanese), pytest.raises(UnreadableDate) as refused:
        day("26.11.20")
    assert refused.value.code == "short-year"


def test_both_readings_of_an_ambiguous_day_are_named() -> None:
    with pytest.raises(UnreadableDate) as refused:
        when("03/04/2026")
    assert "2026-03-04 or 2026-04-03" in refused.value.message


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-12 (second round)", "2026-11-12"),
        ("12 Nov 2026 after lunch", "2026-11-12"),
        ("Nov 12, 2026 - on Zoom", "2026-11-12"),
        ("12.11.2026, their office", "2026-11-12"),
        ("13/11/2026 or so", "2026-11-13"),
    ],
)
def test_words_behind_a_day_are_named_as_what_is_wrong(written: str, day: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        when(written)
    assert "words behind it" in refused.value.message
    assert refused.value.suggestion == f"Write {day} alone."


@pytest.mark.parametrize(
    "written", ["2026-02-30 (final)", "03/04/2026 maybe", "Nov 2026 or so", "Smarch 12 2026 (x)"]
)
def test_what_is_no_one_day_in_front_of_words_is_not_put_forward(written: str) -> None:
    with pytest.raises(UnreadableDate) as refused:
        when(written)
    assert refused.value.suggestion == "Write it as 2026-11-12: year, month, day."


def test_the_last_day_of_a_short_month_is_offered() -> None:
    with pytest.raises(UnreadableDate) as refused:
        when("2026-02-30")
    assert refused.value.suggestion == "The last day of that month is 2026-02-28."


def test_a_day_and_a_month_that_changed_places_are_put_right() -> None:
    with pytest.raises(UnreadableDate) as refused:
        when("2026-31-10")
    assert refused.value.suggestion == "Did you mean 2026-10-31?"


@pytest.mark.parametrize(
    ("written", "other"),
    [
        ("Thursday, 12 Nov 2026", False),
        ("Do. 12.11.2026", False),
        ("12 Nov 2026", False),
        ("Monday, 12 Nov 2026", True),
        ("Mo, 12.11.2026", True),
        ("Sonntag 12.11.2026", True),
    ],
)
def test_a_weekday_that_the_day_does_not_have_is_noticed(written: str, other: bool) -> None:
    assert other_weekday(written, day(written)) is other


def test_a_month_is_no_day() -> None:
    with pytest.raises(UnreadableDate) as refused:
        day("2026-11")
    assert refused.value.code == "month-only"


@given(st.dates(date(1900, 1, 1)))
def test_every_day_is_read_as_itself(one: date) -> None:
    forms = (
        one.isoformat(),
        f"{one:%Y/%m/%d}",
        f"{one:%d.%m.%Y}",
        f"{one:%d %b %Y}",
        f"{one:%B %d, %Y}",
    )
    assert {day(form) for form in forms} == {one}


@given(st.text(max_size=30))
def test_any_text_is_a_day_or_a_refusal(text: str) -> None:
    try:
        assert isinstance(when(text), When)
    except UnreadableDate as refusal:
        assert refusal.message
