"""Where do my applications get stuck, round by round?"""

from __future__ import annotations

from datetime import date

from afterword.analysis.standing import Fate, fate
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.analysis.statistics.standing_out import MINIMUM, Count, Finding, leading
from afterword.frozen import dataclass, field
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Application, Journal

# From this many decided applications on, a stage is compared with the others.
ENOUGH = MINIMUM


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """How many applications reached a kind of round, and what became of them there, each counted once.

    `ended` is by them, `withdrawn` by me, `cancelled` by them without a judgement of me; `interval` is that of the share that passed among the decided,
    `applications` who they are.
    """

    kind: RoundKind
    reached: int
    passed: int
    ended: int
    withdrawn: int
    cancelled: int
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
    """The kinds of round that were reached, in their usual order, and the one that leads among those where applications end."""

    stages: tuple[Stage, ...] = ()
    narrow: Finding[RoundKind] | None = None

    @property
    def decided(self) -> int:
        """How many decisions of theirs there are over all stages."""
        return sum(stage.decided for stage in self.stages)

    @property
    def passed(self) -> int:
        """How many of them were passed."""
        return sum(stage.passed for stage in self.stages)

    @property
    def silent(self) -> int:
        """How many of them ended without an answer."""
        ended = (one for stage in self.stages for one in stage.applications.get(Fate.ENDED, ()))
        return sum(one.outcome.kind is OutcomeKind.NO_ANSWER for one in ended)


def funnel(journal: Journal, today: date) -> Funnel:
    """How far my applications come, from the interviews that lie behind us on `today`."""
    stages = tuple(_stage(kind, journal, today) for kind in RoundKind)
    reached = tuple(stage for stage in stages if stage.reached)
    ended = [Count(stage.kind, stage.ended, stage.decided) for stage in reached]
    return Funnel(stages=reached, narrow=leading(ended, minimum=ENOUGH))


def _stage(kind: RoundKind, journal: Journal, today: date) -> Stage:
    fates: dict[Fate, list[Application]] = {fate: [] for fate in Fate}
    paths: list[str] = []
    for application in journal.applications:
        rounds = [one for one in application.interviews if one.kind is kind]
        behind = [one.path for one in rounds if one.happened(today)]
        if behind:
            fates[fate(rounds, application, today)].append(application)
            paths += behind
    passed, ended = len(fates[Fate.PASSED]), len(fates[Fate.ENDED])
    return Stage(
        kind=kind,
        reached=sum(map(len, fates.values())),
        passed=passed,
        ended=ended,
        withdrawn=len(fates[Fate.WITHDRAWN]),
        cancelled=len(fates[Fate.CANCELLED]),
        open=len(fates[Fate.OPEN]),
        interval=wilson(passed, passed + ended),
        interviews=tuple(paths),
        applications={fate: tuple(those) for fate, those in fates.items()},
    )
