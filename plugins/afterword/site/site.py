"""Which pages a journal has, and what the host is handed for each of them and for each of its entries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, MutableMapping
from sys import intern
from zlib import compress, decompress

from afterword.audience.audience import Profile
from afterword.edition.edition import Edition
from afterword.edition.links import Links, depth_of
from afterword.edition.naming import entry_title
from afterword.edition.page import Divided, Page, divided, page_source, with_title
from afterword.edition.places import place
from afterword.pages.application_note import note_card, note_markdown, note_title
from afterword.pages.entry import entry_card, entry_markdown
from afterword.pages.unread import unread_card, unread_markdown, unread_title
from afterword.site.entries.foreign_keys import harmless_keys
from afterword.site.entries.html import EntryHtml, OutlineConverter
from afterword.site.entries.markdown import ThemeAddresses, theme_addresses
from afterword.site.host import Converted, Heading
from afterword.site.made_when_asked import Unmade
from afterword.site.registry import REGISTRY, Row, catalogue

_IDENTITY = re.compile(r' id="([^"]+)"')


class Site:
    """The pages of one edition, each made when it is asked for and let go once it is filled in.

    `entry_html` are the pages of entries that their reading made already, by path, each of which is taken out when it is asked
    for; `converter` makes the HTML of our headings; `named` are the paths in a navigation of the user's own.
    """

    def __init__(
        self,
        edition: Edition,
        entry_html: MutableMapping[str, EntryHtml] | None = None,
        converter: OutlineConverter | None = None,
        registry: Iterable[Row] = REGISTRY,
        named: Collection[str] = (),
    ) -> None:
        self.edition = edition
        self.pages = catalogue(edition, registry, named)
        self._entry_html = {} if entry_html is None else entry_html
        self._converter = converter or OutlineConverter((), {})
        # A page whose headings are not known before it is made is kept from when they are asked for until it is filled in, packed:
        # a page of a megabyte is packed in five milliseconds to a tenth of that.
        self._outlines = {path: one.outline for path, one in self.pages.items() if one.outline}
        self._made: dict[str, tuple[bytes, ...]] = {}

    def let_go(self, terms: Edition) -> None:
        """Do without the journal and all that was made of it, once no page is asked for any more: the host keeps its pages, and each of them its site, until the program ends."""
        self.edition.let_go()
        self.edition, self.pages = terms, {}
        self._entry_html, self._outlines, self._made = {}, {}, {}

    @property
    def entry_paths(self) -> tuple[str, ...]:
        """The path of every entry that has a page, read or not, and of every note on an application."""
        if self.edition.audience.profile is Profile.REPORT:
            return ()
        return (*self.edition.interviews, *self.edition.unread, *self.edition.notes)

    def page_at(self, path: str) -> Page | None:
        """Our page at this address; README.md and index.md of a folder are the same one."""
        return self.pages.get(self._address(path))

    def source(self, path: str, *, is_own: bool) -> str | None:
        """What the host reads as the source of the page at `path`: None where that is neither an entry nor a page of ours, and it can read it.

        `is_own` says that the page is one that we made: the user may have one where ours would be.
        """
        if interview := self.edition.interviews.get(path):
            text = entry_markdown(interview)
            return with_title(entry_title(interview), text, harmless_keys(interview.foreign_keys))
        if unread := self.edition.unread.get(path):
            return with_title(unread_title(unread), unread_markdown(unread))
        if note := self.edition.notes.get(path):
            return with_title(note_title(note), note_markdown(note))
        if (written := self.edition.journal.page_texts.get(path)) is not None:
            return written
        ours = self.page_at(path)
        return page_source(ours, self._outline(ours)) if ours and is_own else None

    def text(self, path: str) -> str | None:
        """The Markdown that the host was handed for an entry or a page of ours, without its front matter."""
        if interview := self.edition.interviews.get(path):
            return entry_markdown(interview)
        ours = self.page_at(path)
        return self._outline(ours) if ours else None

    def markdown(self, path: str, markdown: str, *, is_own: bool, is_made: bool) -> str:
        """The Markdown of the page at `path`: a page of the user's has ours below it, an entry that another plugin lays out its items.

        `is_own` says that the page is one that we made, `is_made` that its file is some plugin's.
        """
        if not is_own and path in self.entry_paths:
            # A blog reads its posts itself. The items of an entry have to be where everything leads to.
            return self.text(path) or markdown
        if not is_made and (ours := self.page_at(path)):
            # Without our first heading, which the user's page has.
            _, _, below = self._outline(ours).partition("\n")
            return f"{markdown}\n\n{below}"
        return markdown

    def convert_entry(self, path: str, markdown: str | None) -> Converted | None:
        """The HTML of the entry at `path`, as its reading made it; None where the host has to convert its Markdown.

        So it has where another plugin has changed that, which is handed in.
        """
        known = self._entry_html.pop(path, None)
        if known is None or markdown != self.text(path):
            return None
        links = Links(self.edition, depth_of(self.edition, path))
        html = known.linked(self.edition.theme_key, links.theme)
        return None if html is None else _converted(html, known.outline)

    def convert_page(self, path: str, markdown: str | None) -> Converted | None:
        """The HTML of our page at `path`, without what lies between its headings; None where the host has to convert it, as above."""
        made = self._converter.convert(markdown) if markdown == self.text(path) else None
        return None if made is None else _converted(*made)

    def themes_at(self, path: str) -> ThemeAddresses | None:
        """What the conversion of the entry at `path` needs to know; None where the file is not an entry."""
        return theme_addresses(path, self.edition.theme_key) if self._is_entry(path) else None

    def with_place(self, path: str, html: str) -> str:
        """The converted entry with a place for its card below its first heading; other pages as they are."""
        if not self._is_entry(path):
            return html
        above, heading, below = html.partition("</h1>")
        return f"{above}{heading}\n{place(0)}\n{below}"

    def _address(self, path: str) -> str:
        """The path that a page of ours would have there: with directory URLs timeline/index.md lies where timeline.md does."""
        folder, _, name = path.rpartition("/")
        if name not in {"index.md", "README.md"}:
            return path
        beside = f"{folder}.md" if folder else "index.md"
        is_same = not folder or self.edition.directory_urls
        return beside if is_same and beside in self.pages else path

    def _is_entry(self, path: str) -> bool:
        edition = self.edition
        return path in edition.interviews or path in edition.unread or path in edition.notes

    def parts(self, path: str) -> tuple[str, ...]:
        """What belongs into the places of the page at `path`, made now: an entry's card, or what lies between the headings of a page of ours."""
        if interview := self.edition.interviews.get(path):
            return (entry_card(self.edition, interview),)
        if unread := self.edition.unread.get(path):
            return (unread_card(self.edition, unread),)
        if note := self.edition.notes.get(path):
            return (note_card(self.edition, note),)
        ours = self.page_at(path)
        if ours is None:
            return ()
        made = self._made.pop(ours.path, None)
        return _divided(ours).parts if made is None else tuple(map(_unpacked, made))

    def _outline(self, page: Page) -> str:
        outline = self._outlines.get(page.path)
        if outline is None:
            outline, parts = _divided(page)
            self._outlines[page.path] = outline
            self._made[page.path] = tuple(map(_packed, parts))
        return outline


def _divided(page: Page) -> Divided:
    """A page made now. Raises RuntimeError where its headings are others than it was planned with."""
    made = divided(page.markdown)
    if page.outline not in {None, made.outline}:
        raise RuntimeError(f"{page.path} was planned with other headings than it has.")
    return made


def _packed(part: str) -> bytes:
    return compress(part.encode(), level=1)


def _unpacked(part: bytes) -> str:
    return decompress(part).decode()


def _converted(html: str, outline: tuple[Heading, ...]) -> Converted:
    return Converted(html, Unmade(outline), Unmade(map(intern, _IDENTITY.findall(html))))
