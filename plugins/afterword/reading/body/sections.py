"""Which stretch of an entry belongs to which section.

A section begins at a heading, a bold line or a label that names it, and ends at the next one, or at a heading of its own
level or a higher one. Nothing is read into a page that names no section.
"""

from __future__ import annotations

from collections.abc import Sequence

from afterword.frozen import dataclass, field
from afterword.reading.body.blocks import Block, Heading, Item, ItemList, Paragraph, Table
from afterword.reading.body.columns import (
    column_of,
    sections_of_columns,
    sections_of_rows,
    sections_of_verdicts,
    sides_of_columns,
    unread_rows,
    whole_rows,
)
from afterword.reading.body.fact_lines import is_facts
from afterword.reading.body.headings import Headings
from afterword.reading.body.parts import LABEL, Layout, LooseList, Part
from afterword.reading.body.questions import asks_by_label
from afterword.reading.body.signed_lists import with_sides_by_signs
from afterword.vocabulary.sections import FACTUAL, LISTED, QUOTING, SIDES, Section
from afterword.vocabulary.sides import begins_side, side_of, turn_in

# Within these, "Result" or "Follow-up" is a part of what is told.
_TOLD = frozenset({Section.STORIES, Section.QUESTIONS, Section.QUESTIONS_ASKED})
# So many words above a list are its name, where other lists have such names.
_TITLE_WORDS = 5


def layout_of(
    blocks: Sequence[Block], headings: Headings, boxes: Sequence[tuple[int, int]] = ()
) -> Layout:
    """The parts of a body, and the lists outside them; `boxes` are those that name a section, by their first line and the first below."""
    walk = _Walk(headings, dict(boxes))
    for at, block in enumerate(blocks):
        walk.take(block, blocks[at + 1] if at + 1 < len(blocks) else None)
    parts, loose = with_sides_by_signs(walk.parts, walk.loose)
    for part in parts:
        if part.said and not part.blocks:
            part.blocks.append(Paragraph(line=part.line, text=part.said))
    return Layout(parts=tuple(parts), loose=tuple(loose), others=tuple(walk.others))


@dataclass(slots=True)
class _Walk:
    """Where the pass through the blocks stands; `above` are the words of the last heading or label.

    `boxes` gives the end of each box that names a section by its first line, `outside` the part in which the one stands that was left last.
    """

    headings: Headings
    boxes: dict[int, int]
    parts: list[Part] = field(default_factory=list)
    loose: list[LooseList] = field(default_factory=list)
    others: list[tuple[int, str]] = field(default_factory=list)
    current: Part | None = None
    above: str = ""
    box_end: int | None = None
    outside: Part | None = None

    def take(self, block: Block, following: Block | None) -> None:
        """Let a block open a section, end one, or join the one that is open."""
        self._pass_box(block.line)
        words, level = self._title(block, following)
        if words is not None:
            self.above = words
            if self.box_end is None:
                self.outside = None
            self._meet_title(block, words, level)
        elif isinstance(block, Paragraph) and (labels := self._labels_in(block)):
            for section, said in labels:
                self._open(Part(section=section, line=block.line, level=LABEL, inline=True))
                self._join(Paragraph(line=block.line, text=said))
        elif isinstance(block, Paragraph) and self._opens_exchange(block):
            self._open(Part(section=Section.QUESTIONS, line=block.line, level=LABEL, inline=True))
            self._join(block)
        elif not (isinstance(block, Table) and self._meets_columns(block)):
            self._meet_text(block, following)

    def _pass_box(self, line: int) -> None:
        """Leave the box that ends above a line, and enter the one that begins on it."""
        if self.box_end is not None and line >= self.box_end:
            self._close(line)
            self.box_end, self.above = None, ""
        # Each is entered once: code has no line of its own.
        if self.box_end is None and (end := self.boxes.pop(line, None)):
            self.box_end = end
            if current := self.current:
                self.outside = current if current.level < LABEL else None

    def _resume(self, line: int) -> None:
        """Let the section go on in which the box stood that was left."""
        outside = self.outside if self.box_end is None else None
        if outside and outside.section in LISTED:
            self._open(Part(section=outside.section, line=line, level=outside.level))

    def _meet_text(self, block: Block, following: Block | None) -> None:
        """Let a block that names nothing join the part that is open, or stand by itself."""
        if self.current is None and isinstance(block, ItemList):
            self._resume(block.line)
        if self.current is None:
            self._meet_loose(block, following)
        elif self._ends_with(block, self.current):
            self._close(block.line)
            self._meet_loose(block, following)
        else:
            self._join(block)

    @staticmethod
    def _ends_with(block: Block, current: Part) -> bool:
        """Whether a block lies outside what a label opened: behind its text only its list, or another turn of an exchange, is its own."""
        if current.level != LABEL or not current.blocks:
            return False
        if isinstance(block, Paragraph):
            if current.section in _TOLD:
                return current.inline and turn_in(block.text) is None
            if current.section is Section.FEEDBACK and begins_side(block.text):
                return False
            return current.inline or is_facts(block.text)
        return current.inline and not isinstance(block, ItemList)

    def _meet_title(self, block: Block, words: str, level: int) -> None:
        current = self.current
        section, said = self.headings.titled(words) or (None, "")
        if section is None and not (current and current.section in QUOTING):
            self.others.append((block.line, words))
        if (
            current
            and current.section in QUOTING
            and (level > current.level or (not section and self._is_side(words, level, current)))
        ):
            self._meet_inner_title(block, words, section, current)
        elif current and level > current.level and section in FACTUAL and current.section in _TOLD:
            self._join(block)
        elif section:
            is_bare = isinstance(block, Paragraph) and self.headings.label_words(block.text) is None
            self._open(Part(section=section, line=block.line, level=level, said=said, bare=is_bare))
        elif current and level <= current.level:
            self._close(block.line)
        elif current:
            self._join(block)

    @staticmethod
    def _is_side(words: str, level: int, current: Part) -> bool:
        """Whether a line that is no heading only says which side of their feedback follows."""
        is_label = level == LABEL and current.section is Section.FEEDBACK
        return is_label and side_of(words) is not None

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

    def _labels_in(self, block: Paragraph) -> tuple[tuple[Section, str], ...]:
        """The sections that a paragraph names, with what it says of each; never within other people's words or a note."""
        if self.current and self.current.section in QUOTING and not self.current.is_whole:
            return ()
        labels = self.headings.labels_in(block.text)
        # Behind a list of theirs, what names a side is theirs as well.
        is_theirs = self.current and self.current.section in QUOTING and not self.current.inline
        return () if is_theirs and labels and labels[0][0] in SIDES else labels

    def _opens_exchange(self, block: Paragraph) -> bool:
        """Whether a paragraph outside any section is a question by its label: "Q: why us?"."""
        return self.current is None and asks_by_label(block.text)

    def _meets_columns(self, table: Table) -> bool:
        """Let the columns, or the rows, of a table that name sections open them; False where none does."""
        current = self.current
        if current and current.section is Section.FEEDBACK:
            return self._meets_sides(table, current)
        # What a table opened ends with it, so that the next one is in no section.
        within = current.section if current and not self._ends_with(table, current) else None
        if within in {None, Section.MIXED} and self._meets_rows(table):
            return True
        sections = sections_of_columns(table, self.headings, within)
        if not sections and within in {None, Section.MIXED} and self._meets_verdicts(table):
            return True
        for column, section in sections.items():
            self._open(Part(section=section, line=table.line, level=LABEL, inline=True))
            self._join(column_of(table, column, sections))
        return bool(sections)

    def _meets_rows(self, table: Table) -> bool:
        rows = tuple(sections_of_rows(table, self.headings))
        for section, item in rows:
            self._open(Part(section=section, line=item.line, level=LABEL, inline=True))
            self._join(ItemList(line=item.line, items=(item,)))
        return bool(rows)

    def _meets_verdicts(self, table: Table) -> bool:
        """Let each row whose verdict is a side open its section; a row without one stands in none."""
        rows = tuple(sections_of_verdicts(table, self.headings))
        for section, row in rows:
            if section:
                self._open(Part(section=section, line=row.line, level=LABEL, inline=True))
                self._join(row)
            else:
                self.loose.append(LooseList(heading=self.above, items=whole_rows(row)))
        return bool(rows)

    def _meets_sides(self, table: Table, current: Part) -> bool:
        """Within their feedback the columns of a table may be its sides: "Praise | Gap"."""
        sides = sides_of_columns(table, self.headings)
        for column, side in sides.items():
            self._open(
                Part(section=Section.FEEDBACK, line=table.line, level=current.level, side=side)
            )
            self._join(column_of(table, column, sides))
        return bool(sides)

    def _meet_loose(self, block: Block, following: Block | None) -> None:
        """A list outside any section: its items may be labels themselves, with their text or with a list below."""
        if isinstance(block, Table) and (rows := unread_rows(block)):
            self.loose.append(LooseList(heading=self.above, items=rows))
        if not isinstance(block, ItemList):
            if isinstance(block, Paragraph) and isinstance(following, ItemList):
                self.above = block.text
            return
        if any(asks_by_label(item.text) for item in block.items):
            self._open(Part(section=Section.QUESTIONS, line=block.line, level=LABEL, inline=True))
            self._join(block)
        else:
            unread = tuple(item for item in block.items if not self._meets_item(item))
            if unread:
                self.loose.append(LooseList(heading=self.above, items=unread))
        self._close(block.line)

    def _meets_item(self, item: Item) -> bool:
        """Let an item that names a section open it; False where it names none."""
        inside, labels = item.inside, self.headings.labels_in(item.text)
        for section, said in labels:
            self._open(Part(section=section, line=item.line, level=LABEL, inline=True))
            one = Item(line=item.line, text=said, inside=inside)
            self._join(ItemList(line=item.line, items=(one,)))
            inside = ()
        if labels:
            return True
        # On a second line it says more than a section's name.
        title = item.text or _heading_of(item)
        named = None if "\n" in title else self.headings.section_of(title)
        lists = [one for one in item.inside if isinstance(one, ItemList)]
        if named is None or not lists:
            return False
        self._open(Part(section=named, line=item.line, level=LABEL, inline=True))
        for one_list in lists:
            self._join(one_list)
        return True

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

    def _title(self, block: Block, following: Block | None) -> tuple[str | None, int]:
        """The words and level of a block that stands over what follows; no words for any other block."""
        if isinstance(block, Heading):
            return block.text, block.level
        if not isinstance(block, Paragraph) or "\n" in block.text:
            return None, 0
        words = self.headings.label_words(block.text)
        if words is None and self._stands_over(block.text, following):
            words = block.text.strip("*_: ")
        return words, LABEL

    def _stands_over(self, text: str, following: Block | None) -> bool:
        """Whether a line that no mark tells from prose is the name of what follows it."""
        if isinstance(following, ItemList | Table):
            return (
                self.headings.bare_section(text) is not None
                or self._names_side(text)
                or self._ends_label(text)
            )
        if isinstance(following, Paragraph):
            # One word may be all that somebody says.
            is_section = " " in text and self.headings.bare_section(text) is not None
            return is_section or self._names_side(text)
        return False

    def _names_side(self, text: str) -> bool:
        """Whether a line within their feedback is only the name of a side."""
        return self.current is not None and self._is_side(text, LABEL, self.current)

    def _ends_label(self, text: str) -> bool:
        """Whether a line above a list is a label of the kind that opened the section, and so ends it: "Logistics:"."""
        if self.current is None or self.current.level != LABEL:
            return False
        if text.endswith(":"):
            return True
        return self.current.bare and text.count(" ") < _TITLE_WORDS and text[-1:].isalnum()


def _heading_of(item: Item) -> str:
    """The words of the heading that an item begins with, as Logseq writes them; empty where it begins with none."""
    first = item.inside[0] if item.inside else None
    return first.text if isinstance(first, Heading) else ""
