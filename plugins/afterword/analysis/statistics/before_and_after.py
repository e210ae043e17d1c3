"""How often does it go better after a day than before it, where nothing has changed?"""

from __future__ import annotations

from collections.abc import Sequence
from math import comb


def better_by_chance(fixed: Sequence[bool], before: Sequence[bool], after: Sequence[bool]) -> float:
    """The chance that a larger share goes well after than before, if only chance deals what went well and badly to the two.

    `fixed` are those before that are not dealt: the day was chosen because of them, as a resolve is made after a bad one.
    """
    cases, well = len(before) + len(after), sum(before) + sum(after)
    ways = sum(
        comb(well, here) * comb(cases - well, len(after) - here)
        for here in range(max(0, len(after) - (cases - well)), min(well, len(after)) + 1)
        if _is_better(here, len(after), sum(fixed) + well - here, len(fixed) + len(before))
    )
    return ways / comb(cases, len(after))


def _is_better(well_after: int, after: int, well_before: int, before: int) -> bool:
    return well_after * before > well_before * after
