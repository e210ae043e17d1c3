"""How the tree that an entry was read from becomes its page, so that nothing is parsed twice.

The result is what the ordinary conversion makes of the same text, which a test proves. Where that cannot be promised, for an
entry with links, whose addresses depend on other files, or on a site with extensions that keep a state of their own, there
is none, and the ordinary conversion takes place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.util import AtomicString

from afterword.model import Interview
from afterword.pages.conversion import Dressing, EntryMarkdown
from afterword.pages.edition import Edition
from afterword.pages.naming import entry_title
from afterword.reading.body import Body, BodyReader
from afterword.reading.marks import MARK, mark

_NO_THEMES: Mapping[str, str] = {}
# Extensions whose work is done within one conversion, by name.
_PLAIN = frozenset(
    {"toc", "tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists", "smarty"}
)
# A link or a picture whose address depends on other files: any that does not name its scheme.
_LINKS = re.compile(r"\]\s?[\[:]|!\[|\]\s?\((?!\s*<?(?:https?|mailto|tel):)")


@dataclass(frozen=True, slots=True)
class Finished:
    """An entry's page as HTML, and its headings as the library's extension for a table of contents leaves them."""

    html: str
    headings: list[Any]


class Finisher:
    """Finishes the bodies of one reading. `keep` is what that reading hands them to."""

    def __init__(self, extensions: Iterable[object]) -> None:
        named = [one for one in extensions if not isinstance(one, EntryMarkdown)]
        names = {str(one).removeprefix("markdown.extensions.") for one in named}
        self._plain = names <= _PLAIN
        self._dress = EntryMarkdown()
        self._markdown: Markdown | None = None
        self._bodies: Mapping[str, Body] = {}

    def keep(self, reader: BodyReader, bodies: Mapping[str, Body]) -> None:
        """Take over the parser of a reading, and every body in it."""
        if self._plain:
            self._dress.dressing = Dressing("", _NO_THEMES.get)
            self._dress.extendMarkdown(reader.markdown)
            self._markdown, self._bodies = reader.markdown, bodies

    def finished(self, interview: Interview, edition: Edition) -> Finished | None:
        """The page of an interview; None where the ordinary conversion has to make it."""
        body = self._bodies.get(interview.path)
        if self._markdown is None or body is None or _LINKS.search(interview.body):
            return None
        self._dress.dressing = Dressing(
            edition.place(interview.path),
            edition.theme_key,
            directory_urls=edition.directory_urls,
        )
        markdown = self._markdown
        markdown.reset()
        for aside in body.parsed.set_aside:
            markdown.htmlStash.store(aside)
        root = _remarked(body.parsed.root, body.places)
        heading = Element("h1")
        heading.text = AtomicString(entry_title(interview))
        root.insert(0, heading)
        html = _serialised(markdown, root)
        return Finished(html, getattr(markdown, "toc_tokens", []))


def _remarked(root: Element, places: Mapping[int, int]) -> Element:
    """The tree with a mark at each item, of its line in the file, and none elsewhere."""

    def replaced(found: re.Match[str]) -> str:
        line = places.get(int(found[1]))
        return "" if line is None else mark(line)

    for element in root.iter():
        if element.text:
            text = MARK.sub(replaced, element.text)
            # A text that no inline pattern may touch stays one.
            is_atomic = isinstance(element.text, AtomicString)
            element.text = AtomicString(text) if is_atomic else text
        if element.tail:
            element.tail = MARK.sub(replaced, element.tail)
    return root


def _serialised(markdown: Markdown, root: Element) -> str:
    """What `Markdown.convert` does with a tree."""
    for processor in markdown.treeprocessors:
        changed = processor.run(root)
        root = root if changed is None else changed
    html = markdown.serializer(root)
    start, end = html.index("<div>") + len("<div>"), html.rindex("</div>")
    html = html[start:end].strip()
    for finisher in markdown.postprocessors:
        html = finisher.run(html)
    return html.strip()
