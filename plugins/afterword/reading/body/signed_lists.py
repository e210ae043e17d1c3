"""Both sides by their marks alone: items with a plus in front, and below them items with a dash."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.reading.body.blocks import Item, ItemList
from afterword.reading.body.parts import LABEL, LooseList, Part
from afterword.vocabulary.sections import SIDES, Section


def with_sides_by_signs(
    parts: list[Part], loose: list[LooseList]
) -> tuple[list[Part], list[LooseList]]:
    """The parts with both sides where none is among them and lists in no section have first items with a plus and then items without.

    The other lists are left as they are.
    """
    signed = next((one for one in loose if any(item.plus for item in one.items)), None)
    if signed is None or any(part.section in SIDES for part in parts):
        return parts, loose
    those = [one for one in loose if one.heading == signed.heading]
    items = [item for one in those for item in one.items]
    plus = [item for item in items if item.plus]
    if plus != items[: len(plus)] or len(plus) == len(items):
        return parts, loose
    sides = ((Section.WENT_WELL, plus), (Section.WENT_BADLY, items[len(plus) :]))
    made = [*parts, *(_part(section, side) for section, side in sides)]
    return sorted(made, key=lambda part: part.line), [one for one in loose if one not in those]


def _part(section: Section, side: Sequence[Item]) -> Part:
    """The part of a section that these items are."""
    line = side[0].line
    part = Part(section=section, line=line, level=LABEL, inline=True)
    part.blocks.append(ItemList(line=line, items=tuple(side)))
    part.end = side[-1].line + 1
    return part
