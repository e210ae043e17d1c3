"""Whose turn is it in an application?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.analysis.follow_ups.asking import decision_day, letters_since
from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.standing import is_open, last_heard
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind, Party
from afterword.model import Application


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The side that something is awaited from, since which day, and what, where it is mine and can be named.

    `until` is the day they named for their answer.
    """

    who: Party
    since: date
    what: str = ""
    until: date | None = None


def turn(application: Application, owed: Iterable[FollowUp], today: date) -> Turn | None:
    """Whose turn it is in an application with these follow-ups; None where it has ended or was let go, the next round is fixed, or nobody can tell."""
    last = application.interviews[-1]
    if not is_open(application, today) or not last.happened(today):
        return None
    mine = [one for one in owed if one.who is Party.ME and one.calls and one.kind.is_awaited]
    if mine:
        first = min(mine, key=lambda one: (one.day, one.opens))
        return Turn(who=Party.ME, since=first.opens, what=first.what)
    if last.outcome.is_unclear:
        return None
    heard = last_heard(last)
    if last.outcome.kind is OutcomeKind.OFFER:
        return None
    letters = letters_since(application, last.when.day)
    spoken = max(day for day in (last.when.day, heard, *letters) if day <= today)
    named = decision_day(application)
    until = named if named and named >= last.when.day else None
    return Turn(who=Party.THEM, since=spoken, until=until)
