"""Which stretch of an entry belongs to which section.

A section begins at a heading, a bold line or a label that names it, and ends at the next one, or at a heading of its own
level or a higher one. Nothing is read into a page that names no section.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from afterword.model import FeedbackKind
from afterword.reading.body.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.body.headings import Headings
from afterword.vocabulary.sections import FACTUAL, QUOTING, SIDES, Section
from afterword.vocabulary.sides import side_of

# A bold line or a label stands below every heading.
_LABEL = 7
# Within these, "Result" or "Follow-up" is a part of what is told.
_TOLD = frozenset({Section.STORIES, Section.QUESTIONS, Section.QUESTIONS_ASKED})


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


def parts_of(blocks: Iterable[Block], headings: Headings) -> list[Part]:
    """The parts of a body in the order in which they stand."""
    walk = _Walk(headings)
    for block in blocks:
        walk.take(block)
    return walk.parts


@dataclass(slots=True)
class _Walk:
    """Where the pass through the blocks stands."""

    headings: Headings
    parts: list[Part] = field(default_factory=list)
    current: Part | None = None

    def take(self, block: Block) -> None:
        """Let a block open a section, end one, or join the one that is open."""
        words, level = self._title(block)
        if words is not None:
            self._meet_title(block, words, level)
        elif isinstance(block, Paragraph) and (label := self._label_in(block)):
            section, rest = label
            self._open(Part(section=section, line=block.line, level=_LABEL, inline=True))
            self._join(Paragraph(line=block.line, text=rest))
        elif isinstance(block, Table) and (sections := self._column_sections(block)):
            self._meet_columns(block, sections)
        elif self.current is None:
            self._meet_loose(block)
        elif self.current.inline and self.current.blocks and not isinstance(block, ItemList):
            self._close(block.line)
        else:
            self._join(block)

    def _meet_title(self, block: Block, words: str, level: int) -> None:
        section, current = self.headings.section_of(words), self.current
        if current and level > current.level and current.section in QUOTING:
            self._meet_inner_title(block, words, section, current)
        elif current and level > current.level and section in FACTUAL and current.section in _TOLD:
            self._join(block)
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
        side = side_of(words) or (SIDES.get(section) if section else None)
        if current.section is Section.FEEDBACK and side:
            self._open(
                Part(section=Section.FEEDBACK, line=block.line, level=current.level, side=side)
            )
        elif section and section not in FACTUAL and isinstance(block, Heading):
            self._open(Part(section=section, line=block.line, level=block.level))
        else:
            self._join(block)

    def _label_in(self, block: Paragraph) -> tuple[Section, str] | None:
        """The section that a paragraph's first words name; never within other people's words or a note."""
        if self.current and self.current.section in QUOTING:
            return None
        return self.headings.labelled(block.text)

    def _column_sections(self, table: Table) -> dict[int, Section]:
        """The section that each column's head names, when every head that says anything names one: "Pros | Cons"."""
        section_of = self.headings.section_of
        named = {at: section_of(cell) for at, cell in enumerate(table.head) if cell.strip()}
        sections = {at: section for at, section in named.items() if section}
        return sections if len(sections) > 1 and len(sections) == len(named) else {}

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
            if label := self.headings.labelled(item.text):
                self._open(Part(section=label[0], line=item.line, level=_LABEL, inline=True))
                self._join(Paragraph(line=item.line, text=label[1]))
            elif (section := self.headings.section_of(item.text)) and any(
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

    def _title(self, block: Block) -> tuple[str | None, int]:
        """The words and level of a block that stands over what follows; no words for any other block."""
        if isinstance(block, Heading):
            return block.text, block.level
        if isinstance(block, Paragraph) and "\n" not in block.text:
            return self.headings.label_words(block.text), _LABEL
        return None, 0
