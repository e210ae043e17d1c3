"""Where my applications get stuck, round by round, and how long they let me wait."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from afterword.analysis.statistics.durations import Span, median_days
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.model import Application, Interview, Journal, OutcomeKind, RoundKind

# From this many decided applications on, a stage is compared with the others.
ENOUGH = 5
_PASSED = frozenset(
    {OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED}
)
_ENDED = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER})
# After these nobody's answer came: they never wrote, or I did not wait for it.
_UNANSWERED = frozenset({OutcomeKind.NO_ANSWER, OutcomeKind.WITHDRAWN})


class Fate(StrEnum):
    """What became of one application at one kind of round."""

    PASSED = "passed"
    ENDED = "ended"
    WITHDRAWN = "withdrawn"
    OPEN = "open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How many applications reached a kind of round, and what became of them there, each counted once.

    `ended` is by them, `withdrawn` by me; `interval` is that of the share that passed among the decided,
    `applications` who they are.
    """

    kind: RoundKind
    reached: int
    passed: int
    ended: int
    withdrawn: int
    open: int
    interval: Interval
    interviews: tuple[str, ...]
    applications: dict[Fate, tuple[Application, ...]] = field(default_factory=dict)

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
    """The days between an interview and its answer: those they said, and those it took.

    Where it is not answered, `open_for` are the days so far, or `unanswered` those until I stopped waiting: they never wrote,
    or I withdrew. At most one of the three is known.
    """

    path: str
    company: str
    kind: RoundKind
    said: int | None
    took: int | None
    open_for: int | None
    unanswered: int | None = None

    @property
    def span(self) -> Span | None:
        """How long it lasted, or has lasted; None where that is not written."""
        if self.took is not None:
            return Span(self.took, over=True)
        lasted = self.open_for if self.open_for is not None else self.unanswered
        return None if lasted is None else Span(lasted, over=False)

    @property
    def late(self) -> bool | None:
        """Whether the answer came, or is still missing, after the day they said; None while nobody can tell."""
        if self.said is None or self.span is None:
            return None
        past = self.span.days > self.said
        return past if past or self.span.over else None


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
        """Those that ended without an answer."""
        return tuple(one for one in self.waits if one.unanswered is not None)

    @property
    def median(self) -> int | None:
        """The days within which half are answered; None while fewer than half are."""
        return median_days(one.span for one in self.waits if one.span)

    @property
    def median_said(self) -> int | None:
        """The days that they said at most for half of them."""
        return median_days(Span(one.said, over=True) for one in self.waits if one.said is not None)


def funnel(journal: Journal, today: date) -> Funnel:
    """How far my applications come, from the interviews that lie behind us on `today`."""
    stages = tuple(_stage(kind, journal, today) for kind in RoundKind)
    reached = tuple(stage for stage in stages if stage.reached)
    return Funnel(stages=reached, narrow=_narrow(reached))


def _stage(kind: RoundKind, journal: Journal, today: date) -> Stage:
    fates: dict[Fate, list[Application]] = {fate: [] for fate in Fate}
    paths: list[str] = []
    for application in journal.applications:
        rounds = [one for one in application.interviews if one.kind is kind]
        behind = [one.path for one in rounds if one.happened(today)]
        if behind:
            fates[_fate(application, rounds)].append(application)
            paths += behind
    passed, ended = len(fates[Fate.PASSED]), len(fates[Fate.ENDED])
    return Stage(
        kind=kind,
        reached=sum(map(len, fates.values())),
        passed=passed,
        ended=ended,
        withdrawn=len(fates[Fate.WITHDRAWN]),
        open=len(fates[Fate.OPEN]),
        interval=wilson(passed, passed + ended),
        interviews=tuple(paths),
        applications={fate: tuple(those) for fate, those in fates.items()},
    )


def _fate(application: Application, rounds: Sequence[Interview]) -> Fate:
    """What became of an application at its rounds of one kind; an invitation to a later one means it passed."""
    last = rounds[-1]
    if _followed(last, application) or any(one.outcome.kind in _PASSED for one in rounds):
        return Fate.PASSED
    if last.outcome.kind in _ENDED:
        return Fate.ENDED
    return Fate.WITHDRAWN if last.outcome.kind is OutcomeKind.WITHDRAWN else Fate.OPEN


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
    """How long each answer was said to take and took, or has been waited for, in date order.

    Left out are entries that name no day for an answer that has come, and those of which only the month is known: their
    days cannot be counted.
    """
    homes = journal.applications_by_path
    found = (_wait(one, homes[one.path], today) for one in journal.interviews)
    return tuple(one for one in found if one.said is not None or one.span)


def stage_waits(waited: Iterable[Wait]) -> tuple[StageWaits, ...]:
    """The waits by kind of round, in their usual order."""
    by_kind: dict[RoundKind, list[Wait]] = {}
    for one in waited:
        by_kind.setdefault(one.kind, []).append(one)
    return tuple(
        StageWaits(kind=kind, waits=tuple(by_kind[kind])) for kind in RoundKind if kind in by_kind
    )


def _wait(interview: Interview, application: Application, today: date) -> Wait:
    outcome = interview.outcome
    heard = outcome.decided or outcome.kind is not OutcomeKind.PENDING
    still = application.live and not heard and not _followed(interview, application)
    stopped = outcome.kind in _UNANSWERED
    until = outcome.decided or (today if outcome.kind is OutcomeKind.NO_ANSWER else None)
    return Wait(
        path=interview.path,
        company=interview.company,
        kind=interview.kind,
        said=_days(interview, interview.decision_by),
        took=None if stopped else _days(interview, outcome.decided),
        open_for=_days(interview, today) if still else None,
        unanswered=_days(interview, until) if stopped else None,
    )


def _days(interview: Interview, until: date | None) -> int | None:
    """The days from an interview to another day; None for a day before it, and where only its month is known."""
    if until is None or until < interview.when.day or interview.when.whole_month:
        return None
    return (until - interview.when.day).days
