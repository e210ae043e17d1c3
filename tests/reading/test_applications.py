"""Which entries are one application, where the next one begins, and how each stands."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal, said

from afterword.analysis.rejections import rejections
from afterword.analysis.standing import ends_of
from afterword.edition.naming import application_title
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Journal

REJECTED = OutcomeKind.REJECTED


def rejected(
    day: str = "2026-01-10", decided: str | None = "2026-01-20", **facts: Any
) -> Interview:
    return interview(day, role="Engineer", outcome=REJECTED, decided=decided, **facts)


def again(day: str, **facts: Any) -> Interview:
    return interview(day, role="Engineer", path=f"{day}-again.md", **facts)


def told(*interviews: Interview) -> list[tuple[str, int, OutcomeKind]]:
    """The title of each application, its rounds, and its outcome."""
    return [
        (application_title(one), len(one.interviews), one.outcome.kind)
        for one in journal(*interviews).applications
    ]


OLD = ("Northwind, Engineer", 1, REJECTED)
REOPENED = [("Northwind, Engineer", 2, OutcomeKind.PENDING)]


@pytest.mark.parametrize("day", ["2026-01-21", "2026-02-18", "2026-04-20"])
def test_a_round_within_ninety_days_of_the_decision_takes_it_up_again(day: str) -> None:
    assert told(rejected(), again(day)) == REOPENED


@pytest.mark.parametrize("day", ["2026-04-21", "2026-12-01"])
def test_a_later_one_is_a_new_application_and_the_old_one_stays_closed(day: str) -> None:
    assert told(rejected(), again(day)) == [
        OLD,
        ("Northwind, Engineer (2026)", 1, OutcomeKind.PENDING),
    ]


def test_so_is_one_that_was_applied_for_since_the_decision() -> None:
    found = told(rejected(), again("2026-02-18", applied=date(2026, 2, 1)))
    assert found == [OLD, ("Northwind, Engineer (2026)", 1, OutcomeKind.PENDING)]


def test_the_day_of_applying_that_is_written_into_every_entry_is_no_new_one() -> None:
    applied = date(2026, 1, 2)
    assert told(rejected(applied=applied), again("2026-02-18", applied=applied)) == REOPENED


def test_a_round_on_the_day_of_the_decision_is_of_the_same_application_and_ended_with_it() -> None:
    assert told(rejected(), again("2026-01-20")) == [("Northwind, Engineer", 2, REJECTED)]


def test_a_decision_without_its_day_counts_from_its_interview() -> None:
    assert told(rejected(decided=None), again("2026-04-10")) == REOPENED
    assert told(rejected(decided=None), again("2026-04-11"))[0] == OLD


def test_one_that_never_answered_counts_from_the_last_thing_i_sent() -> None:
    silent = interview(
        "2026-01-10",
        role="Engineer",
        outcome=OutcomeKind.NO_ANSWER,
        follow_ups=(date(2026, 2, 10),),
    )
    assert told(silent, again("2026-05-10")) == REOPENED


def test_an_offer_that_was_accepted_stays_accepted() -> None:
    accepted = interview("2026-01-10", role="Engineer", outcome=OutcomeKind.ACCEPTED)
    assert told(accepted, again("2026-01-20")) == [("Northwind, Engineer", 2, OutcomeKind.ACCEPTED)]


def test_a_year_that_is_taken_gives_way_to_the_month_the_day_and_a_number() -> None:
    days = ["2026-01-10", "2026-04-02", "2026-04-05", "2026-04-08", "2026-04-08"]
    every = [
        rejected(day, day, application=f"try {at}", path=f"{at}.md") for at, day in enumerate(days)
    ]
    more = rejected("2026-04-08", "2026-04-08", application="try 5", path="5.md")
    assert [title for title, _, _ in told(*every, more)] == [
        "Northwind, Engineer",
        "Northwind, Engineer (2026)",
        "Northwind, Engineer (April 2026)",
        "Northwind, Engineer (8 April 2026)",
        "Northwind, Engineer (2)",
        "Northwind, Engineer (3)",
    ]


def test_the_year_is_that_of_applying() -> None:
    found = told(rejected(), again("2027-01-08", applied=date(2026, 12, 20)))
    assert found[1][0] == "Northwind, Engineer (2026)"


def test_each_has_an_address_that_says_which_it_is() -> None:
    found = journal(rejected(), again("2026-12-01")).applications
    assert [one.id for one in found] == ["northwind-engineer", "northwind-engineer-2026"]


def test_a_new_one_has_the_role_that_its_company_had() -> None:
    without = interview("2026-12-01", path="b.md")
    assert told(rejected(), without)[1][0] == "Northwind, Engineer (2026)"


def test_who_applied_long_after_the_silence_has_applied_anew() -> None:
    silent = interview("2026-01-10", role="Engineer")
    assert len(told(silent, again("2026-12-01", applied=date(2026, 11, 20)))) == 2
    assert len(told(silent, again("2026-12-01"))) == 1
    assert len(told(silent, again("2026-01-20", applied=date(2026, 1, 12)))) == 1


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (None, "again", 2),
        ("first", None, 2),
        ("one", "One!", 1),
        ("one", "two", 2),
        (None, None, 1),
    ],
)
def test_a_name_on_either_side_of_a_decision_says_whether_it_is_the_same(
    first: str | None, second: str | None, count: int
) -> None:
    found = told(rejected(application=first), again("2026-02-18", application=second))
    assert len(found) == count


def test_one_name_keeps_together_what_is_a_year_apart() -> None:
    found = told(rejected(application="north"), again("2027-06-01", application="North"))
    assert found == REOPENED


def test_a_name_ties_what_was_renamed() -> None:
    first = interview("2026-11-01", "Acme", role="Engineer", application="north")
    second = interview("2026-11-08", "Acme Labs", role="Sr Engineer", application="north")
    assert told(first, second) == [("Acme, Engineer", 2, OutcomeKind.PENDING)]


def test_an_entry_without_a_name_goes_with_the_one_before_it() -> None:
    first = interview("2026-11-01", application="north", path="a.md")
    second = interview("2026-11-02", path="b.md")
    third = interview("2026-11-03", application="south", path="c.md")
    fourth = interview("2026-11-04", path="d.md")
    found = journal(first, second, third, fourth).applications
    assert [one.paths for one in found] == [("a.md", "b.md"), ("c.md", "d.md")]


def test_an_entry_before_any_name_goes_with_the_first() -> None:
    first = interview("2026-11-01", path="a.md")
    assert len(told(first, interview("2026-11-02", application="north", path="b.md"))) == 1


def test_a_role_that_comes_later_takes_no_entry_away() -> None:
    """What was one application stays one, whatever its company asks me for next."""
    screen = interview("2026-01-05", path="a.md")
    found = journal(screen, rejected(), interview("2026-12-01", role="Manager")).applications
    assert [len(one.interviews) for one in found] == [2, 1]


def test_an_end_after_the_last_round_is_that_of_the_application_whichever_entry_tells_it() -> None:
    later_round = again("2026-01-15", outcome=OutcomeKind.ADVANCED)
    assert told(rejected(), later_round) == [("Northwind, Engineer", 2, REJECTED)]
    assert told(rejected(decided="2026-01-12"), later_round) == [
        ("Northwind, Engineer", 2, OutcomeKind.ADVANCED)
    ]


_DAYS = st.dates(date(2025, 1, 1), date(2026, 12, 31))


@st.composite
def rounds(draw: st.DrawFn) -> list[Interview]:
    """Interviews at one company, for one or two roles, with whatever outcome, in date order."""
    days = sorted(draw(st.lists(_DAYS, min_size=1, max_size=6, unique=True)))
    made = []
    for at, day in enumerate(days):
        outcome = draw(st.sampled_from(OutcomeKind))
        after = draw(st.one_of(st.none(), st.integers(0, 120)))
        decided = None if after is None else date.fromordinal(day.toordinal() + after).isoformat()
        made.append(
            interview(
                day,
                path=f"{at}.md",
                role=draw(st.sampled_from([None, "Engineer", "Manager"])),
                applied=draw(st.one_of(st.none(), st.just(day))),
                outcome=outcome,
                decided=decided,
                feedback=said("pace") if draw(st.booleans()) else (),
            )
        )
    return made


def ended(found: Journal) -> int:
    return sum(1 for one in found.applications if ends_of(one))


@given(rounds())
def test_a_later_entry_lowers_no_total(interviews: list[Interview]) -> None:
    """A rejection that once was counted, what they said of it, and an end stay counted."""
    before, after = journal(*interviews[:-1]), journal(*interviews)
    counted, now = rejections(before), rejections(after)
    assert len(now.applications) >= len(counted.applications)
    assert len(now.with_feedback) >= len(counted.with_feedback)
    assert sum(one.gap for one in now.themes) >= sum(one.gap for one in counted.themes)
    assert ended(after) >= ended(before)


@given(rounds())
def test_adding_a_round_never_loses_one(interviews: list[Interview]) -> None:
    found = journal(*interviews).applications
    assert sorted(path for one in found for path in one.paths) == [one.path for one in interviews]
    for one in found:
        last = one.interviews[-1]
        open_end = last.outcome.kind is OutcomeKind.PENDING and not any(
            each.heard >= last.when.day for each in one.interviews[:-1]
        )
        assert one.live or not open_end or one.outcome.kind is OutcomeKind.ACCEPTED
