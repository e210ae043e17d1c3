"""Which pictures and files a reader of an entry sees or is led to: asked of the page that Markdown makes of it, not of its text."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import NamedTuple
from urllib.parse import quote
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from afterword.reading import ReadingOptions
from afterword.reading.body.blocks import BlockReader
from afterword.reading.marks import unmarked
from afterword.vocabulary.note_links import NOTE_LINK

# Markdown goes through the rest of a paragraph for each of these signs, so that the time grows with the square of their number.
_MOST_BRACKETS, _MOST_TICKS = 1_000, 20_000
# After code (190) and escapes (180), before references and links (170).
_PRIORITY = 175


class Seen(NamedTuple):
    """An address as it is written on the page; `is_shown` in place, or else linked to."""

    address: str
    is_shown: bool


class SeenAddresses:
    """What converts entries as the site does, with its extensions; made once for many texts. Raw HTML is text on the page of an entry."""

    def __init__(self, options: ReadingOptions) -> None:
        self._markdown = BlockReader(options.extensions, options.extension_configs).markdown
        self._markdown.inlinePatterns.deregister("html", strict=False)
        self._markdown.inlinePatterns.register(_NoteLinks(self._markdown), "note-links", _PRIORITY)

    def of(self, body: str) -> list[Seen] | None:
        """Every picture and link of an entry's body as it was read; None where that has too many brackets to tell."""
        if _takes_long(body):
            return None
        page = _Page()
        page.feed(self._markdown.reset().convert(unmarked(body)))
        page.close()
        return page.seen


def _takes_long(body: str) -> bool:
    shares = (
        (one.count("[") / _MOST_BRACKETS) ** 2 + (one.count("`") / _MOST_TICKS) ** 2
        for one in body.split("\n\n")
    )
    return sum(shares) > 1


class _NoteLinks(InlineProcessor):
    """`[[Note]]` and `![[picture.png]]`, with what they name as their address."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(NOTE_LINK, md)

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element, int, int]:
        """A picture, or a link."""
        tag, name = ("img", "src") if m["embed"] else ("a", "href")
        return Element(tag, {name: quote(m["target"].strip())}), m.start(), m.end()


class _Page(HTMLParser):
    """The addresses on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Seen] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of a picture or a link."""
        self.seen += [Seen(value, name == "src") for name, value in attrs if name in {"src", "href"} and value]  # fmt: skip
