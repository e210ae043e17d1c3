"""How does an interview stand, how does an application, and since when? Every page, command and analysis asks here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time
from enum import StrEnum

from afterword.days import last_of_month
from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import Application, Interview, Journal, Outcome, When

# An application of which nothing has been heard or done for more days than these is let go.
LAPSES_AFTER = 90

_AWAITED = frozenset({OutcomeKind.PENDING, OutcomeKind.ADVANCED})
_PASSED = frozenset(
    {OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED}
)
_ENDED_BY_THEM = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER})
# What they answered; the others are my own words, or nobody's.
_THEIR_ANSWERS = frozenset(
    {OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.REJECTED, OutcomeKind.CANCELLED}
)


class StandingKind(StrEnum):
    """How an interview stands: to come, today, without an answer yet, gone on, with an offer, ended, or let go without one.

    `unclear` is one whose outcome is written in words that nobody could tell.
    """

    COMING = "coming"
    TODAY = "today"
    WAITING = "waiting"
    UNCLEAR = "unclear"
    WENT_ON = "went on"
    OFFER = "offer"
    ENDED = "ended"
    LET_GO = "let go"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one interview stands on a day.

    `outcome` is what it counts as: pending while it is to come, awaited, unclear or let go; advanced where it went on. `day` is that of
    the interview while it is to come, else the day they answered or it ended, None where that is not known. `days` are those until it
    comes, None for a whole month and for whatever lies behind us. `at` is its clock time while it is to come or today. `overruled` is the
    end that its own file tells, where a later round shows that it went on.
    """

    kind: StandingKind
    outcome: OutcomeKind = OutcomeKind.PENDING
    day: date | None = None
    days: int | None = None
    at: time | None = None
    overruled: Outcome | None = None


def standings(journal: Journal, today: date) -> Iterator[tuple[Interview, Standing]]:
    """Every interview of a journal, in its order, with how it stands."""
    homes = journal.applications_by_path
    return ((one, standing(one, homes[one.path], today)) for one in journal.interviews)


def standing(interview: Interview, application: Application, today: date) -> Standing:
    """How an interview of this application stands on `today`."""
    own, kind = interview.outcome, interview.outcome.kind
    if kind not in ENDED and not interview.happened(today):
        return _to_come(interview, today)
    if kind in _STANDS or came_back(interview, application):
        return _settled(own)
    if is_followed(interview, application):
        return Standing(
            kind=StandingKind.WENT_ON,
            outcome=OutcomeKind.ADVANCED,
            day=answered_on(interview, application),
            overruled=own if kind in ENDED else None,
        )
    if kind is not OutcomeKind.PENDING:
        return _settled(own)
    return _without_outcome(interview, application, today)


# What ends a round though they came back: silence that they broke was none.
_COUNTED = ENDED - {OutcomeKind.NO_ANSWER}


def came_back(interview: Interview, application: Application) -> bool:
    """Whether a round ended its application, on a day that is written, and a round after that day took it up again.

    Such an end stays what it was: the later round is a new beginning, and no proof that this one was passed.
    """
    decided, following = interview.outcome.decided, following_day(interview, application)
    if decided is None or following is None:
        return False
    return interview.outcome.kind in _COUNTED and decided < following


# What no later round takes back: it says more than that it went on.
_STANDS = frozenset({OutcomeKind.OFFER, OutcomeKind.ACCEPTED})
# The outcomes that are one of the whole application, whichever of its entries tells them.
_FINAL = ENDED | {OutcomeKind.OFFER}


def _without_outcome(interview: Interview, application: Application, today: date) -> Standing:
    """How the last round stands, of which no outcome can be read."""
    when, whole, is_unclear = interview.when, application.outcome, interview.outcome.is_unclear
    if when.day == today and application.live and not (when.whole_month or is_unclear):
        return Standing(kind=StandingKind.TODAY, day=today, days=0, at=_clock(when))
    if whole.kind in _FINAL:
        return _settled(whole)
    if is_unclear:
        return Standing(kind=StandingKind.UNCLEAR)
    is_old = has_lapsed(application, today)
    return Standing(kind=StandingKind.LET_GO if is_old else StandingKind.WAITING)


def _to_come(interview: Interview, today: date) -> Standing:
    when = interview.when
    days = None if when.whole_month else (when.day - today).days
    return Standing(kind=StandingKind.COMING, day=when.day, days=days, at=_clock(when))


def _clock(when: When) -> time | None:
    """The clock time of an interview; midnight is what a program writes for a day without any."""
    return when.clock if when.clock and when.clock.replace(tzinfo=None) != time.min else None


def _settled(outcome: Outcome) -> Standing:
    """How an interview stands whose outcome is written."""
    kinds = {
        OutcomeKind.ADVANCED: StandingKind.WENT_ON,
        OutcomeKind.OFFER: StandingKind.OFFER,
    }
    kind = kinds.get(outcome.kind, StandingKind.ENDED)
    return Standing(kind=kind, outcome=outcome.kind, day=outcome.decided)


def last_event(application: Application, today: date) -> date:
    """The last day up to `today` on which anything of an application happened or was to happen, whichever side's."""
    return max(day for day in _days(application, today) if day <= today)


def has_lapsed(application: Application, today: date) -> bool:
    """Whether an application without an outcome is let go: for more than ninety days nothing was heard, done or awaited of it."""
    # A day to come is no days ago.
    return application.live and (today - max(_days(application, today))).days > LAPSES_AFTER


def is_open(application: Application, today: date) -> bool:
    """Whether something may still come of an application: it has not ended, and is not let go."""
    return application.live and not has_lapsed(application, today)


def _days(application: Application, today: date) -> Iterator[date]:
    """Every day that is written of an application; that of a whole month is its last, as far as it has come."""
    yield min(begun_on(application), today)
    for one in application.interviews:
        day = one.when.day
        yield last_of_month(day) if one.when.whole_month else day
        yield from one.sent
        named = (one.outcome.decided, one.decision_by, one.feedback_asked, one.feedback_received)
        yield from filter(None, (*named, one.answer_by, one.connected))
        yield from filter(None, (one.reconnect, one.reconnected))
        for promise in one.promised:
            yield from filter(None, (promise.by, promise.done))
        yield from filter(
            None, (day for each in one.references for day in (each.told, each.thanked))
        )
        yield from filter(None, (each.asked for each in one.advocates))


class Fate(StrEnum):
    """What became of one application at an interview: it passed, they turned me down, I withdrew, they cancelled it, or it is open."""

    PASSED = "passed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    OPEN = "open"


_FATES = {
    **dict.fromkeys(_PASSED, Fate.PASSED),
    **dict.fromkeys(_ENDED_BY_THEM, Fate.ENDED),
    OutcomeKind.WITHDRAWN: Fate.WITHDRAWN,
    OutcomeKind.CANCELLED: Fate.CANCELLED,
    OutcomeKind.PENDING: Fate.OPEN,
}


def fate(rounds: Sequence[Interview], application: Application, today: date) -> Fate:
    """What became of an application at these rounds of it, of one kind or a single one, in date order.

    Those of the last day tell: a round of the same kind on a later day shows that it was not passed with the first. Where they turned me
    down and came back, that counts until the later round is decided.
    """
    last = rounds[-1].when.day
    every = [_FATES[standing(one, application, today).outcome] for one in rounds]
    fates = [one for one, each in zip(every, rounds, strict=True) if each.when.day == last]
    if Fate.PASSED in fates:
        return Fate.PASSED
    return Fate.ENDED if fates[-1] is Fate.OPEN and Fate.ENDED in every else fates[-1]


def is_followed(interview: Interview, application: Application) -> bool:
    """Whether this application went on to an interview on a later day: two on one day were arranged together."""
    return following_day(interview, application) is not None


def following_day(interview: Interview, application: Application) -> date | None:
    """The day of the next round on a later day; None where there is none."""
    later = (one.when.day for one in application.interviews if one.when.day > interview.when.day)
    return next(later, None)


def is_awaited(outcome: Outcome) -> bool:
    """Whether a decision of theirs is still awaited after this outcome; not where nobody can tell how it stands."""
    return outcome.kind in _AWAITED and not outcome.is_unclear


def answered_on(interview: Interview, application: Application) -> date | None:
    """The day on which they answered an interview; None where none is written, and where the one written is that of my own word.

    Where it went on, an answer later than the next round is the answer to a later one, written into every entry at once.
    """
    decided, following = interview.outcome.decided, following_day(interview, application)
    if decided is None or interview.outcome.kind not in _THEIR_ANSWERS:
        return None
    return decided if following is None or decided <= following else None


@dataclass(frozen=True, slots=True)
class End:
    """An end of an application: how it went, the last round that had been by then, and the day, that of this round where none is written."""

    outcome: Outcome
    interview: Interview
    day: date


def ends_of(application: Application) -> tuple[End, ...]:
    """Every end that is written of an application, in the order in which they were heard; it may have been taken up again after each.

    One that was written into every entry at once, with its day or without, is one.
    """
    ended = [one for one in application.interviews if one.outcome.kind in ENDED]
    if not ended:
        return ()
    ends: dict[tuple[OutcomeKind, date | None], End] = {}
    for one in sorted(ended, key=lambda each: each.heard):
        heard = one.heard
        before = [each for each in application.interviews if each.when.day <= heard]
        last = max(before, key=lambda each: each.when.day)
        place = one.outcome.kind, one.outcome.decided
        ends.pop(place, None)
        ends[place] = End(one.outcome, last, heard)
    return tuple(ends.values())


def counted_end(application: Application) -> End | None:
    """The end that an application is counted by for ever: its last rejection, else its last end; None where it never ended."""
    ends = ends_of(application)
    rejected = [one for one in ends if one.outcome.kind is OutcomeKind.REJECTED]
    return next(reversed(rejected or ends), None)


def belonging_to_rejections(journal: Journal) -> frozenset[str]:
    """The paths of the entries whose feedback is that of a rejection: every interview until the one that it is counted by."""
    counted = ((one, counted_end(one)) for one in journal.applications)
    return frozenset(
        interview.path
        for application, end in counted
        if end is not None and end.outcome.kind is OutcomeKind.REJECTED
        for interview in application.interviews
        if interview.when.day <= end.day
    )


def begun_on(application: Application) -> date:
    """The day an application began: that of applying or of its first interview, whichever came first."""
    first = application.interviews[0].when.day
    return min(first, application.applied or first)


def ended_on(application: Application) -> date:
    """The day on which an application was decided: the one written, else that of its last interview.

    One that they never answered was in progress until the last thing I sent.
    """
    if application.outcome.decided:
        return application.outcome.decided
    is_silent = application.outcome.kind is OutcomeKind.NO_ANSWER
    sent = (day for one in application.interviews for day in one.sent if is_silent)
    return max((application.interviews[-1].when.day, *sent))


def last_heard(interview: Interview) -> date:
    """The day on which they last spoke of an interview: that of their answer, or of the interview itself."""
    is_theirs = interview.outcome.kind in _THEIR_ANSWERS | {OutcomeKind.PENDING}
    decided = interview.outcome.decided if is_theirs else None
    return max(decided or interview.when.day, interview.when.day)


def days_until(interview: Interview, until: date | None) -> int | None:
    """The days from an interview to another day; None for none, for one before it, and where only its month is known."""
    if until is None or until < interview.when.day or interview.when.whole_month:
        return None
    return (until - interview.when.day).days


def lapsed(journal: Journal, today: date) -> tuple[Application, ...]:
    """The applications that are let go without an outcome, the one that was heard of last first."""
    old = [one for one in journal.applications if has_lapsed(one, today)]
    return tuple(sorted(old, key=lambda one: (-last_event(one, today).toordinal(), one.id)))
