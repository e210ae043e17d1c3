"""How often would chance alone do as much?"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import exp, expm1, fsum, lgamma, log1p

# A term that is smaller than this share of the largest one adds nothing to a sum of floats.
_NEGLIGIBLE = 1e-18


def at_least_of(successes: int, shares: Iterable[float]) -> float:
    """The chance of so many successes or more where each try succeeds with a share of its own (Poisson-binomial)."""
    if successes <= 0:
        return 1.0
    # `exact[k]` is the chance of exactly `k` successes so far, and `reached` that of the number asked for or more.
    exact, reached = [1.0] + [0.0] * (successes - 1), 0.0
    # A try that cannot succeed changes nothing, and most may be such.
    for share in filter(None, shares):
        reached += exact[-1] * share
        other, fewer = 1 - share, (0.0, *exact)
        exact = [stays * other + less * share for stays, less in zip(exact, fewer, strict=False)]
    return min(1.0, reached)


def fall_here(here: int, part: int, everywhere: int, n: int) -> float:
    """The chance that of `everywhere` successes among `n` so many or more fall into a part of that size, if none is drawn to it.

    Fisher's exact test to one side (hypergeometric): three good ones of four in the newer half, of five good ones in all eight.
    """
    first, last = max(0, part + everywhere - n), min(part, everywhere)
    if here <= first:
        return 1.0
    if here > last:
        return 0.0

    def logarithm(k: int) -> float:
        return _log_ways(everywhere, k) + _log_ways(n - everywhere, part - k) - _log_ways(n, part)

    def growth(k: int) -> float:
        return (everywhere - k) * (part - k) / ((k + 1) * (n - everywhere - part + k + 1))

    return _sum(here, last, (part + 1) * (everywhere + 1) // (n + 2), logarithm, growth)


def of_any(chance: float, looks: int) -> float:
    """The chance that at least one of so many things does what each of them does with this chance (Šidák's adjustment)."""
    return 1.0 if chance >= 1 else -expm1(looks * log1p(-chance))


def _log_ways(n: int, k: int) -> float:
    """The logarithm of the number of ways to choose `k` of `n`: the number itself would fit no float."""
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def _sum(
    first: int,
    last: int,
    mode: int,
    logarithm: Callable[[int], float],
    growth: Callable[[int], float],
) -> float:
    """The chances of everything from `first` to `last`, summed from the likeliest outwards as far as a term counts.

    `logarithm` is that of the chance of one number, `growth` the ratio of the next number's chance to its own.
    """
    top = min(max(first, mode), last)
    terms = [1.0]
    term, at = 1.0, top
    while at < last and term > _NEGLIGIBLE:
        term *= growth(at)
        at += 1
        terms.append(term)
    term, at = 1.0, top
    while at > first and term > _NEGLIGIBLE:
        at -= 1
        term /= growth(at)
        terms.append(term)
    return min(1.0, exp(logarithm(top)) * fsum(terms))
