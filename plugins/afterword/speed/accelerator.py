"""The faster way to read entries and to lay out pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence

from jinja2 import Environment

from afterword.reading import ReadingOptions
from afterword.site.accelerator import Accelerator, Guard
from afterword.site.finished.search import Record
from afterword.site.host import HostConfig, HostPage
from afterword.site.sources import File, ReadEntries
from afterword.speed.compiled_templates import keep_compiled_templates
from afterword.speed.layout_reuse import (
    GUARDED,
    LayoutReuse,
    has_own_templates_alone,
    may_let_go,
    may_reuse,
)
from afterword.speed.reading import read_in_two
from afterword.speed.search_records import SearchRecords, is_known_search, records_in_order


class FastAccelerator(Accelerator):
    """Reads a large journal in two processes, keeps compiled templates, and lays out like pages once."""

    def __init__(self) -> None:
        self._compiled = keep_compiled_templates(os.environ)
        self.begin()

    def begin(self) -> None:
        """Know of nothing that may be done without."""
        self._reuse: LayoutReuse | None = None
        self._records: SearchRecords | None = None
        self._is_unwatched = False
        self._is_unread = False

    def read(
        self, files: Sequence[File], options: ReadingOptions, *, with_html: bool
    ) -> ReadEntries:
        """The entries in these files, about half of them read by a second process where there are many."""
        return read_in_two(files, options, with_html=with_html)

    def themed(
        self,
        environment: Environment,
        config: HostConfig,
        theme_folders: Callable[[str], list[str]],
        guard: Guard,
    ) -> Environment:
        """An environment like this one that lays out like pages once, where that is known to change nothing."""
        self.begin()
        self._is_unwatched = may_let_go(config)
        if not may_reuse(config, theme_folders):
            return environment
        # Nobody else, and no template of the user's, sees a page between the search and the theme.
        self._records = SearchRecords() if is_known_search(config) else None
        self._reuse = LayoutReuse(guard)
        self._is_unread = self._is_unwatched and has_own_templates_alone(config)
        # The user's own environment stays as it is.
        overlaid = environment.overlay()
        if self._compiled:
            host = sys.modules[type(config).__module__.partition(".")[0]]
            overlaid.bytecode_cache = self._compiled.for_theme(host, environment.extensions)
        overlaid.template_class = self._reuse.template_class()
        return overlaid

    def before_search(self, page: HostPage) -> None:
        """Make the record of an entry's page, and have the search pass it over."""
        if self._records:
            self._records.take(page)

    def after_search(self, page: HostPage) -> None:
        """Leave the page as it was before."""
        if self._records:
            self._records.give_back(page)

    def completed(self, records: list[Record], order: Mapping[str, int]) -> list[Record]:
        """The records with those of the entries that the search has passed over."""
        return records_in_order(records, self._records.made, order) if self._records else records

    def let_go_of_sources(self, pages: Iterable[HostPage]) -> None:
        """Do without the Markdown of pages, which the host would keep until its build has ended: as much as the entries themselves."""
        # The host takes a page with None for one that it has not read, and knows no title of it.
        for page in pages if self._is_unread else ():
            page.markdown = page.markdown and ""

    def let_go(self, page: HostPage) -> None:
        """Do without the texts of a page of ours and its headings, which the host would keep until its build has ended."""
        if self._is_unwatched:
            page.markdown = page.content = ""
            page.toc = ()

    def guarded_first(self, page: str, base: str, parts: Sequence[str]) -> str | None:
        """The page, where it was filled into a layout that is guarded; guarded here, where nobody else looks at it and no part holds what the guard looks at.

        With all that belongs into it, a page would be copied several times.
        """
        if self._reuse is None:
            return None
        if self._reuse.filled is page:
            return page
        is_first = self._is_unwatched and not any(map(GUARDED.search, parts))
        return self._reuse.guard(page, base) if is_first else None
