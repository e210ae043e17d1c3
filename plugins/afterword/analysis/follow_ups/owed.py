"""What do I owe, what do they owe, and when is it polite?"""

from __future__ import annotations

from collections.abc import Iterable, Set
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState, follow_up_of, in_order
from afterword.analysis.follow_ups.kind import FEEDBACK_DELAY, Clock, Kind
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.analysis.follow_ups.search import accepted_elsewhere, search_of
from afterword.analysis.standing import has_lapsed
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
    search = search_of(journal.applications, today)
    clock, rows = Clock(today, holidays, feedback_delay, search), tuple(kinds)
    every: list[FollowUp] = []
    for application in journal.applications:
        reasons = _Reasons(application, clock)
        every += (
            follow_up_of(kind, one, clock, ended=reasons.against(kind))
            for kind in rows
            for one in kind.occasions(kind, application, clock)
        )
    return tuple(sorted(every, key=in_order))


def let_go_with(accepted: Application, owed: Iterable[FollowUp]) -> tuple[FollowUp, ...]:
    """What lay open elsewhere when an offer was accepted, and is owed no more."""
    why = accepted_elsewhere(accepted)
    return tuple(one for one in owed if one.state is FollowUpState.DROPPED and one.why == why)


class _Reasons:
    """Why nothing of a kind is owed any more in one application."""

    def __init__(self, application: Application, clock: Clock) -> None:
        ended = f"This application has ended: {application.outcome.kind.value}."
        self._ended = "" if application.live else ended
        self._is_accepted = application.outcome.kind is OutcomeKind.ACCEPTED
        self._lapsed = (
            "Nothing has happened here for three months."
            if has_lapsed(application, clock.today)
            else ""
        )
        accepted = clock.search.accepted
        self._accepted = (
            accepted_elsewhere(accepted)
            if accepted and clock.search.ended_by_acceptance(application)
            else ""
        )

    def against(self, kind: Kind) -> str:
        """The reason that holds for a kind; empty while it is owed."""
        goes_on = kind.survives_end or (kind.survives_acceptance_here and self._is_accepted)
        own = "" if goes_on else self._ended or self._lapsed
        return own or ("" if kind.survives_acceptance else self._accepted)
