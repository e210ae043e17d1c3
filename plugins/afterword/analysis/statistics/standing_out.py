"""Which one of many stands out, beyond what chance would do among so many?

The only place that decides it. Many things are looked at before one of them is named, and among twenty themes one always
looks remarkable: each rule counts every look.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from afterword.analysis.statistics.chance import at_least, at_most, fall_here
from afterword.analysis.statistics.intervals import wilson

_T = TypeVar("_T")

# Something may be named in so many of the journals in which there is nothing to name, and no more.
LEVEL = 0.05
# A chance that is the level to within the rounding of floats is the level.
_ROUNDING = 1 + 1e-9


@dataclass(frozen=True, slots=True)
class Count(Generic[_T]):
    """One of the many that are compared, with how many of its cases are such as are looked for."""

    what: _T
    hits: int
    cases: int


def is_unlikely(chance: float, *, looks: int) -> bool:
    """Whether a thing that is as likely as this may be named as the most remarkable of so many."""
    return chance * looks <= LEVEL * _ROUNDING


def highest_apart(counts: Sequence[Count[str]], *, minimum: int) -> str | None:
    """The one whose share lies wholly above that of all the others together, by Wilson's intervals; of several, that of most hits.

    One of fewer than `minimum` cases is not looked at, nor one that holds all cases there are.
    """
    hits, cases = sum(one.hits for one in counts), sum(one.cases for one in counts)
    # Each of many has to stand out further: the interval widens with their number.
    wide = 2.6 if len(counts) < 8 else 3.0
    apart = [
        one
        for one in counts
        if minimum <= one.cases < cases
        and wilson(one.hits, one.cases, wide).low
        > wilson(hits - one.hits, cases - one.cases, wide).high
    ]
    best = max(apart, key=lambda one: (one.hits, one.what), default=None)
    return best.what if best else None


def lowest_apart(counts: Sequence[Count[_T]], *, minimum: int) -> _T | None:
    """The one whose 95 % interval lies wholly below that of every other, among those of at least `minimum` cases."""
    spans = [(wilson(one.hits, one.cases), one.what) for one in counts if one.cases >= minimum]
    if len(spans) < 2:
        return None
    (lowest, what), *others = sorted(spans, key=lambda one: one[0].high)
    return what if all(lowest.high < other.low for other, _ in others) else None


def most_drawn(counts: Sequence[Count[_T]], *, minimum: int) -> _T | None:
    """The one to which the hits are drawn most, by Fisher's exact test against all the others together; None where chance may do it.

    One of fewer than `minimum` cases is not looked at, but counts among the others.
    """
    hits, cases = sum(one.hits for one in counts), sum(one.cases for one in counts)
    looked = [one for one in counts if one.cases >= minimum]
    best: tuple[float, _T] | None = None
    for one in looked:
        chance = fall_here(one.hits, one.cases, hits, cases)
        rarer = best is None or chance * _ROUNDING < best[0]
        if rarer and is_unlikely(chance, looks=len(looked)):
            best = chance, one.what
    return best[1] if best else None


def is_rise(older: Sequence[bool], newer: Sequence[bool], *, looks: int) -> bool:
    """Whether more of the newer cases are hits than of the older ones, by Fisher's exact test, when so many are looked at."""
    hits = sum(older) + sum(newer)
    chance = fall_here(sum(newer), len(newer), hits, len(older) + len(newer))
    return is_unlikely(chance, looks=looks)


def is_above(share: float, hits: int, cases: int, *, looks: int) -> bool:
    """Whether so many hits are more than a share of the cases, by the binomial test to one side, when so many are looked at."""
    return is_unlikely(at_least(hits, cases, share), looks=looks)


def is_below(share: float, hits: int, cases: int, *, looks: int) -> bool:
    """Whether so many hits are fewer than a share of the cases."""
    return is_unlikely(at_most(hits, cases, share), looks=looks)
