"""What keeps going well and badly, theme by theme."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal, observed, said

from afterword.analysis.themes import (
    ThemeNotes,
    Trend,
    changes,
    keep_doing,
    practise_next,
    shares_over_time,
    theme_notes,
)
from afterword.kinds import FeedbackKind, OutcomeKind
from afterword.model import Interview, Journal

REJECTED, ADVANCED = OutcomeKind.REJECTED, OutcomeKind.ADVANCED


def search(sides: str, *, every: int = 21) -> Journal:
    """Interviews that are `every` days apart, each with one note on Kafka: "+" went well, "-" badly, " " says nothing."""
    first = date(2026, 1, 5)
    return journal(
        *(
            interview(
                first + timedelta(days=every * at),
                went_well=observed("kafka") if side == "+" else (),
                went_badly=observed("kafka") if side == "-" else (),
            )
            for at, side in enumerate(sides)
        )
    )


def only(journal: Journal) -> ThemeNotes:
    (notes,) = theme_notes(journal)
    return notes


def test_the_theme_that_goes_badly_most_often_comes_first() -> None:
    notes = theme_notes(
        journal(
            interview("2026-01-05", went_well=observed("one", "one", "two")),
            interview("2026-01-06", went_badly=observed("two", "three", "three")),
        )
    )
    assert [one.theme for one in notes] == ["three", "two", "one"]


def test_of_themes_that_go_badly_as_often_the_one_that_goes_well_comes_first_then_the_alphabet() -> (
    None
):
    noted = interview(
        "2026-01-05",
        went_badly=observed("sql", "pace", "kafka"),
        went_well=observed("pace", "zoo", "ask"),
    )
    told = [one.theme for one in theme_notes(journal(noted))]
    assert told == ["pace", "kafka", "sql", "ask", "zoo"]


def test_the_interviews_on_a_theme_come_by_day_then_by_path() -> None:
    one = interview("2026-01-05", "A", path="a.md", went_badly=observed("kafka"))
    two = interview("2026-01-05", "B", path="b.md", went_well=observed("kafka"))
    late = interview("2026-01-06", "C", path="0.md", went_well=observed("kafka"))
    assert only(journal(late, two, one)).paths == ("a.md", "b.md", "0.md")


def test_themes_that_changed_as_surely_come_by_their_names() -> None:
    """Their halves are the same; the middle note of one went badly, and is in neither."""
    days = [date(2026, 1, 5) + timedelta(days=21 * at) for at in range(5)]
    courses = (("zoo", "---++"), ("ask", "--+++"))
    rounds = (
        interview(
            day,
            went_well=observed(*(theme for theme, sides in courses if sides[at] == "+")),
            went_badly=observed(*(theme for theme, sides in courses if sides[at] == "-")),
        )
        for at, day in enumerate(days)
    )
    better = changes(theme_notes(journal(*rounds))).better
    assert [one.notes.theme for one in better] == ["ask", "zoo"]


@pytest.mark.parametrize(
    ("outcome", "kind", "side"),
    [
        (REJECTED, FeedbackKind.UNMARKED, "gaps"),
        (REJECTED, FeedbackKind.GAP, "gaps"),
        (REJECTED, FeedbackKind.PRAISE, "praise"),
        (ADVANCED, FeedbackKind.GAP, "gaps"),
        (ADVANCED, FeedbackKind.PRAISE, "praise"),
    ],
)
def test_their_feedback_is_a_gap_or_praise(
    outcome: OutcomeKind, kind: FeedbackKind, side: str
) -> None:
    notes = only(
        journal(interview("2026-01-05", outcome=outcome, feedback=said("kafka", kind=kind)))
    )
    assert [len(notes.gaps), len(notes.praise)] == [side == "gaps", side == "praise"]
    assert not notes.badly


def test_unmarked_feedback_of_those_who_went_on_is_neither() -> None:
    assert theme_notes(journal(interview("2026-01-05", outcome=ADVANCED, feedback=said("x")))) == ()


def test_unmarked_feedback_beside_an_earlier_round_of_what_ended_in_a_rejection_is_a_gap() -> None:
    """As it is among the rejections: they said it on the way to their no."""
    first = interview("2026-11-02", outcome=OutcomeKind.ADVANCED, feedback=said("kafka"))
    told = journal(first, interview("2026-11-12", outcome=OutcomeKind.REJECTED))
    assert len(only(told).gaps) == 1


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        ("---", None),
        ("-+-", None),
        ("----", Trend.RECURRING),
        ("--+++", Trend.RESOLVED),
        ("-++++", Trend.STEADY),
        ("-+-+", Trend.STEADY),
        ("-+--", Trend.RECURRING),
        ("--++", Trend.STEADY),
        ("++++", Trend.STEADY),
        ("---++-++", Trend.STEADY),
        ("----++-++", Trend.PROBABLY_IMPROVING),
        ("------++++-++", Trend.IMPROVING),
        ("+++++-+----", Trend.HARDER),
        ("++++--+--", Trend.PROBABLY_HARDER),
        ("--++--++", Trend.STEADY),
    ],
)
def test_a_theme_goes_somewhere_from_four_notes_on(sides: str, expected: Trend | None) -> None:
    assert only(search(sides)).trend is expected


def test_a_theme_whose_notes_are_all_of_eight_weeks_is_new() -> None:
    assert only(search("----", every=14)).trend is Trend.NEW
    assert only(search("-----", every=14)).trend is Trend.NEW
    assert only(search("------", every=14)).trend is Trend.RECURRING


@given(st.text("+-", min_size=4, max_size=12))
def test_a_note_that_went_badly_last_is_never_called_resolved(sides: str) -> None:
    assert only(search(f"{sides}-")).trend is not Trend.RESOLVED


def test_what_went_well_is_shared_over_three_months() -> None:
    shares = shares_over_time(
        journal(
            interview("2026-01-31", went_well=observed("a", "b", "c")),
            interview("2026-03-01", went_badly=observed("a")),
            interview("2026-05-01"),
        )
    )
    assert [(one.first.month, one.well, one.badly) for one in shares] == [
        (1, 3, 0),
        (2, 3, 0),
        (3, 3, 1),
        (4, 0, 1),
        (5, 0, 1),
    ]
    assert [one.share for one in shares] == [1, 1, 0.75, 0, 0]


def test_months_without_notes_have_no_share() -> None:
    assert [one.share for one in shares_over_time(journal(interview("2026-01-31")))] == [None]


def slipped(*themes_by_day: tuple[str, str], **facts: Any) -> tuple[Interview, ...]:
    return tuple(
        interview(day, went_badly=observed(theme), **facts) for day, theme in themes_by_day
    )


def test_to_practise_is_what_went_badly_in_most_interviews_of_the_last_half_year() -> None:
    old = [("2025-01-01", "old"), ("2025-01-02", "old"), ("2025-01-03", "old")]
    new = [("2026-05-01", "new"), ("2026-06-01", "new"), ("2026-07-01", "new")]
    often = [("2025-06-01", "often"), ("2025-07-01", "often"), ("2026-07-02", "often")]
    found = practise_next(theme_notes(journal(*slipped(*old, *new, *often))), date(2026, 8, 1))
    assert found is not None
    assert found.notes.theme == "new"
    assert found.resolve is None


def test_two_interviews_are_too_few_to_name_what_to_practise() -> None:
    twice = slipped(("2026-05-01", "new"), ("2026-06-01", "new"))
    assert practise_next(theme_notes(journal(*twice)), date(2026, 8, 1)) is None


def test_what_to_practise_brings_the_last_resolution_on_it() -> None:
    days = (("2026-05-01", "new"), ("2026-06-01", "new"), ("2026-07-01", "new"))
    found = practise_next(
        theme_notes(journal(*slipped(*days, do_differently=observed("new")))), date(2026, 8, 1)
    )
    assert found is not None
    assert found.resolve is not None
    assert found.resolve.day == date(2026, 7, 1)


def test_what_clearly_goes_well_more_than_the_rest_is_kept_up_and_not_practised() -> None:
    """It went badly in three interviews, well twenty times, and nothing else went well."""
    often = (f"2026-06-{day:02}" for day in range(1, 4))
    slips = slipped(*((day, "pace") for day in often), ("2026-06-05", "sql"))
    well = interview("2026-06-04", "W", went_well=observed(*["pace"] * 20))
    rest = interview("2026-06-06", "B", went_badly=observed(*["sql"] * 5))
    notes = theme_notes(journal(*slips, well, rest))
    found = keep_doing(notes)
    assert found is not None
    assert (found.theme, practise_next(notes, date(2026, 8, 1))) == ("pace", None)


def test_what_clearly_goes_well_is_kept_up_before_what_does_so_more_often() -> None:
    noted = interview(
        "2026-06-04",
        went_well=observed(*["pace"] * 19, *["talk"] * 20),
        went_badly=observed(*["talk"] * 5, *["sql"] * 10),
    )
    found = keep_doing(theme_notes(journal(noted)))
    assert (found and found.theme) == "pace"


def test_what_is_resolved_is_left_alone() -> None:
    assert practise_next(theme_notes(search("---+++")), date(2026, 5, 1)) is None


def test_a_day_at_the_beginning_of_time_is_no_fault() -> None:
    assert practise_next((), date.min) is None
