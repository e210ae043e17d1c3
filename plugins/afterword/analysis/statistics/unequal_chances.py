"""How often would chance do as much where each case has a chance of its own?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise, repeat
from math import ceil, fsum
from operator import mul

from afterword.frozen import dataclass

# What is written as certain is rounded: a chance is never nearer to 0 or 1 than this.
_LEAST = 0.005
# The distances of `apart` are counted in so many steps of the one at hand.
_STEPS = 2000
# Of so many steps one has a chance at most where sums are added one by one.
_FEW = 4
# Below this a chance changes no sum of chances.
_NEGLIGIBLE = 1e-18


@dataclass(frozen=True, slots=True)
class Said:
    """The chances that were given to some cases, and how many of these happened."""

    chances: tuple[float, ...]
    happened: int


def ways(chances: Iterable[float]) -> list[float]:
    """The chance of none, one, two and so on of these cases, each of which happens with a chance of its own (Poisson-binomial)."""
    exactly, few, many = [1.0], 0, 0
    for written in chances:
        one = _rounded(written)
        other = 1 - one
        beside = pairwise((0.0, *exactly, 0.0))
        exactly = [less * one + stays * other for less, stays in beside]
        # Of hundreds of cases most numbers are next to impossible.
        if exactly[0] < _NEGLIGIBLE:
            del exactly[0]
            few += 1
        if exactly[-1] < _NEGLIGIBLE:
            del exactly[-1]
            many += 1
    return [*repeat(0.0, few), *exactly, *repeat(0.0, many)]


def _rounded(written: float) -> float:
    return min(1 - _LEAST, max(_LEAST, written))


def as_far(said: Said) -> float:
    """The chance of so many or more, or of so many or fewer: twice the smaller one, which is to both sides."""
    exactly = ways(said.chances)
    few, many = fsum(exactly[: said.happened + 1]), fsum(exactly[said.happened :])
    return min(1.0, 2 * min(few, many))


def apart(groups: Sequence[Said]) -> float:
    """The chance that the groups together lie so far or farther from what was said of each of them, to either side.

    Each group's distance is the square of what it is off by, over the variance of what was said (Pearson's statistic); the chance
    of their sum is that of every outcome of the groups, each distance rounded up to a step, so that it is never smaller than the exact
    one, and larger by a few hundredths of itself. 1 without a group.
    """
    spread = [_distances(one) for one in groups]
    observed = fsum(those[one.happened][0] for those, one in zip(spread, groups, strict=True))
    if not observed:
        return 1.0
    step = observed / _STEPS
    # Those of two halves need no sum but that of all, and few groups have few sums.
    some, others = (_sums(half, step) for half in (spread[::2], spread[1::2]))
    below = [0.0, *accumulate(others)]
    return max(0.0, 1 - fsum(map(mul, some, reversed(below[1:]))))


def _distances(said: Said) -> list[tuple[float, float]]:
    """The distance of each number that may happen, with its chance."""
    given = [_rounded(one) for one in said.chances]
    mean, variance = fsum(given), fsum(one * (1 - one) for one in given)
    return [((k - mean) ** 2 / variance, chance) for k, chance in enumerate(ways(given))]


def _sums(groups: Iterable[list[tuple[float, float]]], step: float) -> list[float]:
    """The chances of all sums of these groups' distances, in steps, that are nearer than the one at hand."""
    nearer = [1.0, *repeat(0.0, _STEPS - 1)]
    for those in groups:
        sums = [0.0] * _STEPS
        there = [(at, chance) for at, chance in enumerate(nearer) if chance]
        for steps, chance in _near(those, step):
            if len(there) * _FEW < _STEPS:
                for at, some in there[: bisect_left(there, (_STEPS - steps,))]:
                    sums[at + steps] += chance * some
            else:
                farther = zip(sums[steps:], nearer, strict=False)
                sums[steps:] = [before + chance * some for before, some in farther]
        nearer = sums
    return nearer


def _near(distances: Iterable[tuple[float, float]], step: float) -> Iterator[tuple[int, float]]:
    """The distances in steps that are nearer than the one at hand, with their chances; those whose chance is none are left out."""
    for distance, chance in distances:
        # The last bits of a float are no step.
        steps = ceil(distance / step - 1e-6)
        if steps < _STEPS and chance > _NEGLIGIBLE:
            yield steps, chance
