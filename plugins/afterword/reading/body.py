"""What stands below the front matter: the reflections, and the Markdown that the page shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown

from afterword.model import Attempt, Feedback, Observation, Question, RoundKind, Story
from afterword.reading import items, sections
from afterword.reading.blocks import (
    DEFAULT_EXTENSIONS,
    Block,
    BlockReader,
    Heading,
    Paragraph,
    blocks_of,
)
from afterword.reading.headings import Section
from afterword.reading.marks import marked_line
from afterword.reading.mend import Mended, mend
from afterword.reading.words import round_kind

_SUMMARY = 160
# Where the page has its table of contents; no prose.
_CONTENTS = "[TOC]"
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÄÖÜ“\"'(])")
_ROUND_HEADING = re.compile(r"^\W*(?:round|interview|stage|runde)\s*\d", re.IGNORECASE)
_UNDERLINE = re.compile(r"\A\s*(?:=+|-+)[ \t]*\n")
_FENCED = re.compile(r"\A(?P<fence>```+|~~~+)[^\n]*\n(?P<inside>.*)\n(?P=fence)\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """The part below the front matter, read; its fields are named as the interview's.

    `text` is the mended Markdown with a mark at each item; `rounds` the lines of headings that look like several rounds,
    `sideless` those of items under a heading for both sides that say neither.
    `tree` is the text as the parser left it, `places` the line in the file of each item by its mark in that tree.
    """

    text: str
    summary: str = ""
    went_well: tuple[Observation, ...] = ()
    went_badly: tuple[Observation, ...] = ()
    do_differently: tuple[Observation, ...] = ()
    tried: tuple[Attempt, ...] = ()
    takeaways: tuple[Observation, ...] = ()
    skills: tuple[Observation, ...] = ()
    questions: tuple[Question, ...] = ()
    questions_asked: tuple[Observation, ...] = ()
    stories: tuple[Story, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    thank_you_note: str | None = None
    thank_you_note_line: int | None = None
    rounds: tuple[int, ...] = ()
    sideless: tuple[int, ...] = ()
    sections: frozenset[Section] = field(default_factory=frozenset)
    tree: Element
    places: Mapping[int, int] = field(default_factory=dict)


_MEANINGS: dict[Section, Callable[[items.Raw], Observation]] = {
    Section.TRIED: items.attempt,
    Section.QUESTIONS: items.question,
    Section.STORIES: items.story,
    Section.FEEDBACK: items.feedback,
}


def meaning(section: str) -> Callable[[items.Raw], Observation]:
    """The function that gives an item of this section its meaning."""
    return _MEANINGS.get(Section(section), items.observation)


class BodyReader:
    """Reads one body after another with one Markdown parser."""

    def __init__(
        self,
        extensions: Iterable[str] = DEFAULT_EXTENSIONS,
        configs: Mapping[str, Mapping[str, object]] | None = None,
    ) -> None:
        self._blocks = BlockReader(extensions, configs)

    @property
    def markdown(self) -> Markdown:
        """The parser that every body was read with."""
        return self._blocks.markdown

    def read(self, text: str, first_line: int = 1) -> Body:
        """The body whose first line is `first_line` of its file; every line in the answer counts from 1 in the file."""
        mended = mend(text)
        tree = self._blocks.parse(mended)
        blocks = blocks_of(tree, mended)
        parts = sections.parts_of(blocks)
        found = _found(parts)
        place = _Place(mended, first_line)
        note, note_line = _note(parts, text, place)
        return Body(
            text=_marked(mended, found, place),
            summary=_summary(blocks, parts),
            thank_you_note=note,
            thank_you_note_line=note_line,
            rounds=tuple(place.line(at) for at in _rounds(blocks, parts)),
            sideless=tuple(place.line(at) for at in _sideless(parts)),
            sections=frozenset(part.section for part in parts),
            tree=tree,
            places={raw.line: place.line(raw.line) for raws in found.values() for raw in raws},
            **_meanings(found, place),
        )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line of the mended text stands in the file."""

    mended: Mended
    first_line: int

    def line(self, at: int) -> int:
        """The line of the file, from 1."""
        return self.first_line + self.mended.numbers[at]


def _found(parts: list[sections.Part]) -> dict[Section, list[items.Raw]]:
    found: dict[Section, list[items.Raw]] = {}
    for part in parts:
        if part.section is Section.MIXED:
            for section, raw in sections.two_sides(part):
                found.setdefault(section, []).append(raw)
        elif part.section is not Section.THANK_YOU_NOTE:
            found.setdefault(part.section, []).extend(sections.raw_items(part))
    return found


def _meanings(found: dict[Section, list[items.Raw]], place: _Place) -> dict[str, Any]:
    """The items of each section by the name of its field."""
    return {
        section.value: tuple(
            meaning(section)(replace(raw, line=place.line(raw.line))) for raw in raws
        )
        for section, raws in found.items()
    }


def _marked(mended: Mended, found: dict[Section, list[items.Raw]], place: _Place) -> str:
    """The page's Markdown, with the line of each item in a mark, by which the page can be pointed at."""
    lines = list(mended.lines)
    for at in {raw.line for raws in found.values() for raw in raws}:
        line = lines[at]
        lines[at] = marked_line(line, place.line(at))
    return "\n".join(lines)


def _note(parts: list[sections.Part], text: str, place: _Place) -> tuple[str | None, int | None]:
    """The draft of the thank-you note as written, and the line of its heading."""
    for part in parts:
        if part.section is not Section.THANK_YOU_NOTE or items.is_placeholder(_words(part)):
            continue
        lines = text.split("\n")
        end = place.mended.numbers[part.end] if part.end is not None else len(lines)
        if part.inline:
            note = _words(part)
        else:
            note = "\n".join(lines[place.mended.numbers[part.line] + 1 : end])
        note = _UNDERLINE.sub("", f"{note}\n").strip()
        fenced = _FENCED.match(note)
        return (fenced["inside"].strip() if fenced else note), place.line(part.line)
    return None, None


def _words(part: sections.Part) -> str:
    """The text of a part's blocks, or a word for one that has blocks without any, such as code."""
    texts = (block.text for block in part.blocks if isinstance(block, Paragraph | Heading))
    has_others = any(not isinstance(block, Paragraph | Heading) for block in part.blocks)
    return "\n".join(texts) or ("…a list" if has_others else "")


def _summary(blocks: tuple[Block, ...], parts: list[sections.Part]) -> str:
    """The first sentence or two of the prose above the first section, as far as they fit."""
    first = parts[0].line if parts else None
    for block in blocks:
        if first is not None and block.line >= first:
            return ""
        if isinstance(block, Paragraph) and block.text != _CONTENTS:
            return _shortened(items.plain(block.text))
    return ""


def _shortened(text: str) -> str:
    kept = ""
    for sentence in _SENTENCE.split(text):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > _SUMMARY:
            break
        kept = longer
    if kept or len(text) <= _SUMMARY:
        return kept or text
    return f"{text[:_SUMMARY].rsplit(' ', 1)[0].rstrip(' ,;:–—-')} …"


def _sideless(parts: list[sections.Part]) -> Iterator[int]:
    for part in parts:
        if part.section is Section.MIXED:
            yield from sections.sideless(part)


def _rounds(blocks: tuple[Block, ...], parts: list[sections.Part]) -> list[int]:
    """The lines of headings that look like several rounds: counted ones, or those that name a round above sections of its own."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    numbered = [one.line for one in headings if _ROUND_HEADING.match(one.text)]
    if len(numbered) > 1:
        return numbered
    named = [
        one.line
        for one in headings
        if round_kind(one.text) is not RoundKind.OTHER and _has_sections(one, headings, parts)
    ]
    return named if len(named) > 1 else []


def _has_sections(heading: Heading, headings: list[Heading], parts: list[sections.Part]) -> bool:
    """Whether a heading is none of a section's, and stands above some."""
    if any(part.line == heading.line for part in parts):
        return False
    below = (one for one in headings if one.line > heading.line and one.level <= heading.level)
    end = next((one.line for one in below), None)
    return any(part.line > heading.line and (end is None or part.line < end) for part in parts)
