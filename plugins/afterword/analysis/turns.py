"""Whose turn is it, and how many days did each side take?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpKind, FollowUpState
from afterword.model import Application, Interview, OutcomeKind, Party

_CALLING = frozenset({FollowUpState.DUE, FollowUpState.OVERDUE})
# The company waits for none of these: they are suggestions to close or to write again, and a word to a referee.
_NOBODY_WAITS = frozenset(
    {
        FollowUpKind.CLOSE,
        FollowUpKind.RECONNECT,
        FollowUpKind.INTERVIEW,
        FollowUpKind.REFERENCE,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The side that something is awaited from, since which day, and what, where it is mine and can be named.

    `until` is the day they named for their answer.
    """

    who: Party
    since: date
    what: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The days after one interview until I first wrote and until they answered, and the days they had said.

    Each is None where no day is written, or where it lies before the interview.
    """

    interview: Interview
    mine: int | None
    theirs: int | None
    said: int | None


def turn(application: Application, owed: Iterable[FollowUp], today: date) -> Turn | None:
    """Whose turn it is in an application with these follow-ups; None where it has ended or the next round is fixed."""
    last = application.interviews[-1]
    if not application.live or not last.happened(today):
        return None
    mine = [
        one
        for one in owed
        if one.who is Party.ME and one.state in _CALLING and one.kind not in _NOBODY_WAITS
    ]
    if mine:
        first = min(mine, key=lambda one: (one.due or one.opens, one.opens))
        return Turn(who=Party.ME, since=first.opens, what=first.what)
    heard = last.outcome.decided or last.when.day
    if last.outcome.kind is OutcomeKind.OFFER:
        return Turn(who=Party.ME, since=heard, what="Answer their offer")
    spoken = max((day for day in (heard, *last.follow_ups) if day <= today), default=heard)
    return Turn(who=Party.THEM, since=spoken, until=last.decision_by)


def exchanges(application: Application) -> tuple[Exchange, ...]:
    """Round by round, how long each side took, where anything is known; oldest first."""
    found = (_exchange(one) for one in application.interviews if not one.when.whole_month)
    return tuple(one for one in found if (one.mine, one.theirs, one.said) != (None, None, None))


def _exchange(interview: Interview) -> Exchange:
    wrote = min((*interview.thank_you.sent, *interview.follow_ups), default=None)
    return Exchange(
        interview=interview,
        mine=_days(interview, wrote),
        theirs=_days(interview, interview.outcome.decided),
        said=_days(interview, interview.decision_by),
    )


def _days(interview: Interview, until: date | None) -> int | None:
    if until is None or until < interview.when.day:
        return None
    return (until - interview.when.day).days
