"""How long they let me wait for an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal

from afterword.analysis.waits import Wait, by_length, stage_waits, waits
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview, Outcome, When

TODAY = date(2026, 11, 23)
SCREEN, TECHNICAL = RoundKind.SCREEN, RoundKind.TECHNICAL


def test_a_wait_has_the_days_they_said_and_the_days_it_took() -> None:
    one = interview(
        "2026-11-02",
        kind=TECHNICAL,
        path="a.md",
        decision_by=date(2026, 11, 16),
        outcome=OutcomeKind.REJECTED,
        decided="2026-11-20",
    )
    assert waits(journal(one), TODAY) == (
        Wait(path="a.md", company="Northwind", kind=TECHNICAL, said=14, took=18, open_for=None),
    )


def lengths(*interviews: Interview) -> list[tuple[int | None, int | None, int | None]]:
    return [(one.said, one.took, one.open_for) for one in waits(journal(*interviews), TODAY)]


def test_a_pending_interview_has_the_days_so_far() -> None:
    assert lengths(interview("2026-11-13", decision_by=date(2026, 11, 20))) == [(7, None, 10)]


def test_where_it_cannot_be_told_how_it_stands_nothing_is_waited_for() -> None:
    assert lengths(interview("2026-11-13", outcome=Outcome(is_unclear=True))) == []


def test_an_interview_to_come_is_not_waited_for() -> None:
    assert lengths(interview("2026-11-25", decision_by=date(2026, 11, 30))) == [(5, None, None)]


def test_an_invitation_ends_the_wait() -> None:
    first = interview("2026-11-02", decision_by=date(2026, 11, 9))
    assert lengths(first, interview("2026-11-12")) == [(7, None, None), (None, None, 11)]


def test_the_end_of_an_application_ends_the_wait() -> None:
    first = interview("2026-11-12", decision_by=date(2026, 11, 19), kind=SCREEN)
    second = interview("2026-11-12", kind=TECHNICAL, outcome=OutcomeKind.REJECTED)
    assert lengths(first, second) == [(7, None, None)]


def test_an_outcome_without_its_day_took_nobody_knows_how_long() -> None:
    one = interview("2026-11-02", decision_by=date(2026, 11, 9), outcome=OutcomeKind.ADVANCED)
    assert lengths(one) == [(7, None, None)]


def test_a_decision_before_the_interview_took_no_days() -> None:
    one = interview("2026-11-02", outcome=OutcomeKind.REJECTED, decided="2026-11-01")
    assert lengths(one) == []


def test_an_entry_that_names_no_day_is_no_wait() -> None:
    assert lengths(interview("2026-11-02", outcome=OutcomeKind.REJECTED)) == []


def test_an_entry_of_which_only_the_month_is_known_is_no_wait() -> None:
    month = When(day=date(2026, 11, 1), whole_month=True)
    assert lengths(interview("2026-11-01", when=month, decision_by=date(2026, 11, 20))) == []


def test_an_interview_without_an_answer_is_waited_for_whether_or_not_they_named_a_day() -> None:
    assert lengths(interview("2026-11-13")) == [(None, None, 10)]


@pytest.mark.parametrize(
    ("outcome", "decided", "expected"),
    [
        (OutcomeKind.NO_ANSWER, "2026-11-12", [10]),
        (OutcomeKind.NO_ANSWER, None, [21]),
    ],
)
def test_what_never_came_lasted_until_i_stopped_waiting(
    outcome: OutcomeKind, decided: str | None, expected: list[int]
) -> None:
    found = waits(journal(interview("2026-11-02", outcome=outcome, decided=decided)), TODAY)
    assert [(one.unanswered, one.took) for one in found] == [(days, None) for days in expected]


@pytest.mark.parametrize(
    ("outcome", "decided", "expected"),
    [
        (OutcomeKind.WITHDRAWN, "2026-11-12", [(None, 10)]),
        (OutcomeKind.WITHDRAWN, None, []),
        (OutcomeKind.ACCEPTED, "2026-11-12", []),
        (OutcomeKind.DECLINED, "2026-11-12", []),
    ],
)
def test_what_i_ended_is_not_their_answer(
    outcome: OutcomeKind, decided: str | None, expected: list[tuple[None, int]]
) -> None:
    found = waits(journal(interview("2026-11-02", outcome=outcome, decided=decided)), TODAY)
    assert [(one.took, one.ended_by_me) for one in found] == expected


@pytest.mark.parametrize(
    ("facts", "late"),
    [
        ({"outcome": OutcomeKind.ADVANCED, "decided": "2026-11-08"}, False),
        ({"outcome": OutcomeKind.ADVANCED, "decided": "2026-11-09"}, False),
        ({"outcome": OutcomeKind.ADVANCED, "decided": "2026-11-10"}, True),
        ({"outcome": OutcomeKind.NO_ANSWER, "decided": "2026-11-20"}, True),
        ({"outcome": OutcomeKind.WITHDRAWN, "decided": "2026-11-04"}, None),
        ({"outcome": OutcomeKind.WITHDRAWN}, None),
        ({}, True),
    ],
)
def test_an_answer_is_late_once_their_day_has_passed(
    facts: dict[str, Any], late: bool | None
) -> None:
    (one,) = waits(journal(interview("2026-11-02", decision_by=date(2026, 11, 9), **facts)), TODAY)
    assert one.late is late


def test_a_stage_knows_which_were_answered_which_are_open_which_never_came_and_which_i_ended() -> (
    None
):
    answered = interview("2026-11-02", "A", outcome=OutcomeKind.ADVANCED, decided="2026-11-08")
    never = interview("2026-11-02", "N", outcome=OutcomeKind.NO_ANSWER, decided="2026-11-20")
    mine = interview("2026-11-02", "M", outcome=OutcomeKind.WITHDRAWN, decided="2026-11-05")
    told = journal(answered, interview("2026-11-02", "O"), never, mine)
    (stage,) = stage_waits(waits(told, TODAY))
    groups = (stage.answered, stage.open, stage.unanswered, stage.ended_by_me)
    assert [[one.company for one in group] for group in groups] == [["A"], ["O"], ["N"], ["M"]]


def test_a_stage_knows_who_kept_the_day_they_named_and_who_did_not() -> None:
    """Of one that has not come yet, or that nobody waits for any more, neither can be told."""
    day = date(2026, 11, 9)
    kept = interview(
        "2026-11-02", "K", decision_by=day, outcome=OutcomeKind.ADVANCED, decided="2026-11-09"
    )
    late = interview("2026-11-02", "L", decision_by=day)
    mine = interview(
        "2026-11-02", "M", decision_by=day, outcome=OutcomeKind.WITHDRAWN, decided="2026-11-05"
    )
    coming = interview("2026-11-20", "C", decision_by=date(2026, 11, 27))
    told = journal(kept, late, mine, coming, interview("2026-11-02", "N"))
    (stage,) = stage_waits(waits(told, TODAY))
    groups = (stage.said, stage.on_time, stage.late)
    assert ["".join(sorted(one.company for one in group)) for group in groups] == ["CKLM", "K", "L"]


def test_nobody_is_late_who_named_no_day() -> None:
    (one,) = waits(journal(interview("2026-11-02")), TODAY)
    assert one.late is None


def test_waits_are_told_by_kind_of_round_in_their_usual_order() -> None:
    final = interview("2026-11-13", "Acme", kind=RoundKind.FINAL, decision_by=date(2026, 11, 20))
    found = stage_waits(waits(journal(final, interview("2026-11-13", kind=SCREEN)), TODAY))
    assert [one.kind for one in found] == [SCREEN, RoundKind.FINAL]
    assert [one.median_said for one in found] == [None, 7]
    assert [len(one.said) for one in found] == [0, 1]


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-11-23", [1, 0, 0, 0]),
        ("2026-11-16", [1, 0, 0, 0]),
        ("2026-11-15", [0, 1, 0, 0]),
        ("2026-11-09", [0, 1, 0, 0]),
        ("2026-11-08", [0, 0, 1, 0]),
        ("2026-10-26", [0, 0, 1, 0]),
        ("2026-10-25", [0, 0, 0, 1]),
    ],
)
def test_waits_are_grouped_by_weeks_up_to_and_with_the_last_day(
    day: str, counts: list[int]
) -> None:
    assert [len(one) for one in by_length(waits(journal(interview(day)), TODAY))] == counts


def test_a_wait_of_unknown_length_is_in_no_group() -> None:
    one = interview("2026-11-02", decision_by=date(2026, 11, 9), outcome=OutcomeKind.ADVANCED)
    assert by_length(waits(journal(one), TODAY)) == ((), (), (), ())
