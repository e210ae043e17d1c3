"""Where applications get stuck, and how long they let me wait."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.analysis.funnel import Funnel, Stage, funnel
from afterword.analysis.statistics.intervals import wilson
from afterword.analysis.statistics.standing_out import Tier
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview

TODAY = date(2026, 11, 23)
SCREEN, TECHNICAL = RoundKind.SCREEN, RoundKind.TECHNICAL


def stage(*interviews: Interview, kind: RoundKind = TECHNICAL) -> Stage:
    (found,) = (one for one in funnel(journal(*interviews), TODAY).stages if one.kind is kind)
    return found


def fates(found: Stage) -> tuple[int, int, int, int, int]:
    return found.passed, found.ended, found.withdrawn, found.cancelled, found.open


def decided(kind: RoundKind, *, passed: int, ended: int) -> list[Interview]:
    outcomes = [OutcomeKind.ADVANCED] * passed + [OutcomeKind.REJECTED] * ended
    return [
        interview("2026-11-02", f"{kind} {number}", kind=kind, outcome=outcome)
        for number, outcome in enumerate(outcomes)
    ]


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (OutcomeKind.ADVANCED, (1, 0, 0, 0, 0)),
        (OutcomeKind.OFFER, (1, 0, 0, 0, 0)),
        (OutcomeKind.ACCEPTED, (1, 0, 0, 0, 0)),
        (OutcomeKind.DECLINED, (1, 0, 0, 0, 0)),
        (OutcomeKind.REJECTED, (0, 1, 0, 0, 0)),
        (OutcomeKind.NO_ANSWER, (0, 1, 0, 0, 0)),
        (OutcomeKind.WITHDRAWN, (0, 0, 1, 0, 0)),
        (OutcomeKind.CANCELLED, (0, 0, 0, 1, 0)),
        (OutcomeKind.PENDING, (0, 0, 0, 0, 1)),
    ],
)
def test_an_application_passed_ended_was_withdrawn_cancelled_or_is_open(
    outcome: OutcomeKind, expected: tuple[int, int, int, int, int]
) -> None:
    assert fates(stage(interview("2026-11-12", kind=TECHNICAL, outcome=outcome))) == expected


def test_an_application_counts_once_for_a_kind_however_many_rounds_it_took() -> None:
    found = stage(interview("2026-11-10", kind=TECHNICAL), interview("2026-11-12", kind=TECHNICAL))
    assert (found.reached, fates(found)) == (1, (0, 0, 0, 0, 1))


def test_a_stage_names_the_interviews_it_counts() -> None:
    found = stage(
        interview("2026-11-10", kind=TECHNICAL, path="a.md"),
        interview("2026-11-12", kind=TECHNICAL, path="b.md"),
        interview("2026-11-11", "Acme", kind=TECHNICAL, path="c.md"),
    )
    assert found.interviews == ("a.md", "b.md", "c.md")


def test_a_pending_round_is_passed_when_another_comes_after_it() -> None:
    found = stage(interview("2026-11-10", kind=TECHNICAL), interview("2026-11-12"))
    assert fates(found) == (1, 0, 0, 0, 0)


def test_an_invitation_to_a_coming_round_passes_the_one_before() -> None:
    found = stage(interview("2026-11-10", kind=TECHNICAL), interview("2026-12-01"))
    assert fates(found) == (1, 0, 0, 0, 0)


def test_two_rounds_of_one_day_were_arranged_together() -> None:
    found = stage(
        interview("2026-11-12", kind=TECHNICAL), interview("2026-11-12", kind=RoundKind.PANEL)
    )
    assert fates(found) == (0, 0, 0, 0, 1)


def test_a_second_round_of_the_kind_decides_for_the_first() -> None:
    found = stage(
        interview("2026-11-10", kind=TECHNICAL),
        interview("2026-11-12", kind=TECHNICAL, outcome=OutcomeKind.REJECTED),
    )
    assert fates(found) == (0, 1, 0, 0, 0)


def test_a_round_to_come_is_not_reached() -> None:
    assert funnel(journal(interview("2026-11-24", kind=TECHNICAL)), TODAY).stages == ()


def test_a_round_of_today_is_reached() -> None:
    assert stage(interview("2026-11-23", kind=TECHNICAL)).reached == 1


def test_stages_come_in_their_usual_order() -> None:
    found = funnel(
        journal(
            interview("2026-11-10", kind=RoundKind.FINAL), interview("2026-11-12", kind=SCREEN)
        ),
        TODAY,
    )
    assert [one.kind for one in found.stages] == [SCREEN, RoundKind.FINAL]


def test_the_share_is_of_those_decided_by_them() -> None:
    found = stage(
        *decided(TECHNICAL, passed=1, ended=3),
        interview("2026-11-12", kind=TECHNICAL),
        interview("2026-11-12", "Acme", kind=TECHNICAL, outcome=OutcomeKind.WITHDRAWN),
    )
    assert (found.reached, found.decided, found.share) == (6, 4, 0.25)
    assert found.interval == wilson(1, 4)


def test_a_stage_without_a_decision_has_no_share() -> None:
    assert stage(interview("2026-11-12", kind=TECHNICAL)).share is None


def narrow(*rounds: Interview) -> tuple[tuple[RoundKind, ...], int, int, Tier] | None:
    found = funnel(journal(*rounds), TODAY).narrow
    return (found.leaders, found.hits, found.cases, found.tier) if found else None


def test_the_funnel_narrows_where_applications_end_most_of_those_decided() -> None:
    rounds = [
        *decided(SCREEN, passed=19, ended=1),
        *decided(TECHNICAL, passed=1, ended=19),
        *decided(RoundKind.FINAL, passed=18, ended=2),
    ]
    assert narrow(*rounds) == ((TECHNICAL,), 19, 20, Tier.CLEAR)


def test_where_it_may_be_chance_the_lowest_is_told_with_that() -> None:
    rounds = [*decided(SCREEN, passed=4, ended=2), *decided(TECHNICAL, passed=2, ended=4)]
    assert narrow(*rounds) == ((TECHNICAL,), 4, 6, Tier.OPEN)


def test_two_stages_that_are_equally_low_are_told_together() -> None:
    rounds = [
        *decided(SCREEN, passed=20, ended=0),
        *decided(TECHNICAL, passed=0, ended=20),
        *decided(RoundKind.FINAL, passed=0, ended=20),
    ]
    assert narrow(*rounds) == ((TECHNICAL, RoundKind.FINAL), 20, 20, Tier.CLEAR)


def test_a_stage_is_compared_from_three_decided_on() -> None:
    screens = decided(SCREEN, passed=40, ended=0)
    assert narrow(*screens, *decided(TECHNICAL, passed=0, ended=2)) is None
    assert narrow(*screens, *decided(TECHNICAL, passed=0, ended=3)) == (
        (TECHNICAL,), 3, 3, Tier.CLEAR,
    )  # fmt: skip


def test_an_empty_journal_has_no_funnel() -> None:
    assert funnel(journal(), TODAY) == Funnel()
