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
    named = _named(application)
    due = named or _read_as_named(interview, day)
    yield Occasion(
        interview=interview,
        since=day,
        due=due if due and due >= day else None,
        is_dated=offered_on(interview) is not None or named is not None,
    )


def _named(application: Application) -> date | None:
    """The day that they gave for the answer, in whichever entry it is written."""
    return max((one.answer_by for one in application.interviews if one.answer_by), default=None)


def _read_as_named(offer: Interview, day: date) -> date | None:
    """What was written as the day of their own decision, if it lies after the day of the offer: it can only be that of mine.

    Where the day of the offer is not written it may have been theirs after all; so nobody is late for it.
    """
    by = offer.decision_by
    return by if by and by > day else None


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
