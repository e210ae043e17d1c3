"""The search records of entries, made without parsing their pages a second time.

Material's search reads the HTML of each page with a parser, makes a record of each of its sections, and the build then joins
those of an entry. What comes of it for plain HTML is known beforehand: its words. An entry whose HTML is not so plain, or
whose front matter tells the search something, is left to the search.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape, unescape

from afterword.edition.places import place
from afterword.site.finished.search import Record, words_in
from afterword.site.host import HostConfig, HostPage
from afterword.speed.layout_reuse import owners_of

# The only ones that may see a page on its way into the theme.
_KNOWN = frozenset({"afterword.plugin", "material.plugins.search.plugin"})
_SEARCH = "material.plugins.search.plugin"
# Every tag of a plain page, those that part words and those that the search takes no notice of; what stands in a quotation or a
# table may belong to another section than the one above it.
_PARTING = re.compile(r"</?(?:p|code|pre|li|ol|ul|sub|sup|h[1-6])\b[^<>]*>")
_PASSED_OVER = re.compile(r"</?(?:a|em|strong|span|br|hr|del)\b[^<>]*>")
_ATTRIBUTES = ("data-search", "linenodiv", "headerlink")
# A kept element without any words is left out, and the blanks around it.
_EMPTY = re.compile(r"<(p|code|pre|li|ol|ul|sub|sup)\b[^<>]*>\s*</\1>")
_FIRST = re.compile(r"\s*<h1 [^<>]*id=")
_WITHOUT_ID = re.compile(r"<h[1-6]\b(?![^<>]* id=)")
_HEADING = re.compile(r"<h[1-6]\b")
# From here on lie the letters that are written without blanks between words, which the search may put there.
_FIRST_HAN = "\u2e80"


def is_known_search(config: HostConfig) -> bool:
    """Whether the search is one whose records are known here, and nobody else sees a page on its way into the theme."""
    owners = owners_of(config, "page_context")
    return _SEARCH in owners and owners <= _KNOWN


class SearchRecords:
    """The records made in one build, by the addresses of their pages."""

    def __init__(self) -> None:
        self.made: dict[str, Record] = {}

    def take(self, page: HostPage) -> None:
        """Make the record of an entry, and have the search pass its page over, until `give_back`."""
        if "search" in page.meta or "tags" in page.meta:
            return
        if record := record_of(page.url, page.content or ""):
            self.made[page.url] = record
            page.meta["search"] = {"exclude": True}

    def give_back(self, page: HostPage) -> None:
        """Leave the front matter of a page that was taken as it was."""
        if page.url in self.made:
            page.meta.pop("search", None)


def record_of(url: str, html: str) -> Record | None:
    """The record of a page by its HTML; None where that is not plain."""
    html = html.replace(place(0), "")
    title, _, below = html.partition("</h1>")
    if not _is_plain(html) or "<" in title.partition(">")[2]:
        return None
    name, text = _shown(title), _shown(below)
    if name is None or text is None:
        return None
    return {"location": url, "title": name.replace("\n", " ").strip(), "text": words_in(text)}


def _is_plain(html: str) -> bool:
    if not _FIRST.match(html) or html.count("</h1>") != 1 or _EMPTY.search(html):
        return False
    if any(one in html for one in _ATTRIBUTES):
        return False
    if not html.isascii() and max(html) >= _FIRST_HAN:
        return False
    sections = _HEADING.split(html)
    whole = all(piece.count("<li") == piece.count("</li>") for piece in sections)
    return whole and not _WITHOUT_ID.search(html)


def _shown(html: str) -> str | None:
    """The words of plain HTML as the search writes them: nothing between them where a tag is that it takes no notice of; None where there is another tag."""
    # Once for each kind: a function that told them apart would take three times as long.
    text = _PASSED_OVER.sub("", _PARTING.sub(" ", html))
    if "<" in text:
        return None
    return escape(unescape(text), quote=False) if "&" in text else text


def records_in_order(
    records: list[Record], own: Mapping[str, Record], order: Mapping[str, int]
) -> list[Record]:
    """The records of a search with ours among them, where `order` numbers the pages by their addresses."""
    placed: list[tuple[int, Record]] = []
    at = -1
    for record in records:
        at = order.get(str(record.get("location", "")).partition("#")[0], at)
        placed.append((at, record))
    placed += ((order[url], record) for url, record in own.items())
    return [record for _, record in sorted(placed, key=lambda one: one[0])]
