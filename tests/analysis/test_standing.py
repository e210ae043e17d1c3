"""How interviews and applications stand."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal

from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.standing import (
    Fate,
    Standing,
    StandingKind,
    answered_on,
    begun_on,
    counted_end,
    days_until,
    ended_on,
    ends_of,
    fate,
    has_lapsed,
    is_awaited,
    is_followed,
    is_open,
    lapsed,
    last_event,
    last_heard,
    standing,
)
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import (
    Advocate,
    Application,
    Interview,
    Journal,
    Outcome,
    Promise,
    Reference,
    ThankYou,
    When,
)

TODAY = date(2026, 11, 23)


def application(*interviews: Interview) -> Application:
    (found,) = journal(*interviews).applications
    return found


@pytest.mark.parametrize(
    ("kind", "alone", "followed", "awaited"),
    [
        (OutcomeKind.PENDING, Fate.OPEN, Fate.PASSED, True),
        (OutcomeKind.ADVANCED, Fate.PASSED, Fate.PASSED, True),
        (OutcomeKind.OFFER, Fate.PASSED, Fate.PASSED, False),
        (OutcomeKind.ACCEPTED, Fate.PASSED, Fate.PASSED, False),
        (OutcomeKind.DECLINED, Fate.PASSED, Fate.PASSED, False),
        (OutcomeKind.REJECTED, Fate.ENDED, Fate.PASSED, False),
        (OutcomeKind.NO_ANSWER, Fate.ENDED, Fate.PASSED, False),
        (OutcomeKind.WITHDRAWN, Fate.WITHDRAWN, Fate.PASSED, False),
        (OutcomeKind.CANCELLED, Fate.CANCELLED, Fate.PASSED, False),
    ],
)
def test_an_outcome_says_what_became_of_it_unless_a_later_round_does(
    kind: OutcomeKind, alone: Fate, followed: Fate, awaited: bool
) -> None:
    first = interview("2026-11-12", outcome=kind)
    assert fate([first], application(first), TODAY) is alone
    assert fate([first], application(first, interview("2026-11-13")), TODAY) is followed
    assert is_awaited(first.outcome) is awaited


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


def stands(one: Interview, *others: Interview, today: date = TODAY) -> Standing:
    """How an interview stands in its application with these others."""
    return standing(one, application(one, *others), today)


PENDING, ADVANCED, REJECTED = OutcomeKind.PENDING, OutcomeKind.ADVANCED, OutcomeKind.REJECTED


def test_an_interview_to_come_has_no_outcome_and_says_in_how_many_days() -> None:
    found = stands(interview("2026-11-29"))
    assert (found.kind, found.outcome, found.days) == (StandingKind.COMING, PENDING, 6)


def test_what_went_on_already_has_not_happened_yet() -> None:
    assert stands(interview("2026-11-29", outcome=ADVANCED)).kind is StandingKind.COMING


def test_an_interview_to_come_that_was_cancelled_has_ended() -> None:
    found = stands(interview("2026-11-29", outcome=OutcomeKind.CANCELLED))
    assert (found.kind, found.outcome) == (StandingKind.ENDED, OutcomeKind.CANCELLED)


def test_of_a_whole_month_to_come_the_days_are_not_known() -> None:
    month = When(day=date(2026, 12, 1), whole_month=True)
    found = stands(interview("2026-12-01", when=month))
    assert (found.kind, found.day, found.days) == (StandingKind.COMING, date(2026, 12, 1), None)


@pytest.mark.parametrize(
    ("clock", "at"),
    [(time(14), time(14)), (None, None), (time(0), None), (time(0, 30), time(0, 30))],
)
def test_an_interview_of_today_has_its_time_and_midnight_is_none(
    clock: time | None, at: time | None
) -> None:
    found = stands(interview(TODAY, when=When(day=TODAY, clock=clock)))
    assert (found.kind, found.at) == (StandingKind.TODAY, at)


def test_an_interview_of_today_that_is_decided_is_over() -> None:
    assert stands(interview(TODAY, outcome=REJECTED)).kind is StandingKind.ENDED


def test_an_interview_of_today_after_an_offer_is_today_and_after_an_end_is_over() -> None:
    """What was decided on the very day was decided without it."""
    today = interview(TODAY, path="today.md")
    offer = interview("2026-11-12", outcome=OutcomeKind.OFFER, decided="2026-11-20")
    assert stands(today, offer).kind is StandingKind.TODAY
    ended = interview("2026-11-12", outcome=REJECTED, decided=TODAY.isoformat())
    assert stands(today, ended).outcome is REJECTED


def test_an_interview_of_this_month_is_waited_for() -> None:
    first = date(2026, 11, 1)
    month = interview(first, when=When(day=first, whole_month=True))
    assert stands(month, today=first).kind is StandingKind.WAITING


@pytest.mark.parametrize("written", [PENDING, ADVANCED, REJECTED, OutcomeKind.NO_ANSWER])
@pytest.mark.parametrize("following", ["2026-11-20", "2026-12-20"])
def test_a_later_round_means_that_this_one_went_on(written: OutcomeKind, following: str) -> None:
    """Whether it happened or is arranged, and whatever this one's file says."""
    one = interview("2026-11-12", outcome=written)
    found = stands(one, interview(following))
    assert (found.kind, found.outcome) == (StandingKind.WENT_ON, ADVANCED)
    assert (found.overruled == one.outcome) is (written in ENDED)


@pytest.mark.parametrize("outcome", [OutcomeKind.OFFER, OutcomeKind.ACCEPTED])
def test_an_offer_says_more_than_that_it_went_on(outcome: OutcomeKind) -> None:
    assert (
        stands(interview("2026-11-12", outcome=outcome), interview("2026-11-30")).outcome is outcome
    )


@pytest.mark.parametrize("outcome", [REJECTED, OutcomeKind.OFFER, OutcomeKind.WITHDRAWN])
def test_how_the_application_ended_is_how_its_last_round_did_whichever_entry_tells_it(
    outcome: OutcomeKind,
) -> None:
    last = interview("2026-11-12", path="last.md")
    first = interview("2026-11-02", outcome=outcome, decided="2026-11-20")
    assert stands(last, first).outcome is outcome


def test_an_outcome_that_nobody_can_tell_is_unclear() -> None:
    one = interview("2026-11-12", outcome=Outcome(is_unclear=True, words="who knows"))
    assert stands(one).kind is StandingKind.UNCLEAR


@pytest.mark.parametrize(
    ("day", "kind"), [("2026-08-25", StandingKind.WAITING), ("2026-08-24", StandingKind.LET_GO)]
)
def test_after_ninety_days_without_anything_an_interview_is_let_go(
    day: str, kind: StandingKind
) -> None:
    assert stands(interview(day)).kind is kind


LONG_AGO = date(2026, 3, 2)


@pytest.mark.parametrize(
    "facts",
    [
        {"follow_ups": (date(2026, 10, 1),)},
        {"thank_you": ThankYou(sent=(date(2026, 10, 1),))},
        {"decision_by": date(2026, 10, 1)},
        {"decision_by": date(2027, 1, 1)},
        {"answer_by": date(2026, 12, 1)},
        {"reconnect": date(2026, 12, 1)},
        {"promised": (Promise(what="x", by=date(2026, 10, 1), line=3),)},
        {"references": (Reference(name="Dana", told=date(2026, 10, 1), line=3),)},
        {"advocates": (Advocate(name="Dana", asked=date(2026, 10, 1), line=3),)},
        {"outcome": Outcome(kind=ADVANCED, decided=date(2026, 10, 1))},
        {"when": When(day=date(2026, 8, 1), whole_month=True)},
    ],
)
def test_whatever_happened_or_was_to_happen_lately_keeps_it_open(facts: dict[str, Any]) -> None:
    assert not has_lapsed(application(interview(LONG_AGO, **facts)), TODAY)
    assert has_lapsed(application(interview(LONG_AGO)), TODAY)


@pytest.mark.parametrize("outcome", sorted(ENDED))
def test_what_has_ended_does_not_lapse(outcome: OutcomeKind) -> None:
    ended = application(interview(LONG_AGO, outcome=outcome))
    assert (has_lapsed(ended, TODAY), is_open(ended, TODAY)) == (False, False)


def test_the_last_event_is_no_day_to_come() -> None:
    one = application(
        interview(LONG_AGO, follow_ups=(date(2026, 4, 1),), decision_by=date(2027, 1, 1))
    )
    assert last_event(one, TODAY) == date(2026, 4, 1)


def test_the_applications_that_are_let_go_are_listed_the_newest_first() -> None:
    found = journal(
        interview("2026-02-02", "Old"),
        interview("2026-03-02", "Newer"),
        interview("2026-11-02", "Open"),
        interview("2026-02-02", "Over", outcome=REJECTED),
    )
    assert [one.company for one in lapsed(found, TODAY)] == ["Newer", "Old"]


def test_what_was_let_go_on_one_day_comes_by_its_name() -> None:
    found = journal(
        interview(LONG_AGO, "Quill", path="1.md"), interview(LONG_AGO, "Acme", path="2.md")
    )
    assert [one.company for one in lapsed(found, TODAY)] == ["Acme", "Quill"]


@pytest.mark.parametrize(
    ("outcome", "answered"),
    [
        (ADVANCED, True),
        (OutcomeKind.OFFER, True),
        (REJECTED, True),
        (OutcomeKind.CANCELLED, True),
        (OutcomeKind.ACCEPTED, False),
        (OutcomeKind.DECLINED, False),
        (OutcomeKind.WITHDRAWN, False),
        (OutcomeKind.NO_ANSWER, False),
    ],
)
def test_my_own_word_is_no_answer_of_theirs(outcome: OutcomeKind, answered: bool) -> None:
    one = interview("2026-11-02", outcome=outcome, decided="2026-11-12")
    assert answered_on(one, application(one)) == (date(2026, 11, 12) if answered else None)
    assert last_heard(one) == (date(2026, 11, 12) if answered else date(2026, 11, 2))


@pytest.mark.parametrize(("decided", "is_its_own"), [("2026-11-12", True), ("2026-11-13", False)])
def test_an_answer_later_than_the_next_round_is_one_to_that(decided: str, is_its_own: bool) -> None:
    one = interview("2026-11-02", outcome=REJECTED, decided=decided)
    found = answered_on(one, application(one, interview("2026-11-12", path="b.md")))
    assert (found is not None) is is_its_own


def test_one_that_was_never_answered_was_in_progress_until_the_last_thing_i_sent() -> None:
    sent = ThankYou(sent=(date(2026, 11, 3),))
    silent = interview(
        "2026-11-02",
        outcome=OutcomeKind.NO_ANSWER,
        thank_you=sent,
        follow_ups=(date(2026, 11, 15),),
    )
    assert ended_on(application(silent)) == date(2026, 11, 15)


def test_every_end_is_remembered_in_its_order() -> None:
    ends = ends_of(
        application(
            interview(
                "2026-01-02", outcome=OutcomeKind.NO_ANSWER, decided="2026-02-02", path="a.md"
            ),
            interview("2026-03-02", outcome=REJECTED, decided="2026-03-12", path="b.md"),
            interview("2026-04-02", path="c.md"),
        )
    )
    assert [(one.outcome.kind, one.interview.path, one.day) for one in ends] == [
        (OutcomeKind.NO_ANSWER, "a.md", date(2026, 2, 2)),
        (REJECTED, "b.md", date(2026, 3, 12)),
    ]


@pytest.mark.parametrize("decided", [None, "2026-03-12"])
def test_an_end_that_was_written_into_every_entry_is_one(decided: str | None) -> None:
    every = [
        interview(day, outcome=REJECTED, decided=decided, path=f"{day}.md")
        for day in ("2026-02-02", "2026-02-12", "2026-03-02")
    ]
    assert [one.interview.path for one in ends_of(application(*every))] == ["2026-03-02.md"]


def test_an_application_counts_by_its_rejection_whatever_came_of_it_later() -> None:
    refused = interview("2026-01-02", outcome=REJECTED, decided="2026-01-12", path="a.md")
    accepted = interview("2026-02-02", outcome=OutcomeKind.ACCEPTED, path="b.md")
    found = counted_end(application(refused, accepted))
    assert found is not None
    assert found.outcome.kind is REJECTED
    assert counted_end(application(interview("2026-01-02"))) is None


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@st.composite
def applications(draw: st.DrawFn) -> tuple[Application, date]:
    """An application with a few rounds and what I sent, and a day to look at it."""
    days = draw(st.lists(DAYS, min_size=1, max_size=4, unique=True))
    rounds = [
        interview(
            day,
            path=f"{at}.md",
            outcome=draw(st.sampled_from([PENDING, ADVANCED, REJECTED, OutcomeKind.OFFER])),
            follow_ups=tuple(draw(st.lists(DAYS, max_size=2))),
        )
        for at, day in enumerate(days)
    ]
    found = journal(*rounds).applications
    return draw(st.sampled_from(found)), draw(DAYS)


@given(applications())
def test_a_day_later_only_what_has_to_changes(drawn: tuple[Application, date]) -> None:
    """An interview comes nearer, is today, is over, and is let go: never the other way."""
    one, today = drawn
    order = [StandingKind.COMING, StandingKind.TODAY, StandingKind.WAITING, StandingKind.LET_GO]
    for each in one.interviews:
        before, after = (standing(each, one, day) for day in (today, today + timedelta(days=1)))
        if before.kind in order:
            assert after.kind not in order or order.index(after.kind) >= order.index(before.kind)
        else:
            assert after == before
        if before.days:
            assert after.days == before.days - 1


@given(applications(), st.integers(1, 400))
def test_what_is_let_go_stays_so(drawn: tuple[Application, date], days: int) -> None:
    one, today = drawn
    if has_lapsed(one, today):
        assert has_lapsed(one, today + timedelta(days=days))


@given(applications(), st.integers(1, 400))
def test_a_longer_silence_adds_nothing_to_do_after_ninety_days(
    drawn: tuple[Application, date], days: int
) -> None:
    one, today = drawn
    told = Journal(interviews=one.interviews, applications=(one,))
    if has_lapsed(one, today):
        later = follow_ups(told, today + timedelta(days=days))
        assert [each for each in later if each.calls and not each.kind.survives_end] == []
