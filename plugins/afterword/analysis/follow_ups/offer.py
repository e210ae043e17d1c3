"""By when does an offer want an answer, and who is told once one is accepted?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.analysis.standing import ended_on
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview


def offered_in(application: Application) -> Interview | None:
    """The entry of the offer that waits for my answer; None where there is none."""
    if application.outcome.kind is not OutcomeKind.OFFER:
        return None
    return [one for one in application.interviews if one.outcome.kind is OutcomeKind.OFFER][-1]


def offered_on(interview: Interview) -> date | None:
    """The day of the offer in an entry, where it is written."""
    return interview.outcome.decided


def answers(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The answer to an offer, by the day they gave; nobody is late for an offer whose day is not written."""
    interview = offered_in(application)
    if interview is None:
        return
    day = offered_on(interview) or interview.when.day
    if day > clock.today:
        return
    due = _answer_by(application, interview)
    yield Occasion(
        interview=interview,
        since=day,
        due=due if due and due >= day else None,
        is_dated=offered_on(interview) is not None,
    )


def _answer_by(application: Application, offer: Interview) -> date | None:
    """The day they gave for the answer. What they said of their own decision is one, if it lies after the offer."""
    days = [one.answer_by for one in application.interviews if one.answer_by]
    if days:
        return max(days)
    offered, by = offered_on(offer), offer.decision_by
    return by if offered and by and by > offered else None


def others_to_tell(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """An application still in progress when an offer was accepted elsewhere: they are told, and told kindly."""
    accepted = clock.search.accepted
    if not (accepted and application.live and clock.search.ended_by_acceptance(application)):
        return
    offer, is_dated = offered_in(application), clock.search.accepted_on is not None
    yield Occasion(
        interview=offer or application.interviews[-1],
        since=ended_on(accepted),
        is_dated=is_dated,
        # What was accepted on a day that nobody wrote down may have been accepted today.
        lapses_from=None if is_dated else clock.today,
        what="Decline their offer kindly" if offer else "",
    )
