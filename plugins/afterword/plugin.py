"""The MkDocs adapter: hooks that unpack, call, and hand back. The only module that imports MkDocs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from datetime import date, datetime
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

from afterword.audience.handed import require_handed
from afterword.edition.page import Page
from afterword.errors import AfterwordError
from afterword.model import Journal, Severity
from afterword.options import read_options
from afterword.site.build import Build
from afterword.site.bundle import assets
from afterword.site.conversion import EntryMarkdown
from afterword.site.files import move, written_by_user
from afterword.site.late import Late
from afterword.site.layout_reuse import is_known_theme
from afterword.site.navigation import is_usual, put_in_order
from afterword.site.refusals import require_one_seal
from afterword.site.settings import prepare

log = get_plugin_logger("afterword")

# After plugins that come last: some of them look at every file there is, and know of none that was generated.
LAST = -200
_IDENTITY = re.compile(r' id="([^"]+)"')


class AfterwordOptions(Config):
    """The plugin's section of mkdocs.yml, as MkDocs checks it; `afterword.options` says what each means."""

    themes = config_options.Type(dict, default={})
    today = config_options.Optional(config_options.Type((str, date)))
    holidays = config_options.Type(list, default=[])
    feedback_delay = config_options.Type(int, default=2)
    plain = config_options.Type(bool, default=False)
    report = config_options.Type(dict, default={})


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
        self.build = Build()
        self.markdown = EntryMarkdown()
        self.base = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember what is asked for; having this hook keeps the plugin between the builds of one `serve`."""
        self.build.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the options, and prepare the site's settings."""
        given = {key: value for key, value in self.config.items() if value}
        try:
            self.build.options = read_options(given)
            require_one_seal(config.plugins)
            require_handed(os.environ)
            prepare(config, os.environ, self.markdown)
        except AfterwordError as error:
            raise PluginError(str(error)) from error
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the journal while the last good site is still in place: what ends a build ends it here.

        So does a journal that would go where everybody can read it: MkDocs builds before it pushes.
        """
        files = get_files(config)
        set_exclusions(files, config)
        pages = files.documentation_pages(inclusion=self._wanted)
        entries = [(Path(one.abs_src_path), one.src_uri) for one in pages if one.abs_src_path]
        try:
            self.build.read(entries, config, os.environ, datetime.now().astimezone())
        except AfterwordError as error:
            raise PluginError(str(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        """Close the worker after a failed build."""
        self.build.close()

    @event_priority(LAST)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, but for those that the user has written, once every other plugin has had its say about the entries."""
        # A blog takes its posts out of MkDocs' hands, and lays them out itself.
        pages = files.documentation_pages(inclusion=lambda _level: True)
        there = (one for one in pages if one.page or self._wanted(one.inclusion))
        _report(self.build.decide(there, config))
        site = self.build.site
        self._rename(files, config)
        # Built in this order: what is still in the making comes last, the cards of the entries before the late pages.
        for page in site.at_hand:
            self._add(page, files, config)
        for path in site.entry_paths:
            # What was handed over lies in no folder.
            entry = files.src_uris.get(path) or File.generated(config, path, content="")
            self._take(entry, files, config)
        for late in site.late:
            self._add(late, files, config)
        for path, text in assets().items():
            files.append(File.generated(config, path, content=text))
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages in the order of the day, the user's own after them, where neither the user nor a plugin has a say."""
        listed = files.documentation_pages(inclusion=InclusionLevel.is_in_nav)
        nested = nest_paths(file.src_uri for file in sorted(listed, key=file_sort_key))
        if config.nav is None and is_usual(nested, nav.pages):
            put_in_order(nav.items, nav.pages)
        return nav

    def on_page_read_source(self, *, page: SitePage, config: MkDocsConfig) -> str | None:
        """Hand MkDocs our reading of an entry, so that it never meets front matter that it would choke on or print."""
        return self.build.site.entry_source(page.file.src_uri)

    def on_page_markdown(
        self, markdown: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put our page below the user's where both have one, and tell the conversion whether this is an entry."""
        site, path = self.build.site, page.file.src_uri
        self.markdown.dressing = site.dressing(path)
        if isinstance(page, OurPage):
            page.handed = markdown if markdown == site.text(path) else None
        elif path in site.entry_paths:
            # A blog reads its posts itself. The items of an entry have to be where everything leads to.
            return site.text(path) or markdown
        if page.file.generated_by is None and (ours := site.page_at(path)):
            return f"{markdown}\n\n{ours.below}"
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date every page with the day the site is built for, so that a build can be repeated to the byte; prepare the theme."""
        for page in filter(None, (file.page for file in files.documentation_pages())):
            page.update_date = f"{self.build.date:%Y-%m-%d}"
        theme = config.theme
        listeners = [*config.plugins.events["page_context"], *config.plugins.events["env"]]
        reuse = is_known_theme(theme.name, listeners) and theme.dirs == Theme(theme.name).dirs
        self.build.dress(env, config, files, reuse=reuse)
        return env

    @event_priority(100)
    def on_page_content(
        self, html: str, *, page: SitePage, config: MkDocsConfig, files: Files
    ) -> str:
        """Keep a place for the card of an entry; what belongs there is nothing that a search should find."""
        return self.build.site.with_place(page.file.src_uri, html)

    def on_page_context(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Date a page with the day that is built for."""
        context["build_date_utc"] = self.build.date
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The same for pages of the theme's own, such as the one for an address that is not there."""
        self.base = context["base_url"]
        context["build_date_utc"] = self.build.date
        return context

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Guard the theme's own pages as well."""
        return self.build.template_guarded(template_name, output_content, self.base)

    @event_priority(100)
    def _with_parts(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Put our HTML into its places, before another plugin looks at the page."""
        try:
            filled_in = getattr(page, "filled_in", None)
            return self.build.with_parts(page.file.src_uri, output, filled_in=filled_in)
        except AfterwordError as error:
            raise PluginError(str(error)) from error

    @event_priority(-100)
    def _as_it_leaves(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Let no page load anything from elsewhere, after every other plugin has had its say."""
        base = get_relative_url(".", page.url)
        return self.build.as_it_leaves(output, page.file.dest_uri, base)

    on_post_page = CombinedEvent(_with_parts, _as_it_leaves)

    @event_priority(LAST)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the built site."""
        for sentence in self.build.leave(config):
            log.warning("%s", sentence)
        if count := self.build.without_leave:
            log.info(
                "%d scripts and styles in pages are left idle: a page runs its theme's.", count
            )

    def _wanted(self, level: InclusionLevel) -> bool:
        """Whether such a file becomes a page: a draft does under `serve` alone."""
        return bool(level.is_in_serve() if self.build.is_live else level.is_included())

    def _rename(self, files: Files, config: MkDocsConfig) -> None:
        """Give an entry that lies where a page of ours does a place of its own."""
        for path, name in self.build.renamed.items():
            entry = files.src_uris[path]
            files.remove(entry)
            files.append(File.generated(config, name, abs_src_path=str(entry.abs_src_path)))
            log.info(
                "%s is an entry, and a page of Afterword lies there too: the entry's page is at %s. "
                "Rename the file to choose a place for it.",
                *(path, name),
            )

    def _take(self, entry: File, files: Files, config: MkDocsConfig) -> None:
        """Keep an entry out of the navigation, and give it the page that its reading made; another plugin's page stays its own."""
        if entry.page is None:
            entry.inclusion = InclusionLevel.NOT_IN_NAV
            self._place(entry)
            OurPage(None, entry, config).finish = partial(self.build.site.finished, entry.src_uri)
            if entry.src_uri in files.src_uris:
                files.remove(entry)
            files.append(entry)

    def _add(self, page: Page | Late, files: Files, config: MkDocsConfig) -> None:
        """Add a page of ours, unless the user has one there, which then lies where ours would."""
        if written := written_by_user(page.path, files.get_file_from_path):
            self._place(written)
            return
        level = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
        made = File.generated(config, page.path, content=page.source, inclusion=level)
        self._place(made)
        files.append(made)
        OurPage(None, made, config).finish = partial(self.build.site.converted, page.path)

    def _place(self, file: File) -> None:
        edition = self.build.site.edition
        move(file, edition.place(file.src_uri), directory_urls=edition.directory_urls)


def _report(journal: Journal) -> None:
    """Log each error and warning once, so that `--strict` counts them; hints are for `afterword check`."""
    levels = {Severity.ERROR: ERROR, Severity.WARNING: WARNING}
    for problem in journal.problems:
        if level := levels.get(problem.severity):
            log.log(level, "%s", problem)
