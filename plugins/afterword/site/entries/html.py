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
from typing import Any, cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.util import ETX, STX, AtomicString

from afterword.edition.addresses import line_id
from afterword.edition.naming import entry_title
from afterword.frozen import dataclass
from afterword.model import Interview
from afterword.reading.body.body import Body
from afterword.reading.marks import THEME_LINK, mark_and_text, marks
from afterword.site.entries.contents import Contents, contents_of
from afterword.site.entries.markdown import (
    PLACES,
    EntryMarkdown,
    ThemeAddresses,
    theme_link,
)
from afterword.site.entries.writing import LineBreaks, written_html
from afterword.site.host import Heading
from afterword.vocabulary.themes import BEFORE_NO_THEME, BEGINNING

# Extensions whose work is done within one conversion, by name.
_PLAIN = frozenset(
    {"toc", "tables", "fenced_code", "attr_list", "def_list", "admonition", "sane_lists"}
)
# A link or a picture whose address depends on other files: any that does not name its scheme.
# Each way begins with a character of its own, which the search can leap to.
_LINKS = re.compile(r"\](?:\s?[\[:]|\s?\((?!\s*<?(?:https?|mailto|tel):))|\[\[|!\[")
_THEME_LINK = re.compile(f'href="{THEME_LINK}([^"]*)"')

# Where a text has none of the characters below, none of these inline patterns but that for themes finds anything in it.
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
_MARKS = rf"`\\\[<&*_{STX}"
_INLINE = re.compile(f"[{_MARKS}]")
_LINE_BREAK = "  \n"
# A heading in whose words nothing but references to characters can be found, which stay as they are, and its place: all that most of our pages are.
_PLAIN_HEADING = re.compile(
    rf"(#{{1,6}}) (?!\s)((?:[^`\\\[!<&*_#{{\r\n\t{STX}{ETX}]|&(?:#[0-9]+|[a-z]+);)+)(?<!\s)"
    r'(?:\n\n(<div class="aw-part-[0-9]+"></div>))?(?:\n\n(?=#)|\Z)'
)
# A link of plain words to an address that nothing in it changes: nearly every link that an entry has.
_PLAIN_LINK = rf"\[(?<!!\[)([^{_MARKS}\]#\n]+)\]\((https?://[^{_MARKS}\]#()>'\"\s]+)\)"
_LINK = re.compile(_PLAIN_LINK)
# That, and what `THEME` finds in a text without a backslash; both begun with what a search can leap to.
_PLAIN_LINKS = re.compile(rf"#(?<!{BEFORE_NO_THEME}#)(?<!\]\(#)({BEGINNING}[\w/-]*)|{_PLAIN_LINK}")


class Outlines:
    """The headings of texts as the library's extension for a table of contents leaves them, without their HTML, which has links to themes as well.

    A thousand entries have the same ones below their titles, which are kept once.
    """

    def __init__(self) -> None:
        self._known: dict[object, Any] = {}

    def of(self, tokens: Iterable[Mapping[str, Any]]) -> tuple[Heading, ...]:
        """The headings beside each other that these stand for, each with those below it."""
        made = tuple([self._heading(one) for one in tokens])
        return cast("tuple[Heading, ...]", self._known.setdefault(made, made))

    def _heading(self, token: Mapping[str, Any]) -> Heading:
        made = Heading(token["level"], token["id"], token["name"], self.of(token["children"]))
        return cast("Heading", self._known.setdefault(made, made))


@dataclass(frozen=True, slots=True)
class EntryHtml:
    """The HTML of an entry, its headings, and the themes in it.

    `themes` are as written; each stands in the HTML as a link whose address is not yet known. The HTML is kept as UTF-8: one
    curly quotation mark would make each of its letters take twice the memory.
    """

    encoded: bytes
    outline: tuple[Heading, ...]
    themes: tuple[str, ...]

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
        self._outlines = Outlines()

    @cached_property
    def _markdown(self) -> Markdown:
        return Markdown(extensions=self._extensions, extension_configs=self._configs)

    @cached_property
    def _contents(self) -> Contents:
        return contents_of(self._markdown)

    def convert(self, text: str | None) -> tuple[str, tuple[Heading, ...]] | None:
        """A text's HTML, and its headings; None where an extension may keep a state of its own."""
        if text is None or not self._plain:
            return None
        plain = _plain_headings(text)
        html = self._laid_out(plain) if plain else self._markdown.reset().convert(text)
        return html, self._outlines.of(self._markdown.toc_tokens)  # type: ignore[attr-defined]

    def _laid_out(self, plain: Iterable[re.Match[str]]) -> str:
        """Headings of plain words and the places below them, in a tenth of the time that the library takes to find out that there is nothing else."""
        root = Element("div")
        for heading in plain:
            SubElement(root, f"h{len(heading[1])}").text = AtomicString(heading[2])
        self._contents.run(root)
        lines: list[str] = []
        for element, heading in zip(root, plain, strict=True):
            lines.append(written_html(element))
            if heading[3]:
                lines += (heading[3], "")
        html = "\n".join(lines).rstrip("\n")
        for postprocessor in self._markdown.postprocessors:
            html = postprocessor.run(html)
        return html


def _plain_headings(text: str) -> list[re.Match[str]]:
    """The headings of a text that is nothing but headings of plain words, each with a place below it or none; none of any other."""
    found: list[re.Match[str]] = []
    at = 0
    while at < len(text):
        if not (heading := _PLAIN_HEADING.match(text, at)):
            return []
        found.append(heading)
        at = heading.end()
    return found


class EntryHtmlMaker:
    """Makes the HTML of entries with the parser that reads them, each before the next one is read."""

    def __init__(self, markdown: Markdown) -> None:
        self._markdown = markdown
        self._outlines = Outlines()
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
        # Its words as written: what looks like a reference would be one, since those in words of ours stay as they are.
        heading.text = AtomicString(entry_title(interview).replace("&", "&amp;"))
        self._themes.clear()
        _settle(body.tree, body.tree, body.places)
        left = self._spare(body.tree) if self._knows_patterns else [body.tree]
        body.tree.insert(0, heading)
        html = self._serialised(body.tree, left)
        outline = self._outlines.of(self._markdown.toc_tokens)  # type: ignore[attr-defined]
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
        """Take the texts in which only themes and plain links can be found out of the library's hands, which would look for everything.

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
        """What stands before the first link or theme of a text, and the links of all of them, each with what follows it."""
        if "#" not in text and "](" not in text:
            return AtomicString(text), []
        before, *rest = _PLAIN_LINKS.split(text)
        links = []
        for theme, words, address, after in zip(*(rest[at::4] for at in range(4)), strict=True):
            if theme:
                link = theme_link(theme, self._address(self._noted(theme)))
            else:
                link = Element("a", {"href": address})
                link.text = AtomicString(words)
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
    number, bare = mark_and_text(text)
    if number is None:
        return text
    if block.tag in PLACES:
        # Nearly every item's mark is the first of its text.
        known = (number,) if number in places else marks(text)
        for line in [places[one] for one in known if one in places][:1]:
            block.attrib.setdefault("id", line_id(line))
    return AtomicString(bare) if isinstance(text, AtomicString) else bare


def _is_plain(text: str) -> bool:
    """Whether nothing but themes and plain links can be found in a text, and they may be: not in code."""
    if isinstance(text, AtomicString) or _LINE_BREAK in text:
        return False
    return not _INLINE.search(_LINK.sub("", text) if "](http" in text else text)


def _kept(text: str) -> str | None:
    """A text that no inline pattern may touch, or none."""
    return AtomicString(text) if text else None
