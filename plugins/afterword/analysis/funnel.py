"""Where my applications get stuck, round by round, and how long they let me wait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from afterword.analysis.intervals import Interval, wilson
from afterword.model import Application, Interview, Journal, OutcomeKind, RoundKind

# From this many decided applications on, a stage is compared with the others.
ENOUGH = 5
_PASSED = frozenset(
    {OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED}
)
_ENDED = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER})


class _Fate(StrEnum):
    """What became of one application at one kind of round."""

    PASSED = "passed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How many applications reached a kind of round, and what became of them there, each counted once.

    `ended` is by them, `withdrawn` by me; `interval` is that of the share that passed among the decided.
    """

    kind: RoundKind
    reached: int
    passed: int
    ended: int
    withdrawn: int
    open: int
    interval: Interval
    interviews: tuple[str, ...]

    @property
    def decided(self) -> int:
        """How many of them the company decided."""
        return self.passed + self.ended

    @property
    def share(self) -> float | None:
        """The share that passed among the decided; None while there is none."""
        return self.passed / self.decided if self.decided else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funnel:
    """The kinds of round that were reached, in their usual order, and the one where it narrows beyond chance."""

    stages: tuple[Stage, ...] = ()
    narrow: RoundKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """The days between an interview and its answer: those they said, those it took, or those so far."""

    path: str
    company: str
    kind: RoundKind
    said: int | None
    took: int | None
    open_for: int | None


def funnel(journal: Journal, today: date) -> Funnel:
    """How far my applications come, from the interviews that lie behind us on `today`."""
    stages = tuple(_stage(kind, journal, today) for kind in RoundKind)
    reached = tuple(stage for stage in stages if stage.reached)
    return Funnel(stages=reached, narrow=_narrow(reached))


def _stage(kind: RoundKind, journal: Journal, today: date) -> Stage:
    fates: list[_Fate] = []
    paths: list[str] = []
    for application in journal.applications:
        rounds = [one for one in application.interviews if one.kind is kind]
        behind = [one.path for one in rounds if one.happened(today)]
        if behind:
            fates.append(_fate(application, rounds))
            paths += behind
    passed, ended = fates.count(_Fate.PASSED), fates.count(_Fate.ENDED)
    return Stage(
        kind=kind,
        reached=len(fates),
        passed=passed,
        ended=ended,
        withdrawn=fates.count(_Fate.WITHDRAWN),
        open=fates.count(_Fate.OPEN),
        interval=wilson(passed, passed + ended),
        interviews=tuple(paths),
    )


def _fate(application: Application, rounds: Sequence[Interview]) -> _Fate:
    """What became of an application at its rounds of one kind; an invitation to a later one means it passed."""
    last = rounds[-1]
    if _followed(last, application) or any(one.outcome.kind in _PASSED for one in rounds):
        return _Fate.PASSED
    if last.outcome.kind in _ENDED:
        return _Fate.ENDED
    return _Fate.WITHDRAWN if last.outcome.kind is OutcomeKind.WITHDRAWN else _Fate.OPEN


def _followed(interview: Interview, application: Application) -> bool:
    """Whether the application has another interview on a later day: two on one day were arranged together."""
    return interview.when.day < application.interviews[-1].when.day


def _narrow(stages: Sequence[Stage]) -> RoundKind | None:
    """The kind whose interval lies wholly below that of every other, among those with enough decided."""
    compared = [stage for stage in stages if stage.decided >= ENOUGH]
    if len(compared) < 2:
        return None
    lowest, *others = sorted(compared, key=lambda stage: stage.interval.high)
    below = all(lowest.interval.high < other.interval.low for other in others)
    return lowest.kind if below else None


def waits(journal: Journal, today: date) -> tuple[Wait, ...]:
    """How long each answer was said to take and took, in date order, where an entry names a day for it.

    Entries of which only the month is known are left out: their days cannot be counted.
    """
    homes = journal.applications_by_path
    return tuple(
        _wait(one, homes[one.path], today) for one in journal.interviews if _names_a_day(one)
    )


def _names_a_day(interview: Interview) -> bool:
    named = interview.outcome.decided or interview.decision_by
    return named is not None and not interview.when.whole_month


def _wait(interview: Interview, application: Application, today: date) -> Wait:
    outcome = interview.outcome
    heard = outcome.decided or outcome.kind is not OutcomeKind.PENDING
    still = application.live and not heard and not _followed(interview, application)
    return Wait(
        path=interview.path,
        company=interview.company,
        kind=interview.kind,
        said=_days(interview, interview.decision_by),
        took=_days(interview, outcome.decided),
        open_for=_days(interview, today) if still else None,
    )


def _days(interview: Interview, until: date | None) -> int | None:
    """The days from an interview to another day; None for a day before it."""
    if until is None or until < interview.when.day:
        return None
    return (until - interview.when.day).days
