"""Which items stand in which section of an entry.

A section begins at a heading, a bold line or a label that names it, and ends at the next one, or at a heading of its own
level or a higher one. Nothing is read into a page that names no section.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from afterword.model import FeedbackKind
from afterword.reading.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.headings import Section, label_words, labelled, section_of
from afterword.reading.items import Raw, is_placeholder, plain, why_in
from afterword.reading.tables import column_sections, rows_as_items
from afterword.reading.words import spoken

# A bold line or a label stands below every heading.
_LABEL = 7
_SIDES = {Section.WENT_WELL: FeedbackKind.PRAISE, Section.WENT_BADLY: FeedbackKind.GAP}
_SIDE_WORDS = {"praise": FeedbackKind.PRAISE, "gap": FeedbackKind.GAP, "gaps": FeedbackKind.GAP}


@dataclass(slots=True, kw_only=True)
class Part:
    """A stretch of the body that belongs to one section; `end` is the line of the block that ends it.

    `inline` when the label and its text share a paragraph, which then is all of it, or stands above its list.
    """

    section: Section
    line: int
    level: int
    blocks: list[Block] = field(default_factory=list)
    side: FeedbackKind | None = None
    inline: bool = False
    end: int | None = None


def parts_of(blocks: Iterable[Block]) -> list[Part]:
    """The parts of a body in the order in which they stand."""
    walk = _Walk()
    for block in blocks:
        walk.take(block)
    return walk.parts


@dataclass(slots=True)
class _Walk:
    """Where the pass through the blocks stands."""

    parts: list[Part] = field(default_factory=list)
    current: Part | None = None

    def take(self, block: Block) -> None:
        """Let a block open a section, end one, or join the one that is open."""
        words, level = _title(block)
        if words is not None:
            self._meet_title(block, words, level)
        elif isinstance(block, Paragraph) and (found := self._label_in(block)):
            section, rest = found
            self._open(Part(section=section, line=block.line, level=_LABEL, inline=True))
            self._join(Paragraph(line=block.line, text=rest))
        elif isinstance(block, Table) and (sections := column_sections(block)):
            self._meet_columns(block, sections)
        elif self.current is None:
            self._meet_loose(block)
        elif self.current.inline and self.current.blocks and not isinstance(block, ItemList):
            self._close(block.line)
        else:
            self._join(block)

    def _meet_title(self, block: Block, words: str, level: int) -> None:
        section, current = section_of(words), self.current
        if (
            current
            and level > current.level
            and current.section in {Section.FEEDBACK, Section.THANK_YOU_NOTE}
        ):
            self._meet_inner_title(block, words, section, current)
        elif section:
            self._open(Part(section=section, line=block.line, level=level))
        elif current and level <= current.level:
            self._close(block.line)
        elif current:
            self._join(block)

    def _meet_inner_title(
        self, block: Block, words: str, section: Section | None, current: Part
    ) -> None:
        """Within their feedback a heading may say which side follows; within a note's text it is the note's."""
        side = _SIDE_WORDS.get(spoken(words)) or (_SIDES.get(section) if section else None)
        if current.section is Section.FEEDBACK and side:
            self._open(
                Part(section=Section.FEEDBACK, line=block.line, level=current.level, side=side)
            )
        elif section and isinstance(block, Heading):
            self._open(Part(section=section, line=block.line, level=block.level))
        else:
            self._join(block)

    def _label_in(self, block: Paragraph) -> tuple[Section, str] | None:
        """The section that a paragraph's first words name; never within other people's words or a note."""
        if self.current and self.current.section in {Section.FEEDBACK, Section.THANK_YOU_NOTE}:
            return None
        return labelled(block.text)

    def _meet_columns(self, table: Table, sections: dict[int, Section]) -> None:
        for column, section in sections.items():
            items = tuple(
                Item(line=line, text=cells[column], inside=())
                for line, cells in table.rows
                if column < len(cells) and cells[column]
            )
            self._open(Part(section=section, line=table.line, level=_LABEL, inline=True))
            self._join(ItemList(line=table.line, items=items))

    def _meet_loose(self, block: Block) -> None:
        """A list outside any section: its items may be labels themselves, with their text or with a list below."""
        if not isinstance(block, ItemList):
            return
        for item in block.items:
            if found := labelled(item.text):
                self._open(Part(section=found[0], line=item.line, level=_LABEL, inline=True))
                self._join(Paragraph(line=item.line, text=found[1]))
            elif (section := section_of(item.text)) and any(
                isinstance(one, ItemList) for one in item.inside
            ):
                self._open(Part(section=section, line=item.line, level=_LABEL, inline=True))
                for one in item.inside:
                    self._join(one)
        self._close(block.line)

    def _open(self, part: Part) -> None:
        self._close(part.line)
        self.current = part
        self.parts.append(part)

    def _join(self, block: Block) -> None:
        """Add a block to the part that is open, which is always the last one."""
        self.parts[-1].blocks.append(block)

    def _close(self, line: int) -> None:
        if self.current:
            self.current.end = line
        self.current = None


def _title(block: Block) -> tuple[str | None, int]:
    """The words and level of a block that stands over what follows; no words for any other block."""
    if isinstance(block, Heading):
        return block.text, block.level
    if isinstance(block, Paragraph) and "\n" not in block.text:
        return label_words(block.text), _LABEL
    return None, 0


def raw_items(part: Part) -> list[Raw]:
    """The items of a part: those of its lists and tables, else its paragraphs; placeholders are none."""
    found: list[Raw] = []
    if part.section is Section.QUESTIONS and (asked := _headings_asked(part)):
        found = asked
    elif any(isinstance(block, ItemList | Table) for block in part.blocks):
        for block in part.blocks:
            if isinstance(block, ItemList):
                found += (_raw(item, part.side) for item in block.items)
            elif isinstance(block, Table):
                found += rows_as_items(block)
    else:
        found = _paragraphs(part)
    return [raw for raw in found if not is_placeholder(raw.text)]


def _headings_asked(part: Part) -> list[Raw]:
    """Questions written as headings, each with what stands below as its notes."""
    found: list[Raw] = []
    for block in part.blocks:
        if isinstance(block, Heading) and block.text.rstrip(" )*").endswith("?"):
            found.append(Raw(line=block.line, text=block.text))
        elif found:
            notes = (*found[-1].notes, *_note_texts(block))
            found[-1] = Raw(line=found[-1].line, text=found[-1].text, notes=notes)
    return found


def _paragraphs(part: Part) -> list[Raw]:
    found: list[Raw] = []
    for block in part.blocks:
        if not isinstance(block, Paragraph):
            continue
        why = why_in(block.text)
        if why is not None and found:
            last = found[-1]
            found[-1] = Raw(line=last.line, text=last.text, why=why or None, side=last.side)
        else:
            found.append(Raw(line=block.line, text=block.text, side=part.side))
    return found


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


def two_sides(part: Part) -> Iterator[tuple[Section, Raw]]:
    """The items of a part with both sides, told apart by + and -; what has neither is not counted."""
    items = _items(part)
    bullets = any(item.plus for item in items)
    for item in items:
        raw = _raw(item)
        section = section_of(raw.text[:1]) if raw.text[:1] and not raw.text[0].isalnum() else None
        if section in _SIDES:
            yield (
                section,
                Raw(
                    line=raw.line, text=raw.text[1:].strip("\ufe0f "), why=raw.why, notes=raw.notes
                ),
            )
        elif bullets and not is_placeholder(raw.text):
            yield (Section.WENT_WELL if item.plus else Section.WENT_BADLY), raw


def sideless(part: Part) -> Iterator[int]:
    """The line of each item of a part with both sides that is on neither."""
    told = {raw.line for _, raw in two_sides(part)}
    for item in _items(part):
        if item.line not in told and not is_placeholder(item.text):
            yield item.line


def _items(part: Part) -> list[Item]:
    return [item for block in part.blocks if isinstance(block, ItemList) for item in block.items]
