"""Where facts may stand in a body: the texts outside any section, those of the sections named by a fact, and fields in brackets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from afterword.frozen import NamedTuple
from afterword.reading.body.blocks import Block, Heading, ItemList, Paragraph, Table
from afterword.reading.body.forms import may_label
from afterword.reading.body.headings import without_aside
from afterword.reading.body.mend import Mended
from afterword.reading.body.parts import LooseList, Part
from afterword.reading.tasks import read_task
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sections import FACTUAL, LISTED, QUOTING, Section
from afterword.vocabulary.spelling import spoken

_DATED = WORDS.spoken("dated promises")
# In a table "who" is whose promise it is.
_PEOPLE = WORDS.spoken("key interviewers") - {"who"} | {"interviewers"}
_POSTS = WORDS.spoken("key role") | {"role"}
_TO_BE_DONE = frozenset({Section.DO_DIFFERENTLY, Section.SKILLS})
_NAMED = FACTUAL | {Section.DO_DIFFERENTLY}


class Text(NamedTuple):
    """A paragraph, an item with the texts below it, or a row of a table with the words of its head; `line` is where it begins."""

    line: int
    text: str
    below: tuple[str, ...] = ()
    cells: tuple[tuple[str, str], ...] = ()
    is_item: bool = False


class FactPart(NamedTuple):
    """A stretch of a body in which facts may stand.

    `section` is None outside any, `heading` the words that opened it. `is_first` says that no section stands above, `is_quoted`
    that it is somebody's words, in which only a field of Dataview's is a fact.
    """

    texts: tuple[Text, ...]
    section: Section | None = None
    heading: str = ""
    is_first: bool = False
    is_quoted: bool = False


def owners(parts: Iterable[Part]) -> Mapping[int, Part]:
    """The part that each block belongs to, by the block's identity."""
    return {id(block): part for part in parts for block in part.blocks}


def fact_parts(
    blocks: Sequence[Block], parts: Sequence[Part], part_of: Mapping[int, Part], mended: Mended
) -> list[FactPart]:
    """The stretches of a body that may state facts, in order; each line is its place in the mended text."""
    has_fields = "::" in "\n".join(mended.lines)
    first = parts[0].line if parts else len(mended.lines)
    found: list[FactPart] = []
    for block in blocks:
        part = part_of.get(id(block))
        texts = _stating(block, part.section if part else None, has_fields=has_fields)
        if texts:
            section = part.section if part else None
            quoted = section in QUOTING or mended.lines[block.line].lstrip().startswith(">")
            is_first = section is None and block.line < first
            found.append(
                FactPart(texts=texts, section=section, is_first=is_first, is_quoted=quoted)
            )
    named = (_named(part, mended) for part in parts if part.section in _NAMED)
    return [*found, *(one for one in named if one)]


def _named(part: Part, mended: Mended) -> FactPart | None:
    """A section that is named by a fact, or by promises that may have a day; None for any other."""
    heading = mended.lines[part.line].strip(" #*_:>")
    heading = heading.removesuffix(part.said).strip(" :–—-")
    if part.section not in FACTUAL and spoken(without_aside(heading)) not in _DATED:
        return None
    texts = tuple(text for block in part.blocks for text in _texts(block))
    return FactPart(texts=texts, section=part.section, heading=heading)


# Beside a list in one of these a paragraph is read by nobody else.
_ITEMS_ONLY = frozenset({*LISTED, Section.PROMISED}) - QUOTING


def prose_of(
    blocks: Sequence[Block],
    loose: Iterable[LooseList],
    parts: Sequence[Part],
    part_of: Mapping[int, Part],
    mended: Mended,
) -> Iterator[Text]:
    """What is counted nowhere: the paragraphs outside any section and beside a section's list, the items that stand in none, and tasks with a day."""
    labels = {part.line for part in parts}
    for block in blocks:
        if not isinstance(block, Paragraph) or block.line in labels:
            continue
        if mended.lines[block.line].lstrip().startswith(">"):
            continue
        part = part_of.get(id(block))
        if part is None or _has_list(part):
            yield Text(line=block.line, text=block.text)
    for one in loose:
        yield from _texts(ItemList(line=one.items[0].line, items=one.items))
    for part in parts:
        if part.section in LISTED and part.section not in _TO_BE_DONE:
            for block in part.blocks:
                yield from _dated_tasks(block)


def _dated_tasks(block: Block) -> Iterator[Text]:
    """The items of a list, and those below them, that are tasks with a day of their own: nobody writes that of how it went."""
    for item in block.items if isinstance(block, ItemList) else ():
        task = read_task(item.text) if item.text.startswith("[") else None
        if task and task.has_box and task.due:
            yield from _texts(ItemList(line=item.line, items=(item,)))
        else:
            for inner in item.inside:
                yield from _dated_tasks(inner)


def _has_list(part: Part) -> bool:
    """Whether the items of a part are those of a list, so that a paragraph in it is none."""
    is_counted = part.section in _ITEMS_ONLY
    return is_counted and any(isinstance(block, ItemList | Table) for block in part.blocks)


def opening_of(blocks: Sequence[Block], parts: Sequence[Part]) -> Iterator[Text]:
    """The paragraphs above the first section."""
    first = parts[0].line if parts else None
    for block in blocks:
        if first is not None and block.line >= first:
            return
        if isinstance(block, Paragraph):
            yield Text(line=block.line, text=block.text)


def _stating(block: Block, section: Section | None, *, has_fields: bool) -> tuple[Text, ...]:
    """The texts of a block that have what parts a key from its value; within a section an item needs a field's two colons."""
    if isinstance(block, Paragraph | Heading):
        if not may_label(block.text) or section is Section.THANK_YOU_NOTE:
            return ()
        return (Text(line=block.line, text=block.text),)
    if section is None:
        texts = _rows(block) if isinstance(block, Table) else _texts(block)
        return tuple(one for one in texts if may_label(one.text))
    if not has_fields or section is Section.THANK_YOU_NOTE:
        return ()
    return tuple(one for one in _texts(block) if "::" in one.text)


def _rows(table: Table) -> Iterator[Text]:
    """The facts in a table: its rows where it has two columns, its head among them, and who stands in a column of interviewers."""
    if len(table.head) == 2:
        for line, cells in ((table.line, table.head), *table.rows):
            yield Text(line=line, text=": ".join(cells))
        return
    heads = [spoken(cell) for cell in table.head]
    at = next((at for at, head in enumerate(heads) if head in _PEOPLE), None)
    post = next((at for at, head in enumerate(heads) if head in _POSTS), None)
    if at is None:
        return
    for line, cells in table.rows:
        name = cells[at]
        role = f" ({cells[post]})" if post is not None and cells[post] else ""
        yield Text(line=line, text=f"{heads[at]}: {name}{role}" if name else "")


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
