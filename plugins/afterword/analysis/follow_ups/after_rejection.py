"""What keeps the bridge after a rejection: a reply, one question, and a day to write again? After a job was cancelled, a reply."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview


def _rejected(application: Application) -> Interview | None:
    """The entry that a rejection is answered in: one that is written into several entries is one, and answered once."""
    rejected = [one for one in application.interviews if one.outcome.kind is OutcomeKind.REJECTED]
    return rejected[-1] if rejected else None


def _cancelled(application: Application) -> Interview | None:
    """The entry of a job that they cancelled: a short reply is all that is left to write."""
    last = application.interviews[-1]
    return last if last.outcome.kind is OutcomeKind.CANCELLED else None


def _heard(interview: Interview) -> date:
    """The day on which I heard that it had ended, as far as it is known."""
    return interview.outcome.decided or interview.when.day


def _answerable(application: Application, clock: Clock) -> Iterator[Interview]:
    """The entry with the rejection, unless that is still to come."""
    interview = _rejected(application)
    if interview and _heard(interview) <= clock.today:
        yield interview


def replies(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """A short reply, done by whatever was sent since."""
    for interview in filter(None, (_rejected(application), _cancelled(application))):
        heard = _heard(interview)
        if heard > clock.today:
            continue
        done = next((day for day in interview.follow_ups if day >= heard), None)
        yield Occasion(interview=interview, since=heard, done=done)


def questions(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The question for feedback; none where they gave any unasked or said they will not, or where their answer is awaited."""
    for interview in _answerable(application, clock):
        given, asked = _is_given(interview), interview.feedback_asked
        if given is not bool(asked):
            continue
        heard = _heard(interview)
        opens = clock.after(heard, replace(kind.opens.span, count=clock.feedback_delay))
        yield Occasion(
            interview=interview,
            since=heard,
            opens=min(opens, asked) if asked else opens,
            due=clock.after(opens, kind.due) if kind.due else None,
            done=asked,
        )


def awaited_answers(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """Their answer to the question, until it has been silent too long."""
    for interview in _answerable(application, clock):
        asked = interview.feedback_asked
        if asked and not _is_given(interview):
            silent = clock.today >= clock.after(asked, kind.opens.span)
            dropped = kind.lapses.why if silent and kind.lapses else ""
            yield Occasion(interview=interview, since=asked, dropped=dropped)


def _is_given(interview: Interview) -> bool:
    return bool(interview.feedback or interview.feedback_received or interview.feedback_none)


def reconnections(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The days to write again: those written, and for a rejection on good terms one that is not."""
    rejected = _rejected(application)
    for interview in application.interviews:
        if interview is not rejected:
            if interview.reconnect:
                yield Occasion(interview=interview, since=interview.reconnect)
        elif _heard(interview) <= clock.today and not interview.reconnect_never:
            yield from _reconnection(kind, interview, clock)


def _reconnection(kind: Kind, interview: Interview, clock: Clock) -> Iterator[Occasion]:
    good_terms = interview.feedback or interview.feedback_received or (interview.feeling or 0) > 3
    if interview.reconnect:
        yield Occasion(interview=interview, since=interview.reconnect)
    elif good_terms:
        bound = kind.opening(otherwise=True)
        day = clock.after(_heard(interview), bound.span)
        yield Occasion(interview=interview, since=day, why=bound.why)
