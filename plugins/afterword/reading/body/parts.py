"""The stretches that a body is made of: those that belong to a section, and the lists that belong to none."""

from __future__ import annotations

from afterword.frozen import dataclass, field
from afterword.kinds import FeedbackKind
from afterword.reading.body.blocks import Block, Item, ItemList
from afterword.vocabulary.sections import Section

# A bold line or a label stands below every heading.
LABEL = 7


@dataclass(slots=True, kw_only=True)
class Part:
    """A stretch of the body that belongs to one section; `end` is the line of the block that ends it.

    `inline` when the label and its text share a paragraph, which then is all of it, or stands above its list. `said` are the
    words behind the section's in its heading, which are all of it where nothing stands below; `bare` when its label has no
    colon.
    """

    section: Section
    line: int
    level: int
    blocks: list[Block] = field(default_factory=list)
    side: FeedbackKind | None = None
    inline: bool = False
    said: str = ""
    bare: bool = False
    end: int | None = None

    @property
    def is_whole(self) -> bool:
        """Whether what a label opened has all that is its own: the text on its line, or a list."""
        if self.level != LABEL:
            return False
        return self.inline or any(isinstance(block, ItemList) for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseList:
    """Items that stand in no section, with the words of the heading or label above them, "" where there is none."""

    heading: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """What a body is made of, in the order in which it stands: the parts that are read, the lists that are not, and the other headings with their lines."""

    parts: tuple[Part, ...]
    loose: tuple[LooseList, ...]
    others: tuple[tuple[int, str], ...] = ()
