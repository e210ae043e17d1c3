"""How many days did each side of an application take to write, and what had they said?"""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.standing import answered_on, days_until
from afterword.frozen import dataclass
from afterword.model import Application, Interview


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """The days after one interview until I first wrote and until they answered, and the days they had said.

    Each is None where no day is written, or where it lies before the interview.
    """

    interview: Interview
    mine: int | None
    theirs: int | None
    said: int | None


def exchanges(application: Application) -> tuple[Exchange, ...]:
    """Round by round, how long each side took, where anything is known; oldest first."""
    rounds = (
        _exchange(one, application) for one in application.interviews if not one.when.whole_month
    )
    return tuple(one for one in rounds if (one.mine, one.theirs, one.said) != (None, None, None))


def _exchange(interview: Interview, application: Application) -> Exchange:
    wrote = min(interview.sent, default=None)
    return Exchange(
        interview=interview,
        mine=days_until(interview, wrote),
        theirs=days_until(interview, answered_on(interview, application)),
        said=days_until(interview, interview.decision_by),
    )


@dataclass(frozen=True, slots=True)
class UsualDays:
    """The days within which each side wrote half of the time; None where no day of it is known."""

    mine: int | None
    theirs: int | None


def usual_days(found: Sequence[Exchange]) -> UsualDays:
    """What these exchanges come to."""
    mine = [one.mine for one in found if one.mine is not None]
    theirs = [one.theirs for one in found if one.theirs is not None]
    return UsualDays(mine=_median(mine), theirs=_median(theirs))


def _median(days: Sequence[int]) -> int | None:
    """The smaller of the two in the middle, so that it is a number of days; None of nothing."""
    # What else `statistics` brings along takes as long to import as to read a few entries.
    return sorted(days)[(len(days) - 1) // 2] if days else None
