"""Python-Markdown with a block parser that settles once a text which processors it has, and asks few of them about a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from typing import Self
from xml.etree.ElementTree import Element, ElementTree, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockProcessor,
    BlockQuoteProcessor,
    CodeBlockProcessor,
    EmptyBlockProcessor,
    HashHeaderProcessor,
    HRProcessor,
    ListIndentProcessor,
    OListProcessor,
    ReferenceProcessor,
    SetextHeaderProcessor,
    UListProcessor,
)
from markdown.extensions.fenced_code import FencedBlockPreprocessor
from markdown.extensions.tables import TableProcessor
from markdown.preprocessors import NormalizeWhitespace
from markdown.util import ETX, STX

# A heading that is all of its block, and in whose words nothing can be escaped or end it.
_PLAIN_HEADING = re.compile(r"(#{1,6})([^#\\\n]*)")


class Headings(HashHeaderProcessor):
    """The library's headings; its pattern, which looks for one on any line, is not asked twice about one on a line by itself."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether there is a heading in a block."""
        return _PLAIN_HEADING.fullmatch(block) is not None or super().test(parent, block)

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Put the heading of the first block below an element."""
        if plain := _PLAIN_HEADING.fullmatch(blocks[0]):
            del blocks[0]
            SubElement(parent, f"h{len(plain[1])}").text = plain[2].strip()
        else:
            super().run(parent, blocks)


# A rule, or a line that might be one: begun with what a search can leap to.
_MAY_BE_RULE = re.compile(r"\n {0,3}[-_*][-_* ]+(?:\n|\Z)")


class Rules(HRProcessor):
    """The library's rules; its pattern, which tries every letter, is asked only about a block with a line of their marks alone."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether there is a rule in a block."""
        return _MAY_BE_RULE.search(f"\n{block}") is not None and super().test(parent, block)


# What a block has in it if one of the library's own processors takes it; looking for that is much faster than asking.
_SIGNS: Mapping[type[BlockProcessor], str] = {
    BlockQuoteProcessor: ">",
    Headings: "\n#",
    ReferenceProcessor: "]:",
    SetextHeaderProcessor: "\n",
    TableProcessor: "|",
}
# What a block begins with if one of these takes it; a figure stands for whatever is neither a letter nor among the others.
_LETTER, _FIGURE = "a", "0"
_BEGINNINGS: Mapping[type[BlockProcessor], str] = {
    EmptyBlockProcessor: "\n",
    ListIndentProcessor: " ",
    CodeBlockProcessor: " ",
    OListProcessor: f" {_FIGURE}",
    UListProcessor: " *+-",
}
_BEGIN = ("\n", " ", "*", "+", "-", "#", _FIGURE, _LETTER)
_BULLETS = frozenset("*+-")
# How a line below the first begins, or what is in it, where one of these takes the block for that.
_OTHER_LINE = re.compile(r"\n(?: {0,3}[-=_*#>\[]|[^\n|]*\|)")
# None of these takes plain lines of which the first begins with a letter, as most do: the text of nearly every item. Without
# asking them a block costs half as much; so does an item with such lines, which one of them takes.
_NEVER_A_LINE = frozenset({*_SIGNS, *_BEGINNINGS, Rules})
_NEVER_AN_ITEM = _NEVER_A_LINE - {UListProcessor}
# What the preprocessor of blanks takes out or makes the same, and without which there is no fence.
_ODD_BLANKS, _FENCES = (STX, ETX, "\r", "\t", " \n"), ("```", "~~~")
_Order = tuple[tuple[str, BlockProcessor], ...]


class OrderedOnce(BlockParser):
    """Python-Markdown's block parser; which processors it has is settled when a text begins."""

    def __init__(self, md: Markdown) -> None:
        """A parser with no processors yet."""
        super().__init__(md)
        self._processors: tuple[BlockProcessor, ...] = ()
        self._is_settled = False
        self._orders: Mapping[str, _Order] = {}
        self._for_lines: _Order = ()
        self._for_items: _Order = ()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  the library's name
        """The tree of a whole text."""
        self._settle()
        self._is_settled = True
        try:
            return super().parseDocument(lines)
        finally:
            self._is_settled = False

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  the library's name
        """Have the first processor that takes a block put it below an element, until none is left."""
        if not self._is_settled:
            self._settle()
        while blocks:
            for sign, processor in self._order_for(blocks[0]):
                if sign not in blocks[0] or not processor.test(parent, blocks[0]):
                    continue
                if processor.run(parent, blocks) is not False:
                    break

    def _order_for(self, block: str) -> _Order:
        """The processors that may take a block, by what it begins with."""
        first = block[:1]
        if first.isalpha():
            is_plain = "\n" not in block or not _OTHER_LINE.search(block)
            return self._for_lines if is_plain else self._orders[_LETTER]
        if first in _BULLETS and block[2:3].isalpha():
            is_plain = "\n" not in block or not _OTHER_LINE.search(block)
            return self._for_items if is_plain else self._orders[first]
        return self._orders.get(first) or self._orders[_FIGURE]

    def _settle(self) -> None:
        """Put the processors in their order, for each beginning of a block those that may take it."""
        processors = tuple(self.blockprocessors)
        if processors == self._processors:
            return
        self._processors = processors
        orders = {first: _taking(processors, first) for first in _BEGIN}
        # An empty block is one that begins with an empty line.
        self._orders = {**orders, "": orders["\n"]}
        self._for_lines = _without(orders[_LETTER], _NEVER_A_LINE)
        self._for_items = _without(orders["-"], _NEVER_AN_ITEM)


def _taking(processors: Iterable[BlockProcessor], first: str) -> _Order:
    """Those that may take a block that begins so, each behind the sign without which it takes none; that is in every block where it is empty."""
    may_take = (one for one in processors if first in _BEGINNINGS.get(type(one), first))
    return tuple((_sign_of(one, first), one) for one in may_take)


def _sign_of(processor: BlockProcessor, first: str) -> str:
    sign = _SIGNS.get(type(processor), "")
    # At the beginning of a block there is no line break in front of it.
    return "" if sign == f"\n{first}" else sign


def _without(order: _Order, kinds: Set[type[BlockProcessor]]) -> _Order:
    return tuple(one for one in order if type(one[1]) not in kinds)


class QuickMarkdown(Markdown):
    """Python-Markdown with that parser, which extensions find where they look for the library's own."""

    def build_parser(self) -> Self:
        """Build every part as the library does, and hand the block processors over."""
        super().build_parser()
        parser = OrderedOnce(self)
        parser.blockprocessors = self.parser.blockprocessors
        parser.blockprocessors.register(Headings(parser), "hashheader", 70)
        parser.blockprocessors.register(Rules(parser), "hr", 50)
        for processor in parser.blockprocessors:
            processor.parser = parser
        self.parser = parser
        return self


def prepared(markdown: Markdown, lines: list[str]) -> list[str]:
    """The lines as the preprocessors leave them; two of the library's own are asked only about a text that they may change."""
    for preprocessor in markdown.preprocessors:
        text, kind = "\n".join(lines), type(preprocessor)
        if kind is NormalizeWhitespace and not _has_any(text, _ODD_BLANKS):
            lines = f"{text}\n\n".split("\n")
        elif kind is not FencedBlockPreprocessor or _has_any(text, _FENCES):
            lines = preprocessor.run(lines)
    return lines


def _has_any(text: str, signs: Iterable[str]) -> bool:
    return any(sign in text for sign in signs)
