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
from afterword.reading.body.mend import Mended
from afterword.reading.body.parser import QuickMarkdown
from afterword.reading.marks import first_mark, marked_line, unmarked
from afterword.vocabulary.extensions import BUILT_IN, LIBRARY

# Lines that mean something by their whole form: rules under headings and tables, link targets, attribute lists.
_UNMARKED = re.compile(
    r"^(?:(?:[-=*_|:+>\s]|\d+\.\s)*|\s*\*?\[[^\]]+\]:.*|\s*\{:.*\}\s*|\s*\d+\.)$"
)
_SET_ASIDE = re.compile(f"{STX}[^{ETX}]*{ETX}")
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
        lines = _marked(mended)
        markdown = self.markdown
        markdown.reset()
        for preprocessor in markdown.preprocessors:
            lines = preprocessor.run(lines)
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
    return [
        line if at in mended.in_code or _UNMARKED.match(line) else marked_line(line, at)
        for at, line in enumerate(mended.lines)
    ]


def _blocks(parent: Element, mended: Mended) -> Iterator[Block]:
    for element in parent:
        yield from _made_of(element, mended)
        if tail := unmarked(element.tail or "").strip():
            yield Paragraph(line=first_mark(element.tail or "") or 0, text=tail)


def _made_of(element: Element, mended: Mended) -> Iterator[Block]:
    """The blocks that an element is; those in it where it only holds them together, as a quote does."""
    tag = element.tag
    if tag in _HEADINGS:
        yield Heading(line=_line(element), level=_HEADINGS[tag], text=_text(element))
    elif tag == "pre":
        yield Code()
    elif tag in _PARAGRAPHS:
        text = _without_set_aside(_text(element))
        yield Paragraph(line=_line(element), text=text) if text else Code()
    elif tag in {"ul", "ol"}:
        items = tuple(_items(element, mended))
        yield ItemList(line=items[0].line if items else 0, items=items)
    elif tag == "table":
        yield from _table(element)
    elif tag not in _EMPTY:
        if text := unmarked(element.text or "").strip():
            yield Paragraph(line=_line(element), text=text)
        inside = _blocks(element, mended)
        yield from inside if tag != "blockquote" else map(_as_quoted, inside)


def _as_quoted(block: Block) -> Block:
    return block._replace(quoted=True) if isinstance(block, Paragraph) else block


def _items(element: Element, mended: Mended) -> Iterator[Item]:
    """The items of a list; in place of one without words, those of the lists in it."""
    for one in element.iterfind("li"):
        item = _item(one, mended)
        lists = [block for block in item.inside if isinstance(block, ItemList)]
        if item.text or not lists or len(lists) < len(item.inside):
            yield item
        else:
            for inner in lists:
                yield from inner.items


def _item(element: Element, mended: Mended) -> Item:
    inside = list(_blocks(element, mended))
    line, text = _line(element), _without_set_aside(unmarked(element.text or ""))
    if not text and inside and isinstance(inside[0], Paragraph):
        line, text = inside[0].line, inside[0].text
        del inside[0]
    written = mended.lines[line].lstrip() if line < len(mended.lines) else ""
    behind = written.startswith(("- ", "* ")) and written[2:].lstrip().startswith("+ ")
    return Item(
        line=line,
        text=text,
        inside=tuple(inside),
        plus=written.startswith("+ "),
        plus_behind=behind,
    )


def _table(element: Element) -> Iterator[Table]:
    head = tuple(_text(cell) for cell in element.iter("th"))
    body = [row for part in element if part.tag == "tbody" for row in part]
    rows = tuple((_line(row), tuple(_text(cell) for cell in row)) for row in body)
    if any(any(cells) for _, cells in rows):
        yield Table(line=_line(element), head=head, rows=rows)


def _line(element: Element) -> int:
    """The line on which an element begins, from the first mark in it."""
    if element.text and (line := first_mark(element.text)) is not None:
        return line
    for text in element.itertext():
        if (line := first_mark(text)) is not None:
            return line
    return 0


def _without_set_aside(text: str) -> str:
    return (_SET_ASIDE.sub("", text) if STX in text else text).strip()


def _text(element: Element) -> str:
    whole = "".join(element.itertext()) if len(element) else element.text or ""
    return unmarked(whole).strip()
