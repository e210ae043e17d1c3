"""Python-Markdown with a block parser that settles once a text which processors it has, and asks few of them about a block."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Self
from xml.etree.ElementTree import Element, ElementTree

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
from markdown.extensions.tables import TableProcessor

# What a block has in it if one of the library's own processors takes it; looking for that is much faster than asking.
_SIGNS: Mapping[type[BlockProcessor], str] = {
    BlockQuoteProcessor: ">",
    HashHeaderProcessor: "#",
    ReferenceProcessor: "]:",
    TableProcessor: "|",
}
# None of these takes a line that stands by itself and begins with a letter, as most do: the text of nearly every item. Without
# asking them a block costs half as much.
_NEVER_A_LINE = frozenset(
    {
        *_SIGNS,
        EmptyBlockProcessor,
        ListIndentProcessor,
        CodeBlockProcessor,
        SetextHeaderProcessor,
        HRProcessor,
        OListProcessor,
        UListProcessor,
    }
)
_Order = tuple[tuple[str, BlockProcessor], ...]


class OrderedOnce(BlockParser):
    """Python-Markdown's block parser; which processors it has is settled when a text begins."""

    def __init__(self, md: Markdown) -> None:
        """A parser with no processors yet."""
        super().__init__(md)
        self._order: _Order = ()
        self._order_for_lines: _Order = ()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  the library's name
        """The tree of a whole text."""
        self._order = self._with_signs()
        self._order_for_lines = self._for_lines(self._order)
        try:
            return super().parseDocument(lines)
        finally:
            self._order = self._order_for_lines = ()

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  the library's name
        """Have the first processor that takes a block put it below an element, until none is left."""
        whole = self._order or self._with_signs()
        for_lines = self._order_for_lines or self._for_lines(whole)
        while blocks:
            block = blocks[0]
            is_line = block[:1].isalpha() and "\n" not in block
            for sign, processor in for_lines if is_line else whole:
                if sign not in blocks[0] or not processor.test(parent, blocks[0]):
                    continue
                if processor.run(parent, blocks) is not False:
                    break

    @staticmethod
    def _for_lines(order: _Order) -> _Order:
        """Those that may take a line that begins with a letter."""
        return tuple(one for one in order if type(one[1]) not in _NEVER_A_LINE)

    def _with_signs(self) -> _Order:
        """The processors in their order, each behind the sign without which it takes no block; that is in every block where it is empty."""
        return tuple((_SIGNS.get(type(one), ""), one) for one in self.blockprocessors)


class QuickMarkdown(Markdown):
    """Python-Markdown with that parser, which extensions find where they look for the library's own."""

    def build_parser(self) -> Self:
        """Build every part as the library does, and hand the block processors over."""
        super().build_parser()
        parser = OrderedOnce(self)
        parser.blockprocessors = self.parser.blockprocessors
        for processor in parser.blockprocessors:
            processor.parser = parser
        self.parser = parser
        return self
