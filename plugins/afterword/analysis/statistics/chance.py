"""How often chance alone would do as much, so that a headline names only what chance would hardly name.

Many things are looked at before one of them is named; `unlikely` counts every look, since among twenty themes one always
looks remarkable.
"""

from __future__ import annotations

from math import comb, exp, fsum, lgamma, log

# A headline may name something in so many of the journals in which there is nothing to name, and no more.
LEVEL = 0.05


def unlikely(chance: float, *, looks: int) -> bool:
    """Whether a thing that is as likely as this may be named as the most remarkable of so many."""
    return chance * looks <= LEVEL


def at_least(successes: int, n: int, share: float) -> float:
    """The chance of so many successes or more in `n` tries, each of which succeeds with this share."""
    return min(1.0, fsum(_exactly(k, n, share) for k in range(successes, n + 1)))


def at_most(successes: int, n: int, share: float) -> float:
    """The chance of so many successes or fewer."""
    return at_least(n - successes, n, 1 - share)


def _exactly(k: int, n: int, share: float) -> float:
    """The chance of just so many; by logarithms, since the factors of a thousand tries fit no number."""
    if share <= 0 or share >= 1:
        return float(k == (n if share >= 1 else 0))
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return exp(ways + k * log(share) + (n - k) * log(1 - share))


def fall_here(here: int, part: int, everywhere: int, n: int) -> float:
    """The chance that of `everywhere` successes among `n` so many or more fall into a part of that size, if none is drawn to it.

    Fisher's exact test to one side: three good ones of four in the newer half, of five good ones in all eight.
    """
    ways = sum(
        comb(everywhere, k) * comb(n - everywhere, part - k)
        for k in range(here, min(part, everywhere) + 1)
    )
    return ways / comb(n, part)
