"""Where facts may stand in a body: the texts outside any section, those of the sections named by a fact, and fields in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from afterword.reading.body.blocks import Block, Heading, ItemList, Paragraph, Table
from afterword.reading.body.mend import Mended
from afterword.reading.body.sections import Part
from afterword.vocabulary.sections import FACTUAL, QUOTING, Section

# A line of the body longer than this states no fact.
_LONGEST = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A paragraph, an item with the texts below it, or a row of a table with the words of its head; `line` is where it begins."""

    line: int
    text: str
    below: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    is_item: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FactPart:
    """A stretch of a body in which facts may stand.

    `section` is None outside any, `heading` the words that opened it. `is_first` says that no section stands above, `is_quoted`
    that it is somebody's words, in which only a field of Dataview's is a fact.
    """

    texts: tuple[Text, ...]
    section: Section | None = None
    heading: str = ""
    is_first: bool = False
    is_quoted: bool = False


def fact_parts(blocks: Sequence[Block], parts: Sequence[Part], mended: Mended) -> list[FactPart]:
    """The stretches of a body that may state facts, in order; each line is its place in the mended text."""
    found: list[FactPart] = []
    part_of = {id(block): part for part in parts for block in part.blocks}
    first = parts[0].line if parts else len(mended.lines)
    for block in blocks:
        part = part_of.get(id(block))
        section = part.section if part else None
        if section in FACTUAL or section is Section.THANK_YOU_NOTE:
            continue
        if texts := tuple(_stating(block, in_section=section is not None)):
            quoted = section in QUOTING or mended.lines[block.line].lstrip().startswith(">")
            is_first = section is None and block.line < first
            found.append(
                FactPart(texts=texts, section=section, is_first=is_first, is_quoted=quoted)
            )
    for part in parts:
        if part.section in FACTUAL or part.section is Section.DO_DIFFERENTLY:
            heading = mended.lines[part.line].strip(" #*_:>")
            texts = tuple(text for block in part.blocks for text in _texts(block))
            found.append(FactPart(texts=texts, section=part.section, heading=heading))
    return found


def opening_of(blocks: Sequence[Block], parts: Sequence[Part]) -> Iterator[Text]:
    """The paragraphs above the first section."""
    first = parts[0].line if parts else None
    for block in blocks:
        if first is not None and block.line >= first:
            return
        if isinstance(block, Paragraph):
            yield Text(line=block.line, text=block.text)


def _stating(block: Block, *, in_section: bool) -> Iterator[Text]:
    """The texts of a block that have what parts a key from its value; within a section an item needs a field's two colons."""
    for one in _titles(block) or _texts(block):
        sign = "::" if in_section and one.is_item else ":"
        if (sign in one.text or "：" in one.text) and len(one.text) <= _LONGEST:
            yield one


def _titles(block: Block) -> tuple[Text, ...]:
    """A heading, which may hold a fact whole: "## Outcome: rejected"."""
    return (Text(line=block.line, text=block.text),) if isinstance(block, Heading) else ()


def _texts(block: Block) -> Iterator[Text]:
    if isinstance(block, Paragraph):
        yield Text(line=block.line, text=block.text)
    elif isinstance(block, ItemList):
        for item in block.items:
            below = tuple(text for inner in item.inside for text in _lines(inner))
            yield Text(line=item.line, text=item.text, below=below, is_item=True)
    elif isinstance(block, Table):
        for line, cells in block.rows:
            row = tuple(zip(block.head, cells, strict=False))
            yield Text(line=line, text=" ".join(filter(None, cells)), cells=row, is_item=True)


def _lines(block: Block) -> Iterable[str]:
    """The texts directly below an item."""
    if isinstance(block, Paragraph | Heading):
        return (block.text,)
    return (item.text for item in block.items) if isinstance(block, ItemList) else ()
