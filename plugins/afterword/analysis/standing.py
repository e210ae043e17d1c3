"""How does an interview stand, how does an application, and since when?

Whether an application is live is a fact of its own (`Application.live`); everything else that several answers ask is here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview, Outcome

_AWAITED = frozenset({OutcomeKind.PENDING, OutcomeKind.ADVANCED})
_PASSED = frozenset(
    {OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED}
)
_ENDED_BY_THEM = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER})
_OVER = _ENDED_BY_THEM | {OutcomeKind.WITHDRAWN, OutcomeKind.CANCELLED}
_UNANSWERED = frozenset({OutcomeKind.NO_ANSWER, OutcomeKind.WITHDRAWN})
# A round that comes later than so many days after a decision is one of another application, at the same place.
REOPENED_WITHIN = 90


class Fate(StrEnum):
    """What became of one application at an interview: it passed, they turned me down, I withdrew, they cancelled it, or it is open."""

    PASSED = "passed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    CANCELLED = "cancelled"
    OPEN = "open"


_FATES = {
    **dict.fromkeys(_ENDED_BY_THEM, Fate.ENDED),
    OutcomeKind.WITHDRAWN: Fate.WITHDRAWN,
    OutcomeKind.CANCELLED: Fate.CANCELLED,
}


def fate(rounds: Sequence[Interview], application: Application) -> Fate:
    """What became of an application at these rounds of it, of one kind or a single one, in date order.

    A later round means that they passed, whatever is written: a rejection is often written into every entry at once.
    """
    last = rounds[-1]
    if is_followed(last, application) or any(one.outcome.kind in _PASSED for one in rounds):
        return Fate.PASSED
    return _FATES.get(last.outcome.kind, Fate.OPEN)


def is_followed(interview: Interview, application: Application) -> bool:
    """Whether this application went on to an interview on a later day: two on one day were arranged together.

    Who is asked again long after a no has applied again, and the no stands.
    """
    later = (one.when.day for one in application.interviews if one.when.day > interview.when.day)
    following, decided = next(later, None), interview.outcome.decided
    if following is None or decided is None or interview.outcome.kind not in _OVER:
        return following is not None
    return (following - decided).days <= REOPENED_WITHIN


def is_awaited(outcome: Outcome) -> bool:
    """Whether a decision of theirs is still awaited after this outcome; not where nobody can tell how it stands."""
    return outcome.kind in _AWAITED and not outcome.is_unclear


def is_unanswered(outcome: Outcome) -> bool:
    """Whether it ended without their answer: they never wrote, or I did not wait for it."""
    return outcome.kind in _UNANSWERED


def begun_on(application: Application) -> date:
    """The day an application began: that of applying or of its first interview, whichever came first."""
    first = application.interviews[0].when.day
    return min(first, application.applied or first)


def ended_on(application: Application) -> date:
    """The day on which an application was decided: the one written, or that of its last interview."""
    return application.outcome.decided or application.interviews[-1].when.day


def last_heard(interview: Interview) -> date:
    """The day on which they last spoke of an interview: that of their answer, or of the interview itself."""
    return max(interview.outcome.decided or interview.when.day, interview.when.day)


def days_until(interview: Interview, until: date | None) -> int | None:
    """The days from an interview to another day; None for none, for one before it, and where only its month is known."""
    if until is None or until < interview.when.day or interview.when.whole_month:
        return None
    return (until - interview.when.day).days
