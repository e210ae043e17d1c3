"""Which items a part of an entry holds, each with the why and the notes below it."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.reading.body.blocks import Item, ItemList, Paragraph, Table
from afterword.reading.body.feedback import feedback_of
from afterword.reading.body.headings import Headings
from afterword.reading.body.item_texts import raw_of
from afterword.reading.body.items import Raw, is_placeholder, why_in
from afterword.reading.body.parts import Part
from afterword.reading.body.questions import questions_of
from afterword.reading.body.tables import rows_as_items
from afterword.vocabulary.sections import LISTED, SIDES, Section

# Sections that have ways of their own beside those of all.
_OWN_WAYS = {Section.QUESTIONS: questions_of, Section.FEEDBACK: feedback_of}


def raw_items(part: Part) -> list[Raw]:
    """The items of a part: those of its lists and tables, else its paragraphs; placeholders with nothing below are none."""
    own_way = _OWN_WAYS.get(part.section)
    raws = own_way(part) if own_way else _items_or_paragraphs(part)
    return [raw for raw in raws if raw.notes or not is_placeholder(raw.text)]


def _items_or_paragraphs(part: Part) -> list[Raw]:
    if not any(isinstance(block, ItemList | Table) for block in part.blocks):
        return _paragraphs(part)
    raws: list[Raw] = []
    for block in part.blocks:
        if isinstance(block, ItemList):
            raws += (raw_of(item) for item in block.items)
        elif isinstance(block, Table):
            raws += rows_as_items(block)
    return raws


def _paragraphs(part: Part) -> list[Raw]:
    raws: list[Raw] = []
    for block in part.blocks:
        if not isinstance(block, Paragraph):
            continue
        why = why_in(block.text)
        if why is not None and raws:
            raws[-1] = raws[-1]._replace(why=why or None)
        else:
            raws.append(Raw(line=block.line, text=block.text))
    return raws


def two_sides(part: Part, headings: Headings) -> Iterator[tuple[Section, Raw]]:
    """The items of a part with both sides, told apart by + and -, or by a section's name; what has neither is not counted."""
    items = _items(part)
    bullets = any(item.plus for item in items)
    for item in items:
        raw = raw_of(item)
        section = _signed(raw.text[:1], headings)
        if section and section in SIDES:
            yield section, raw._replace(text=raw.text[1:].strip("\ufe0f "))
        elif item.plus_behind:
            yield Section.WENT_WELL, raw
        elif named := tuple(_named(item, headings)):
            yield from named
        elif bullets and not is_placeholder(raw.text):
            yield (Section.WENT_WELL if item.plus else Section.WENT_BADLY), raw


def _named(item: Item, headings: Headings) -> Iterator[tuple[Section, Raw]]:
    """What an item says that names its section, in its own words or in a list below it."""
    for section, said in headings.labels_in(item.text):
        if section in LISTED:
            yield section, raw_of(item)._replace(text=said)
    name = headings.bare_section(item.text.strip("*_: "))
    if name in LISTED and name:
        yield from ((name, raw_of(one)) for one in _below(item))


def _signed(letter: str, headings: Headings) -> Section | None:
    """The section that the sign at the start of an item opens."""
    return headings.section_of(letter) if letter and not letter.isalnum() else None


def sideless(part: Part, headings: Headings) -> Iterator[int]:
    """The line of each item of a part with both sides that is on neither."""
    told = {raw.line for _, raw in two_sides(part, headings)}
    for item in _items(part):
        within = {one.line for one in _below(item)}
        if item.line not in told and not within & told and not is_placeholder(item.text):
            yield item.line


def _below(item: Item) -> Iterator[Item]:
    for block in item.inside:
        if isinstance(block, ItemList):
            yield from block.items


def _items(part: Part) -> list[Item]:
    return [item for block in part.blocks if isinstance(block, ItemList) for item in block.items]
