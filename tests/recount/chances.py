"""The published statistics once more, from their definitions: whole numbers and fractions, nothing that is clever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import groupby
from math import comb, fsum, sqrt

# The quantile of the normal distribution that leaves 2.5 % above it.
_Z = 1.959963984540054
# What the forecast takes what is written as certain for.
_SURE = Fraction(5, 1000)


def wilson(hits: int, cases: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson (1927): the shares p with (hits/cases - p)^2 <= z^2 p (1 - p) / cases."""
    if not cases:
        return 0.0, 1.0
    square, wanted, linear = cases + _Z**2, hits**2 / cases, -(2 * hits + _Z**2)
    root = sqrt(linear**2 - 4 * square * wanted)
    return max(0.0, (-linear - root) / (2 * square)), min(1.0, (-linear + root) / (2 * square))


def fisher(hits: int, cases: int, all_hits: int, all_cases: int) -> float:
    """The chance that so many or more of all hits are dealt to these of all cases (hypergeometric, one side)."""
    ways = sum(
        comb(cases, here) * comb(all_cases - cases, all_hits - here)
        for here in range(hits, min(cases, all_hits) + 1)
    )
    return float(Fraction(ways, comb(all_cases, all_hits)))


def sidak(chance: float, looks: int) -> float:
    """The chance that at least one of so many looks finds what each finds with this chance."""
    return 1 - (1 - chance) ** looks


def tier(chance: float) -> str:
    """How sure a chance makes."""
    return "clear" if chance <= 0.05 else "probable" if chance <= 0.20 else "open"


def numbers_of(shares: Iterable[Fraction]) -> list[Fraction]:
    """The chances of none, one, two and so on where each case has a chance of its own (Poisson-binomial)."""
    chances = [Fraction(1)]
    for share in shares:
        padded = [Fraction(0), *chances, Fraction(0)]
        chances = [
            padded[at] * share + padded[at + 1] * (1 - share) for at in range(len(padded) - 1)
        ]
    return chances


def at_least(hits: int, shares: Iterable[Fraction]) -> float:
    """The chance of so many or more."""
    return float(sum(numbers_of(shares)[hits:]))


def as_far(percents: Sequence[int], happened: int) -> float:
    """Twice the chance of so many or more, or of so many or fewer, whichever is smaller."""
    chances = numbers_of(_shares(percents))
    return min(1.0, float(2 * min(sum(chances[: happened + 1]), sum(chances[happened:]))))


def apart(groups: Sequence[tuple[Sequence[int], int]], rounded: Fraction) -> float:
    """The chance that the groups lie together as far from what was said of each as they do: every outcome of all of them is tried.

    All of a group may have been said so much nearer to what happened, and been rounded.
    """
    distances, seen = [], 0.0
    for percents, happened in groups:
        exact = _nearer(percents, happened, rounded)
        shares = [float(one) for one in exact]
        mean, spread = fsum(shares), fsum(one * (1 - one) for one in shares)
        of_group = [
            ((many - mean) ** 2 / spread, float(chance))
            for many, chance in enumerate(numbers_of(exact))
        ]
        distances.append(of_group)
        seen += of_group[happened][0]
    sums = [(0.0, 1.0)]
    for of_group in distances:
        every = sorted((a + b, p * q) for a, p in sums for b, q in of_group)
        # Equal sums are one; what is as far already needs no more.
        merged = groupby(every, key=lambda one: round(min(one[0], seen * 1.000001), 9))
        sums = [(near, fsum(chance for _, chance in those)) for near, those in merged]
    return fsum(chance for distance, chance in sums if distance >= seen * (1 - 1e-9))


def _nearer(percents: Sequence[int], happened: int, rounded: Fraction) -> list[Fraction]:
    off = Fraction(happened, len(percents)) - Fraction(sum(percents), 100 * len(percents))
    by = max(-rounded, min(rounded, off))
    return [min(1 - _SURE, max(_SURE, Fraction(one, 100) + by)) for one in percents]


def _shares(percents: Iterable[int]) -> list[Fraction]:
    return [min(1 - _SURE, max(_SURE, Fraction(one, 100))) for one in percents]


def half_within(spans: Iterable[tuple[int, bool]]) -> int | None:
    """The days within which half are over, by Kaplan and Meier (1958); each span says whether it is over."""
    known, lasting = list(spans), Fraction(1)
    for day in sorted({days for days, _ in known}):
        left = sum(days >= day for days, _ in known)
        lasting *= Fraction(left - sum(over and days == day for days, over in known), left)
        if lasting <= Fraction(1, 2):
            return day
    return None


def better_after(fixed: Sequence[bool], before: Sequence[bool], after: Sequence[bool]) -> float:
    """How often a larger share goes well after than before when chance deals the notes that are not fixed."""
    pool = [*before, *after]
    well, cases, wanted = sum(pool), len(pool), len(after)
    better = sum(
        comb(well, here) * comb(cases - well, wanted - here)
        for here in range(min(well, wanted) + 1)
        if Fraction(here, wanted) > Fraction(sum(fixed) + well - here, len(fixed) + len(before))
    )
    return float(Fraction(better, comb(cases, wanted)))


def leading(counts: dict[str, tuple[int, int]], least: int = 3) -> dict[str, object] | None:
    """What leads among counts of hits and cases, by Fisher's test against the rest and Šidák's adjustment."""
    hits, cases = (sum(one[side] for one in counts.values()) for side in (0, 1))
    compared = {what: one for what, one in counts.items() if one[1] >= least}
    chances = {what: fisher(*one, hits, cases) for what, one in compared.items()}
    return _finding(compared, chances, hits, cases)


def most_named(
    draws: Sequence[tuple[set[str], set[str]]], everything: set[str]
) -> dict[str, object] | None:
    """What leads among the things that each draw names, of which those in its second set do not count for it."""
    if len(draws) < 3:
        return None
    counts, chances = {}, {}
    for what in everything:
        hits = sum(what in named - left_out for named, left_out in draws)
        counts[what] = hits, len(draws)
        shares = [
            Fraction(0) if what in left_out else Fraction(len(named), len(everything))
            for named, left_out in draws
        ]
        chances[what] = at_least(hits, shares)
    named = sum(len(one - left_out) for one, left_out in draws)
    return _finding(counts, chances, named, len(draws) * len(everything))


def _finding(
    counts: dict[str, tuple[int, int]], chances: dict[str, float], hits: int, cases: int
) -> dict[str, object] | None:
    found = [what for what, one in counts.items() if one[0]]
    if not found:
        return None
    best = min(found, key=lambda what: (chances[what], -counts[what][0], counts[what][1]))
    chance = sidak(chances[best], len(counts))
    return {
        "leaders": sorted(what for what in found if counts[what] == counts[best]),
        "hits": counts[best][0],
        "cases": counts[best][1],
        "all_hits": hits,
        "all_cases": cases,
        "chance": chance,
        "tier": tier(chance),
    }
