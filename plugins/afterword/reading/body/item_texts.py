"""What an item holds beside its own words: the why and the notes below it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.kinds import FeedbackKind
from afterword.reading.body.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.body.items import Raw, why_in
from afterword.reading.body.plain import plain


def raw_of(item: Item, side: FeedbackKind | None = None) -> Raw:
    """An item with the why and the notes below it."""
    if "\n" not in item.text and not item.inside:
        return Raw(line=item.line, text=item.text.strip(), side=side)
    lines = [line.strip() for line in item.text.split("\n")]
    at = next((at for at, line in enumerate(lines) if at and why_in(line) is not None), len(lines))
    whys = [why_in(" ".join(lines[at:]))] if at < len(lines) else []
    notes = []
    for text in (text for block in item.inside for text in note_texts(block)):
        if (why := why_in(text)) is not None:
            whys.append(why)
        elif note := plain(text):
            notes.append(note)
    why = " ".join(why for why in whys if why) or None
    return Raw(line=item.line, text="\n".join(lines[:at]), why=why, notes=tuple(notes), side=side)


def note_texts(block: Block) -> Iterator[str]:
    """Every text in a block, in order."""
    if isinstance(block, Paragraph | Heading):
        yield block.text
    elif isinstance(block, ItemList):
        for item in block.items:
            yield item.text
            for inner in item.inside:
                yield from note_texts(inner)
    elif isinstance(block, Table):
        yield from (" ".join(cells) for _, cells in block.rows)
