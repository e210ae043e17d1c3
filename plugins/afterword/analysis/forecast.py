"""Whether I know how I did: the chance I gave myself, beside what came of it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from itertools import accumulate
from math import fsum

from afterword.analysis.standing import Fate, answered_on, fate, following_day, standing
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.analysis.statistics.standing_out import (
    LEVEL,
    MINIMUM,
    PROBABLE,
    Tier,
    tier,
)
from afterword.analysis.statistics.unequal_chances import Said, apart, as_far
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Application, Interview, Journal

_EDGES = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
# A chance is written in whole hundredths, and mostly said to the nearest five of them: so far off may come of rounding alone.
_WRITTEN, _SPOKEN = 0.005, 0.025
_HAPPENED = {Fate.PASSED: True, Fate.ENDED: False}


class Lean(StrEnum):
    """On which side of what happened my forecasts lie."""

    OVER = "over"
    UNDER = "under"


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """One forecast whose outcome is known; `bin` is the number of its fifth, from 0.

    `known_rate` is what one would have said who only knew what had come of the interviews before it. `silent` says that they
    never answered.
    """

    path: str
    company: str
    day: date
    kind: RoundKind
    confidence: float
    happened: bool
    bin: int
    known_rate: float = 0.5
    silent: bool = False


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
    """The forecasts for one kind of round: what I said on average, what happened, and how far apart (Brier, 0 is best).

    `chance` is how often chance alone would be as far off for this kind, to either side.
    """

    kind: RoundKind
    n: int
    said: float
    happened: float
    brier: float
    chance: float
    lean: Lean | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """Every forecast whose outcome is known, oldest first, in fifths, and by the kinds that occur.

    `chance` is how often chance alone would put the kinds together as far from what I said, beyond what rounding does. `rests_on_silence` says that they are so
    far from it only because no answer counts as not going on; nothing leans then. `open` are those whose outcome is not known yet;
    `withdrawn` and `cancelled` count those that I ended and of jobs that were cancelled: none of these is in any other number.
    """

    singles: tuple[Single, ...] = ()
    bins: tuple[Bin, ...] = ()
    by_kind: tuple[KindForecast, ...] = ()
    chance: float = 1.0
    rests_on_silence: bool = False
    open: tuple[Interview, ...] = ()
    withdrawn: int = 0
    cancelled: int = 0
    lean: Lean | None = None

    @property
    def n(self) -> int:
        """How many forecasts count."""
        return len(self.singles)

    @property
    def enough(self) -> bool:
        """Whether there are enough of them to say anything."""
        return self.n >= MINIMUM

    @property
    def tier(self) -> Tier:
        """How sure it is that what I said is off."""
        return tier(self.chance)

    @property
    def brier(self) -> float | None:
        """The mean squared distance from what happened: 0 is perfect."""
        return _brier(self.singles) if self.singles else None

    @property
    def half_brier(self) -> float | None:
        """What always saying a half earns."""
        return 0.25 if self.singles else None

    @property
    def known_brier(self) -> float | None:
        """What saying the share that was known each time to have gone on would have earned."""
        if not self.singles:
            return None
        return _mean([(one.known_rate - one.happened) ** 2 for one in self.singles])

    @property
    def base_rate(self) -> float | None:
        """The share that went on."""
        return _happened(self.singles) if self.singles else None

    @property
    def said(self) -> float | None:
        """The mean of what I said."""
        return _said(self.singles) if self.singles else None

    @property
    def silent(self) -> int:
        """How many of them they never answered."""
        return sum(one.silent for one in self.singles)


def forecast(journal: Journal, today: date) -> Forecast:
    """My forecasts beside what happened; those withdrawn, cancelled or still open are counted apart."""
    homes = journal.applications_by_path
    came = {one.path: fate([one], homes[one.path], today) for one in journal.interviews}
    given = [one for one in journal.interviews if one.confidence is not None]
    fates = [came[one.path] for one in given]
    known = _Known(_came_of(journal, came, homes))
    singles = tuple(
        _single(one, known, happened=_HAPPENED[end], silent=_is_silent(one, homes, today))
        for one, end in zip(given, fates, strict=True)
        if end in _HAPPENED
    )
    return replace(
        _judged(singles),
        bins=tuple(_bin(number, singles) for number in range(len(_EDGES) - 1)),
        open=tuple(one for one, end in zip(given, fates, strict=True) if end is Fate.OPEN),
        withdrawn=fates.count(Fate.WITHDRAWN),
        cancelled=fates.count(Fate.CANCELLED),
    )


def _judged(singles: tuple[Single, ...]) -> Forecast:
    """What is said of these forecasts, on the whole and by their kinds."""
    of_kinds = _by_kind(singles)
    chance = _chance(singles)
    level = _level(chance) if len(singles) >= MINIMUM else 0.0
    answered = [one for one in singles if not one.silent]
    rests_on_silence = level > 0 and _chance(answered) > level and len(answered) < len(singles)
    level = 0.0 if rests_on_silence else level
    return Forecast(
        singles=singles,
        by_kind=_kind_forecasts(of_kinds, level),
        chance=chance,
        rests_on_silence=rests_on_silence,
        lean=_lean(singles) if level and _is_far(singles, level, kinds=len(of_kinds)) else None,
    )


def _chance(singles: Sequence[Single]) -> float:
    """How often chance puts the kinds together as far from what was said, as it may have been before it was written down.

    What is not clear by this is asked again of what may have been rounded to the nearest five: a habit of rounding is no leaning.
    """
    kinds = _by_kind(singles).values()
    as_written = apart([_given(those, rounded=_WRITTEN) for those in kinds])
    if as_written <= LEVEL:
        return as_written
    return apart([_given(those, rounded=_SPOKEN) for those in kinds])


def _is_far(singles: Sequence[Single], level: float, *, kinds: int) -> bool:
    """Whether all of them together lie farther off than chance would put them; where there is one kind, that is known."""
    return kinds == 1 or as_far(_given(singles)) <= level


def _is_silent(interview: Interview, homes: dict[str, Application], today: date) -> bool:
    stands = standing(interview, homes[interview.path], today)
    return stands.outcome is OutcomeKind.NO_ANSWER


def _came_of(
    journal: Journal, came: dict[str, Fate], homes: dict[str, Application]
) -> Iterator[tuple[date, bool]]:
    """The day from which it was known of each interview whether it went on, and whether it did."""
    for one in journal.interviews:
        if came[one.path] in _HAPPENED:
            went_on = following_day(one, homes[one.path])
            day = answered_on(one, homes[one.path]) or went_on or one.heard
            yield max(day, one.when.day), _HAPPENED[came[one.path]]


class _Known:
    """How many interviews had gone on of those whose outcome was known before a day."""

    def __init__(self, came: Iterable[tuple[date, bool]]) -> None:
        """The day from which it was known of each whether it went on, and whether it did."""
        in_order = sorted(came)
        self._days = [day for day, _ in in_order]
        self._went_on = [0, *accumulate(went_on for _, went_on in in_order)]

    def rate_before(self, day: date) -> float:
        """The share that went on, by Laplace's rule of succession: a half before anything is known, and never quite certain."""
        n = bisect_left(self._days, day)
        return (self._went_on[n] + 1) / (n + 2)


def _single(interview: Interview, known: _Known, *, happened: bool, silent: bool) -> Single:
    day, confidence = interview.when.day, interview.confidence or 0.0
    return Single(
        path=interview.path,
        company=interview.company,
        day=day,
        kind=interview.kind,
        confidence=confidence,
        happened=happened,
        bin=bisect_right(_EDGES[1:-1], confidence),
        known_rate=known.rate_before(day),
        silent=silent,
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


def _by_kind(singles: Sequence[Single]) -> dict[RoundKind, list[Single]]:
    """The forecasts of each kind that occurs, in the order of the kinds."""
    kinds = {kind: [one for one in singles if one.kind is kind] for kind in RoundKind}
    return {kind: those for kind, those in kinds.items() if those}


def _kind_forecasts(
    of_kinds: dict[RoundKind, list[Single]], level: float
) -> tuple[KindForecast, ...]:
    """Each kind, with its lean where it has a part in what all of them are off by, up to this chance; none at a level of 0.

    Where none is far off by itself, the farthest has that part.
    """
    chances = {kind: as_far(_given(those)) for kind, those in of_kinds.items()}
    many = [chances[kind] for kind, those in of_kinds.items() if len(those) >= MINIMUM]
    most = max(level, min(many, default=0.0)) if level else 0.0
    return tuple(
        KindForecast(
            kind=kind,
            n=len(those),
            said=_said(those),
            happened=_happened(those),
            brier=_brier(those),
            chance=chances[kind],
            lean=_lean(those) if len(those) >= MINIMUM and chances[kind] <= most else None,
        )
        for kind, those in of_kinds.items()
    )


def _level(chance: float) -> float:
    """Up to which chance a single thing may be named, where all together come of chance this often; 0 for nothing at all."""
    return {Tier.CLEAR: LEVEL, Tier.PROBABLE: PROBABLE, Tier.OPEN: 0.0}[tier(chance)]


def _given(singles: Sequence[Single], *, rounded: float = 0.0) -> Said:
    """What was said and what happened, each said as much nearer to that as rounding can have put all of them off."""
    off = _happened(singles) - _said(singles)
    nearer = min(rounded, max(-rounded, off))
    return Said(
        tuple(one.confidence + nearer for one in singles), sum(one.happened for one in singles)
    )


def _lean(singles: Sequence[Single]) -> Lean:
    return Lean.OVER if _said(singles) > _happened(singles) else Lean.UNDER


def _said(singles: Sequence[Single]) -> float:
    return _mean([one.confidence for one in singles])


def _happened(singles: Sequence[Single]) -> float:
    return _mean([one.happened for one in singles])


def _brier(singles: Sequence[Single]) -> float:
    return _mean([(one.confidence - one.happened) ** 2 for one in singles])


def _mean(values: Collection[float]) -> float:
    return fsum(values) / len(values)


def _interval(singles: Sequence[Single]) -> Interval:
    return wilson(sum(one.happened for one in singles), len(singles))
