"""How long something usually takes, when some of it is not over yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction

from afterword.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of days, and whether it is over: one that is not has lasted at least so long."""

    days: int
    over: bool


def median_days(spans: Iterable[Duration]) -> int | None:
    """The days within which half of them end, by Kaplan and Meier; None while fewer than half are known to.

    One that is not over counts among those that may still end for as long as it has lasted, and is not left out: a
    median of the answered alone would call slow companies quick.
    """
    known = list(spans)
    ends = Counter(span.days for span in known if span.over)
    leaves = Counter(span.days for span in known)
    left, lasting = len(known), Fraction(1)
    for days in sorted(leaves):
        lasting *= 1 - Fraction(ends[days], left)
        if lasting <= Fraction(1, 2):
            return days
        left -= leaves[days]
    return None
