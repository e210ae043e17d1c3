"""Python-Markdown with a block parser that asks for the order of its processors once a text, and not once a block."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Self
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor


class OrderedOnce(BlockParser):
    """Python-Markdown's block parser; which processors it has is settled when a text begins."""

    def __init__(self, md: Markdown) -> None:
        """A parser with no processors yet."""
        super().__init__(md)
        self._order: tuple[BlockProcessor, ...] = ()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  the library's name
        """The tree of a whole text."""
        self._order = tuple(self.blockprocessors)
        try:
            return super().parseDocument(lines)
        finally:
            self._order = ()

    def parseBlocks(self, parent: Element, blocks: list[str]) -> None:  # noqa: N802  the library's name
        """Have the first processor that takes a block put it below an element, until none is left."""
        order = self._order or tuple(self.blockprocessors)
        while blocks:
            for processor in order:
                if processor.test(parent, blocks[0]) and processor.run(parent, blocks) is not False:
                    break


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
