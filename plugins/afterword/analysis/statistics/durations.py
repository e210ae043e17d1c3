"""How long something usually takes, when some of it is not over yet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

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
    left = len(known)
    # The share that lasts, in whole numbers: no rounding tells a half.
    lasting, of = 1, 1
    for days in sorted(leaves):
        lasting *= left - ends[days]
        of *= left
        if 2 * lasting <= of:
            return days
        left -= leaves[days]
    return None


def middle(days: Collection[int]) -> float | None:
    """The median of numbers of days that are all over; None where there are none."""
    # The library's `statistics` takes longer to import than all averages of a build to work out.
    known = sorted(days)
    half = len(known) // 2
    if not known:
        return None
    return known[half] if len(known) % 2 else (known[half - 1] + known[half]) / 2
