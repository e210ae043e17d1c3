"""How the pages of a site are put among the files of a build: ours, those of the entries, and what every page asks for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Generic

from afterword.edition.page import Page, outlined, page_source
from afterword.frozen import dataclass
from afterword.site.bundle import assets
from afterword.site.files import move, shorten, written_by_user
from afterword.site.host import Convert, FileT, Host, HostConfig, HostFiles
from afterword.site.own_part import OwnPart
from afterword.site.site import Site


@dataclass(frozen=True, slots=True)
class Placing(Generic[FileT]):
    """A site on its way into the files of a build; `titles` are those that the user's navigation gives to paths."""

    site: Site
    host: Host[FileT]
    files: HostFiles[FileT]
    config: HostConfig
    titles: Mapping[str, str]
    part: OwnPart

    def place_all(self) -> None:
        """Add our pages but for those that the user has written, the page of each entry, and our assets."""
        for page in self.site.pages.values():
            self._add(page)
        for path in self.site.entry_paths:
            # What was handed over lies in no folder.
            entry = self.files.src_uris.get(self.part.uri(path)) or self._made(path, content="")
            self._take(entry)
        for path, text in assets().items():
            self.files.append(self._made(path, content=text))

    def shorten(self, pages: Mapping[str, FileT]) -> None:
        """Give those of these pages that are the user's own, by path, a name that a file may have, as an entry has."""
        for path, page in pages.items():
            if not self.site.themes_at(path):
                shorten(page, directory_urls=self.site.edition.directory_urls)

    def rename(self, path: str, name: str) -> None:
        """Give an entry that lies where a page of ours does a place of its own."""
        entry = self.files.src_uris[self.part.uri(path)]
        self.files.remove(entry)
        self.files.append(self._made(name, abs_src_path=str(entry.abs_src_path)))

    def _take(self, entry: FileT) -> None:
        """Keep an entry out of the navigation, and give it a page whose HTML we may know; another plugin's page stays its own."""
        if entry.page is None:
            entry.inclusion = self.host.unlisted
            self._move(entry, self.part.path(entry.src_uri))
            path = self.part.path(entry.src_uri)
            self._give_page(entry, partial(Site.convert_entry, self.site, path))
            if entry.src_uri in self.files.src_uris:
                self.files.remove(entry)
            self.files.append(entry)

    def _add(self, page: Page) -> None:
        """Add a page of ours, unless the user has one there, which then lies where ours would."""
        urls, find = self.site.edition.directory_urls, self.files.src_uris.get
        if written := written_by_user(self.part.uri(page.path), find, directory_urls=urls):
            self._move(written, page.path)
            return
        level = self.host.listed if page.listed else self.host.unlisted
        # The host asks for the source of each page; what a plugin finds in the file has its title.
        title = page_source(page, page.outline or outlined(page.title))
        file = self._made(page.path, content=title, inclusion=level)
        self._move(file, page.path)
        self.files.append(file)
        self._give_page(file, partial(Site.convert_page, self.site, page.path))

    def _made(self, path: str, **named: object) -> FileT:
        return self.host.make_file(self.config, self.part.uri(path), **named)

    def _give_page(self, file: FileT, convert: Convert) -> None:
        title = self.titles.get(file.src_uri)
        self.host.make_page(convert, title, file, self.config)

    def _move(self, file: FileT, path: str) -> None:
        edition = self.site.edition
        move(file, edition.place(path), directory_urls=edition.directory_urls)
