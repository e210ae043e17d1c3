"""One build after another: what is read before anything is built, what is decided once every file is known, and how each page leaves.

MkDocs' own things, a configuration, a file, a page, come in as they are and are asked for what MkDocs documents.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from jinja2 import Environment

from afterword.audience.handed import HANDED, read_handed
from afterword.audience.profiles import seen_by
from afterword.edition import Edition
from afterword.edition.rendering import compiled_templates, missing_page
from afterword.edition.sealed import with_lock
from afterword.model import Journal
from afterword.options import Options
from afterword.reading import ReadingOptions
from afterword.reading.source import decode
from afterword.site import about
from afterword.site.commission import Commission, other_name
from afterword.site.editions import edition_of, terms_of
from afterword.site.files import HostFile, copied_from, moved_places
from afterword.site.finishing import Converter, can_finish
from afterword.site.guard import guarded, without_leave
from afterword.site.inlines import ThemeInlines, Written, templates_below, written_in
from afterword.site.layout_reuse import pattern_template
from afterword.site.leftovers import guard_leftovers
from afterword.site.made import write_made_list
from afterword.site.material import mended
from afterword.site.refusals import require_private
from afterword.site.search import join_records, write_search_script
from afterword.site.sharing import File, is_worthwhile, lay_out_with, read_with
from afterword.site.site import Site
from afterword.site.worker import Worker, worker


class Build:
    """What one build knows, from its first hook to its last; the next one begins with `read` again."""

    def __init__(self) -> None:
        self.command = "build"
        self.options = Options()
        self.terms = Edition(Journal(), date.min)
        self.site = Site(self.terms)
        self._commission = Commission()
        self._worker = Worker(None)
        self.leaving = ExitStack()
        self._inlines = ThemeInlines(Written(), Environment(), None)  # noqa: S701  nothing is filled in before there is a theme
        self._handed: Journal | None = None
        self._about: str | None = None
        self._beside: dict[str, Path] = {}
        self._done: set[str] = set()
        self._entry_urls: Collection[str] = ()
        self._whole: str | None = None
        self.without_leave = 0
        self.renamed: Mapping[str, str] = {}

    @property
    def is_live(self) -> bool:
        """Whether the site is served while it is written."""
        return self.command == "serve"

    @property
    def date(self) -> datetime:
        """The day that the site is built for, as MkDocs wants it."""
        return datetime.combine(self.site.edition.today, time(), UTC)

    def read(
        self, entries: Sequence[File], config: Any, environment: Mapping[str, str], now: datetime
    ) -> None:
        """Read the entries in these files. Raises AfterwordError for what has to end a build before it has begun."""
        self._worker = self.leaving.enter_context(worker(wanted=is_worthwhile(entries)))
        self.terms = terms_of(
            self.options, environment, now, directory_urls=config.use_directory_urls
        )
        # A profile is built of what its readers see and nothing else, handed over as data.
        self._about = environment.get(about.VARIABLE)
        handed = environment.get(HANDED)
        self._handed = read_handed(Path(handed).read_bytes()) if handed else None
        options = ReadingOptions(
            synonyms=self.options.themes,
            holidays=self.options.holidays,
            extensions=tuple(one for one in config.markdown_extensions if isinstance(one, str)),
            extension_configs=config.mdx_configs,
        )
        # What a parser has of an entry is the whole of it.
        finish = self.terms.audience.sees_all and can_finish(config.markdown_extensions)
        read = read_with(self._worker, entries, options, finish=finish)
        self._commission = Commission(read, options, {path for _, path in entries})
        require_private(
            self.command, has_entries=self._commission.has_entries, plain=self.options.plain
        )

    def decide(self, files: Iterable[HostFile], config: Any) -> Journal:
        """Make the site of the entries that are among these files, and hand back the journal that they are."""
        found = {file.src_uri: file for file in files}
        new = [file for path, file in found.items() if path not in self._commission.paths]
        sources = (decode(file.content_bytes, file.src_uri) for file in new)
        commission = self._commission.with_sources(sources)
        moved = moved_places(found.values(), directory_urls=self.terms.directory_urls)
        converter = Converter(config.markdown_extensions, config.mdx_configs)

        def made(journal: Journal, worker: Worker) -> Site:
            seen = self._handed or seen_by(journal, self.terms.audience)
            edition = edition_of(seen, self.terms, moved)
            return Site(edition, commission.finished, lay_out_with(worker, edition, converter))

        journal = commission.journal(found)
        self.site = made(journal, self._worker)
        self.renamed = self._taken(found)
        if self.renamed:
            self.site = made(commission.journal(found, self.renamed), Worker(None))
        return journal

    def _taken(self, paths: Collection[str]) -> dict[str, str]:
        """The entries that lie where a page of ours does, each with a path of its own: both have a page."""
        taken = [path for path in self.site.entry_paths if self.site.page_at(path)]
        return {path: other_name(path, paths) for path in taken}

    def dress(self, environment: Environment, config: Any, files: Any, *, reuse: bool) -> None:
        """Prepare the theme's environment; `reuse` says that like pages may be laid out once."""
        self._done, self.without_leave = set(), 0
        self._beside = dict(copied_from(files, config.docs_dir))
        self._entry_urls = {files.src_uris[path].url for path in self.site.entry_paths}
        written = written_in(templates_below(config.theme.dirs))
        self._inlines = ThemeInlines(written, environment, config)
        if reuse:
            environment.template_class = pattern_template(self.guarded)
        environment.bytecode_cache = environment.bytecode_cache or compiled_templates()

    def template_guarded(self, name: str, output: str, base: str) -> str:
        """A page of the theme's own, such as the one for an address that is not there, guarded like the others."""
        if not name.endswith(".html"):
            return output
        self._done.add(name)
        # It is shown at any depth, of a place that a profile does not know: the theme's own would lead astray.
        is_lost = name == "404.html" and self.site.edition.audience.sees_part
        return self.guarded(missing_page() if is_lost else output, base)

    def with_parts(self, path: str, output: str, *, filled_in: str | None) -> str:
        """A laid out page with our HTML in its places. Raises AfterwordError where a place is gone.

        `filled_in` is the page as it was filled into the layout of one like it, and guarded with that one already.
        """
        whole = self.site.filled(path, output)
        self._whole = whole if output is filled_in else None
        return whole

    def as_it_leaves(self, output: str, place: str, base: str) -> str:
        """The page after every other plugin has had its say: guarded, where it is not the one that was filled in any more.

        `place` is where it lies in the site.
        """
        self._done.add(place)
        return output if output is self._whole else self.guarded(output, base)

    def guarded(self, page: str, base: str) -> str:
        """The page with what it may load and run; `base` leads from it to the top of the site."""
        page = mended(page)
        page = with_lock(page) if self.site.edition.address_key else page
        known = self._inlines.at(base)
        self.without_leave += 0 if self.is_live else without_leave(page, known)
        return guarded(page, known, live=self.is_live)

    def leave(self, config: Any) -> Iterator[str]:
        """Finish the built site, and tell in a sentence each what its owner should know.

        It gets its search, for pages opened from disk too, a guard for pages that no theme has laid out, and the list of what
        the build made, for whoever seals it.
        """
        self.close()
        site = Path(config.site_dir)
        join_records(site, self._entry_urls)
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
            yield f"{name}, which another plugin wrote, lacks what belongs into pages of Afterword. Leave those pages out of it."

    def close(self) -> None:
        """Close the worker, whatever it still has to do."""
        self.leaving.close()
