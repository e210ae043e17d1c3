"""How interviews and applications stand."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.analysis.standing import (
    Fate,
    begun_on,
    days_until,
    ended_on,
    fate,
    is_awaited,
    is_followed,
    is_unanswered,
    last_heard,
)
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview, Outcome, When

TODAY = date(2026, 11, 23)


def application(*interviews: Interview) -> Application:
    (found,) = journal(*interviews).applications
    return found


@pytest.mark.parametrize(
    ("kind", "alone", "followed", "awaited", "unanswered"),
    [
        (OutcomeKind.PENDING, Fate.OPEN, Fate.PASSED, True, False),
        (OutcomeKind.ADVANCED, Fate.PASSED, Fate.PASSED, True, False),
        (OutcomeKind.OFFER, Fate.PASSED, Fate.PASSED, False, False),
        (OutcomeKind.ACCEPTED, Fate.PASSED, Fate.PASSED, False, False),
        (OutcomeKind.DECLINED, Fate.PASSED, Fate.PASSED, False, False),
        (OutcomeKind.REJECTED, Fate.ENDED, Fate.PASSED, False, False),
        (OutcomeKind.NO_ANSWER, Fate.ENDED, Fate.PASSED, False, True),
        (OutcomeKind.WITHDRAWN, Fate.WITHDRAWN, Fate.PASSED, False, True),
        (OutcomeKind.CANCELLED, Fate.CANCELLED, Fate.PASSED, False, False),
    ],
)
def test_an_outcome_says_what_became_of_it_unless_a_later_round_does(
    kind: OutcomeKind, alone: Fate, followed: Fate, awaited: bool, unanswered: bool
) -> None:
    first = interview("2026-11-12", outcome=kind)
    assert fate([first], application(first), TODAY) is alone
    assert fate([first], application(first, interview("2026-11-13")), TODAY) is followed
    assert (is_awaited(first.outcome), is_unanswered(first.outcome)) == (awaited, unanswered)


def test_of_two_rounds_of_a_kind_either_may_be_the_one_that_passed() -> None:
    first = interview("2026-11-12", outcome=OutcomeKind.ADVANCED)
    second = interview("2026-11-12", outcome=OutcomeKind.REJECTED, path="b.md")
    assert fate([first, second], application(first, second), TODAY) is Fate.PASSED


def test_the_last_of_two_rounds_of_a_kind_decides_otherwise() -> None:
    first, second = interview("2026-11-12"), interview("2026-11-20", outcome=OutcomeKind.WITHDRAWN)
    assert fate([first, second], application(first, second), TODAY) is Fate.WITHDRAWN


@pytest.mark.parametrize(
    ("other", "expected"), [("2026-11-11", False), ("2026-11-12", False), ("2026-11-13", True)]
)
def test_only_a_later_day_follows(other: str, expected: bool) -> None:
    first = interview("2026-11-12")
    assert is_followed(first, application(first, interview(other, path="b.md"))) is expected


@pytest.mark.parametrize(
    ("applied", "expected"),
    [
        (None, date(2026, 11, 12)),
        (date(2026, 11, 2), date(2026, 11, 2)),
        (date(2026, 11, 14), date(2026, 11, 12)),
    ],
)
def test_an_application_begins_with_whatever_came_first(
    applied: date | None, expected: date
) -> None:
    one = interview("2026-11-12", applied=applied)
    assert begun_on(application(one, interview("2026-11-20"))) == expected


@pytest.mark.parametrize(
    ("decided", "expected"), [(None, date(2026, 11, 20)), ("2026-11-24", date(2026, 11, 24))]
)
def test_an_application_ends_on_the_day_i_heard_or_at_its_last_interview(
    decided: str | None, expected: date
) -> None:
    last = interview("2026-11-20", outcome=OutcomeKind.REJECTED, decided=decided)
    assert ended_on(application(interview("2026-11-12"), last)) == expected


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        (None, date(2026, 11, 12)),
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 2), date(2026, 11, 12)),
    ],
)
def test_they_last_spoke_with_their_answer_or_in_the_interview(
    decided: date | None, expected: date
) -> None:
    assert last_heard(interview("2026-11-12", outcome=Outcome(decided=decided))) == expected


@pytest.mark.parametrize(
    ("until", "expected"),
    [(None, None), (date(2026, 11, 11), None), (date(2026, 11, 12), 0), (date(2026, 11, 20), 8)],
)
def test_days_are_counted_from_an_interview(until: date | None, expected: int | None) -> None:
    assert days_until(interview("2026-11-12"), until) == expected


def test_from_a_whole_month_no_days_can_be_counted() -> None:
    month = When(day=date(2026, 11, 1), whole_month=True)
    assert days_until(interview("2026-11-01", when=month), date(2026, 11, 20)) is None
