"""What of a body is text alone: the lists that stand in no section, and whether anything was counted of it at all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from afterword.frozen import dataclass
from afterword.reading.body.blocks import Block, Heading, ItemList, Paragraph, Table
from afterword.reading.body.fact_lines import is_facts
from afterword.reading.body.items import is_placeholder
from afterword.reading.body.parts import LooseList
from afterword.reading.body.plain import plain
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import spoken

_LONGEST = 60
# What a heading says whose paragraphs are prose and nothing else.
NOTES = Said("tracker notes")


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadList:
    """A list that is counted nowhere: the line in the file and the text of each item, and the heading above it.

    `heading` is "" where there is none.
    """

    items: tuple[tuple[int, str], ...]
    heading: str

    @property
    def line(self) -> int:
        """The line of the first item."""
        return self.items[0][0]

    @property
    def number(self) -> int:
        """How many items it has."""
        return len(self.items)

    @property
    def words(self) -> str:
        """The first words that any item says."""
        return _shortened(next((said for _, text in self.items if (said := plain(text))), ""))

    def without(self, lines: Set[int]) -> UnreadList | None:
        """The list without the items on these lines; None where nothing is left."""
        left = tuple(item for item in self.items if item[0] not in lines)
        return replace(self, items=left) if left else None


def unread_lists(loose: Iterable[LooseList], lines: Sequence[int]) -> tuple[UnreadList, ...]:
    """The lists that are counted nowhere; `lines` gives the line in the file for each line of the mended text."""
    unread = []
    for one in loose:
        said = (item for item in one.items if _is_said(item.text) or item.inside)
        if items := tuple((lines[item.line], item.text) for item in said):
            heading = _shortened(plain(one.heading).strip(": "))
            unread.append(UnreadList(items=items, heading=heading))
    return tuple(unread)


def outside_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks without the paragraphs below a heading that says that they are notes: "Notes", "Remarks"."""
    level = 0
    for block in blocks:
        if isinstance(block, Heading):
            is_below = 0 < level < block.level
            level = level if is_below else block.level * (spoken(block.text) in NOTES)
        elif not (level and isinstance(block, Paragraph)):
            yield block


def has_words(blocks: Iterable[Block]) -> bool:
    """Whether anything is said in these blocks; headings, code, facts and what says that there is nothing are not counted."""
    for block in blocks:
        if isinstance(block, ItemList):
            if any(not is_placeholder(item.text) or has_words(item.inside) for item in block.items):
                return True
        elif isinstance(block, Table) or (isinstance(block, Paragraph) and _is_said(block.text)):
            return True
    return False


def _is_said(text: str) -> bool:
    return not (is_placeholder(text) or is_facts(text))


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"
