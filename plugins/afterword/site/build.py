"""One build after another: what is read before anything is built, what is decided once every file is known, and how each page leaves.

MkDocs' own things, a configuration, a file, a page, come in as they are and are asked for what MkDocs documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Generic

from jinja2 import Environment

# The words first: from within all that asks for them they lie fifteen imports down, where the interpreter takes a page for its
# stack at each call and gives it back, 400 times.
import afterword.vocabulary.tables  # noqa: F401
from afterword.audience.handed import HANDED, read_handed, require_handed
from afterword.edition.edition import Edition
from afterword.edition.places import filled_in
from afterword.edition.rendering import missing_page
from afterword.edition.sealed import with_lock
from afterword.model import Journal
from afterword.options import Options, read_options
from afterword.site import about
from afterword.site.accelerator import Accelerator
from afterword.site.entries.html import OutlineConverter, is_promised
from afterword.site.entries.markdown import EntryMarkdown
from afterword.site.entries.note_links import note_files
from afterword.site.files import common_folder, moved_places, source_of
from afterword.site.finished.guard import guarded, without_leave
from afterword.site.finished.leftovers import base_of
from afterword.site.finished.material_fixes import mended
from afterword.site.finished.theme_inlines import ThemeInlines, Written, templates_below, written_in
from afterword.site.host import (
    FileT,
    Host,
    HostConfig,
    HostFile,
    HostFiles,
    HostLevel,
    HostNavigation,
    HostPage,
)
from afterword.site.navigation import put_ours_first
from afterword.site.oddities import Oddities, look_through
from afterword.site.own_nav import left_out, paths_in, titles_in
from afterword.site.own_part import OwnPart, own_part
from afterword.site.placing import Placing
from afterword.site.record import SiteRecord, finish_site
from afterword.site.refusals import require_fitting, require_private
from afterword.site.registry import REGISTRY, Row, listed_paths
from afterword.site.settings import prepare
from afterword.site.site import Site
from afterword.site.sources import Sources, other_name
from afterword.site.telling import RENAMED, tell
from afterword.site.terms import edition_of, is_published, reading_options, seen, terms_of

_GONE = "%s went away while the site was built: its page says so."
_INCOMPLETE = "%s, which another plugin wrote, lacks what belongs into pages of Afterword. Leave those pages out of it."
_IDLE = "%d scripts and styles in pages are left idle: a page runs its theme's."


class Build(Generic[FileT]):
    """What one build knows, from its first hook to its last; the next one begins with `prepare` again.

    `accelerator` reads the entries and prepares the theme; `registry` are the pages that the site has.
    """

    def __init__(
        self,
        host: Host[FileT],
        accelerator: Accelerator | None = None,
        registry: Iterable[Row] = REGISTRY,
    ) -> None:
        self.command, self.is_dirty = "build", False
        self.options = Options()
        self.terms = Edition(Journal(), date.min)
        self.site = Site(self.terms)
        self.base = self._told = ""
        self._host, self._accelerator = host, accelerator or Accelerator()
        self._registry = tuple(registry)
        self._markdown = EntryMarkdown()
        self._sources = Sources()
        self._inlines = ThemeInlines(Written(), Environment(), None)  # noqa: S701  nothing is filled in before there is a theme
        self._handed: Journal | None = None
        self._record = SiteRecord()
        self._guarded: str | None = None
        self._oddities = Oddities()
        self._for_writer: frozenset[str] = frozenset()

    @property
    def _part(self) -> OwnPart:
        return self._record.part

    @property
    def is_live(self) -> bool:
        """Whether the site is served while it is written."""
        return self.command == "serve"

    @property
    def day(self) -> datetime:
        """The day that the site is built for, as MkDocs wants it."""
        return datetime.combine(self.site.edition.today, time(), UTC)

    def prepare(
        self, options: Mapping[str, object], config: HostConfig, environment: Mapping[str, str]
    ) -> None:
        """Read the options, and prepare the site's settings. Raises AfterwordError for what a build cannot be begun with."""
        self.options = read_options({key: value for key, value in options.items() if value})
        require_handed(environment)
        if self._record.begin(config, own_part(self.options, environment)):
            self._accelerator.begin()
        require_fitting(config, self._part)
        prepare(config, environment, self._markdown, is_whole=self._part.is_whole)
        self._oddities = look_through(Path(config.docs_dir), self._part)
        tell(self._oddities.met(config), self._host.log, self._part)

    def read(
        self,
        files: HostFiles[FileT],
        config: HostConfig,
        environment: Mapping[str, str],
        now: datetime,
    ) -> None:
        """Read the entries among these files while the last good site is still in place.

        Raises AfterwordError for what has to end a build before it has begun: so does a journal that would go where everybody
        can read it, since MkDocs builds before it pushes.
        """
        entries = self._oddities.entries(files, self._is_wanted)
        published = is_published(self.command, environment, plain=self.options.plain)
        urls, waiting = config.use_directory_urls, self._oddities.lines_waiting()
        terms = terms_of(self.options, environment, now, directory_urls=urls)
        self.terms = terms if published else replace(terms, waiting=waiting)
        # A profile is built of what its readers see and nothing else, handed over as data.
        self._record.about_file = environment.get(about.VARIABLE)
        handed = environment.get(HANDED)
        self._handed = read_handed(Path(handed).read_bytes()) if handed else None
        today = self.terms.today
        options = reading_options(self.options, config, for_publishing=published, today=today)
        # What a parser has of an entry is the whole of it.
        with_html = self.terms.audience.sees_all and is_promised(config.markdown_extensions)
        read = self._accelerator.read(entries, options, with_html=with_html)
        self._sources = Sources(read, options, {path for _, path in entries})
        require_private(
            self.command, has_entries=self._sources.has_entries, plain=self.options.plain
        )

    def keep_out(self, files: HostFiles[FileT]) -> None:
        """Take the writer's inbox and templates out of the files, before any other plugin looks at these."""
        self._for_writer = self._oddities.take_out_of_writer(files)

    def place(self, files: HostFiles[FileT], config: HostConfig) -> None:
        """Make the site of the entries that are among these files, once every other plugin has had its say about them, and put its pages there."""
        tell(self._oddities.take_out(files, self._is_wanted), self._host.log, self._part)
        # A blog takes its posts out of MkDocs' hands, and lays them out itself.
        pages = files.documentation_pages(inclusion=lambda _level: True)
        wanted = (one for one in pages if one.page or self._is_wanted(one.inclusion))
        there = {path: one for one in wanted if (path := self._part.path(one.src_uri))}
        renamed = self._decide(there, config)
        withheld = self._sources.take_withheld(files, there, self._part)
        placing = Placing(self.site, self._host, files, config, titles_in(config.nav), self._part)
        for path, name in renamed.items():
            placing.rename(path, name)
            self._host.log.info(RENAMED, *map(self._part.uri, (path, name)))
        placing.place_all()
        self._markdown.notes = note_files(files, self._is_wanted, withheld | self._for_writer)
        placing.shorten(there)
        self._sources = self._sources.without_entries()

    def _decide(self, found: Mapping[str, HostFile], config: HostConfig) -> Mapping[str, str]:
        """Make the site of these files by their paths, tell what is wrong with them, and hand back those that go by another path in it."""
        new = ((path, file) for path, file in found.items() if path not in self._sources.paths)
        sources = (source_of(file, path) for path, file in new)
        self._sources = self._sources.with_sources(sources)
        below = common_folder(found.values()) if self._record.is_nested else ""
        moves = moved_places(found.values(), directory_urls=self.terms.directory_urls, below=below)
        moved = {self._part.path(uri): place for uri, place in moves.items()}
        converter = OutlineConverter(config.markdown_extensions, config.mdx_configs or {})

        named = set(map(self._part.path, paths_in(config.nav)))

        def made(journal: Journal) -> Site:
            visible = self._handed or seen(journal, self.terms.audience)
            edition = edition_of(visible, self.terms, moved, below)
            return Site(edition, self._sources.read.html, converter, self._registry, named)

        journal = self._sources.journal(found)
        tell(journal.problems, self._host.log, self._part)
        self.site = made(journal)
        # Both have a page.
        taken = [path for path in self.site.entry_paths if self.site.page_at(path)]
        renamed = {path: other_name(path, found) for path in taken}
        if renamed:
            self.site = made(self._sources.journal(found, renamed))
        return renamed

    def _is_wanted(self, level: HostLevel) -> bool:
        """Whether such a file becomes a page: a draft does under `serve` alone."""
        return level.is_in_serve() if self.is_live else level.is_included()

    def order(
        self, navigation: HostNavigation, files: HostFiles[FileT], config: HostConfig
    ) -> None:
        """Put our pages in the order of the day, where neither the user nor a plugin has a say; tell which a nav of the user's lacks.

        In a folder of their own they stand as the host shows any folder.
        """
        if self._part.is_whole:
            put_ours_first(navigation, files, config, self._host, listed_paths(self._registry))
        paths = {page.file.src_uri for page in navigation.pages}
        pages = () if config.nav is None else self.site.pages.values()
        # Under `serve` once as well.
        before, self._told = self._told, left_out(pages, paths, self._part.uri)
        if self._told not in {"", before}:
            self._host.log.info("%s", self._told)

    def source(self, page: HostPage, *, is_own: bool) -> str | None:
        """What the host reads as a page's source; None where it reads the file. `is_own` says that we made the page."""
        file, path = page.file, self._part.path(page.file.src_uri)
        if (text := self.site.source(path, is_own=is_own)) is not None:
            return text
        if path in self._sources.paths and not Path(file.abs_src_path or "").is_file():
            self._host.log.warning(_GONE, file.src_uri)
            return "This file went away while the site was built."
        return None

    def markdown(self, page: HostPage, markdown: str, *, is_own: bool) -> str:
        """The Markdown of a page as it is converted, and whether it is an entry told to the conversion; `is_own` says that we made the page."""
        path = self._part.path(page.file.src_uri)
        self._markdown.turn_to(page.file.src_uri, self.site.themes_at(path))
        is_made = page.file.generated_by is not None
        return self.site.markdown(path, markdown, is_own=is_own, is_made=is_made)

    def themed(
        self, environment: Environment, config: HostConfig, files: HostFiles[FileT]
    ) -> Environment:
        """The environment that pages are laid out with; each is dated with the day that the site is built for, so that a build can be repeated to the byte."""
        made = files.documentation_pages(inclusion=lambda level: level.is_included())
        pages = [one.page for one in made if one.page and self._part.path(one.src_uri)]
        for page in pages:
            page.update_date = f"{self.day:%Y-%m-%d}"
        self._record.note(files, config, self.site.entry_paths)
        written = written_in(templates_below(config.theme.dirs))
        self._inlines = ThemeInlines(written, environment, config)
        themed, folders = self._hurried.themed, self._host.theme_folders
        environment = themed(environment, config, folders, self.guarded)
        self._hurried.let_go_of_sources(pages)
        return environment

    @property
    def _hurried(self) -> Accelerator:
        """What hurries where all pages are ours, so that like ones are alike, and one build makes all of them."""
        is_alike = self._part.is_whole and not self._record.is_nested
        return self._accelerator if is_alike else Accelerator()

    def template_guarded(self, name: str, output: str) -> str:
        """A page of the theme's own, such as the one for an address that is not there, guarded like the others."""
        if not self._part.guards_all or not name.endswith(".html"):
            return output
        self._record.done.add(name)
        # It is shown at any depth, of a place that a profile does not know: the theme's own would lead astray.
        is_lost = name == "404.html" and self.site.edition.audience.sees_part
        return self.guarded(missing_page() if is_lost else output, self.base)

    def _before_search(self, page: HostPage | None) -> None:
        """Spare the search the pages of entries whose words are known; not where it keeps its records from one build to the next."""
        path = self._part.path(page.file.src_uri) if page and not self.is_dirty else ""
        if page and path in self.site.edition.interviews:
            self._hurried.before_search(page)

    def with_parts(self, page: HostPage, output: str) -> str:
        """A laid out page with our HTML in its places, which is made for it here. Raises AfterwordError where a place is gone."""
        self._accelerator.after_search(page)
        path = self._part.path(page.file.src_uri)
        parts = self.site.parts(path)
        early = self._hurried.guarded_first(output, base_of(page.url), parts)
        whole = filled_in(early or output, parts, path=path)
        self._guarded = whole if early else None
        return whole

    def as_it_leaves(self, page: HostPage, output: str, *, is_own: bool) -> str:
        """The page after every other plugin has had its say: guarded, unless it was already and nobody has changed it since.

        `is_own` says that we made the page.
        """
        if is_own:
            self._accelerator.let_go(page)
        self._record.done.add(page.file.dest_uri)
        self._record.order.setdefault(page.url, len(self._record.order))
        base, is_ours = base_of(page.url), bool(self._part.path(page.file.src_uri))
        if not is_ours and not self._part.guards_all:
            return output
        output = self._part.with_assets(output, base) if is_ours else output
        # Compared and let go: the next page is made without this one in memory.
        is_guarded, self._guarded = output is self._guarded, None
        return output if is_guarded else self.guarded(output, base)

    def with_place(self, page: HostPage, html: str) -> str:
        """The converted page with a place for the card of an entry."""
        return self.site.with_place(self._part.path(page.file.src_uri), html)

    def date(self, context: Any, config: HostConfig, page: HostPage | None, name: str) -> None:
        """Date a page of ours, or a template of the theme's where all pages are ours, with the day that is built for; `name` is the template's."""
        self.base = context["base_url"]
        if self._part.path(page.file.src_uri) if page else self._part.is_whole:
            context["build_date_utc"] = self.day
            self._before_search(page)
        elif name == "sitemap.xml":
            context["pages"] = self._part.listed(context["pages"], config)

    def guarded(self, page: str, base: str) -> str:
        """The page with what it may load and run; `base` leads from it to the top of the site."""
        page = mended(page)
        page = with_lock(page) if self.site.edition.address_key else page
        known = self._inlines.at(base)
        self._record.idle += 0 if self.is_live else without_leave(page, known)
        return guarded(page, known, live=self.is_live)

    def finish(self, config: HostConfig) -> None:
        """Finish the built site, once no build of it is under way, and tell what its owner should know."""
        if not self._record.end(self.site.edition.journal):
            return
        record, live = self._record, self.is_live
        for name in finish_site(record, config, self.guarded, self._accelerator, is_live=live):
            self._host.log.warning(_INCOMPLETE, name)
        if self._record.idle:
            self._host.log.info(_IDLE, self._record.idle)
        # Python looks three times through all that is there when it ends: a thirtieth of the work at a thousand entries.
        self.site.let_go(self.terms)
