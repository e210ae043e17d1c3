"""Which one of many stands out, and how sure is that?

The only place that decides it. Many things are looked at before one of them is named, and among twenty themes one always
looks remarkable: each chance is adjusted for the number of things that were compared.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Generic, TypeVar

from afterword.analysis.statistics.chance import (
    at_least_of,
    fall_here,
    of_any,
)
from afterword.frozen import dataclass

_T = TypeVar("_T")

# Something may be named in so many of the journals in which there is nothing to name, and no more.
LEVEL = 0.05
# Something may be called probable in so many of them.
PROBABLE = 0.20
# From this many cases on, one of the many is compared with the others.
MINIMUM = 3
# A chance that is the level to within the rounding of floats is the level.
_ROUNDING = 1 + 1e-9


class Tier(StrEnum):
    """How sure it is that something stands out: clear and probable bound how often chance does as much; all else is open."""

    CLEAR = "clear"
    PROBABLE = "probable"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Count(Generic[_T]):
    """One of the many that are compared, with how many of its cases are such as are looked for."""

    what: _T
    hits: int
    cases: int


@dataclass(frozen=True, slots=True)
class Draw(Generic[_T]):
    """The things of the many that one case names, and those that would not count for it if it named them."""

    named: frozenset[_T]
    left_out: frozenset[_T] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding(Generic[_T]):
    """What leads among the many: that which chance is least likely to have put there; several where they are counted alike.

    `hits` and `cases` are those of each of them, `all_hits` and `all_cases` those of everything that was counted. `chance` is how
    likely chance alone lets any of the compared lead by as much, between 0 and 1.
    """

    leaders: tuple[_T, ...]
    hits: int
    cases: int
    all_hits: int
    all_cases: int
    chance: float

    @property
    def tier(self) -> Tier:
        """How sure it is."""
        return tier(self.chance)

    @property
    def is_all(self) -> bool:
        """Whether every case of what leads is a hit."""
        return self.hits == self.cases

    @property
    def is_ahead(self) -> bool:
        """Whether more of its cases are hits than of all cases together."""
        return self.hits * self.all_cases > self.all_hits * self.cases

    @property
    def is_alone(self) -> bool:
        """Whether there is nothing beside it to compare it with."""
        return self.cases == self.all_cases


def tier(chance: float) -> Tier:
    """How sure something is that chance alone does with this chance, adjusted for all that was compared."""
    if chance <= LEVEL * _ROUNDING:
        return Tier.CLEAR
    return Tier.PROBABLE if chance <= PROBABLE * _ROUNDING else Tier.OPEN


def leading(counts: Sequence[Count[_T]], *, minimum: int = MINIMUM) -> Finding[_T] | None:
    """The one that leads by Fisher's exact test to one side, each against all the others together.

    One of fewer than `minimum` cases is not compared, but counts among the others. None where none can be compared,
    or none of those has a hit.
    """
    hits, cases = sum(one.hits for one in counts), sum(one.cases for one in counts)
    compared = [one for one in counts if one.cases >= minimum]
    chances = [fall_here(one.hits, one.cases, hits, cases) for one in compared]
    return _finding(compared, chances, hits, cases)


def most_named(
    draws: Sequence[Draw[_T]], everything: Sequence[_T], *, minimum: int = MINIMUM
) -> Finding[_T] | None:
    """The one that is named by the most draws for its chance, each of which draws as many as it names from `everything`.

    A draw that may not count for a thing never hits it. None where there are fewer than `minimum` draws, or no hit.
    """
    if len(draws) < minimum:
        return None
    counts, chances = [], []
    for what in everything:
        hits = sum(what in one.named and what not in one.left_out for one in draws)
        shares = [
            0.0 if what in one.left_out else len(one.named) / len(everything) for one in draws
        ]
        counts.append(Count(what, hits, len(draws)))
        chances.append(at_least_of(hits, shares))
    named = sum(len(one.named - one.left_out) for one in draws)
    return _finding(counts, chances, named, len(draws) * len(everything))


def _finding(
    compared: Sequence[Count[_T]], chances: Sequence[float], hits: int, cases: int
) -> Finding[_T] | None:
    found = [(chance, one) for chance, one in zip(chances, compared, strict=True) if one.hits]
    if not found:
        return None
    # Of those that are as likely, the one with more hits leads.
    chance, best = min(found, key=lambda one: (one[0], -one[1].hits))
    alike = (one.what for _, one in found if (one.hits, one.cases) == (best.hits, best.cases))
    return Finding(
        leaders=tuple(alike),
        hits=best.hits,
        cases=best.cases,
        all_hits=hits,
        all_cases=cases,
        chance=of_any(chance, len(compared)),
    )


def rise(older: Sequence[bool], newer: Sequence[bool], *, looks: int) -> float:
    """The chance that chance alone puts so many of the hits among the newer cases, by Fisher's exact test, when so many are looked at."""
    return rise_of((sum(older), len(older)), (sum(newer), len(newer)), looks=looks)


def rise_of(older: tuple[int, int], newer: tuple[int, int], *, looks: int) -> float:
    """The same where the hits and the cases of both are counted already."""
    (hits_before, before), (hits_since, since) = older, newer
    chance = fall_here(hits_since, since, hits_before + hits_since, before + since)
    return of_any(chance, looks)
