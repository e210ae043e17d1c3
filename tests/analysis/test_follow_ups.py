"""What do I owe, what do they owe, and when is it polite? The table of cases is in tests/clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clock.table import journal_of, of_kind

from afterword.analysis.follow_ups.follow_up import CALLING, FollowUp, FollowUpState, in_order
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.days import is_business_day, last_of_month, later, monday_of
from afterword.kinds import OutcomeKind, Party, RoundKind
from afterword.model import (
    Advocate,
    Interview,
    Journal,
    Outcome,
    Person,
    Promise,
    Reference,
    Round,
    ThankYou,
    When,
)
from afterword.reading.joining.applications import applications_of

TODAY = date(2026, 11, 24)
ONE = timedelta(days=1)


def test_the_order_is_that_of_the_days_then_the_companies_then_the_kinds() -> None:
    found = follow_ups(
        journal_of(
            {"company": "Northwind", "date": date(2026, 11, 20), "promised": ["Link"]},
            {"company": "Acme", "date": date(2026, 11, 20)},
        ),
        TODAY,
    )
    assert [(one.company, one.kind.name) for one in found] == [
        ("Northwind", "promise"),
        ("Acme", "notes"),
        ("Northwind", "notes"),
        ("Acme", "thank-you"),
        ("Northwind", "thank-you"),
        ("Acme", "decision"),
        ("Northwind", "decision"),
    ]


def test_follow_ups_of_one_day_come_by_company_kind_path_and_number() -> None:
    thanks, decision = (next(one for one in KINDS if one.name == name) for name in ("thank-you", "decision"))  # fmt: skip
    ranks = (
        (decision, "Quill", "0.md", 1, 23),
        (thanks, "Acme", "0.md", 1, 24),
        (decision, "Quill", "2.md", 1, 24),
        (thanks, "Quill", "1.md", 1, 24),
        (thanks, "Quill", "2.md", 1, 24),
        (thanks, "Quill", "2.md", 2, 24),
    )
    made = [
        FollowUp(kind=kind, what="", company=company, path=path, number=number, opens=date(2026, 11, day), state=FollowUpState.DUE)
        for kind, company, path, number, day in ranks
    ]  # fmt: skip
    backwards = made[::-1]
    assert sorted(backwards, key=in_order) == made


def test_a_coming_interview_keeps_its_clock_and_its_zone() -> None:
    (found,) = follow_ups(
        journal_of({"company": "Northwind", "date": "2026-12-01T15:00+02:00"}), TODAY
    )
    assert (time(15), timedelta(hours=2)) == (
        found.at and found.at.replace(tzinfo=None),
        found.at and found.at.utcoffset(),
    )


def test_a_follow_up_names_its_line() -> None:
    found = follow_ups(
        journal_of({"company": "Northwind", "date": TODAY, "promised": ["Link"]}), TODAY
    )
    (promise,) = of_kind(found, "promise")
    assert (promise.line, promise.path) == (5, "1.md")


@pytest.mark.parametrize(("to", "expected"), [("Ada", "Ada"), ("Dana", None), (None, None)])
def test_whom_it_is_for_is_told_where_its_words_do_not(
    to: str | None, expected: str | None
) -> None:
    call = {"company": "Northwind", "date": TODAY, "promised": ["Call Dana"]}
    (told,) = of_kind(follow_ups(journal_of(call), TODAY), "promise")
    assert replace(told, to=to).addressee == expected


def test_two_questions_about_a_decision_have_names_of_their_own() -> None:
    asked = {"company": "Northwind", "date": date(2026, 10, 1), "follow_ups": [date(2026, 10, 14)]}
    found = of_kind(follow_ups(journal_of(asked), date(2026, 10, 20)), "decision")
    assert [one.id for one in found] == ["decision-1-1.md", "decision-2-1.md"]


def test_of_two_invitations_to_connect_the_first_is_accepted() -> None:
    rounds = (
        {"company": "Northwind", "date": date(2026, 11, day), "connected": "invited"}
        for day in (12, 20)
    )
    (found,) = of_kind(follow_ups(journal_of(*rounds), TODAY), "connect")
    assert (found.path, found.opens) == ("1.md", date(2026, 11, 12))


def test_a_promise_that_is_ticked_off_without_a_day_is_owed_no_more() -> None:
    made = {"company": "Northwind", "date": TODAY, "promised": ["[x] Link", "Form"]}
    found = of_kind(follow_ups(journal_of(made), TODAY), "promise")
    assert [(one.what, one.number) for one in found] == [("Form", 2)]


@pytest.mark.parametrize(
    ("first", "second", "path"),
    [(None, None, "1.md"), (None, 20, "2.md"), (11, None, "1.md"), (11, 20, "1.md")],
)
@pytest.mark.parametrize(
    ("kind", "key", "day"),
    [("reference", "references", "told"), ("good-word", "advocates", "asked")],
)
def test_who_is_named_in_two_rounds_stands_where_it_is_said_first_that_they_know(
    kind: str, key: str, day: str, first: int | None, second: int | None, path: str
) -> None:
    def those(on: int | None) -> list[dict[str, object]]:
        return [{"name": "Dana", **({day: date(2026, 11, on)} if on else {})}]

    told = journal_of(
        {"company": "Northwind", "date": date(2026, 11, 10), key: those(first)},
        {"company": "Northwind", "date": date(2026, 11, 20), "round": "final", key: those(second)},
    )
    assert [one.path for one in of_kind(follow_ups(told, TODAY), kind)] == [path]


@pytest.mark.parametrize(
    ("facts", "today", "tick"),
    [
        ({}, 24, ("thank_you: 2026-11-24",)),
        ({"thank_you": date(2026, 11, 23)}, 24, ()),
        ({}, 30, ()),
        ({"outcome": "withdrawn"}, 24, ()),
    ],
    ids=["due", "done", "lapsed", "ended"],
)
def test_only_what_is_still_owed_has_lines_to_write(
    facts: dict[str, object], today: int, tick: tuple[str, ...]
) -> None:
    told = journal_of({"company": "Northwind", "date": date(2026, 11, 20), **facts})
    found = of_kind(follow_ups(told, date(2026, 11, today)), "thank-you")
    assert [one.tick for one in found] == [tick]


def test_an_empty_journal_owes_nothing() -> None:
    assert follow_ups(Journal(), TODAY) == ()


# --- properties over any journal

_DAYS = st.dates(date(2026, 1, 1), date(2028, 12, 31)) | st.sampled_from(
    [date(2028, 2, 29), date(2028, 2, 28), date(2027, 1, 31), date(2026, 12, 31)]
)
_SPANS = st.integers(0, 60).map(lambda days: timedelta(days=days))
_ANY_DAYS = _DAYS | st.dates()


@st.composite
def an_interview(draw: st.DrawFn, days: st.SearchStrategy[date] = _DAYS) -> Interview:
    """An interview with any of the facts that follow-ups come from, on days around its own."""
    day = draw(days)

    def around() -> date:
        return later(day, draw(_SPANS).days)

    def perhaps() -> date | None:
        return around() if draw(st.booleans()) else None

    promises = st.lists(st.sampled_from(Party), max_size=2)
    return Interview(
        path=f"{draw(st.uuids())}.md",
        company=draw(st.sampled_from(["Acme", "Initech", "Northwind"])),
        when=When(day=day, whole_month=draw(st.sampled_from([False, False, False, True]))),
        round=Round(name="round", kind=draw(st.sampled_from(RoundKind))),
        interviewers=tuple(map(_person, draw(st.lists(st.sampled_from("AB"), max_size=3)))),
        decision_by=perhaps(),
        thank_you=ThankYou(sent=tuple(sorted(around() for _ in range(draw(st.integers(0, 2)))))),
        follow_ups=tuple(sorted(around() for _ in range(draw(st.integers(0, 3))))),
        promised=tuple(
            Promise(what="Link", who=who, by=perhaps(), done=perhaps(), line=number)
            for number, who in enumerate(draw(promises))
        ),
        references=(Reference(name="Dana", told=perhaps(), thanked=perhaps(), line=9),)
        * draw(st.integers(0, 2)),
        advocates=(Advocate(name="Kim", asked=perhaps(), line=8),) * draw(st.integers(0, 1)),
        answer_by=perhaps(),
        connected=perhaps(),
        invited=draw(st.booleans()),
        reconnected=perhaps(),
        outcome=Outcome(
            kind=draw(st.sampled_from(OutcomeKind) | st.just(OutcomeKind.PENDING)),
            decided=perhaps(),
        ),
        feedback_asked=perhaps(),
        feedback_received=perhaps(),
        reconnect=perhaps(),
        feeling=draw(st.integers(1, 5)),
    )


def _person(name: str) -> Person:
    return Person(name=name)


def journal_from(interviews: Sequence[Interview]) -> Journal:
    in_order = sorted(interviews, key=lambda one: (one.when.day, one.path))
    return Journal(interviews=tuple(in_order), applications=applications_of(tuple(in_order)))


_INTERVIEWS = st.lists(an_interview(), min_size=1, max_size=4)
_LATE = frozenset({FollowUpState.OVERDUE})


@given(_INTERVIEWS, _DAYS)
def test_nothing_is_due_before_its_window(interviews: list[Interview], today: date) -> None:
    for one in follow_ups(journal_from(interviews), today):
        if one.state in CALLING:
            assert one.opens <= today
        if one.state is FollowUpState.WAIT:
            assert today < one.opens
        if one.state is FollowUpState.OVERDUE:
            assert one.overdue_from is not None
            assert one.due is not None
            assert one.due <= one.overdue_from <= today


@given(_INTERVIEWS, _DAYS)
def test_a_question_about_a_decision_is_never_due_before_it_is_polite(
    interviews: list[Interview], today: date
) -> None:
    """Counted by hand: two business days after their day, seven after an interview where they named none."""
    by_path = {one.path: one for one in interviews}
    journal = journal_from(interviews)
    for one in of_kind(follow_ups(journal, today), "decision"):
        asked = by_path[one.path]
        if one.state not in CALLING:
            continue
        rounds = next(one.interviews for one in journal.applications if asked in one.interviews)
        named = max((one.decision_by for one in rounds if one.decision_by), default=None)
        is_named = named is not None and named >= asked.when.day
        since = named if named and is_named else asked.when.day
        assert business_days_between(since, today) >= (2 if is_named else 7)
        letters = {day for one in rounds for day in one.follow_ups}
        sent = sorted(day for day in letters if asked.when.day <= day <= today)
        assert len(sent) < 2
        assert not sent or business_days_between(sent[0], today) >= 5


def business_days_between(start: date, end: date) -> int:
    days = (start + timedelta(days=number) for number in range(1, (end - start).days + 1))
    return sum(1 for day in days if day.weekday() < 5)


@given(_INTERVIEWS, _DAYS)
def test_an_application_is_asked_about_its_decision_twice_at_most(
    interviews: list[Interview], today: date
) -> None:
    journal = journal_from(interviews)
    found = of_kind(follow_ups(journal, today), "decision")
    for application in journal.applications:
        asked = [one for one in found if one.path in application.paths]
        assert len(asked) <= 2
        assert len({one.path for one in asked}) <= 1


@given(_INTERVIEWS, _DAYS)
def test_no_two_follow_ups_share_a_name_and_what_is_done_stays_done(
    interviews: list[Interview], today: date
) -> None:
    journal = journal_from(interviews)
    names = [one.id for one in follow_ups(journal, today)]
    assert len(names) == len(set(names))
    tomorrow = {one.id: one for one in follow_ups(journal, later(today, 1))}
    for one in follow_ups(journal, today):
        if one.id in tomorrow and one.done:
            assert (tomorrow[one.id].state, tomorrow[one.id].done) == (one.state, one.done)


@given(_INTERVIEWS, _DAYS, st.randoms(use_true_random=False))
def test_marking_one_done_never_makes_another_overdue(
    interviews: list[Interview], today: date, chance: Any
) -> None:
    before = follow_ups(journal_from(interviews), today)
    calling = [one for one in before if one.state in CALLING and one.kind.name in _MARKED]
    if not calling:
        return
    chosen = chance.choice(calling)
    marked = [mark(one, chosen, today) if one.path == chosen.path else one for one in interviews]
    after = {one.id: one for one in follow_ups(journal_from(marked), today)}
    late = {one.id for one in before if one.state in _LATE}
    assert {one.id for one in after.values() if one.state in _LATE} <= late - {chosen.id}
    now = after.get(chosen.id)
    assert now is None or now.state not in CALLING


_MARKED = frozenset({"thank-you", "decision", "promise", "reference", "reply", "feedback"})


def mark(interview: Interview, chosen: FollowUp, today: date) -> Interview:
    """The entry with one more fact in it: that the chosen one was done today."""
    place = chosen.number - 1
    if chosen.kind.name == "thank-you":
        sent = (*interview.thank_you.sent, today)
        return replace(interview, thank_you=ThankYou(sent=tuple(sorted(sent))))
    if chosen.kind.name == "promise":
        kept = [*interview.promised]
        kept[place] = replace(kept[place], done=today)
        return replace(interview, promised=tuple(kept))
    if chosen.kind.name == "reference":
        those = [*interview.references]
        those[place] = replace(those[place], told=today)
        return replace(interview, references=tuple(those))
    if chosen.kind.name == "feedback":
        return replace(interview, feedback_asked=today)
    return replace(interview, follow_ups=tuple(sorted((*interview.follow_ups, today))))


@given(
    st.lists(an_interview(_ANY_DAYS | st.just(date.max)), max_size=3),
    _ANY_DAYS | st.sampled_from([date.min, date.max]),
    st.integers(0, 30),
)
def test_no_day_of_the_calendar_does_harm(
    interviews: list[Interview], today: date, delay: int
) -> None:
    for one in follow_ups(journal_from(interviews), today, feedback_delay=delay):
        assert one.due is None or one.opens <= one.due or one.done or one.kind.name == "promise"


@given(_INTERVIEWS, _DAYS)
def test_once_the_offer_is_accepted_nothing_of_that_search_is_open(
    interviews: list[Interview], today: date
) -> None:
    accepted = Outcome(kind=OutcomeKind.ACCEPTED)
    hired = Interview(path="hired.md", company="Hooli", when=When(day=today), outcome=accepted)
    kept = {"reply", "reference-thanks", "reconnect", "others"}
    for one in follow_ups(journal_from([*interviews, hired]), today):
        if one.kind.name not in kept and one.company != "Hooli":
            assert one.state in {FollowUpState.DONE, FollowUpState.DROPPED}
            assert one.why or one.state is FollowUpState.DONE


@given(_INTERVIEWS, _DAYS)
def test_a_weekend_makes_nothing_overdue(interviews: list[Interview], today: date) -> None:
    saturday = monday_of(today) + timedelta(days=5)
    journal = journal_from(interviews)
    friday = {one.id for one in follow_ups(journal, saturday - ONE) if one.state in _LATE}
    for day in (saturday, saturday + ONE):
        found = follow_ups(journal, day)
        assert {one.id for one in found if one.state in _LATE} <= friday
        assert all(is_business_day(one.overdue_from) for one in found if one.overdue_from)


@given(_INTERVIEWS, _DAYS)
def test_a_longer_silence_adds_no_task_after_90_days(
    interviews: list[Interview], today: date
) -> None:
    """Nothing at all is written of these days but the interviews: after 90 days more they call for nothing."""
    silent = [
        Interview(path=one.path, company=one.company, when=one.when, round=one.round)
        for one in interviews
    ]
    last = max([today, *(last_of_month(one.when.day) for one in silent)])
    found = follow_ups(journal_from(silent), last + timedelta(days=91))
    assert [one for one in found if one.is_open] == []


# What moves with the day before the interview, since nobody knows when it was known.
_GUESSED = frozenset({"reference", "promise", "connect"})


@given(_INTERVIEWS, _DAYS)
def test_a_day_more_changes_only_what_lies_on_that_day(
    interviews: list[Interview], today: date
) -> None:
    journal, tomorrow = journal_from(interviews), today + ONE
    after = {one.id: one for one in follow_ups(journal, tomorrow)}
    for one in follow_ups(journal, today):
        then = after.get(one.id)
        if then is None or one.kind.name in _GUESSED:
            continue
        if then.done and not one.done:
            assert tomorrow in {then.done, one.planned}
        elif then.state is not one.state and then.state is not FollowUpState.DROPPED:
            assert one.state is FollowUpState.DROPPED or tomorrow in {then.opens, then.overdue_from}
        elif not then.done and one.kind.name != "close":
            assert (then.opens, then.due) == (one.opens, one.due)
