"""How long do they let me wait for an answer, and how long had they said?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from afterword.analysis.standing import (
    Standing,
    StandingKind,
    answered_on,
    days_until,
    standing,
)
from afterword.analysis.statistics.durations import Duration, median_days
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Application, Interview, Journal

# Waits are counted by their days: up to and with each of these, and longer.
LENGTHS = (7, 14, 28)
_STILL = frozenset({StandingKind.WAITING, StandingKind.TODAY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The days between an interview and its answer: those they said, and those it took.

    An answer is theirs: an invitation, an offer, a rejection, or that the job was cancelled. Where none came, `open_for` are the days
    so far, `unanswered` those until I stopped waiting or let the application go, `ended_by_me` those until I withdrew. At most one
    of the four is known.
    """

    path: str
    company: str
    kind: RoundKind
    said: int | None
    took: int | None
    open_for: int | None
    unanswered: int | None = None
    ended_by_me: int | None = None

    @property
    def duration(self) -> Duration | None:
        """How long it lasted, or has lasted; None where that is not written."""
        if self.took is not None:
            return Duration(self.took, over=True)
        so_far = (self.open_for, self.unanswered, self.ended_by_me)
        lasted = next((days for days in so_far if days is not None), None)
        return None if lasted is None else Duration(lasted, over=False)

    @property
    def late(self) -> bool | None:
        """Whether the answer came, or is still missing, after the day they said; None while nobody can tell."""
        if self.said is None or self.duration is None:
            return None
        past = self.duration.days > self.said
        return past if past or self.duration.over else None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageWaits:
    """The waits after one kind of round; `median` are the days within which half are answered, open ones counted as such."""

    kind: RoundKind
    waits: tuple[Wait, ...]

    @property
    def said(self) -> tuple[Wait, ...]:
        """Those for which they named a day."""
        return tuple(one for one in self.waits if one.said is not None)

    @property
    def answered(self) -> tuple[Wait, ...]:
        """Those whose answer came on a day that is written."""
        return tuple(one for one in self.waits if one.took is not None)

    @property
    def open(self) -> tuple[Wait, ...]:
        """Those still open."""
        return tuple(one for one in self.waits if one.open_for is not None)

    @property
    def unanswered(self) -> tuple[Wait, ...]:
        """Those that they never answered."""
        return tuple(one for one in self.waits if one.unanswered is not None)

    @property
    def ended_by_me(self) -> tuple[Wait, ...]:
        """Those that I ended before an answer came."""
        return tuple(one for one in self.waits if one.ended_by_me is not None)

    @property
    def on_time(self) -> tuple[Wait, ...]:
        """Those whose answer came by the day they had said."""
        return tuple(one for one in self.waits if one.late is False)

    @property
    def late(self) -> tuple[Wait, ...]:
        """Those whose answer came after the day they had said, or is still missing after it."""
        return tuple(one for one in self.waits if one.late)

    @property
    def median(self) -> int | None:
        """The days within which half are answered; None while fewer than half are."""
        return half_within(self.waits)

    @property
    def median_said(self) -> int | None:
        """The days that they said at most for half of them."""
        return median_days(
            Duration(one.said, over=True) for one in self.waits if one.said is not None
        )


def waits(journal: Journal, today: date) -> tuple[Wait, ...]:
    """How long each answer was said to take and took, or has been waited for, in date order.

    Left out are entries that name no day for an answer that has come, and those of which only the month is known: their
    days cannot be counted.
    """
    homes = journal.applications_by_path
    every = (_wait(one, homes[one.path], today) for one in journal.interviews)
    return tuple(one for one in every if one.said is not None or one.duration)


def stage_waits(waited: Iterable[Wait]) -> tuple[StageWaits, ...]:
    """The waits by kind of round, in their usual order."""
    by_kind: dict[RoundKind, list[Wait]] = {}
    for one in waited:
        by_kind.setdefault(one.kind, []).append(one)
    return tuple(
        StageWaits(kind=kind, waits=tuple(by_kind[kind])) for kind in RoundKind if kind in by_kind
    )


def _wait(interview: Interview, application: Application, today: date) -> Wait:
    stands = standing(interview, application, today)
    still = stands.kind in _STILL and interview.happened(today)
    is_mine = stands.outcome is OutcomeKind.WITHDRAWN
    return Wait(
        path=interview.path,
        company=interview.company,
        kind=interview.kind,
        said=days_until(interview, interview.decision_by),
        took=days_until(interview, answered_on(interview, application)),
        open_for=days_until(interview, today) if still else None,
        unanswered=days_until(interview, _stopped_on(stands, today)),
        ended_by_me=days_until(interview, stands.day) if is_mine else None,
    )


def _stopped_on(stands: Standing, today: date) -> date | None:
    """The day until which it is known that they did not answer; None where they did, where I still wait for it, or where I ended it."""
    is_silent = stands.kind is StandingKind.LET_GO or stands.outcome is OutcomeKind.NO_ANSWER
    return (stands.day or today) if is_silent else None


def half_within(waited: Iterable[Wait]) -> int | None:
    """The days within which half of these are answered, those without an answer lasting at least so long; None while fewer than half are."""
    return median_days(one.duration for one in waited if one.duration)


def by_length(waited: Iterable[Wait]) -> tuple[tuple[Wait, ...], ...]:
    """The waits whose days are known, by how long they lasted: one group for each of `LENGTHS`, and one for the longer ones."""
    groups: tuple[list[Wait], ...] = tuple([] for _ in (*LENGTHS, None))
    for one in waited:
        if one.duration:
            groups[bisect_left(LENGTHS, one.duration.days)].append(one)
    return tuple(map(tuple, groups))
