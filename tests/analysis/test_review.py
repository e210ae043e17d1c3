"""A stretch of the search, looked back on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal, observed, said

from afterword.analysis.review import Review, review, reviewed_quarters, reviews
from afterword.analysis.statistics.standing_out import Tier
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import Attempt, Interview, Journal, Question

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


def of(*interviews: Interview) -> Review:
    return review(journal(*interviews), FIRST, LAST)


def sides(day: str, written: str, company: str = "Northwind") -> Interview:
    """An interview with a note on Kafka for each sign: "+" went well, "-" badly."""
    return interview(
        day,
        company,
        went_well=observed(*["kafka"] * written.count("+")),
        went_badly=observed(*["kafka"] * written.count("-")),
    )


def test_the_first_and_the_last_day_are_counted_in() -> None:
    days = ("2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01")
    found = of(*(interview(day) for day in days))
    assert [one.when.day.isoformat() for one in found.interviews] == ["2026-07-01", "2026-09-30"]


def test_an_application_begins_when_it_was_sent_and_ends_when_it_was_decided() -> None:
    rejected = OutcomeKind.REJECTED
    found = of(
        interview("2026-07-05", "Early", applied=date(2026, 6, 1)),
        interview("2026-10-05", "Sent", applied=date(2026, 9, 1)),
        interview("2026-07-05", "Met"),
        interview("2026-06-05", "Told", outcome=rejected, decided="2026-07-02"),
        interview("2026-09-05", "Late", outcome=rejected, decided="2026-10-02", applied=date(2026, 6, 1)),
        interview("2026-06-05", "Offer", outcome=OutcomeKind.OFFER, decided="2026-07-03"),
        interview("2026-07-05", "Silent", outcome=OutcomeKind.NO_ANSWER, applied=date(2026, 6, 1)),
    )  # fmt: skip
    assert sorted(one.company for one in found.begun) == ["Met", "Sent"]
    assert sorted(one.application.company for one in found.decided) == ["Offer", "Silent", "Told"]


def test_an_offer_is_told_of_whatever_came_of_it() -> None:
    offered = interview("2026-08-01", outcome=OutcomeKind.OFFER, decided="2026-08-03")
    again = interview("2026-08-02", outcome=OutcomeKind.OFFER, decided="2026-08-03")
    taken = interview("2026-08-20", outcome=OutcomeKind.ACCEPTED)
    told = [one.outcome for one in of(offered, again, taken).decided]
    assert told == [OutcomeKind.ACCEPTED, OutcomeKind.OFFER]


@st.composite
def searches(draw: st.DrawFn) -> Journal:
    """Interviews at a few companies with any end, a day of it or none, and a day of applying or none."""
    day = st.integers(0, 700).map(lambda days: date(2025, 1, 1) + timedelta(days=days))
    rows = draw(
        st.lists(
            st.tuples(
                day, st.sampled_from("ABC"), st.sampled_from(OutcomeKind), st.none() | day, st.none() | day
            ),
            max_size=12,
        )
    )  # fmt: skip
    return journal(
        *(
            interview(
                held,
                company,
                path=f"{at}.md",
                outcome=end,
                decided=str(decided) if decided else None,
                applied=applied,
            )
            for at, (held, company, end, decided, applied) in enumerate(rows)
        )
    )


@given(searches())
def test_no_interview_no_beginning_and_no_end_is_in_no_review(told: Journal) -> None:
    stretches = [(one.first, one.last) for one in reviewed_quarters(told, date(2030, 1, 1))]
    found = list(reviews(told, stretches))
    held = [one.path for each in found for one in each.interviews]
    assert held == [one.path for one in told.interviews]
    begun = [one.id for each in found for one in each.begun]
    assert sorted(begun) == sorted(one.id for one in told.applications)
    ended = {one.application.id for each in found for one in each.decided}
    assert ended == {
        one.id
        for one in told.applications
        if any(each.outcome.kind in ENDED | {OutcomeKind.OFFER} for each in one.interviews)
    }


@pytest.mark.parametrize(
    ("before", "since", "better"),
    [
        ("---", "+++", Tier.CLEAR),
        ("---+", "+++", Tier.PROBABLE),
        ("--+", "++-", Tier.OPEN),
        ("--", "+++", None),
        ("---", "++", None),
        ("-+-+-+", "++-++-", Tier.OPEN),
        ("+++", "---", None),
    ],
)
def test_what_is_better_is_so_beyond_chance_with_three_notes_on_each_side(
    before: str, since: str, better: Tier | None
) -> None:
    found = of(sides("2026-05-01", before), sides("2026-08-01", since)).better
    assert [one.tier for one in found] == [better] * bool(better)
    for one in found:
        assert (one.before, len(one.since)) == (len(before), len(since))
        assert (one.well_before, one.well_since) == (before.count("+"), since.count("+"))


def test_where_one_is_better_beyond_chance_what_may_be_chance_is_left_out() -> None:
    before = interview(
        "2026-05-01", went_badly=observed(*["pace"] * 6, *["sql"] * 2), went_well=observed("sql")
    )
    since = interview(
        "2026-08-01", went_well=observed(*["pace"] * 6, *["sql"] * 2), went_badly=observed("sql")
    )
    assert [one.theme for one in of(before, since).better] == ["pace"]


def test_what_came_back_went_badly_before_and_since() -> None:
    def facts(*themes: str) -> dict[str, Any]:
        return {"went_badly": observed(*themes)}

    found = of(
        interview("2026-05-01", **facts("again", "twice", "gone")),
        interview("2026-08-01", "A", **facts("again", "twice", "fresh")),
        interview("2026-08-02", "B", **facts("twice"), went_well=observed("gone")),
    ).back
    assert [(one.theme, len(one.items)) for one in found] == [("twice", 2), ("again", 1)]


def test_what_is_as_sure_or_came_back_as_often_comes_by_its_name() -> None:
    both = ["sql", "pace"]
    before = interview("2026-05-01", went_badly=observed(*both * 6))
    since = interview("2026-08-01", went_well=observed(*both * 6), went_badly=observed(*both))
    found = of(before, since)
    assert [one.theme for one in found.better] == ["pace", "sql"]
    assert [one.theme for one in found.back] == ["pace", "sql"]


def test_what_was_tried_and_said_belongs_to_the_interviews_of_the_stretch() -> None:
    tried = (Attempt(text="Breathe", line=9),)
    found = of(
        interview("2026-05-01", tried=tried, feedback=said("pace")),
        interview("2026-08-01", tried=tried, feedback=said("pace")),
    )
    assert [one.when.day.month for one, _ in found.tried] == [8]
    assert [one.when.day.month for one, _ in found.feedback] == [8]


def test_to_practise_are_the_three_that_went_badly_most_with_what_to_take_up() -> None:
    asked = (
        Question(text="Old", line=20, themes=("pace",)),
        Question(text="New", line=21, themes=("pace",)),
    )
    found = of(
        interview("2026-05-01", do_differently=observed("pace")),
        interview("2026-08-01", "A", went_badly=observed("pace", "sql", "sql", "kafka"), questions=asked),
        interview("2026-08-02", "B", went_badly=observed("pace", "go")),
        interview("2026-10-02", "C", do_differently=observed("pace")),
    ).exercises  # fmt: skip
    assert [one.theme for one in found] == ["pace", "sql", "go"]
    first = found[0]
    assert first.resolve is not None
    assert first.question is not None
    assert (first.resolve.interview.when.day.month, first.question.item.text) == (5, "New")
    assert (found[1].resolve, found[1].question) == (None, None)


def test_an_empty_stretch_has_nothing() -> None:
    assert of() == Review(first=FIRST, last=LAST)
