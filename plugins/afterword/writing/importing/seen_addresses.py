"""Which pictures and files a reader of an entry sees or is led to: asked of the page that Markdown makes of it, not of its text."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import quote
from xml.etree.ElementTree import Element

from afterword.frozen import NamedTuple
from afterword.reading import ReadingOptions
from afterword.reading.body.blocks import BlockReader
from afterword.reading.body.note_link_pattern import PRIORITY, NoteLinkPattern
from afterword.reading.marks import unmarked
from afterword.vocabulary.note_links import NoteLink
from afterword.writing.importing.attachments import is_named_file

# Markdown goes through the rest of a paragraph for each of these signs, so that the time grows with the square of their number.
_MOST_BRACKETS, _MOST_TICKS = 1_000, 20_000


class Seen(NamedTuple):
    """An address as it is written on the page; `is_shown` in place, or else linked to."""

    address: str
    is_shown: bool


class SeenAddresses:
    """What converts entries as the site does, with its extensions; made once for many texts. Raw HTML is text on the page of an entry."""

    def __init__(self, options: ReadingOptions) -> None:
        self._markdown = BlockReader(options.extensions, options.extension_configs).markdown
        self._markdown.inlinePatterns.deregister("html", strict=False)
        links = NoteLinkPattern(self._markdown, _link)
        self._markdown.inlinePatterns.register(links, "afterword-notes", PRIORITY)

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


def _link(written: NoteLink) -> Element:
    if not is_named_file(written.target, is_shown=written.is_embed):
        return Element("span")
    tag, name = ("img", "src") if written.is_embed else ("a", "href")
    return Element(tag, {name: quote(written.target, safe="/:")})


class _Page(HTMLParser):
    """The addresses on a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Seen] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of a picture or a link."""
        self.seen += [Seen(value, name == "src") for name, value in attrs if name in {"src", "href"} and value]  # fmt: skip
