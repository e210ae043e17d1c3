"""What keeps the bridge after a rejection: a reply, one question, and a day to write again? After a job was cancelled, a reply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.days import months_later
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview
from afterword.patterns import seldom

# An address that nobody reads.
_NO_REPLY = seldom(r"\b(?:no|do[ _-]?not)[ _-]?reply\b", re.IGNORECASE)


def _rejected(application: Application) -> Interview | None:
    """The entry that a rejection is answered in: one that is written into several entries is one, and answered once."""
    rejected = [one for one in application.interviews if one.outcome.kind is OutcomeKind.REJECTED]
    return rejected[-1] if rejected else None


def _cancelled(application: Application) -> Interview | None:
    """The entry of a job that they cancelled: a short reply is all that is left to write."""
    last = application.interviews[-1]
    return last if last.outcome.kind is OutcomeKind.CANCELLED else None


def _needs_nothing(interview: Interview, application: Application) -> str:
    """Why nobody answers this end: another round took it back. Empty while it stands."""
    stands = application.outcome.kind is interview.outcome.kind
    return "" if stands else "They took it up again."


def _heard_on(interview: Interview, application: Application) -> date | None:
    """The day on which I heard that it had ended, from whichever entry of that end says so; None where none does."""
    if interview.outcome.decided:
        return interview.outcome.decided
    ends = (
        one.outcome for one in application.interviews if one.outcome.kind is interview.outcome.kind
    )
    days = (one.decided for one in ends if one.decided and one.decided >= interview.when.day)
    return max(days, default=None)


def _answerable(application: Application, clock: Clock) -> Iterator[tuple[Interview, date, bool]]:
    """The entry with the rejection, the day it is counted from, and whether that is the one on which I heard; unless it is to come."""
    if interview := _rejected(application):
        heard = _heard_on(interview, application)
        since = heard or interview.when.day
        if since <= clock.today:
            yield interview, since, heard is not None


def replies(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """A short reply, done by whatever was sent since; none to an address that nobody reads."""
    for interview in filter(None, (_rejected(application), _cancelled(application))):
        heard = _heard_on(interview, application)
        since = heard or interview.when.day
        if since > clock.today or (interview.contact and _NO_REPLY.search(interview.contact)):
            continue
        done = _written(application, since, thanks=heard is not None)
        yield Occasion(
            interview=interview,
            since=since,
            done=done,
            is_dated=heard is not None,
            dropped=_needs_nothing(interview, application),
        )


def _written(application: Application, since: date, *, thanks: bool) -> date | None:
    """The day of my first letter since a day; a thank-you counts where the day is surely the one on which I heard."""
    days: list[date] = []
    for one in application.interviews:
        days += one.follow_ups
        days += one.thank_you.sent if thanks else ()
        days += [one.feedback_asked] if one.feedback_asked else []
    return min((day for day in days if day >= since), default=None)


def questions(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The question for feedback; none where they gave any unasked or said they will not, or where their answer is awaited."""
    for interview, heard, is_dated in _answerable(application, clock):
        asked = interview.feedback_asked
        is_asked = clock.is_past(asked)
        if _is_given(interview) is not is_asked:
            continue
        opens = clock.after(heard, replace(kind.opens.span, count=clock.feedback_delay))
        yield Occasion(
            interview=interview,
            since=heard,
            opens=min(opens, asked) if asked and is_asked else opens,
            due=clock.after(opens, kind.due) if kind.due and is_dated else None,
            is_dated=is_dated,
            done=asked,
            dropped=_needs_nothing(interview, application),
        )


def awaited_answers(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """Their answer to the question, until it has been silent too long."""
    for interview, _, _ in _answerable(application, clock):
        asked = interview.feedback_asked
        if asked and clock.is_past(asked) and not _is_given(interview):
            silent = clock.today >= clock.after(asked, kind.opens.span)
            dropped = kind.lapses.why if silent and kind.lapses else ""
            dropped = dropped or _needs_nothing(interview, application)
            yield Occasion(interview=interview, since=asked, dropped=dropped)


def _is_given(interview: Interview) -> bool:
    return bool(interview.feedback or interview.feedback_received or interview.feedback_none)


def reconnections(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The days to write again: those written, and for a rejection on good terms one that is not."""
    rejected = _rejected(application)
    for interview in application.interviews:
        day, why = interview.reconnect, ""
        if interview is rejected and not day and not interview.reconnect_never:
            day, why = _suggested(kind, application, interview, clock)
        if day:
            yield _reconnection(application, interview, day, why, clock)


def _suggested(
    kind: Kind, application: Application, rejected: Interview, clock: Clock
) -> tuple[date | None, str]:
    """The day to write again after a rejection that came on good terms, and why then; None for any other."""
    good_terms = rejected.feedback or rejected.feedback_received or (rejected.feeling or 0) > 3
    heard = _heard_on(rejected, application) or rejected.when.day
    if not good_terms or heard > clock.today:
        return None, ""
    bound = kind.opening(otherwise=True)
    return clock.after(heard, bound.span), bound.why


def _reconnection(
    application: Application, interview: Interview, day: date, why: str, clock: Clock
) -> Occasion:
    """Writing again on a day, but not within a month of accepting an offer elsewhere, nor while there is something to talk about."""
    accepted = clock.search.accepted_on
    if accepted and clock.search.ended_by_acceptance(application):
        day = max(day, months_later(accepted, 1))
    end = interview.outcome.decided or interview.when.day
    met = clock.search.met_again(application, end, clock.today)
    return Occasion(
        interview=interview,
        since=day,
        why=why,
        done=interview.reconnected or met,
        dropped=_needless(application, clock),
    )


def _needless(application: Application, clock: Clock) -> str:
    """Why nobody writes to them again; empty while it keeps the door open."""
    if application.outcome.kind is OutcomeKind.ACCEPTED:
        return "You accepted their offer."
    is_live = clock.search.is_live_at(application.company, clock.today)
    return "You are speaking with them about a place already." if is_live else ""
