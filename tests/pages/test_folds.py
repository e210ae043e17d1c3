"""Long stretches without anything are folded, so that one old entry leaves the pictures readable."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal

from afterword.analysis.timeline import lanes, months
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Journal
from afterword.pages.pictures.axis import Axis, axis
from afterword.pages.pictures.lanes import LanePicture, lane_picture
from afterword.pages.pictures.tiles import Column, columns_of
from afterword.pages.timeline import months_headline

TODAY = date(2026, 11, 27)


def old() -> Interview:
    return interview("2023-03-14", "Old", outcome=OutcomeKind.REJECTED, decided="2023-03-20")


def columns(*interviews: Interview) -> list[str]:
    """Each column as its month and year, or as what is folded."""
    made = columns_of(tuple(reversed(months(journal(*interviews)))), TODAY)
    return [one.words or f"{one.first:%b} {one.year}".strip() for one in made]


def picture(told: Journal) -> LanePicture:
    made = lane_picture(lanes(told, TODAY), TODAY)
    assert made is not None
    return made


def test_empty_months_between_two_searches_are_one_column() -> None:
    assert columns(old(), interview("2026-11-20")) == [
        "Mar 2023",
        "43 months without",
        "Nov 2026",
    ]


def test_three_empty_months_stay_and_four_are_folded() -> None:
    first = interview("2026-06-01", "A")
    assert columns(first, interview("2026-10-01")) == ["Jun", "Jul", "Aug", "Sep", "Oct"]
    assert columns(first, interview("2026-11-01")) == ["Jun", "4 months without", "Nov"]


def test_the_year_stands_where_it_begins_and_where_it_is_not_this_one() -> None:
    two = columns(interview("2025-12-01", "A"), interview("2026-01-12"), interview("2026-02-02"))
    assert two == ["Dec 2025", "Jan 2026", "Feb"]
    assert columns(interview("2025-11-01"), interview("2025-12-12")) == ["Nov 2025", "Dec"]
    assert columns() == []


def test_a_fold_says_which_months_it_leaves_out() -> None:
    told = journal(old(), interview("2026-11-20"))
    folded = columns_of(tuple(reversed(months(told))), TODAY)[1]
    assert folded == Column(
        date(2023, 4, 1), (), words="43 months without", told="April 2023 to October 2026"
    )


def test_the_headline_tells_what_is_to_come_beside_what_has_been() -> None:
    been, coming = interview("2026-03-02", "A"), interview("2026-12-02", "B")
    assert (
        months_headline(months(journal(been, coming)), TODAY)
        == "One interview in one of ten months; one is to come."
    )
    assert (
        months_headline(months(journal(coming, interview("2026-12-03", "C"))), TODAY)
        == "No interview has happened yet; two are to come."
    )


def test_the_headline_counts_the_months_with_an_interview_where_many_have_none() -> None:
    told = months(journal(old(), interview("2026-11-20")))
    assert months_headline(told, TODAY) == "Two interviews in two of 45 months."


def test_lanes_of_two_searches_lie_beside_a_fold() -> None:
    made = picture(journal(old(), interview("2026-11-20", "New")))
    assert [one.words for one in made.folds] == ["April 2023 to October 2026"]
    assert made.folded == ("Folded, since nothing was in progress: April 2023 to October 2026.")
    assert [(one.name, one.year) for one in made.ticks] == [
        ("Mar", "2023"),
        ("Nov", "2026"),
        ("Dec", ""),
    ]
    new, before = made.rows
    assert (
        float(before.x[:-1])
        < float(before.x[:-1]) + float(before.width[:-1])
        < float(made.folds[0].x[:-1])
        < float(new.x[:-1])
    )
    assert not made.dense


def test_lanes_of_one_search_have_no_fold() -> None:
    made = picture(journal(interview("2026-09-10", "A"), interview("2026-11-20")))
    assert (made.folds, made.folded, made.has_years) == ((), "", False)


def across() -> Axis:
    spans = [
        (date(2023, 3, 14), date(2023, 3, 20)),
        (date(2024, 8, 1), date(2024, 8, 31)),
        (date(2026, 11, 20), date(2026, 11, 27)),
    ]
    return axis(spans, date(2023, 3, 1), date(2026, 12, 9))


def test_days_keep_their_order_across_folds() -> None:
    made = across()
    days = [date.fromordinal(one) for one in range(made.first.toordinal(), made.last.toordinal())]
    places = [float(made.place(day)[:-1]) for day in days]
    assert places == sorted(places)
    assert (places[0], made.place(made.last)) == (0, "100.00%")
    assert [one.words for one in made.folds()] == [
        "April 2023 to July 2024",
        "September 2024 to October 2026",
    ]


def test_a_name_gives_way_to_the_one_with_a_year_beside_it() -> None:
    spans = [(date(2025, 9, 1), date(2026, 3, 1))]
    ticks = axis(spans, date(2025, 9, 1), date(2026, 3, 31)).ticks(TODAY)
    assert [(one.name, one.year, one.may_hide) for one in ticks] == [
        ("Sep", "2025", False),
        ("Oct", "", True),
        ("Nov", "", False),
        ("Dec", "", True),
        ("Jan", "2026", False),
        ("Feb", "", True),
        ("Mar", "", False),
    ]
