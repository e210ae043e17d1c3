"""Which pages a journal has, and what MkDocs is handed for each of its entries."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import Any

from afterword.audience.audience import Profile
from afterword.edition.edition import Edition
from afterword.edition.links import Links, depth_of
from afterword.edition.naming import entry_title
from afterword.edition.page import Page, with_title
from afterword.edition.places import filled_in, place
from afterword.pages.entry import (
    entry_markdown,
    unread_card,
    unread_markdown,
    unread_title,
)
from afterword.site.conversion import Dressing, dressing_at
from afterword.site.finishing import Converter, Finished
from afterword.site.foreign_keys import passed_on
from afterword.site.host import Converted
from afterword.site.late import Late
from afterword.site.sharing import LaidOut, lay_out_with
from afterword.site.worker import Worker

_IDENTITY = re.compile(r' id="([^"]+)"')


class Site:
    """The pages of one edition: those we make are laid out already, an entry's when it is asked for."""

    def __init__(
        self,
        edition: Edition,
        finished: Mapping[str, Finished] | None = None,
        laid_out: LaidOut | None = None,
    ) -> None:
        self.edition = edition
        self._finished = finished or {}
        if laid_out is not None:
            self._laid_out = laid_out

    @cached_property
    def _laid_out(self) -> LaidOut:
        return lay_out_with(Worker(None), self.edition, Converter((), {}))

    def finished(self, path: str, markdown: str | None) -> Converted | None:
        """The page of the entry at `path` and its headings, as its reading left them; None where MkDocs has to convert it.

        So it has where another plugin has changed its Markdown, which is handed in.
        """
        edition, finished = self.edition, self._finished.get(path)
        if finished is None or markdown != self.text(path):
            return None
        html = finished.linked(edition.theme_key, Links(edition, depth_of(edition, path)).theme)
        return None if html is None else _converted(html, finished.headings)

    def converted(self, path: str, markdown: str | None) -> Converted | None:
        """Our page at `path` and its headings, without what lies between them; None where MkDocs has to convert it, as above."""
        made = self._laid_out.converted[path]
        return None if made is None or markdown != self.text(path) else _converted(*made)

    def markdown(self, path: str, markdown: str, *, is_own: bool, is_made: bool) -> str:
        """The Markdown of the page at `path`: a page of the user's has ours below it, an entry that another plugin lays out its items.

        `is_own` says that the page is one that we made, `is_made` that its file is some plugin's.
        """
        if not is_own and path in self.entry_paths:
            # A blog reads its posts itself. The items of an entry have to be where everything leads to.
            return self.text(path) or markdown
        if not is_made and (ours := self.page_at(path)):
            return f"{markdown}\n\n{ours.below}"
        return markdown

    def text(self, path: str) -> str | None:
        """The Markdown that MkDocs was handed for an entry or a page of ours, without its front matter."""
        if interview := self.edition.interviews.get(path):
            return entry_markdown(interview)
        ours = self.page_at(path)
        return ours.text if ours else None

    @property
    def at_hand(self) -> tuple[Page, ...]:
        """The pages of ours that are laid out, in the order in which they stand in the navigation."""
        return self._laid_out.at_hand

    @property
    def late(self) -> tuple[Late, ...]:
        """The pages of ours that may still be in the making, none of which stands in the navigation."""
        return self._laid_out.late

    @cached_property
    def _by_path(self) -> dict[str, Page | Late]:
        every: tuple[Page | Late, ...] = (*self.at_hand, *self.late)
        return {page.path: page for page in every}

    def page_at(self, path: str) -> Page | Late | None:
        """Our page at this address; README.md and index.md of the journal's folder are the same one."""
        return self._by_path.get("index.md" if path == "README.md" else path)

    @property
    def entry_paths(self) -> tuple[str, ...]:
        """The path of every entry that has a page, read or not."""
        if self.edition.audience.profile is Profile.REPORT:
            return ()
        return (*self.edition.interviews, *self.edition.unread)

    def entry_source(self, path: str) -> str | None:
        """What MkDocs reads instead of the entry at `path`: None where the file is not an entry."""
        if interview := self.edition.interviews.get(path):
            text = entry_markdown(interview)
            return with_title(entry_title(interview), text, passed_on(interview.foreign_keys))
        if unread := self.edition.unread.get(path):
            return with_title(unread_title(unread), unread_markdown(unread))
        return None

    def dressing(self, path: str) -> Dressing | None:
        """What the conversion of the entry at `path` needs to know; None where the file is not an entry."""
        if path in self.edition.interviews or path in self.edition.unread:
            return dressing_at(path, self.edition.theme_key)
        return None

    def with_place(self, path: str, html: str) -> str:
        """The converted entry with a place for its card below its first heading; other pages as they are."""
        if path not in self.edition.interviews and path not in self.edition.unread:
            return html
        above, heading, below = html.partition("</h1>")
        return f"{above}{heading}\n{place(0)}\n{below}"

    def filled(self, path: str, page: str) -> str:
        """The laid out page with our HTML in place. Raises LostPlaceError where a place is gone."""
        parts = self._parts(path)
        return filled_in(page, parts, path=path) if parts else page

    def _parts(self, path: str) -> tuple[str, ...]:
        """What belongs into the page at `path`: an entry's card, or the parts of a page of ours."""
        if path in self.edition.interviews:
            return (self._laid_out.cards[path],)
        if unread := self.edition.unread.get(path):
            return (unread_card(self.edition, unread),)
        ours = self.page_at(path)
        return ours.parts if ours else ()


def _converted(html: str, headings: list[dict[str, Any]]) -> Converted:
    return Converted(html, headings, set(_IDENTITY.findall(html)))
