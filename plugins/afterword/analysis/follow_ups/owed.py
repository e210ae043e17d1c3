"""What do I owe, what do they owe, and when is it polite?"""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp, follow_up_of, in_order
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Clock, Kind
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.kinds import OutcomeKind
from afterword.model import Application, Journal


def follow_ups(
    journal: Journal,
    today: date,
    *,
    holidays: Set[date] = frozenset(),
    feedback_delay: int = FEEDBACK_DELAY,
    kinds: Iterable[Kind] = KINDS,
) -> tuple[FollowUp, ...]:
    """Every follow-up in the journal as it stands today, in the order of their days; done and dropped ones as well."""
    clock, rows = Clock(today, holidays, feedback_delay), tuple(kinds)
    accepted = _last_accepted(journal)
    every: list[FollowUp] = []
    for application in journal.applications:
        why = _ended(application, accepted)
        every += (
            follow_up_of(kind, one, clock, ended=why)
            for kind in rows
            for one in kind.occasions(kind, application, clock)
        )
    return tuple(sorted(every, key=in_order))


def _last_accepted(journal: Journal) -> Application | None:
    """The offer accepted last; one accepted on an unknown day counts as the last."""
    offers = [one for one in journal.applications if one.outcome.kind is OutcomeKind.ACCEPTED]
    return max(offers, key=lambda one: one.outcome.decided or date.max, default=None)


def _ended(application: Application, accepted: Application | None) -> str:
    """Why nothing more is owed in an application; empty while something is."""
    if not application.live:
        return f"This application has ended: {application.outcome.kind.value}."
    # Another search may follow: only what lay open when the offer was accepted is let go.
    decided = accepted.outcome.decided if accepted else None
    if accepted and (decided is None or application.interviews[0].when.day <= decided):
        return f"You accepted the offer of {accepted.company}."
    return ""
