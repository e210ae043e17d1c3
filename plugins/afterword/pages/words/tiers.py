"""The words for how sure it is that one of many stands out: the same ones on every page, and never none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from afterword.analysis.statistics.standing_out import Finding, Tier
from afterword.vocabulary.wording import inside, listed, number_word, sentence

_T = TypeVar("_T")

# So many that are counted alike are named; the others are counted.
NAMED = 3
# A chance in words: the nearest of these is said, as so many journals of so many.
_PARTS = ((1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4))
# From this chance on it is nearly every journal.
_NEARLY_ALL = 0.85


def tier_told(
    finding: Finding[_T], names: Sequence[str], *, clear: str, several: str, counted: str
) -> str:
    """What leads, by how much, and how sure that is.

    `names` are those of its leaders; `clear` and `several` are what is said of one, and of several that are counted alike: "is
    where it slips most", "are where it slips most". `counted` has the numbers: "badly in 17 of 18 notes".
    """
    many = len(names) > 1
    told, each = names_told(names), " each" if many else ""
    if finding.is_alone:
        return f"Only {inside(told)} so far: {counted}."
    if not finding.is_ahead:
        return f"None is ahead of the others so far: {inside(told)}, {counted}{each}."
    if finding.tier is Tier.CLEAR:
        return sentence(f"{told} {several if many else clear}: {counted}{each}")
    if finding.tier is Tier.PROBABLE:
        return f"Probably {inside(told)}: {counted}{each}."
    return f"Most often so far: {inside(told)}, {counted}{each}; {chance_told(finding.chance)}."


def names_told(names: Sequence[str]) -> str:
    """Names in a sentence: the first as it is, the others as they stand within one; from the fourth on they are counted."""
    first, *others = names
    told = [first, *map(inside, others)]
    if len(told) <= NAMED:
        return listed(told)
    more = len(told) - NAMED + 1
    return listed([*told[: NAMED - 1], f"{number_word(more)} others"])


def chance_told(chance: float) -> str:
    """How often chance alone does as much: "chance alone does as much in one journal of three"."""
    if chance >= _NEARLY_ALL:
        return "chance alone does as much in nearly every journal"
    some, of = min(_PARTS, key=lambda part: abs(part[0] / part[1] - chance))
    journals = "journal" if some == 1 else "journals"
    return f"chance alone does as much in {number_word(some)} {journals} of {number_word(of)}"


def more_wanted(
    more: int, one: str, many: str, *, so_that: str = "this page says something"
) -> str:
    """What would make a pattern visible: "Two more notes on one theme, and this page says something"."""
    return f"{number_word(more, capital=True)} more {one if more == 1 else many}, and {so_that}."
