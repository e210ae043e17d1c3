"""What an item holds beside its own words: the why and the notes below it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.kinds import FeedbackKind
from afterword.reading.body.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.body.items import Raw, why_in
from afterword.reading.body.plain import plain


def raw_of(item: Item, side: FeedbackKind | None = None) -> Raw:
    """An item with the why and the notes below it."""
    text, whys = _with_why(item.text) if "\n" in item.text else (item.text.strip(), [])
    notes = []
    for block in item.inside:
        for below in note_texts(block):
            if (why := why_in(below)) is not None:
                whys.append(why)
            elif note := plain(below):
                notes.append(note)
    return Raw(item.line, text, " ".join(filter(None, whys)) or None, tuple(notes), side=side)


def _with_why(text: str) -> tuple[str, list[str]]:
    """The lines of a text as far as they give no why, and what those behind them say of it."""
    lines = [line.strip() for line in text.split("\n")]
    at = next((at for at, line in enumerate(lines) if at and why_in(line) is not None), len(lines))
    behind = why_in(" ".join(lines[at:])) if at < len(lines) else None
    return "\n".join(lines[:at]), [] if behind is None else [behind]


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
