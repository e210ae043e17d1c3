"""Whether I know how I did: the chance I gave myself, beside what came of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from statistics import fmean

from afterword.analysis.standing import Fate, fate
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.analysis.statistics.standing_out import is_above, is_below
from afterword.kinds import RoundKind
from afterword.model import Interview, Journal

# From this many forecasts on, a verdict is given; below, it would be chance.
MINIMUM = 8
_EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_HAPPENED = {Fate.PASSED: True, Fate.ENDED: False}


class Lean(StrEnum):
    """On which side of what happened my forecasts lie."""

    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """One forecast whose outcome is known; `bin` is the number of its fifth, from 0."""

    path: str
    company: str
    day: date
    kind: RoundKind
    confidence: float
    happened: bool
    bin: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The forecasts of one fifth, from `low` to below `high`, of which the last includes 1.

    `said` is their mean, `happened` the share that went on; both are None in an empty one.
    """

    low: float
    high: float
    n: int
    said: float | None
    happened: float | None
    interval: Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class KindForecast:
    """The forecasts for one kind of round: what I said on average, what happened, and how far apart (Brier, 0 is best)."""

    kind: RoundKind
    n: int
    said: float
    happened: float
    brier: float
    lean: Lean | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Every forecast whose outcome is known, oldest first, in fifths, and by the kinds that occur.

    `cancelled` counts those of jobs that were cancelled, which are in no other number.
    """

    singles: tuple[Single, ...] = ()
    bins: tuple[Bin, ...] = ()
    by_kind: tuple[KindForecast, ...] = ()
    cancelled: int = 0

    @property
    def n(self) -> int:
        """How many forecasts count."""
        return len(self.singles)

    @property
    def enough(self) -> bool:
        """Whether there are enough of them to say anything."""
        return self.n >= MINIMUM

    @property
    def brier(self) -> float | None:
        """The mean squared distance from what happened: 0 is perfect, 0.25 what always saying a half earns."""
        return _brier(self.singles) if self.singles else None

    @property
    def base_rate(self) -> float | None:
        """The share that went on."""
        return _happened(self.singles) if self.singles else None

    @property
    def base_brier(self) -> float | None:
        """What always saying the base rate would have earned."""
        rate = self.base_rate
        return None if rate is None else rate * (1 - rate)

    @property
    def said(self) -> float | None:
        """The mean of what I said."""
        return _said(self.singles) if self.singles else None

    @property
    def lean(self) -> Lean | None:
        """Whether I am over- or under-confident on the whole; None while that may be chance."""
        return _lean(self.singles, kinds=1)


def forecast(journal: Journal, today: date) -> Forecast:
    """My forecasts beside what happened; those withdrawn, cancelled or still open are left out."""
    homes = journal.applications_by_path
    fates = [
        (one, one.confidence, fate([one], homes[one.path], today))
        for one in journal.interviews
        if one.confidence is not None
    ]
    singles = tuple(
        _single(one, confidence, happened=_HAPPENED[came])
        for one, confidence, came in fates
        if came in _HAPPENED
    )
    bins = tuple(_bin(number, singles) for number in range(len(_EDGES) - 1))
    kinds = ((kind, [one for one in singles if one.kind is kind]) for kind in RoundKind)
    of_kinds = [(kind, those) for kind, those in kinds if those]
    judged = sum(1 for _, those in of_kinds if len(those) >= MINIMUM)
    by_kind = tuple(_kind_forecast(kind, those, kinds=judged) for kind, those in of_kinds)
    cancelled = sum(1 for _, _, came in fates if came is Fate.CANCELLED)
    return Forecast(singles=singles, bins=bins, by_kind=by_kind, cancelled=cancelled)


def _single(interview: Interview, confidence: float, *, happened: bool) -> Single:
    return Single(
        path=interview.path,
        company=interview.company,
        day=interview.when.day,
        kind=interview.kind,
        confidence=confidence,
        happened=happened,
        bin=bisect_right(_EDGES[1:-1], confidence),
    )


def _bin(number: int, singles: Sequence[Single]) -> Bin:
    inside = [one for one in singles if one.bin == number]
    return Bin(
        low=_EDGES[number],
        high=_EDGES[number + 1],
        n=len(inside),
        said=_said(inside) if inside else None,
        happened=_happened(inside) if inside else None,
        interval=_interval(inside),
    )


def _kind_forecast(kind: RoundKind, singles: Sequence[Single], *, kinds: int) -> KindForecast:
    return KindForecast(
        kind=kind,
        n=len(singles),
        said=_said(singles),
        happened=_happened(singles),
        brier=_brier(singles),
        lean=_lean(singles, kinds=kinds),
    )


def _said(singles: Sequence[Single]) -> float:
    return fmean(one.confidence for one in singles)


def _happened(singles: Sequence[Single]) -> float:
    return fmean(one.happened for one in singles)


def _brier(singles: Sequence[Single]) -> float:
    return fmean((one.confidence - one.happened) ** 2 for one in singles)


def _interval(singles: Sequence[Single]) -> Interval:
    return wilson(sum(one.happened for one in singles), len(singles))


def _lean(singles: Sequence[Single], *, kinds: int) -> Lean | None:
    """Where what happened is beyond what chance would make of what I said; looked at from both sides, for each kind."""
    if len(singles) < MINIMUM:
        return None
    happened, said = sum(one.happened for one in singles), _said(singles)
    if is_below(said, happened, len(singles), looks=2 * kinds):
        return Lean.OVER
    under = is_above(said, happened, len(singles), looks=2 * kinds)
    return Lean.UNDER if under else None
