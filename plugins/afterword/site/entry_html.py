"""The HTML of an entry, made from the tree that it was read from, so that nothing is parsed twice and no tree is kept.

The result is what the ordinary conversion makes of the same text, which tests prove. Where that cannot be promised, for an
entry with links, whose addresses depend on other files, or on a site with extensions that keep a state of their own, there
is none, and the ordinary conversion takes place. Which themes have a page is known only once the whole journal is read, so
the links to them are filled in then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from sys import intern
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import STX, AtomicString

from afterword.edition.addresses import line_id
from afterword.edition.naming import entry_title
from afterword.frozen import NamedTuple, dataclass
from afterword.model import Interview
from afterword.reading.body.body import Body
from afterword.reading.marks import THEME_LINK, marks, unmarked
from afterword.site.contents import Contents, contents_of
from afterword.site.entry_markdown import (
    PLACES,
    THEME,
    EntryMarkdown,
    ThemeAddresses,
    theme_link,
)
from afterword.site.html_writing import LineBreaks, written_html

# Extensions whose work is done within one conversion, by name.
_PLAIN = frozenset(
    {"toc", "tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists"}
)
# A link or a picture whose address depends on other files: any that does not name its scheme.
# Each way begins with a character of its own, which the search can leap to.
_LINKS = re.compile(r"\](?:\s?[\[:]|\s?\((?!\s*<?(?:https?|mailto|tel):))|\[\[|!\[")
_THEME_LINK = re.compile(f'href="{THEME_LINK}([^"]*)"')

# Where a text has none of these characters, none of these inline patterns but that for themes finds anything in it.
_PATTERNS = frozenset(
    {
        "afterword-notes",
        "afterword-themes",
        "autolink",
        "automail",
        "backtick",
        "em_strong",
        "em_strong2",
        "entity",
        "escape",
        "image_link",
        "image_reference",
        "linebreak",
        "link",
        "not_strong",
        "reference",
        "short_image_ref",
        "short_reference",
    }
)
_INLINE = re.compile(rf"[`\\\[!<&*_{STX}]")
_LINE_BREAK = "  \n"
# A page of one heading, in whose words nothing can be found either, and one place: nearly all of ours.
_TITLED = re.compile(
    rf'# ([^`\\\[!<&*_#{{\s{STX}](?:[^`\\\[!<&*_#{{\n{STX}]*[^`\\\[!<&*_#{{\s{STX}])?)\n\n(<div class="aw-part-0"></div>)'
)
_THEME = re.compile(THEME)


class Heading(NamedTuple):
    """A heading: its level, its id, its words and the headings below it."""

    level: int
    identity: str
    name: str
    below: tuple[Heading, ...]

    @classmethod
    def each(cls, tokens: Iterable[Mapping[str, Any]]) -> tuple[Heading, ...]:
        """Headings as the library's extension for a table of contents leaves them, without their HTML, which has links to themes as well."""
        # A thousand entries have the same ones.
        return tuple(
            cls(one["level"], intern(one["id"]), intern(one["name"]), cls.each(one["children"]))
            for one in tokens
        )

    @property
    def token(self) -> dict[str, Any]:
        """The heading as that extension leaves it: `level`, `id`, `name` and `children`."""
        below = [one.token for one in self.below]
        return {"level": self.level, "id": self.identity, "name": self.name, "children": below}


@dataclass(frozen=True, slots=True)
class EntryHtml:
    """The HTML of an entry, its headings, and the themes in it.

    `themes` are as written; each stands in the HTML as a link whose address is not yet known. The HTML is kept as UTF-8: one
    curly quotation mark would make each of its letters take twice the memory.
    """

    encoded: bytes
    outline: tuple[Heading, ...]
    themes: tuple[str, ...]

    @property
    def headings(self) -> list[dict[str, Any]]:
        """Its headings as the library's extension for a table of contents leaves them."""
        return [one.token for one in self.outline]

    def linked(
        self, key_of: Callable[[str], str | None], address_of: Callable[[str], str]
    ) -> str | None:
        """The HTML with every theme's address in place; None where one has no page, and so is no link."""
        addresses: dict[str, str] = {}
        for written in self.themes:
            if (key := key_of(written)) is None:
                return None
            addresses[written] = f'href="{address_of(key)}"'
        return _THEME_LINK.sub(lambda link: addresses[link[1]], self.encoded.decode())


def is_promised(extensions: Iterable[object]) -> bool:
    """Whether HTML can be made here on a site with these extensions of Markdown, by name."""
    named = [one for one in extensions if not isinstance(one, EntryMarkdown)]
    names = {str(one).removeprefix("markdown.extensions.") for one in named}
    return "toc" in names and names <= _PLAIN


class OutlineConverter:
    """Converts the headings of our pages, one page after another with one parser: nothing in them depends on other files."""

    def __init__(self, extensions: Iterable[Any], configs: Mapping[str, Any]) -> None:
        extensions = [*extensions]
        self._plain = is_promised(extensions)
        # Ours leaves every page alone but entries.
        self._extensions = [one for one in extensions if isinstance(one, str)]
        self._configs = {**configs}

    @cached_property
    def _markdown(self) -> Markdown:
        return Markdown(extensions=self._extensions, extension_configs=self._configs)

    @cached_property
    def _contents(self) -> Contents:
        return contents_of(self._markdown)

    def convert(self, text: str | None) -> tuple[str, list[dict[str, Any]]] | None:
        """A text's HTML, and its headings as `EntryHtml` has them; None where an extension may keep a state of its own."""
        if text is None or not self._plain:
            return None
        title = _TITLED.fullmatch(text)
        html = self._titled(*title.groups()) if title else self._markdown.reset().convert(text)
        outline = Heading.each(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        return html, [one.token for one in outline]

    def _titled(self, words: str, below: str) -> str:
        """A title of plain words and the place below it, in a sixth of the time that the library takes to find out that there is nothing else."""
        root = Element("div")
        title = SubElement(root, "h1")
        title.text = AtomicString(words)
        self._contents.run(root)
        html = f"{written_html(title)}\n{below}"
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return html


class EntryHtmlMaker:
    """Makes the HTML of entries with the parser that reads them, each before the next one is read."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown
        # In the order of the text, which is the same in every process.
        self._themes: dict[str, None] = {}
        extension = EntryMarkdown()
        extension.themes = ThemeAddresses(self._noted, self._address)
        extension.extendMarkdown(markdown)
        # Each item gets its line before its words are converted, while its element is at hand.
        markdown.treeprocessors.deregister("afterword-places")
        self._contents = contents_of(markdown)
        markdown.treeprocessors.register(self._contents, "toc", 5)
        markdown.treeprocessors.register(LineBreaks(markdown), "prettify", 10)
        markdown.serializer = written_html
        # The last one looks at every text for what few entries have, which their HTML tells at once.
        self._unescape = markdown.treeprocessors["unescape"]
        markdown.treeprocessors.deregister("unescape")
        patterns = markdown.inlinePatterns
        self._knows_patterns = sum(name in patterns for name in _PATTERNS) == len(patterns)

    def html_of(self, interview: Interview, body: Body) -> EntryHtml | None:
        """The HTML of the interview that was read last, from its body's tree; None where it cannot be promised."""
        if _LINKS.search(interview.body) or self._asks_for_contents(interview.body):
            return None
        heading = Element("h1")
        heading.text = AtomicString(entry_title(interview))
        self._themes.clear()
        _settle(body.tree, body.tree, body.places)
        left = self._spare(body.tree) if self._knows_patterns else [body.tree]
        body.tree.insert(0, heading)
        html = self._serialised(body.tree, left)
        outline = Heading.each(self._markdown.toc_tokens)  # type: ignore[attr-defined]
        return EntryHtml(html.encode(), outline, tuple(self._themes))

    def _serialised(self, root: Element, left: Iterable[Element]) -> str:
        """What `Markdown.convert` does with a tree, where inline patterns can find something below those that are `left` alone."""
        markdown = self._markdown
        inline, *others = markdown.treeprocessors
        for tree in left:
            inline.run(tree)
        for processor in others:
            changed = processor.run(root)
            root = root if changed is None else changed
        html = markdown.serializer(root)
        if STX in html:
            self._unescape.run(root)
            html = markdown.serializer(root)
        start, end = html.index("<div>") + len("<div>"), html.rindex("</div>")
        html = html[start:end].strip()
        for postprocessor in markdown.postprocessors:
            html = postprocessor.run(html)
        return html.strip()

    def _noted(self, written: str) -> str:
        self._themes[written] = None
        return written

    @staticmethod
    def _address(written: str) -> str:
        return f"{THEME_LINK}{written}"

    def _spare(self, root: Element) -> list[Element]:
        """Take the texts in which only themes can be found out of the library's hands, which would look for everything.

        Hands back the trees below which there is any other: the whole, or each of its blocks in one of its own.
        """
        blocks, is_spared = list(root), self._is_spared(root)
        left = []
        for block in blocks:
            if False in [self._is_spared(element) for element in list(block.iter())]:
                left.append(Element(root.tag))
                left[-1].append(block)
        return left if is_spared else [root]

    def _is_spared(self, parent: Element) -> bool:
        """Spare what stands in an element, and whether that is all there is in it beside other elements."""
        is_spared = True
        for at in range(len(parent), 0, -1):
            child = parent[at - 1]
            if not (tail := child.tail):
                continue
            if _is_plain(tail):
                child.tail, links = self._with_links(tail)
                parent[at:at] = links
            else:
                is_spared = is_spared and isinstance(tail, AtomicString)
        if text := parent.text:
            if _is_plain(text):
                parent.text, links = self._with_links(text)
                parent[0:0] = links
            else:
                is_spared = is_spared and isinstance(text, AtomicString)
        return is_spared

    def _with_links(self, text: str) -> tuple[str | None, list[Element]]:
        """What stands before the first theme of a text, and the links of its themes, each with what follows it."""
        if "#" not in text:
            return AtomicString(text), []
        before, *rest = _THEME.split(text)
        links = []
        for written, after in zip(rest[::2], rest[1::2], strict=True):
            link = theme_link(written, self._address(self._noted(written)))
            link.tail = _kept(after)
            links.append(link)
        return _kept(before), links

    def _asks_for_contents(self, text: str) -> bool:
        """Whether a text may hold the marker of a table of contents, which is not laid out here."""
        marker = self._contents.marker
        return bool(marker) and marker in text


def _settle(parent: Element, block: Element, places: Mapping[int, int]) -> None:
    """Move the mark of each item into the id of the nearest element that is one by itself, and drop the others."""
    for element in parent:
        in_item = element.tag == "p" and parent.tag == "li"
        own = element if element.tag in PLACES and not in_item else block
        if element.text:
            element.text = _settled(element.text, own, places)
        if len(element):
            _settle(element, own, places)
        if element.tail:
            element.tail = _settled(element.tail, block, places)


def _settled(text: str, block: Element, places: Mapping[int, int]) -> str:
    bare = unmarked(text)
    # Most texts have no mark.
    if bare is text:
        return text
    lines = [places[number] for number in marks(text) if number in places]
    for line in lines[:1] if block.tag in PLACES else ():
        block.attrib.setdefault("id", line_id(line))
    return AtomicString(bare) if isinstance(text, AtomicString) else bare


def _is_plain(text: str) -> bool:
    """Whether nothing but themes can be found in a text, and they may be: not in code."""
    is_looked_through = not isinstance(text, AtomicString)
    return is_looked_through and not _INLINE.search(text) and _LINE_BREAK not in text


def _kept(text: str) -> str | None:
    """A text that no inline pattern may touch, or none."""
    return AtomicString(text) if text else None
