"""What came of applications: how many led to an interview, of those that are noted whether they did or not, and which nobody answered."""

from __future__ import annotations

from datetime import date

from afterword.analysis.standing import LAPSES_AFTER
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import Application, ApplicationNote, Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """The applications since the day from which all of them are noted: those that led to an interview, and those that did not.

    `since` is the day of the first that is noted without an interview, None where none is: what went out before it was only
    noted where an interview came of it, and would make the share look better than it is.
    """

    since: date | None
    led: tuple[Application, ...] = ()
    alone: tuple[ApplicationNote, ...] = ()

    @property
    def sent(self) -> int:
        """How many went out."""
        return len(self.led) + len(self.alone)

    @property
    def interval(self) -> Interval:
        """Where the true share of those that lead to an interview may lie, at 95 %."""
        return wilson(len(self.led), self.sent)

    @property
    def unanswered(self) -> int:
        """How many without an interview have no outcome."""
        return sum(1 for one in self.alone if one.outcome.kind not in ENDED)


def lapsed_notes(journal: Journal, today: date) -> tuple[ApplicationNote, ...]:
    """The applications without an interview that nobody answered within ninety days of the last letter, the last one first."""
    old = (
        one
        for one in journal.notes
        if one.outcome.kind is OutcomeKind.PENDING and (today - _written(one)).days > LAPSES_AFTER
    )
    return tuple(sorted(old, key=lambda one: (-_written(one).toordinal(), one.path)))


def _written(note: ApplicationNote) -> date:
    """The last day on which I wrote to them, or applied."""
    return max((note.applied, *note.follow_ups))


def applied(journal: Journal, today: date) -> Applied:
    """What came of the applications until `today`."""
    alone = tuple(one for one in journal.notes if one.applied <= today)
    if not alone:
        return Applied(since=None)
    since = alone[0].applied
    led = (one for one in journal.applications if one.applied and since <= one.applied <= today)
    return Applied(since=since, led=tuple(led), alone=alone)
