"""Which pieces of their feedback a part holds: each that names its side is one, wherever it stands in an item or a line."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.reading.body.blocks import Item, ItemList, Paragraph, Table
from afterword.reading.body.item_texts import raw_of
from afterword.reading.body.items import Raw, why_in
from afterword.reading.body.parts import Part
from afterword.reading.body.tables import rows_as_items
from afterword.vocabulary.sides import begins_side, parted_by_side, side_of


def feedback_of(part: Part) -> list[Raw]:
    """The pieces of a part; beside a list a paragraph is one only where it is quoted, or names its side."""
    is_list = any(isinstance(block, ItemList | Table) for block in part.blocks)
    raws: list[Raw] = []
    for block in part.blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                raws += _pieces(item, part)
        elif isinstance(block, Table):
            raws += (raw._replace(side=part.side) for raw in rows_as_items(block))
        elif isinstance(block, Paragraph):
            why = why_in(block.text)
            if why is not None and raws and not is_list:
                raws[-1] = raws[-1]._replace(why=why or None)
            elif not is_list or block.quoted or begins_side(block.text):
                raws += _parted(Raw(line=block.line, text=block.text, side=part.side))
    return raws


def _pieces(item: Item, part: Part) -> Iterator[Raw]:
    """What an item says, and each item in it that names its side; all in it where it is a side's name alone."""
    below = [one for block in item.inside if isinstance(block, ItemList) for one in block.items]
    if below and (side := side_of(item.text)):
        yield from (raw_of(one, side) for one in below)
        return
    sided = [one for one in below if begins_side(one.text)]
    if sided:
        inside = tuple(
            block._replace(items=tuple(one for one in block.items if one not in sided))
            if isinstance(block, ItemList)
            else block
            for block in item.inside
        )
        item = item._replace(inside=inside)
    yield from _parted(raw_of(item, part.side))
    yield from (raw_of(one) for one in sided)


def _parted(raw: Raw) -> Iterator[Raw]:
    """The pieces of one text, the first with what stands below it."""
    first, *others = parted_by_side(raw.text)
    yield raw._replace(text=first) if others else raw
    yield from (Raw(line=raw.line, text=one) for one in others)
