"""Whose turn it is, and how long each side took."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal

from afterword.analysis.exchanges import exchanges
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.follow_ups.turns import Turn, turn
from afterword.kinds import OutcomeKind, Party
from afterword.model import Interview, Outcome, Promise, ThankYou, When

THANKED = ThankYou(sent=(date(2026, 11, 13),))


def turn_of(*interviews: Interview, today: str) -> Turn | None:
    whole = journal(*interviews)
    day = date.fromisoformat(today)
    (application,) = whole.applications
    return turn(application, follow_ups(whole, day), day)


def test_what_i_owe_makes_it_my_turn() -> None:
    answer = turn_of(interview("2026-11-12"), today="2026-11-13")
    assert answer == Turn(who=Party.ME, since=date(2026, 11, 12), what="Thank-you note")


def test_what_is_due_first_is_named() -> None:
    promised = (
        Promise(what="The plan", by=date(2026, 11, 12), line=9),
        Promise(what="Theirs", who=Party.THEM, by=date(2026, 11, 10), line=10),
    )
    answer = turn_of(interview("2026-11-12", promised=promised), today="2026-11-13")
    assert answer is not None
    assert answer.what == "The plan"


def test_of_two_things_for_one_day_the_one_that_has_waited_longer_is_named() -> None:
    promised = (Promise(what="The plan", by=date(2026, 12, 1), line=9),)
    one = interview("2026-11-12", thank_you=THANKED, decision_by=date(2026, 11, 20), promised=promised)  # fmt: skip
    answer = turn_of(one, today="2026-12-01")
    assert answer == Turn(who=Party.ME, since=date(2026, 11, 12), what="The plan")


def test_once_i_have_written_it_is_their_turn_until_the_day_they_named() -> None:
    answer = turn_of(
        interview("2026-11-12", thank_you=THANKED, decision_by=date(2026, 11, 20)),
        today="2026-11-16",
    )
    assert answer == Turn(who=Party.THEM, since=date(2026, 11, 12), until=date(2026, 11, 20))


def test_a_question_of_mine_gives_them_the_turn_anew() -> None:
    asked = interview("2026-11-12", thank_you=THANKED, follow_ups=(date(2026, 11, 25),))
    answer = turn_of(asked, today="2026-11-26")
    assert answer == Turn(who=Party.THEM, since=date(2026, 11, 25))


def test_an_offer_waits_for_me() -> None:
    offered = interview(
        "2026-11-12", thank_you=THANKED, outcome=OutcomeKind.OFFER, decided="2026-11-18"
    )
    answer = turn_of(offered, today="2026-11-20")
    assert answer == Turn(who=Party.ME, since=date(2026, 11, 18), what="Answer their offer")


def test_an_offer_of_a_day_to_come_waits_for_nobody_yet() -> None:
    offered = interview(
        "2026-11-12", thank_you=THANKED, outcome=OutcomeKind.OFFER, decided="2026-11-18"
    )
    assert turn_of(offered, today="2026-11-16") is None


def test_a_day_and_a_letter_in_another_round_count() -> None:
    first = interview(
        "2026-11-05",
        thank_you=THANKED,
        decision_by=date(2026, 11, 27),
        follow_ups=(date(2026, 11, 18),),
    )
    answer = turn_of(first, interview("2026-11-12", thank_you=THANKED), today="2026-11-20")
    assert answer == Turn(who=Party.THEM, since=date(2026, 11, 18), until=date(2026, 11, 27))


def test_nobody_waits_where_it_has_ended_or_the_next_round_is_fixed() -> None:
    over = interview("2026-11-12", outcome=OutcomeKind.REJECTED)
    assert turn_of(over, today="2026-11-13") is None
    assert turn_of(interview("2026-11-12"), interview("2026-11-20"), today="2026-11-13") is None


def test_the_days_of_each_side_are_counted_from_the_interview() -> None:
    one = interview(
        "2026-11-02",
        thank_you=ThankYou(sent=(date(2026, 11, 4), date(2026, 11, 3))),
        follow_ups=(date(2026, 11, 12),),
        decision_by=date(2026, 11, 9),
        outcome=OutcomeKind.ADVANCED,
        decided="2026-11-13",
    )
    two = interview("2026-11-20", decision_by=date(2026, 11, 1))
    month = interview(
        "2026-12-01", when=When(day=date(2026, 12, 1), whole_month=True), decided="2026-12-05"
    )
    (found,) = exchanges(journal(one, two, month).applications[0])
    assert (found.interview, found.mine, found.theirs, found.said) == (one, 1, 11, 7)


def test_where_it_cannot_be_told_how_it_stands_it_is_nobodys_turn() -> None:
    unclear = Outcome(is_unclear=True)
    assert (
        turn_of(interview("2026-11-12", thank_you=THANKED, outcome=unclear), today="2026-12-01")
        is None
    )


def test_an_answer_that_is_dated_ahead_has_not_come_yet() -> None:
    early = interview("2026-11-12", decided="2026-11-20", thank_you=THANKED)
    answer = turn_of(early, today="2026-11-16")
    assert answer == Turn(who=Party.THEM, since=date(2026, 11, 12))
