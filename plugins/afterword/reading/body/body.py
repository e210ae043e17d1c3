"""What stands below the front matter: the items of its sections, and the Markdown that the page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from xml.etree.ElementTree import Element

from markdown import Markdown

from afterword.frozen import dataclass, field
from afterword.kinds import Severity
from afterword.reading.body.blocks import Block, BlockReader, blocks_of
from afterword.reading.body.fact_parts import (
    FactPart,
    Text,
    fact_parts,
    opening_of,
    owners,
    prose_of,
)
from afterword.reading.body.headings import HEADINGS, Headings
from afterword.reading.body.items import Raw
from afterword.reading.body.mend import Mended, mend
from afterword.reading.body.part_items import raw_items, sideless, two_sides
from afterword.reading.body.parts import Part
from afterword.reading.body.prose import note_in, summary_of
from afterword.reading.body.rounds import rounds_in
from afterword.reading.body.sections import layout_of
from afterword.reading.body.unread import UnreadList, has_words, outside_notes, unread_lists
from afterword.reading.marks import marked_line
from afterword.vocabulary.extensions import BUILT_IN
from afterword.vocabulary.sections import LISTED, Section

# A page that was pasted may have more headings than anybody slips in.
_MOST_SLIPS = 100


@dataclass(frozen=True, slots=True)
class Slip:
    """A heading of no section: its line in the file, its words, and those of the section that was likely meant."""

    line: int
    words: str
    meant: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The part below the front matter, read; every line counts from 1 in the file.

    `text` is the mended Markdown with a mark at each item, `items` what stands in each section. `rounds` are the lines of
    headings that look like several rounds, `sideless` those of items under a heading for
    both sides that say neither, `unread` the lists that stand in no section, `slips` the headings that are nearly a section's. `uncounted` says how much it matters where it has words, and none of
    them is counted; `open_comment` is the line of a comment that nothing ends. `opening` are the paragraphs above the first
    section, `fact_parts` the stretches in which facts may stand, `prose` the paragraphs and items that are counted nowhere. `tree` is the text as the parser left it, `places` the line in
    the file of each item by its mark in that tree.
    """

    text: str
    summary: str = ""
    items: Mapping[Section, Sequence[Raw]] = field(default_factory=dict)
    thank_you_note: str | None = None
    thank_you_note_line: int | None = None
    rounds: tuple[int, ...] = ()
    sideless: tuple[int, ...] = ()
    unread: tuple[UnreadList, ...] = ()
    slips: tuple[Slip, ...] = ()
    uncounted: Severity | None = None
    open_comment: int | None = None
    sections: frozenset[Section] = field(default_factory=frozenset)
    opening: tuple[Text, ...] = ()
    fact_parts: tuple[FactPart, ...] = ()
    prose: tuple[Text, ...] = ()
    tree: Element
    places: Mapping[int, int] = field(default_factory=dict)


class BodyReader:
    """Reads one body after another with one Markdown parser."""

    def __init__(
        self,
        extensions: Iterable[str] = BUILT_IN,
        configs: Mapping[str, Mapping[str, object]] | None = None,
        headings: Headings = HEADINGS,
    ) -> None:
        names = tuple(extensions)
        self._blocks = BlockReader(names, configs)
        self._extensions = frozenset(name.removeprefix("markdown.extensions.") for name in names)
        self.headings = headings

    @property
    def markdown(self) -> Markdown:
        """The parser that every body was read with."""
        return self._blocks.markdown

    def mended(self, text: str) -> Mended:
        """The text as the parser is to read it, which can be asked for long before that."""
        return mend(text, self.headings, self._extensions)

    def read(self, text: str, first_line: int = 1, mended: Mended | None = None) -> Body:
        """The body whose first line is `first_line` of its file, with its mended text where that is known."""
        mended = mended or self.mended(text)
        tree = self._blocks.parse(mended)
        blocks = blocks_of(tree, mended)
        layout = layout_of(blocks, self.headings, mended.sections)
        parts = layout.parts
        raws = self._raws(parts)
        lines = tuple(first_line + number for number in mended.numbers)
        part_of = owners(parts)
        stating = tuple(
            part._replace(texts=_placed(part.texts, lines))
            for part in fact_parts(blocks, parts, part_of, mended)
        )
        note, note_at = note_in(parts, mended) or (None, None)
        is_counted = bool(note or any(raws.values()) or _is_read(parts))
        places = {raw.line: lines[raw.line] for those in raws.values() for raw in those}
        return Body(
            text=_marked(mended, places),
            summary=summary_of(blocks, parts, self.headings),
            items={
                section: [Raw(lines[raw.line], *raw[1:]) for raw in those]
                for section, those in raws.items()
            },
            thank_you_note=note,
            thank_you_note_line=None if note_at is None else lines[note_at],
            rounds=tuple(lines[at] for at in rounds_in(blocks, parts)),
            sideless=tuple(lines[at] for at in self._sideless(parts)),
            unread=unread_lists(layout.loose, lines),
            slips=tuple(self._slips(layout.others, lines)),
            uncounted=None if is_counted else _uncounted(blocks),
            open_comment=None if mended.open_comment is None else first_line + mended.open_comment,
            sections=frozenset(part.section for part in parts),
            opening=_placed(opening_of(blocks, parts), lines) if stating else (),
            prose=_placed(prose_of(blocks, layout.loose, parts, part_of, mended), lines),
            fact_parts=stating,
            tree=tree,
            places=places,
        )

    def of_one_file(self) -> BodyReader:
        """The same reader for one file: a body that it is asked for again is the one that it read."""
        return _OfOneFile(self._blocks, self.headings, self._extensions)

    def _raws(self, parts: Iterable[Part]) -> dict[Section, list[Raw]]:
        """The items of each section, each at its place in the mended text."""
        raws: dict[Section, list[Raw]] = {}
        for part in parts:
            if part.section is Section.MIXED:
                for section, raw in two_sides(part, self.headings):
                    raws.setdefault(section, []).append(raw)
            elif part.section in LISTED:
                raws.setdefault(part.section, []).extend(raw_items(part))
        return raws

    def _slips(self, others: Iterable[tuple[int, str]], lines: Sequence[int]) -> Iterator[Slip]:
        for at, words in islice(others, _MOST_SLIPS):
            if meant := self.headings.section_meant(words):
                yield Slip(lines[at], words, meant)

    def _sideless(self, parts: Iterable[Part]) -> Iterator[int]:
        for part in parts:
            if part.section is Section.MIXED:
                yield from sideless(part, self.headings)


def _is_read(parts: Iterable[Part]) -> bool:
    """Whether any part is read without being counted: a plan, or a fact."""
    return any(
        part.section not in LISTED and part.section is not Section.MIXED and has_words(part.blocks)
        for part in parts
    )


def _uncounted(blocks: Sequence[Block]) -> Severity | None:
    """How much it matters that nothing of a body is counted: not at all where nothing is said, little where a heading says that these are notes."""
    if not has_words(blocks):
        return None
    return Severity.WARNING if has_words(outside_notes(blocks)) else Severity.HINT


def _placed(texts: Iterable[Text], lines: Sequence[int]) -> tuple[Text, ...]:
    """Texts with their lines in the file."""
    return tuple([Text(lines[text.line], *text[1:]) for text in texts])


class _OfOneFile(BodyReader):
    """A reader that keeps what it read."""

    def __init__(self, blocks: BlockReader, headings: Headings, extensions: frozenset[str]) -> None:
        self._blocks = blocks
        self._extensions = extensions
        self.headings = headings
        self._known: dict[tuple[str, int], Body] = {}

    def read(self, text: str, first_line: int = 1, mended: Mended | None = None) -> Body:
        """The body whose first line is `first_line` of its file, with its mended text where that is known."""
        if (known := self._known.get((text, first_line))) is None:
            known = self._known[text, first_line] = super().read(text, first_line, mended)
        return known


def _marked(mended: Mended, places: Mapping[int, int]) -> str:
    """The page's Markdown, with the line of each item in a mark, by which the page can be pointed at."""
    lines = list(mended.lines)
    for at, number in places.items():
        lines[at] = marked_line(lines[at], number)
    return "\n".join(lines)
