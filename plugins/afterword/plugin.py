"""The MkDocs adapter: hooks that unpack, call, and hand back. The only module that imports MkDocs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from functools import partial
from logging import ERROR, WARNING
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import (
    File,
    Files,
    InclusionLevel,
    file_sort_key,
    get_files,
    set_exclusions,
)
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme
from mkdocs.utils import get_relative_url, nest_paths
from mkdocs.utils.templates import TemplateContext

from afterword.errors import AfterwordError
from afterword.model import Journal, Severity
from afterword.options import SEALED, Options, read_options
from afterword.pages import Edition, Site
from afterword.pages.audience import Profile, read_audience
from afterword.pages.bundle import disk_script, script, stylesheet
from afterword.pages.colleague import Colleague, colleague
from afterword.pages.commission import Commission
from afterword.pages.conversion import EntryMarkdown
from afterword.pages.editions import edition_of, terms_of
from afterword.pages.files import copied_from, move, moved_places, written_by_user
from afterword.pages.finishing import Converter, can_finish
from afterword.pages.guard import guarded
from afterword.pages.inlines import ThemeInlines, Written, templates_below, written_in
from afterword.pages.late import Late
from afterword.pages.made import write_made_list
from afterword.pages.material import mended
from afterword.pages.navigation import is_usual, put_in_order
from afterword.pages.page import Page
from afterword.pages.patterns import pattern_template
from afterword.pages.refusals import require_one_seal, require_private
from afterword.pages.rendering import compiled_templates
from afterword.pages.sealed import with_lock
from afterword.pages.search import join_records, write_search_script
from afterword.pages.sharing import File as EntryFile
from afterword.pages.sharing import is_worthwhile, lay_out_with, read_with
from afterword.reading import ReadingOptions
from afterword.reading.source import decode

log = get_plugin_logger("afterword")

# After plugins that come last: some of them look at every file there is, and know of none that was generated.
LAST = -200
STYLESHEET = "assets/afterword.css"
SCRIPT = "assets/afterword.js"
DISK_SCRIPT = "assets/afterword-disk.js"
SERVED = {STYLESHEET: stylesheet, SCRIPT: script, DISK_SCRIPT: disk_script}
_IDENTITY = re.compile(r' id="([^"]+)"')


# Plugins that look at a page on its way into the theme, and change nothing there.
_QUIET = frozenset({__name__, "mkdocs.contrib.search", "material.plugins.search.plugin"})


class AfterwordOptions(Config):
    """The plugin's section of mkdocs.yml, as MkDocs checks it; `afterword.options` says what each means."""

    themes = config_options.Type(dict, default={})
    today = config_options.Optional(config_options.Type((str, date)))
    holidays = config_options.Type(list, default=[])
    feedback_delay = config_options.Type(int, default=2)
    plain = config_options.Type(bool, default=False)


class OurPage(SitePage):
    """A page whose HTML we know of ourselves, where nobody has changed its text since: an entry's from what its reading parsed."""

    finish: Callable[[], tuple[str, list[dict[str, Any]]] | None] | None = None
    handed: str | None = None

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the finished page, or convert the text as MkDocs does."""
        finished = self.finish() if self.finish and self.markdown == self.handed else None
        if finished is None:
            super().render(config, files)
            return
        self.content, headings = finished
        self.toc = get_toc(headings)  # type: ignore[arg-type]
        self.present_anchor_ids = set(_IDENTITY.findall(self.content))
        self.links_to_anchors = {}


class AfterwordPlugin(BasePlugin[AfterwordOptions]):
    """Turns the folder of entries into the site; every hook is a few lines, the work is in the rooms."""

    def __init__(self) -> None:
        self.command = "build"
        self.whole: str | None = None
        self.markdown = EntryMarkdown()
        self.options = Options()
        self.leaving = ExitStack()
        self.terms = Edition(Journal(), date.min)
        self.site = Site(self.terms)
        self.commission = Commission()
        self.other = Colleague(None)
        self.inlines = ThemeInlines(Written(), Environment(), None)  # noqa: S701  nothing is filled in before there is a theme
        self.base = ""
        self.beside: dict[str, Path] = {}
        self.entry_urls: set[str] = set()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is asked for; having this hook keeps the plugin between the builds of one `serve`."""
        self.command = command

    @property
    def wanted(self) -> Callable[[InclusionLevel], bool]:
        """Which files become pages: drafts do under `serve` alone."""
        return InclusionLevel.is_in_serve if self.command == "serve" else InclusionLevel.is_included

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the options, and ask for our stylesheet, script and Markdown extension."""
        try:
            self.options = read_options({key: value for key, value in self.config.items() if value})
            require_one_seal(config.plugins)
        except AfterwordError as error:
            raise PluginError(str(error)) from error
        if os.environ.get(SEALED):
            # Its links would send a page's address, words and all, to the host.
            features = config.theme.get("features") or []
            config.theme["features"] = [one for one in features if one != "search.share"]
        if read_audience(os.environ).profile is not Profile.FULL:
            # A navigation of the user's own names pages that are left out, and a link to the source its file.
            config.nav = config.repo_url = config.edit_uri = None
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        config.extra.setdefault("polyfills", []).append(DISK_SCRIPT)
        # Python-Markdown takes an extension itself as well as its name.
        config.markdown_extensions.append(self.markdown)  # type: ignore[arg-type]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the journal while the last good site is still in place: what ends a build ends it here.

        So does a journal that would go where everybody can read it: MkDocs builds before it pushes.
        """
        entries = _entry_files(config, wanted=self.wanted)
        other = self.leaving.enter_context(colleague(wanted=is_worthwhile(entries)))
        now = datetime.now().astimezone()
        try:
            self.terms = terms_of(
                self.options, os.environ, now, directory_urls=config.use_directory_urls
            )
            reading = ReadingOptions(
                synonyms=self.options.themes,
                extensions=tuple(one for one in config.markdown_extensions if isinstance(one, str)),
                extension_configs=config.mdx_configs,
            )
            # What a parser has of an entry is the whole of it.
            finish = self.terms.audience.sees_all and can_finish(config.markdown_extensions)
            read = read_with(other, entries, reading, finish=finish)
            self.commission = Commission(read, reading, {path for _, path in entries})
            require_private(
                self.command, has_entries=self.commission.has_entries, plain=self.options.plain
            )
        except AfterwordError as error:
            raise PluginError(str(error)) from error
        self.other = other

    def on_build_error(self, *, error: Exception) -> None:
        """Keep nobody waiting for work that will not come."""
        self.leaving.close()

    @event_priority(LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, but for those that the user has written, once every other plugin has had its say about the entries."""
        # A blog takes its posts out of MkDocs' hands, and lays them out itself.
        found = {
            file.src_uri: file
            for file in files.documentation_pages(inclusion=lambda _level: True)
            if file.page or self.wanted(file.inclusion)
        }
        new = (file for path, file in found.items() if path not in self.commission.paths)
        sources = (decode(file.content_bytes, file.src_uri) for file in new)
        journal = self.commission.with_sources(sources).journal(found)
        _report(journal)
        edition = edition_of(
            journal,
            self.terms,
            moved_places(found.values(), directory_urls=self.terms.directory_urls),
        )
        converter = Converter(config.markdown_extensions, config.mdx_configs)
        laid_out = lay_out_with(self.other, edition, converter)
        self.site = Site(edition, self.commission.finished, laid_out)
        if edition.audience.profile is not Profile.FULL:
            _keep_only(self.site.entry_paths, files, config)
        # Built in this order: what is still in the making comes last, the cards of the entries before the late pages.
        for page in self.site.at_hand:
            self._add(page, files, config)
        for path in self.site.entry_paths:
            self._take(files.src_uris[path], files, config)
        for late in self.site.late:
            self._add(late, files, config)
        for path, text in SERVED.items():
            files.append(File.generated(config, path, content=text()))
        return files

    def _take(self, entry: File, files: Files, config: MkDocsConfig) -> None:
        """Keep an entry out of the navigation, and give it the page that its reading made; another plugin's page stays its own."""
        if entry.page is None:
            entry.inclusion = InclusionLevel.NOT_IN_NAV
            self._place(entry)
            OurPage(None, entry, config).finish = partial(self.site.finished, entry.src_uri)
            files.remove(entry)
            files.append(entry)

    def _add(self, page: Page | Late, files: Files, config: MkDocsConfig) -> None:
        """Add a page of ours, unless the user has one there."""
        if not written_by_user(page.path, files.get_file_from_path):
            level = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
            made = File.generated(config, page.path, content=page.source, inclusion=level)
            self._place(made)
            files.append(made)
            OurPage(None, made, config).finish = partial(self.site.converted, page.path)

    def _place(self, file: File) -> None:
        edition = self.site.edition
        move(file, edition.place(file.src_uri), directory_urls=edition.directory_urls)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages in the order of the day, the user's own after them, where neither the user nor a plugin has a say."""
        listed = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        nested = nest_paths(file.src_uri for file in sorted(listed, key=file_sort_key))
        if config.nav is None and is_usual(nested, nav.pages):
            put_in_order(nav.items, nav.pages)
        return nav

    def on_page_read_source(self, *, page: SitePage, config: MkDocsConfig) -> str | None:
        """Hand MkDocs our reading of an entry, so that it never meets front matter that it would choke on or print."""
        return self.site.entry_source(page.file.src_uri)

    def on_page_markdown(
        self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put our page below the user's where both have one, and tell the conversion whether this is an entry."""
        path = page.file.src_uri
        self.markdown.dressing = self.site.dressing(path)
        if isinstance(page, OurPage):
            page.handed = markdown if markdown == self.site.text(path) else None
        elif path in self.site.entry_paths:
            # A blog reads its posts itself. The items of an entry have to be where everything leads to.
            return self.site.text(path) or markdown
        if page.file.generated_by is None and (ours := self.site.page_at(path)):
            return f"{markdown}\n\n{ours.below}"
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date every page with the day the site is built for, so that a build can be repeated to the byte; fill in like pages."""
        self.beside = dict(copied_from(files, config.docs_dir))
        self.entry_urls = {files.src_uris[path].url for path in self.site.entry_paths}
        for page in filter(None, (file.page for file in files.documentation_pages())):
            page.update_date = self.site.edition.today.isoformat()
        self.inlines = ThemeInlines(written_in(templates_below(config.theme.dirs)), env, config)
        if _is_untouched(env, config):
            env.template_class = pattern_template(self._guarded)
        env.bytecode_cache = env.bytecode_cache or compiled_templates()
        return env

    @event_priority(100)
    def on_page_content(
        self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep a place for the card of an entry; what belongs there is nothing that a search should find."""
        return self.site.with_place(page.file.src_uri, html)

    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Date a page with the day that is built for."""
        context["build_date_utc"] = datetime.combine(self.site.edition.today, time(), UTC)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The same for pages of the theme's own, such as the one for an address that is not there."""
        self.base = context["base_url"]
        context["build_date_utc"] = datetime.combine(self.site.edition.today, time(), UTC)
        return context

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Guard the theme's own pages as well."""
        if not template_name.endswith(".html"):
            return output_content
        return self._guarded(output_content, self.base)

    @event_priority(100)
    def _with_parts(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Put our HTML into its places, before another plugin looks at the page."""
        try:
            whole = self.site.filled(page.file.src_uri, output)
        except AfterwordError as error:
            raise PluginError(str(error)) from error
        # What was filled in is guarded already, unless another plugin changes it from here on.
        self.whole = whole if output is getattr(page, "filled_in", None) else None
        return whole

    @event_priority(-100)
    def _as_it_leaves(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Let no page load anything from elsewhere, after every other plugin has had its say."""
        if output is self.whole:
            return output
        return self._guarded(output, get_relative_url(".", page.url))

    on_post_page = CombinedEvent(_with_parts, _as_it_leaves)

    def _guarded(self, page: str, base: str) -> str:
        """The page guarded; `base` leads from it to the top of the site."""
        page = mended(page)
        page = with_lock(page) if self.site.edition.address_key else page
        return guarded(page, self.inlines.at(base), live=self.command == "serve")

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Lay the search index down as a script too: a site opened from disk may not fetch, but may load that.

        Last of all comes the list of what this build made, for whoever seals the site.
        """
        self.leaving.close()
        site = Path(config.site_dir)
        join_records(site, self.entry_urls)
        write_search_script(site)
        if self.command != "serve":
            write_made_list(site, self.beside, map(str, config.extra_javascript))


def _keep_only(paths: Iterable[str], files: Files, config: MkDocsConfig) -> None:
    """Leave out every file of the user's but these: what an audience is not meant to see is not built."""
    allowed = set(paths)
    for file in files:
        if file.src_dir == config.docs_dir and file.src_uri not in allowed:
            file.inclusion = InclusionLevel.EXCLUDED


def _entry_files(
    config: MkDocsConfig, *, wanted: Callable[[InclusionLevel], bool]
) -> list[EntryFile]:
    files = get_files(config)
    set_exclusions(files, config)
    pages = files.documentation_pages(inclusion=wanted)
    return [(Path(file.abs_src_path), file.src_uri) for file in pages if file.abs_src_path]


def _is_untouched(env: Environment, config: MkDocsConfig) -> bool:
    """Whether pages are laid out by a theme that we know, and nobody else has a say in it: then like pages differ in their words alone."""
    name = config.theme.name
    if name not in {"material", "mkdocs"} or config.theme.dirs != Theme(name).dirs:
        return False
    heard = (*config.plugins.events["page_context"], *config.plugins.events["env"])
    owners = {type(getattr(one, "__self__", None)).__module__ for one in heard}
    return getattr(env.loader, "searchpath", None) == config.theme.dirs and owners <= _QUIET


def _report(journal: Journal) -> None:
    """Log each error and warning once, so that `--strict` counts them; hints are for `afterword check`."""
    levels = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}
    for problem in journal.problems:
        if level := levels.get(problem.severity):
            log.log(level, "%s", problem)
