"""The block parser makes the tree that Python-Markdown's own makes."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from afterword.reading.body.blocks import BlockReader, Heading, ItemList, Paragraph, blocks_of
from afterword.reading.body.mend import mend
from afterword.reading.body.parser import OrderedOnce, QuickMarkdown, prepared
from afterword.vocabulary.extensions import BUILT_IN

_TEXTS = (
    "",
    "# Went well\n\n- calm\n    - because I slept\n\n    more\n\n1. one\n2. two\n\n---\n\n> quoted\n> on\n",
    "Term\n:   what it is\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n    code\n\n    more code\n",
    "text\n# head #\nmore\n> quoted\n\n[one]: https://a.example\n[one] and [two][one]\n",
    "| a |\n|---|\n| 1 |\n\na | b\n- | -\n1 | 2\n\n#\n\n>\n\n]:\n",
    "!!! note\n    boxed\n\n    - item\n\nTitle\n=====\n\nTwo[^1]\n\n[^1]: below\n",
)
# What a line begins with, and what it goes on with.
_STARTS = ["", "- ", "* ", "+ ", "-", "--", "* * *", "1. ", "٣. ", "    ", "    - ", "        ", "# ", "#", "> ", ":   ", "| ", "===", "---", "!!! ", "[^1]: ", "[a]: ", "\t", " ", "a", "é", "²"]  # fmt: skip
_REST = [
    "",
    "calm",
    "-",
    " --",
    "x | y",
    "#kafka",
    "[a]",
    "> b",
    "https://a.example",
    "- - -",
    "\x8f1\x90",
]
_LINES = st.lists(st.tuples(st.sampled_from(_STARTS), st.sampled_from(_REST)).map("".join))
_OWN, _LIBRARY = (
    made(extensions=[*BUILT_IN, "footnotes", "admonition", "def_list"])
    for made in (QuickMarkdown, Markdown)
)


class _Takes(BlockProcessor):
    """Takes every block and makes nothing of it."""

    def test(self, _parent: Element, _block: str) -> bool:
        return True

    def run(self, _parent: Element, blocks: list[str]) -> None:
        blocks.pop(0)


class _TakesAndDenies(BlockProcessor):
    """Takes the block, and says that it did not."""

    def test(self, _parent: Element, _block: str) -> bool:
        return True

    def run(self, _parent: Element, blocks: list[str]) -> bool:
        blocks.pop(0)
        return False


def _html(markdown: Markdown, text: str) -> str:
    return markdown.reset().convert(text)


@pytest.mark.parametrize("text", _TEXTS)
def test_a_text_becomes_what_the_library_makes_of_it(text: str) -> None:
    extensions = [*BUILT_IN, "footnotes", "admonition", "def_list"]
    own, library = QuickMarkdown(extensions=extensions), Markdown(extensions=extensions)
    assert _html(own, text) == _html(library, text)


@given(_LINES.map("\n".join))
def test_whatever_its_blocks_begin_with_a_text_becomes_what_the_library_makes_of_it(
    text: str,
) -> None:
    assert _html(_OWN, text) == _html(_LIBRARY, text)


@given(st.lists(st.sampled_from(["calm", "", "  ", " ", "\t", "\r", "\x02", "\x03", "```", "~~~", "x ", "- y"])))  # fmt: skip
@example(["calm", ""])
@example(["```", "calm", "```"])
def test_lines_are_prepared_as_the_library_prepares_them(lines: list[str]) -> None:
    expected = lines
    for preprocessor in _LIBRARY.reset().preprocessors:
        expected = preprocessor.run(expected)
    assert prepared(_OWN.reset(), lines) == expected


def test_a_processor_that_comes_between_two_texts_is_asked_about_the_second() -> None:
    markdown = QuickMarkdown()
    assert _html(markdown, "calm") == "<p>calm</p>"
    markdown.parser.blockprocessors.register(_Takes(markdown.parser), "takes", 1000)
    assert _html(markdown, "calm") == ""


def test_an_extension_finds_the_parser_where_the_librarys_own_is() -> None:
    markdown = QuickMarkdown(extensions=["footnotes"])
    assert {processor.parser for processor in markdown.parser.blockprocessors} == {markdown.parser}


def test_a_block_can_be_parsed_outside_any_text() -> None:
    below = Element("div")
    QuickMarkdown().parser.parseChunk(below, "calm")
    assert tostring(below, encoding="unicode") == "<div><p>calm</p></div>"


@pytest.mark.parametrize("kind", [OrderedOnce, BlockParser])
def test_a_processor_may_take_a_block_and_leave_the_next_to_the_others(
    kind: type[BlockParser],
) -> None:
    parser = kind(Markdown())
    parser.blockprocessors.register(_TakesAndDenies(parser), "denies", 1)
    below = Element("div")
    parser.parseBlocks(below, ["one", "two"])
    assert tostring(below, encoding="unicode") == "<div />"


def test_text_behind_a_heading_in_an_item_is_a_paragraph_of_it() -> None:
    mended = mend("- # calm\nkind")
    (made,) = blocks_of(BlockReader().parse(mended), mended)
    (item,) = made.items if isinstance(made, ItemList) else ()
    assert item.inside == (Heading(0, 1, "calm"), Paragraph(1, "kind"))


def test_what_an_extension_puts_between_the_items_of_a_list_is_none() -> None:
    root = fromstring("<div><ul><p>between</p><li>calm</li></ul></div>")
    (made,) = blocks_of(root, mend("- calm"))
    assert isinstance(made, ItemList)
    assert [item.text for item in made.items] == ["calm"]
