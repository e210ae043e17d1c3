"""The last steps from a tree to its HTML, to the byte as Python-Markdown takes them, which looks each element up in a list of seventy names."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.extensions.toc import escape_cdata
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_CODE = frozenset({"code", "pre"})


class LineBreaks(Treeprocessor):
    """Each block on a line of its own, as the library's `prettify` has it."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self._blocks = frozenset(md.block_level_elements)

    def run(self, root: Element) -> None:
        """Break the lines between blocks and behind breaks, and end code with one."""
        self._part(root)
        for line_break in root.iter("br"):
            behind = line_break.tail
            line_break.tail = f"\n{behind}" if behind and behind.strip() else "\n"
        for block in root.iter("pre"):
            code = block[0] if len(block) else None
            if code is not None and code.tag == "code" and not len(code) and code.text is not None:
                code.text = AtomicString(f"{code.text.rstrip()}\n")

    def _part(self, element: Element) -> None:
        blocks = self._blocks
        if element.tag in blocks and element.tag not in _CODE:
            text = element.text
            if (not text or not text.strip()) and len(element) and element[0].tag in blocks:
                element.text = "\n"
            for child in element:
                if child.tag in blocks:
                    self._part(child)
        if not element.tail or not element.tail.strip():
            element.tail = "\n"


def written_html(root: Element) -> str:
    """A tree of elements whose tags are words, as XHTML."""
    pieces: list[str] = []
    _write(root, pieces.append)
    return "".join(pieces)


def _write(element: Element, write: Callable[[str], None]) -> None:
    tag, text, tail = element.tag, element.text, element.tail
    attributes = _attributes(element.attrib) if element.attrib else ""
    behind = escape_cdata(tail) if tail else ""
    if tag in HTML_EMPTY:
        write(f"<{tag}{attributes} />{behind}")
        return
    write(f"<{tag}{attributes}>{escape_cdata(text) if text else ''}")
    for child in element:
        _write(child, write)
    write(f"</{tag}>{behind}")


def _attributes(named: dict[str, str]) -> str:
    # An attribute list may name one without a value.
    values: dict[str, str | None] = {**named}
    return "".join(
        f" {name}" if value is None else f' {name}="{_quoted(value)}"'
        for name, value in sorted(values.items())
    )


def _quoted(value: str) -> str:
    return escape_cdata(value).replace('"', "&quot;")
