"""One build after another: what is read before anything is built, what is decided once every file is known, and how each page leaves.

MkDocs' own things, a configuration, a file, a page, come in as they are and are asked for what MkDocs documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, date, datetime, time
from functools import partial
from logging import ERROR, WARNING
from pathlib import Path
from typing import Generic

from jinja2 import Environment

from afterword.audience.handed import HANDED, read_handed, require_handed
from afterword.edition import Edition
from afterword.edition.rendering import missing_page
from afterword.edition.sealed import with_lock
from afterword.model import Journal, Severity
from afterword.options import Options, read_options
from afterword.reading import ReadingOptions
from afterword.reading.source import decode
from afterword.site import about
from afterword.site.accelerator import Accelerator
from afterword.site.entry_html import OutlineConverter, is_promised
from afterword.site.entry_markdown import EntryMarkdown
from afterword.site.files import copied_from, moved_places
from afterword.site.guard import guarded, without_leave
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
from afterword.site.leftovers import base_of, guard_leftovers
from afterword.site.made_list import write_made_list
from afterword.site.material_fixes import mended
from afterword.site.navigation import put_ours_first
from afterword.site.placing import Placing
from afterword.site.refusals import require_one_seal, require_private
from afterword.site.registry import REGISTRY, Row, listed_paths
from afterword.site.search import join_records, write_search_script
from afterword.site.settings import prepare
from afterword.site.site import Site
from afterword.site.sources import Sources, other_name
from afterword.site.terms import edition_of, seen, terms_of
from afterword.site.theme_inlines import ThemeInlines, Written, templates_below, written_in

_LEVELS = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}
_RENAMED = (
    "%s is an entry, and a page of Afterword lies there too: the entry's page is at %s. "
    "Rename the file to choose a place for it."
)
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
        self.command = "build"
        self.is_dirty = False
        self.options = Options()
        self.terms = Edition(Journal(), date.min)
        self.site = Site(self.terms)
        self.base = ""
        self._host = host
        self._accelerator = accelerator or Accelerator()
        self._registry = tuple(registry)
        self._markdown = EntryMarkdown()
        self._sources = Sources()
        self._inlines = ThemeInlines(Written(), Environment(), None)  # noqa: S701  nothing is filled in before there is a theme
        self._handed: Journal | None = None
        self._about: str | None = None
        self._beside: dict[str, Path] = {}
        self._done: set[str] = set()
        self._order: dict[str, int] = {}
        self._entry_urls: Collection[str] = ()
        self._guarded: str | None = None
        self._without_leave = 0

    @property
    def is_live(self) -> bool:
        """Whether the site is served while it is written."""
        return self.command == "serve"

    @property
    def date(self) -> datetime:
        """The day that the site is built for, as MkDocs wants it."""
        return datetime.combine(self.site.edition.today, time(), UTC)

    def prepare(
        self, options: Mapping[str, object], config: HostConfig, environment: Mapping[str, str]
    ) -> None:
        """Read the options, and prepare the site's settings. Raises AfterwordError for what a build cannot be begun with."""
        self.options = read_options({key: value for key, value in options.items() if value})
        require_one_seal(config.plugins)
        require_handed(environment)
        prepare(config, environment, self._markdown)

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
        pages = files.documentation_pages(inclusion=self._is_wanted)
        entries = [(Path(one.abs_src_path), one.src_uri) for one in pages if one.abs_src_path]
        self.terms = terms_of(
            self.options, environment, now, directory_urls=config.use_directory_urls
        )
        # A profile is built of what its readers see and nothing else, handed over as data.
        self._about = environment.get(about.VARIABLE)
        handed = environment.get(HANDED)
        self._handed = read_handed(Path(handed).read_bytes()) if handed else None
        options = ReadingOptions(
            synonyms=self.options.themes,
            extensions=tuple(one for one in config.markdown_extensions if isinstance(one, str)),
            extension_configs=config.mdx_configs or {},
        )
        # What a parser has of an entry is the whole of it.
        with_html = self.terms.audience.sees_all and is_promised(config.markdown_extensions)
        read = self._accelerator.read(entries, options, with_html=with_html)
        self._sources = Sources(read, options, {path for _, path in entries})
        require_private(
            self.command, has_entries=self._sources.has_entries, plain=self.options.plain
        )

    def place(self, files: HostFiles[FileT], config: HostConfig) -> None:
        """Make the site of the entries that are among these files, once every other plugin has had its say about them, and put its pages there."""
        # A blog takes its posts out of MkDocs' hands, and lays them out itself.
        pages = files.documentation_pages(inclusion=lambda _level: True)
        there = {one.src_uri: one for one in pages if one.page or self._is_wanted(one.inclusion)}
        renamed = self._decide(there, config)
        placing = Placing(self.site, self._host, files, config)
        for path, name in renamed.items():
            placing.rename(path, name)
            self._host.log.info(_RENAMED, path, name)
        placing.place_all()

    def _decide(self, found: Mapping[str, HostFile], config: HostConfig) -> Mapping[str, str]:
        """Make the site of these files by their paths, tell what is wrong with them, and hand back those that go by another path in it."""
        new = [file for path, file in found.items() if path not in self._sources.paths]
        sources = (decode(file.content_bytes, file.src_uri) for file in new)
        self._sources = self._sources.with_sources(sources)
        moved = moved_places(found.values(), directory_urls=self.terms.directory_urls)
        converter = OutlineConverter(config.markdown_extensions, config.mdx_configs or {})

        def made(journal: Journal) -> Site:
            visible = self._handed or seen(journal, self.terms.audience)
            edition = edition_of(visible, self.terms, moved)
            return Site(edition, self._sources.read.html, converter, self._registry)

        journal = self._sources.journal(found)
        self._report(journal)
        self.site = made(journal)
        # Both have a page.
        taken = [path for path in self.site.entry_paths if self.site.page_at(path)]
        renamed = {path: other_name(path, found) for path in taken}
        if renamed:
            self.site = made(self._sources.journal(found, renamed))
        return renamed

    def _report(self, journal: Journal) -> None:
        """Log each error and warning once, so that `--strict` counts them; hints are for `afterword check`."""
        for problem in journal.problems:
            if level := _LEVELS.get(problem.severity):
                self._host.log.log(level, "%s", problem)

    def _is_wanted(self, level: HostLevel) -> bool:
        """Whether such a file becomes a page: a draft does under `serve` alone."""
        return level.is_in_serve() if self.is_live else level.is_included()

    def order(
        self, navigation: HostNavigation, files: HostFiles[FileT], config: HostConfig
    ) -> None:
        """Put our pages in the order of the day, where neither the user nor a plugin has a say."""
        put_ours_first(navigation, files, config, self._host, listed_paths(self._registry))

    def source(self, page: HostPage, *, is_own: bool) -> str | None:
        """What the host reads as a page's source; None where it reads the file. `is_own` says that we made the page."""
        return self.site.source(page.file.src_uri, is_own=is_own)

    def markdown(self, page: HostPage, markdown: str, *, is_own: bool) -> str:
        """The Markdown of a page as it is converted, and whether it is an entry told to the conversion; `is_own` says that we made the page."""
        path = page.file.src_uri
        self._markdown.themes = self.site.themes_at(path)
        is_made = page.file.generated_by is not None
        return self.site.markdown(path, markdown, is_own=is_own, is_made=is_made)

    def themed(
        self, environment: Environment, config: HostConfig, files: HostFiles[FileT]
    ) -> Environment:
        """The environment that pages are laid out with; each is dated with the day that the site is built for, so that a build can be repeated to the byte."""
        pages = files.documentation_pages(inclusion=lambda level: level.is_included())
        for page in filter(None, (file.page for file in pages)):
            page.update_date = f"{self.date:%Y-%m-%d}"
        self._done, self._order, self._without_leave = set(), {}, 0
        self._beside = dict(copied_from(files, config.docs_dir))
        self._entry_urls = {files.src_uris[path].url for path in self.site.entry_paths}
        written = written_in(templates_below(config.theme.dirs))
        self._inlines = ThemeInlines(written, environment, config)
        folders = self._host.theme_folders
        return self._accelerator.themed(environment, config, folders, self.guarded)

    def template_guarded(self, name: str, output: str) -> str:
        """A page of the theme's own, such as the one for an address that is not there, guarded like the others."""
        if not name.endswith(".html"):
            return output
        self._done.add(name)
        # It is shown at any depth, of a place that a profile does not know: the theme's own would lead astray.
        is_lost = name == "404.html" and self.site.edition.audience.sees_part
        return self.guarded(missing_page() if is_lost else output, self.base)

    def before_search(self, page: HostPage) -> None:
        """Spare the search the pages of entries whose words are known; not where it keeps its records from one build to the next."""
        if page.file.src_uri in self.site.edition.interviews and not self.is_dirty:
            self._accelerator.before_search(page)

    def with_parts(self, page: HostPage, output: str) -> str:
        """A laid out page with our HTML in its places. Raises AfterwordError where a place is gone."""
        self._accelerator.after_search(page)
        whole = self.site.filled(page.file.src_uri, output)
        self._guarded = whole if self._accelerator.is_guarded(output) else None
        return whole

    def as_it_leaves(self, page: HostPage, output: str) -> str:
        """The page after every other plugin has had its say: guarded, unless it was already and nobody has changed it since."""
        self._done.add(page.file.dest_uri)
        self._order[page.url] = len(self._order)
        return output if output is self._guarded else self.guarded(output, base_of(page.url))

    def guarded(self, page: str, base: str) -> str:
        """The page with what it may load and run; `base` leads from it to the top of the site."""
        page = mended(page)
        page = with_lock(page) if self.site.edition.address_key else page
        known = self._inlines.at(base)
        self._without_leave += 0 if self.is_live else without_leave(page, known)
        return guarded(page, known, live=self.is_live)

    def finish(self, config: HostConfig) -> None:
        """Finish the built site, and tell what its owner should know.

        It gets its search, for pages opened from disk too, a guard for pages that no theme has laid out, and the list of what
        the build made, for whoever seals it.
        """
        site = Path(config.site_dir)
        completed = partial(self._accelerator.completed, order=self._order)
        join_records(site, self._entry_urls, completed)
        write_search_script(site)
        # A page that was laid out took the place of what was copied there.
        kept = {name: path for name, path in self._beside.items() if name not in self._done}
        if not self.is_live:
            scripts = map(str, config.extra_javascript)
            write_made_list(site, kept, scripts)
        if self._about:
            Path(self._about).write_text(
                about.written_about(self.site.edition.journal), encoding="utf-8"
            )
        for name in guard_leftovers(site, done=self._done, beside=kept, guard=self.guarded):
            self._host.log.warning(_INCOMPLETE, name)
        if self._without_leave:
            self._host.log.info(_IDLE, self._without_leave)
