"""How far a share can be trusted, given how few cases it is counted from."""

from __future__ import annotations

from math import sqrt

from afterword.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of shares from low to high, both between 0 and 1 and both within it."""

    low: float
    high: float

    def contains(self, x: float) -> bool:
        """Whether a share lies within it."""
        return self.low <= x <= self.high


def wilson(successes: int, n: int, z: float = 1.959963984540054) -> Interval:
    """The Wilson score interval of `successes` in `n` cases, at 95 % unless told; from 0 to 1 without a case."""
    if not n:
        return Interval(0.0, 1.0)
    share, square = successes / n, z * z
    middle = (share + square / (2 * n)) / (1 + square / n)
    reach = z * sqrt(share * (1 - share) / n + square / (4 * n * n)) / (1 + square / n)
    # Rounding may push an end past the share itself where that is 0 or 1.
    return Interval(max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach)))
