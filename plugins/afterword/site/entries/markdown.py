"""How the Markdown of an entry becomes HTML that can be looked at without harm.

A journal is partly other people's words: a pasted mail may carry scripts, tracking pictures and odd headings. On an
entry's page raw HTML is therefore shown as text, a picture from elsewhere becomes a link, and only plain attributes stay.
Items get their line as id, so that everything can lead to its source, and `#themes` lead to their pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from posixpath import dirname, relpath
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from afterword.edition.addresses import line_id, theme_path
from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.reading.marks import first_mark, unmarked
from afterword.site.entries.note_links import NoteFiles, read_note_links
from afterword.vocabulary.themes import BEGINNING, MARK, NO_THEME_BEHIND

# After code (190), before escapes (180) and links (170): a theme is no theme in code, nor is it a link's fragment.
_THEME_PRIORITY = 185
THEME = rf"{NO_THEME_BEHIND}(?<!\]\(){MARK}({BEGINNING}[\w/-]*)"
_BOX = seldom(r"\s*\[(?P<mark>[ xX])\](?:\s+|$)")
# Without one of these an address names neither a scheme nor a host.
_MAY_NAME = re.compile("[:&/]")
_SAFE_SCHEMES = frozenset({"", "http", "https", "mailto", "tel"})
_PLAIN_ATTRIBUTES = frozenset(
    [
        "abbr",
        "align",
        "alt",
        "aria-hidden",
        "aria-label",
        "checked",
        "class",
        "cite",
        "colspan",
        "datetime",
        "dir",
        "disabled",
        "for",
        "headers",
        "height",
        "href",
        "hreflang",
        "id",
        "lang",
        "name",
        "open",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "span",
        "src",
        "start",
        "title",
        "translate",
        "type",
        "value",
        "width",
    ]
)
PLACES = frozenset({"li", "tr", "p", "dt", "dd", "summary", "h1", "h2", "h3", "h4", "h5", "h6"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class ThemeAddresses:
    """Where the themes in an entry lead: `key_of` is the key of a written theme, None where it has no page, `address_of` where its page lies."""

    key_of: Callable[[str], str | None]
    address_of: Callable[[str], str]


def theme_addresses(path: str, key_of: Callable[[str], str | None]) -> ThemeAddresses:
    """What MkDocs' conversion of the entry at `path` needs, which makes addresses of the paths of files."""
    folder = dirname(path) or "."
    return ThemeAddresses(key_of, lambda key: relpath(theme_path(key), folder))


class EntryMarkdown(Extension):
    """The Markdown extension that makes entries harmless and links their themes, and leaves every other page alone.

    Before each page is converted, it is turned to that one. `themes` are those of an entry, None for anything else, `page` is its
    path, and `notes` are the files of the site by name.
    """

    def __init__(self) -> None:
        super().__init__()
        self.themes: ThemeAddresses | None = None
        self.page = ""
        self.notes = NoteFiles()

    def turn_to(self, page: str, themes: ThemeAddresses | None) -> None:
        """Convert the page at this path next, with these themes where it is an entry."""
        self.page, self.themes = page, themes

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  the library's name
        """Take raw HTML away and add what an entry needs, when the page at hand is one."""
        if self.themes is None:
            return
        md.preprocessors.deregister("html_block", strict=False)
        md.inlinePatterns.deregister("html", strict=False)
        md.inlinePatterns.register(ThemeLinks(self, md), "afterword-themes", _THEME_PRIORITY)
        read_note_links(md, self.notes, self.page)
        md.treeprocessors.register(Places(md), "afterword-places", 7.5)
        md.postprocessors.register(Unmarked(md), "afterword-unmarked", 0)
        # After inline patterns (20) and attribute lists (8), before the table of contents (5) and MkDocs' links (0).
        md.treeprocessors.register(Headings(md), "afterword-headings", 7)
        md.treeprocessors.register(Boxes(md), "afterword-boxes", 6.5)
        md.treeprocessors.register(Harmless(md), "afterword-harmless", 6)


class ThemeLinks(InlineProcessor):
    """`#system-design` becomes a link to the theme's page."""

    def __init__(self, extension: EntryMarkdown, md: Markdown) -> None:
        super().__init__(THEME, md)
        self.extension = extension

    def handleMatch(  # type: ignore[override]  # noqa: N802  the library's name
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """The link for one written theme; nothing where it has no page."""
        themes = self.extension.themes
        key = themes.key_of(m[1]) if themes else None
        if themes is None or key is None:
            return None, None, None
        return theme_link(m[1], themes.address_of(key)), m.start(), m.end()


def theme_link(written: str, address: str) -> Element:
    """A theme as it was written, leading to an address."""
    link = Element("a", {"class": "aw-tag", "href": address})
    link.text = AtomicString(f"#{written}")
    return link


class Places(Treeprocessor):
    """Each item gets the line it stands on as its id, from the mark that the reading left at it."""

    def run(self, root: Element) -> None:
        """Move every mark into the id of the item, row or paragraph around it."""
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in list(root.iter()):
            if (line := first_mark(element.text or "")) is not None:
                _place(element, parents, line)
            if (line := first_mark(element.tail or "")) is not None:
                _place(parents[element], parents, line)
            element.text = unmarked(element.text) if element.text else element.text
            element.tail = unmarked(element.tail) if element.tail else element.tail
            for name, value in element.attrib.items():
                # An attribute list may name one without a value.
                element.set(name, unmarked(value or ""))


def _place(element: Element, parents: dict[Element, Element], line: int) -> None:
    """Name the nearest element around a mark that is an item by itself; a paragraph in a list item is not."""
    block = element
    while block.tag not in PLACES and block in parents:
        block = parents[block]
    if block.tag == "p" and (outer := parents.get(block)) is not None and outer.tag == "li":
        block = outer
    # Text that stands in no element of its own has no place to point at.
    if block in parents:
        block.attrib.setdefault("id", line_id(line))


class Unmarked(Postprocessor):
    """No mark ever reaches a page, wherever it was set aside."""

    def run(self, text: str) -> str:
        """The page without marks."""
        return unmarked(text)


class Headings(Treeprocessor):
    """The writer's headings stand below the page's own, without a level left out, whatever level they began with."""

    def run(self, root: Element) -> None:
        """Renumber every heading but the first, which is the page's."""
        written = [one for one in root.iter() if one.tag in HEADINGS][1:]
        shift = 1 if any(one.tag == "h1" for one in written) else 0
        last = 1
        for heading in written:
            last = min(int(heading.tag[1]) + shift, last + 1, 6)
            heading.tag = f"h{last}"


class Boxes(Treeprocessor):
    """`- [ ] Consumer groups` has a box to see, open or done, and its words for who cannot see it."""

    def run(self, root: Element) -> None:
        """Draw the box of every item that begins with one."""
        for item in root.iter("li"):
            has_paragraph = not (item.text or "").strip() and len(item) and item[0].tag == "p"
            holder = item[0] if has_paragraph else item
            text = holder.text or ""
            if "[" in text and (written := _BOX.match(text)):
                box = _box(done=written["mark"] != " ")
                box.tail = AtomicString(text[written.end() :])
                holder.text = None
                holder.insert(0, box)
                item.set("class", " ".join(filter(None, (item.get("class"), "aw-boxed"))))


def _box(*, done: bool) -> Element:
    box = Element("span", {"class": "aw-box"})
    if done:
        SubElement(box, "span", {"aria-hidden": "true"}).text = AtomicString("✓")
    words = SubElement(box, "span", {"class": "aw-visually-hidden"})
    words.text = AtomicString("done: " if done else "open: ")
    return box


class Harmless(Treeprocessor):
    """Nothing on the page runs, and nothing is fetched from elsewhere."""

    def run(self, root: Element) -> None:
        """Keep plain attributes, drop odd links, and turn pictures from elsewhere into links to them."""
        for element in root.iter():
            if element.attrib:
                _harmless(element)
        _flatten_links(root)


def _harmless(element: Element) -> None:
    if not _PLAIN_ATTRIBUTES.issuperset(element.attrib):
        for name in element.attrib.keys() - _PLAIN_ATTRIBUTES:
            del element.attrib[name]
    if element.tag == "img":
        _name_picture(element)
    if "href" in element.attrib and scheme_of(element.attrib["href"]) not in _SAFE_SCHEMES:
        del element.attrib["href"]
        # MkDocs expects an address in every link that it meets after us.
        element.tag = "span"


def _flatten_links(root: Element) -> None:
    """A theme inside a link's words is no link of its own: HTML has no link within a link."""
    for link in root.iter("a"):
        for inner in link.iter("a") if len(link) else ():
            if inner is not link:
                inner.tag = "span"
                inner.attrib.pop("href", None)


def _name_picture(picture: Element) -> None:
    """Replace a picture from another place by a link that says where it lies."""
    place = picture.get("src", "")
    parts = urlsplit(place) if scheme_of(place) is not None else None
    if parts is not None and not parts.netloc and parts.scheme in {"", "data"}:
        return
    words = picture.get("alt") or "picture"
    tail = picture.tail
    picture.clear()
    picture.tag, picture.tail = "span", tail
    if parts is not None and parts.scheme in _SAFE_SCHEMES:
        picture.tag = "a"
        picture.set("href", place)
    where = parts.netloc if parts is not None else "another place"
    picture.text = f"{words} (kept at {where}, not loaded)"


def scheme_of(address: str) -> str | None:
    """The scheme of an address in small letters, "" for a relative one, None for one that cannot be read.

    Read as browsers do: character references are resolved and control characters left out, so that
    "java&#10;script:" is a script.
    """
    # Most addresses are one word, a theme's.
    if not _MAY_NAME.search(address):
        return ""
    try:
        return urlsplit(re.sub(r"[\x00-\x20]", "", unescape(address))).scheme.lower()
    except ValueError:
        return None
