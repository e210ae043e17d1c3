"""Which items a part of an entry holds, each with the why and the notes below it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.model import FeedbackKind
from afterword.reading.body.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.body.headings import Headings
from afterword.reading.body.items import Raw, is_placeholder, why_in
from afterword.reading.body.plain import plain
from afterword.reading.body.sections import Part
from afterword.reading.body.tables import rows_as_items
from afterword.vocabulary.sections import SIDES, Section


def raw_items(part: Part) -> list[Raw]:
    """The items of a part: those of its lists and tables, else its paragraphs; placeholders are none."""
    raws: list[Raw] = []
    if part.section is Section.QUESTIONS and (asked := _headings_asked(part)):
        raws = asked
    elif any(isinstance(block, ItemList | Table) for block in part.blocks):
        for block in part.blocks:
            if isinstance(block, ItemList):
                raws += (_raw(item, part.side) for item in block.items)
            elif isinstance(block, Table):
                raws += rows_as_items(block)
    else:
        raws = _paragraphs(part)
    return [raw for raw in raws if not is_placeholder(raw.text)]


def _headings_asked(part: Part) -> list[Raw]:
    """Questions written as headings, each with what stands below as its notes."""
    raws: list[Raw] = []
    for block in part.blocks:
        if isinstance(block, Heading) and block.text.rstrip(" )*").endswith("?"):
            raws.append(Raw(line=block.line, text=block.text))
        elif raws:
            notes = (*raws[-1].notes, *_note_texts(block))
            raws[-1] = Raw(line=raws[-1].line, text=raws[-1].text, notes=notes)
    return raws


def _paragraphs(part: Part) -> list[Raw]:
    raws: list[Raw] = []
    for block in part.blocks:
        if not isinstance(block, Paragraph):
            continue
        why = why_in(block.text)
        if why is not None and raws:
            last = raws[-1]
            raws[-1] = Raw(line=last.line, text=last.text, why=why or None, side=last.side)
        else:
            raws.append(Raw(line=block.line, text=block.text, side=part.side))
    return raws


def _raw(item: Item, side: FeedbackKind | None = None) -> Raw:
    """An item with the why and the notes below it."""
    lines = [line.strip() for line in item.text.split("\n")]
    at = next((at for at, line in enumerate(lines) if at and why_in(line) is not None), len(lines))
    whys = [why_in(" ".join(lines[at:]))] if at < len(lines) else []
    notes = []
    for text in (text for block in item.inside for text in _note_texts(block)):
        if (why := why_in(text)) is not None:
            whys.append(why)
        elif note := plain(text):
            notes.append(note)
    why = " ".join(why for why in whys if why) or None
    return Raw(line=item.line, text="\n".join(lines[:at]), why=why, notes=tuple(notes), side=side)


def _note_texts(block: Block) -> Iterator[str]:
    """Every text in a block, in order."""
    if isinstance(block, Paragraph | Heading):
        yield block.text
    elif isinstance(block, ItemList):
        for item in block.items:
            yield item.text
            for inner in item.inside:
                yield from _note_texts(inner)
    elif isinstance(block, Table):
        yield from (" ".join(cells) for _, cells in block.rows)


def two_sides(part: Part, headings: Headings) -> Iterator[tuple[Section, Raw]]:
    """The items of a part with both sides, told apart by + and -; what has neither is not counted."""
    items = _items(part)
    bullets = any(item.plus for item in items)
    for item in items:
        raw = _raw(item)
        section = _signed(raw.text[:1], headings)
        if section and section in SIDES:
            yield (
                section,
                Raw(
                    line=raw.line, text=raw.text[1:].strip("\ufe0f "), why=raw.why, notes=raw.notes
                ),
            )
        elif bullets and not is_placeholder(raw.text):
            yield (Section.WENT_WELL if item.plus else Section.WENT_BADLY), raw


def _signed(letter: str, headings: Headings) -> Section | None:
    """The section that the sign at the start of an item opens."""
    return headings.section_of(letter) if letter and not letter.isalnum() else None


def sideless(part: Part, headings: Headings) -> Iterator[int]:
    """The line of each item of a part with both sides that is on neither."""
    told = {raw.line for _, raw in two_sides(part, headings)}
    for item in _items(part):
        if item.line not in told and not is_placeholder(item.text):
            yield item.line


def _items(part: Part) -> list[Item]:
    return [item for block in part.blocks if isinstance(block, ItemList) for item in block.items]
