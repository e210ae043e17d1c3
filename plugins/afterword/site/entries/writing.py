"""The last steps from a tree to its HTML, to the byte as Python-Markdown takes them, which looks each element up in a list of seventy names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import HTML_EMPTY, Element

from markdown import Markdown
from markdown.extensions.toc import escape_cdata
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

_CODE = frozenset({"code", "pre"})
# What stands for something else in the value of an attribute.
_SIGNS = re.compile('[&<>"]')


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
    _write((root,), pieces.append)
    return "".join(pieces)


def _write(elements: Iterable[Element], write: Callable[[str], None]) -> None:
    for element in elements:
        tag, text, tail = element.tag, element.text, element.tail
        attributes = _attributes(element.attrib) if element.attrib else ""
        # Hardly any text has a sign that stands for something: looked for here, where a call would take twice the time.
        if text and ("&" in text or "<" in text or ">" in text):
            text = escape_cdata(text)
        if tail and ("&" in tail or "<" in tail or ">" in tail):
            tail = escape_cdata(tail)
        if tag in HTML_EMPTY:
            write(f"<{tag}{attributes} />{tail or ''}")
        elif len(element):
            write(f"<{tag}{attributes}>{text or ''}")
            _write(element, write)
            write(f"</{tag}>{tail or ''}")
        else:
            write(f"<{tag}{attributes}>{text or ''}</{tag}>{tail or ''}")


def _attributes(named: Mapping[str, str | None]) -> str:
    # An attribute list may name one without a value.
    return "".join(
        [
            f" {name}" if value is None else f' {name}="{_quoted(value)}"'
            for name, value in sorted(named.items())
        ]
    )


def _quoted(value: str) -> str:
    return escape_cdata(value).replace('"', "&quot;") if _SIGNS.search(value) else value
