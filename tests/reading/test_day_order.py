"""Dates that could be two days are read as the journal's other dates, or its options, say; else both days are named."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

from afterword.days import DayOrder
from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import FileReader, ReadingOptions, Readings, read_files, read_journal
from afterword.reading.matter.dates import order_in, when

OPTIONS = ReadingOptions()


def sources(*fronts: str) -> list[Source]:
    """One file for each front matter; each has a company of its own."""
    return [
        Source(f"{at}.md", f"---\ncompany: Firm {at}\n{front}\n---\n## Pros\n\n- calm\n")
        for at, front in enumerate(fronts)
    ]


def journal(*fronts: str, dates: DayOrder | None = None) -> Journal:
    return read_journal(sources(*fronts), ReadingOptions(dates=dates))


def days(read: Journal) -> list[str]:
    return [f"{one.path} {one.when.day}" for one in read.interviews]


def told(read: Journal) -> list[str]:
    return [
        f"{one.path}:{one.line} {one.severity} {one.code}"
        for one in read.problems
        if one.severity is not Severity.HINT
    ]


@pytest.mark.parametrize(
    ("other", "day"),
    [("date: 13/04/2026", "2026-04-03"), ("date: 04/13/2026", "2026-03-04")],
)
def test_the_other_dates_of_a_journal_say_which_number_is_the_day(other: str, day: str) -> None:
    read = journal("date: 03/04/2026", other)
    assert days(read) == [f"0.md {day}", "1.md 2026-04-13"]


def test_that_it_is_read_so_is_told_once_with_the_option_that_says_it() -> None:
    read = journal("date: 03/04/2026", "date: 13/04/2026", "date: 05-06-2026")
    assert told(read) == ["0.md:3 warning dates-read-so"]
    (one,) = (one for one in read.problems if one.code == "dates-read-so")
    assert one.suggestion is not None
    assert "dates: day-first" in one.suggestion


@pytest.mark.parametrize(
    "fronts",
    [
        ["date: 03/04/2026"],
        ["date: 03/04/2026", "date: 13/04/2026", "date: 04/13/2026"],
        ["date: 03/04/2026", "date: 2026-04-13", "date: 13.04.2026", "date: 04/04/2026"],
    ],
)
def test_where_the_others_say_nothing_or_two_things_both_days_are_named_with_the_option(
    fronts: list[str],
) -> None:
    read = journal(*fronts)
    (one,) = (one for one in read.problems if one.code == "ambiguous-date")
    assert "could be 2026-03-04 or 2026-04-03" in one.message
    assert "option dates" in (one.suggestion or "")
    assert [one.path for one in read.unread] == ["0.md"]


@pytest.mark.parametrize(
    ("order", "day"), [(DayOrder.DAY_FIRST, "2026-04-03"), (DayOrder.MONTH_FIRST, "2026-03-04")]
)
def test_the_option_says_it_and_nothing_is_told(order: DayOrder, day: str) -> None:
    read = journal("date: 03/04/2026", dates=order)
    assert (days(read), told(read)) == ([f"0.md {day}"], [])


def test_a_date_that_can_only_be_one_day_is_that_one_whatever_the_option_says() -> None:
    assert days(journal("date: 04/13/2026", dates=DayOrder.DAY_FIRST)) == ["0.md 2026-04-13"]


def test_every_date_of_an_entry_is_settled_and_its_body_counts_as_before() -> None:
    read = journal(
        "date: 2026-03-01\napplied: 02/01/2026\noutcome: rejected 03/04/2026\nthank_you: [02/03/2026]\ndecision_by: 05/04/2026",
        "date: 13/04/2026",
    )
    one = read.interviews[0]
    assert (one.applied, one.outcome.decided) == (date(2026, 1, 2), date(2026, 4, 3))
    assert (one.thank_you.sent, one.decision_by) == ((date(2026, 3, 2),), date(2026, 4, 5))
    assert [item.text for item in one.went_well] == ["calm"]


def test_the_dates_of_one_entry_tell_of_each_other() -> None:
    read = journal("date: 03/04/2026\nthank_you: 13/04/2026")
    assert days(read) == ["0.md 2026-04-03"]


def test_a_weekday_in_front_of_it_tells_too() -> None:
    assert when("Friday 03/04/2026").day == date(2026, 4, 3)
    assert days(journal("date: Fri 03/04/2026", "date: 04/05/2026"))[1] == "1.md 2026-05-04"


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("13/04/2026", DayOrder.DAY_FIRST),
        ("4-13-2026 14:30", DayOrder.MONTH_FIRST),
        ("Fri 03/04/2026", DayOrder.DAY_FIRST),
        ("Wed 03/04/2026", DayOrder.MONTH_FIRST),
        ("Mon 03/04/2026", None),
        ("03/04/2026", None),
        ("04/04/2026", None),
        ("13/13/2026", None),
        ("13.04.2026", None),
        ("2026-04-13", None),
        ("", None),
    ],
)
def test_the_order_of_a_date_is_known_by_a_number_over_twelve_or_its_weekday(
    text: str, order: DayOrder | None
) -> None:
    assert order_in(text) is order


def test_files_read_apart_settle_each_others_dates() -> None:
    every = sources("date: 03/04/2026", "date: 2026-05-01\ndecided: 01/06/2026", "date: 13/04/2026")
    apart = read_files(every[:2], OPTIONS) + read_files(every[2:], OPTIONS)
    sent: Readings = pickle.loads(pickle.dumps(apart))
    assert sent.journal(OPTIONS) == read_journal(every)


def test_a_file_that_goes_by_another_path_has_it_in_either_order() -> None:
    every = sources("date: 03/04/2026", "date: 13/04/2026")
    read = read_files(every, OPTIONS).renamed({"0.md": "x.md"}).journal(OPTIONS)
    assert (days(read)[0], told(read)) == (
        "x.md 2026-04-03",
        ["x.md:3 warning dates-read-so"],
    )


def test_an_entry_whose_day_only_the_others_tell_is_not_handed_on_while_they_are_unread() -> None:
    reader = FileReader(OPTIONS)
    assert [
        reader.read(one) is None for one in sources("date: 03/04/2026", "date: 2026-04-03")
    ] == [
        True,
        False,
    ]
