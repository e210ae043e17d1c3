"""Which blocks Python-Markdown makes of an entry, and on which line each begins.

Items come from the tree that the page is made from, so that what is counted is what is shown. Inline marks are left as
written; each line carries its number in a mark (see `afterword.reading.marks`) through the parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import groupby
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.util import ETX, STX

from afterword.frozen import NamedTuple
from afterword.patterns import seldom
from afterword.reading.body.mend import Mended
from afterword.reading.body.parser import QuickMarkdown, prepared
from afterword.reading.marks import first_mark, mark_and_text, marked_line, unmarked
from afterword.vocabulary.extensions import BUILT_IN, LIBRARY

# Lines that mean something by their whole form: rules under headings and tables, link targets, attribute lists.
_UNMARKED = re.compile(
    r"^(?:(?:[-=*_|:+>\s]|\d+\.\s)*|\s*\*?\[[^\]]+\]:.*|\s*\{:.*\}\s*|\s*\d+\.)$"
)
_SET_ASIDE = seldom(f"{STX}[^{ETX}]*{ETX}")
# Text by itself: a paragraph, and what stands over something, such as a term, a box that opens, or a tab.
_PARAGRAPHS = frozenset({"p", "dt", "summary", "label", "figcaption"})
_EMPTY = frozenset({"hr", "br", "img", "input"})
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Heading(NamedTuple):
    """A heading: its level from 1 to 6 and its words."""

    line: int
    level: int
    text: str


class Paragraph(NamedTuple):
    """Text as written, its line breaks kept; `quoted` where it stands in a quote."""

    line: int
    text: str
    quoted: bool = False


class Item(NamedTuple):
    """A list item: its text, what stands below it in it, and whether it was written with a plus, or one behind another mark."""

    line: int
    text: str
    inside: tuple[Block, ...]
    plus: bool = False
    plus_behind: bool = False


class ItemList(NamedTuple):
    """A list of bullets or numbers."""

    line: int
    items: tuple[Item, ...]


class Table(NamedTuple):
    """A table: the words of its head, and each row with its line."""

    line: int
    head: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


class Code(NamedTuple):
    """A block of code, or whatever else an extension sets aside; nobody's reflection."""

    line: int = 0


Block = Heading | Paragraph | ItemList | Table | Code


class BlockReader:
    """Python-Markdown's block parser with the site's extensions, made once for a whole journal."""

    def __init__(
        self,
        extensions: Iterable[str] = BUILT_IN,
        configs: Mapping[str, Mapping[str, object]] | None = None,
    ) -> None:
        settings = {name: dict(config) for name, config in (configs or {}).items()}
        self.markdown: Markdown = QuickMarkdown(
            extensions=[_extension(name, settings.get(name, {})) for name in extensions],
            extension_configs=settings,
        )
        # The page shows raw HTML as text (see `afterword.site.conversion`), so it is text here.
        self.markdown.preprocessors.deregister("html_block", strict=False)

    def parse(self, mended: Mended) -> Element:
        """A body's blocks as a tree, in which every line still carries its mark.

        The parser keeps what it set aside beside the tree until the next body is parsed.
        """
        markdown = self.markdown
        markdown.reset()
        lines = prepared(markdown, _marked(mended))
        root = markdown.parser.parseDocument(lines).getroot()
        return Element("div") if root is None else root


def _extension(name: str, config: Mapping[str, object]) -> Extension | str:
    """One of the library's own as it is made by its module; any other by its name, which is looked for among all that is installed."""
    own = name.removeprefix("markdown.extensions.")
    if own not in LIBRARY:
        return name
    made: Extension = import_module(f"markdown.extensions.{own}").makeExtension(**config)
    return made


def blocks_of(root: Element, mended: Mended) -> tuple[Block, ...]:
    """The blocks of a body's tree; each line is its place in the mended text, from 0. A list ends with the box that it began in."""
    blocks = _blocks(root, mended)
    if not mended.sections:
        return tuple(blocks)
    ends = [end for _, end in mended.sections]
    return tuple(piece for block in blocks for piece in _cut(block, ends))


def _cut(block: Block, ends: Sequence[int]) -> Iterator[Block]:
    """A block in pieces, those of a list on either side of the end of a box."""
    if not isinstance(block, ItemList):
        yield block
        return
    for _, items in groupby(block.items, lambda item: sum(end <= item.line for end in ends)):
        piece = tuple(items)
        yield ItemList(line=piece[0].line, items=piece)


def _marked(mended: Mended) -> list[str]:
    lines = list(mended.lines)
    for at, line in enumerate(lines):
        # Of all those forms only a link's target may end in a letter or a figure, as most lines do.
        may_be_unmarked = not line[-1:].isalnum() or "]:" in line
        if not (may_be_unmarked and _UNMARKED.match(line)) and at not in mended.in_code:
            lines[at] = marked_line(line, at)
    return lines


def _blocks(parent: Element, mended: Mended) -> list[Block]:
    found: list[Block] = []
    for element in parent:
        found += _made_of(element, mended)
        if element.tail and (tail := unmarked(element.tail).strip()):
            found.append(Paragraph(first_mark(element.tail) or 0, tail))
    return found


def _made_of(element: Element, mended: Mended) -> Iterable[Block]:
    """The blocks that an element is; those in it where it only holds them together, as a quote does."""
    tag = element.tag
    if tag in _PARAGRAPHS:
        line, text = _line_and_text(element)
        text = _without_set_aside(text)
        return (Paragraph(line, text) if text else Code(),)
    if tag in {"ul", "ol"}:
        items = tuple(_items(element, mended))
        return (ItemList(items[0].line if items else 0, items),)
    if tag in _HEADINGS:
        line, text = _line_and_text(element)
        return (Heading(line, _HEADINGS[tag], text),)
    if tag == "pre":
        return (Code(),)
    if tag == "table":
        return _table(element)
    return () if tag in _EMPTY else _held(element, mended)


def _held(element: Element, mended: Mended) -> list[Block]:
    """The blocks in an element that is none itself, with the text in front of them."""
    inside = _blocks(element, mended)
    if element.tag == "blockquote":
        inside = [*map(_as_quoted, inside)]
    if text := unmarked(element.text or "").strip():
        inside.insert(0, Paragraph(_line(element), text))
    return inside


def _as_quoted(block: Block) -> Block:
    return block._replace(quoted=True) if isinstance(block, Paragraph) else block


def _items(element: Element, mended: Mended) -> Iterator[Item]:
    """The items of a list; in place of one without words, those of the lists in it."""
    for one in element:
        if one.tag != "li":
            continue
        item = _item(one, mended)
        lists = () if item.text else [block for block in item.inside if isinstance(block, ItemList)]
        if lists and len(lists) == len(item.inside):
            for inner in lists:
                yield from inner.items
        else:
            yield item


def _item(element: Element, mended: Mended) -> Item:
    inside = _blocks(element, mended)
    line, text = mark_and_text(element.text) if element.text else (None, "")
    text = _without_set_aside(text)
    if not text and inside and isinstance(inside[0], Paragraph):
        line, text = inside[0].line, inside[0].text
        del inside[0]
    elif line is None:
        line = _line(element)
    written = mended.lines[line] if line < len(mended.lines) else ""
    plus, plus_behind = _signs(written.lstrip()) if "+ " in written else (False, False)
    return Item(line, text, tuple(inside), plus, plus_behind)


def _signs(written: str) -> tuple[bool, bool]:
    """Whether an item was written with a plus, and whether with one behind another mark."""
    behind = written.startswith(("- ", "* ")) and written[2:].lstrip().startswith("+ ")
    return written.startswith("+ "), behind


def _table(element: Element) -> Iterator[Table]:
    head = tuple(_text(cell) for cell in element.iter("th"))
    body = [row for part in element if part.tag == "tbody" for row in part]
    rows = tuple((_line(row), tuple(_text(cell) for cell in row)) for row in body)
    if any(any(cells) for _, cells in rows):
        yield Table(line=_line(element), head=head, rows=rows)


def _line(element: Element) -> int:
    """The line on which an element begins, from the first mark in it."""
    return _line_and_text(element)[0]


def _without_set_aside(text: str) -> str:
    return (_SET_ASIDE.sub("", text) if STX in text else text).strip()


def _text(element: Element) -> str:
    return _line_and_text(element)[1]


def _line_and_text(element: Element) -> tuple[int, str]:
    """The line on which an element begins, from the first mark in it, and all text in it without marks."""
    whole = "".join(element.itertext()) if len(element) else element.text or ""
    line, text = mark_and_text(whole)
    return line or 0, text.strip()
