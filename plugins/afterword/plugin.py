"""The MkDocs adapter: hooks that unpack, call, and hand back. The only module that imports MkDocs."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, date, datetime, time
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any, Literal

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.structure.toc import get_toc
from mkdocs.utils.templates import TemplateContext

from afterword.errors import AfterwordError
from afterword.model import Journal, Severity
from afterword.options import SEALED, Options, choose_today, read_options
from afterword.pages import Edition, Site
from afterword.pages.addresses import rank
from afterword.pages.audience import Audience, read_audience
from afterword.pages.bundle import disk_script, script, stylesheet
from afterword.pages.colleague import Colleague, colleague
from afterword.pages.conversion import EntryMarkdown
from afterword.pages.finishing import Converter, can_finish
from afterword.pages.guard import guarded
from afterword.pages.handed import HANDED, read_handed, require_handed
from afterword.pages.late import Late
from afterword.pages.material import mended
from afterword.pages.page import Page
from afterword.pages.patterns import pattern_template
from afterword.pages.profiles import seen_by
from afterword.pages.rendering import compiled_templates, missing_page
from afterword.pages.sealed import with_lock
from afterword.pages.sharing import File as EntryFile
from afterword.pages.sharing import is_worthwhile, lay_out_with, read_with, uncollected
from afterword.reading import ReadingOptions
from afterword.reading.journal import journal_of

log = get_plugin_logger("afterword")

STYLESHEET = "assets/afterword.css"
SCRIPT = "assets/afterword.js"
DISK_SCRIPT = "assets/afterword-disk.js"
SERVED = {STYLESHEET: stylesheet, SCRIPT: script, DISK_SCRIPT: disk_script}
INDEX = "search/search_index"
_IDENTITY = re.compile(r' id="([^"]+)"')


class AfterwordOptions(Config):
    """The plugin's section of mkdocs.yml, as MkDocs checks it; `afterword.options` says what each means."""

    themes = config_options.Type(dict, default={})
    today = config_options.Optional(config_options.Type((str, date)))
    holidays = config_options.Type(list, default=[])
    feedback_delay = config_options.Type(int, default=2)
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
        self.live = False
        self.whole: str | None = None
        self.markdown = EntryMarkdown()
        self.options = Options()
        self.leaving = ExitStack()
        self.site = Site(Edition(Journal(), date.min))

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are served live; having this hook keeps the plugin between the builds of one `serve`."""
        self.live = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read the options, and ask for our stylesheet, script and Markdown extension."""
        try:
            self.options = read_options({key: value for key, value in self.config.items() if value})
            require_handed(os.environ)
        except AfterwordError as error:
            raise PluginError(str(error)) from error
        if os.environ.get(SEALED):
            # Its links would send a page's address, words and all, to the host.
            features = config.theme.get("features") or []
            config.theme["features"] = [one for one in features if one != "search.share"]
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        config.extra.setdefault("polyfills", []).append(DISK_SCRIPT)
        # Python-Markdown takes an extension itself as well as its name.
        config.markdown_extensions.append(self.markdown)  # type: ignore[arg-type]
        return config

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the journal while the last good site is still in place, and say what could not be read."""
        entries = _entry_files(config, live=self.live)
        other = self.leaving.enter_context(colleague(wanted=is_worthwhile(entries)))
        try:
            with uncollected():
                self.site = _site(entries, config, self.options, other)
        except AfterwordError as error:
            raise PluginError(str(error)) from error

    def on_build_error(self, *, error: Exception) -> None:
        """Keep nobody waiting for work that will not come."""
        self.leaving.close()

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add our pages, but for those that the user has written; keep entries out of the navigation."""
        # Built in this order: what is still in the making comes last, the cards of the entries before the late pages.
        for page in self.site.at_hand:
            self._add(page, files, config)
        for path in self.site.entry_paths:
            # What was handed over lies in no folder.
            entry = files.src_uris.get(path) or File.generated(config, path, content="")
            entry.inclusion = InclusionLevel.NOT_IN_NAV
            _move(entry, self.site.edition, config)
            OurPage(None, entry, config).finish = partial(self.site.finished, path)
            if path in files.src_uris:
                files.remove(entry)
            files.append(entry)
        for late in self.site.late:
            self._add(late, files, config)
        for path, text in SERVED.items():
            files.append(File.generated(config, path, content=text()))
        return files

    def _add(self, page: Page | Late, files: Files, config: MkDocsConfig) -> None:
        """Add a page of ours, unless the user has one there."""
        if not _written(files, page.path):
            level = InclusionLevel.INCLUDED if page.listed else InclusionLevel.NOT_IN_NAV
            made = File.generated(config, page.path, content=page.source, inclusion=level)
            _move(made, self.site.edition, config)
            files.append(made)
            OurPage(None, made, config).finish = partial(self.site.converted, page.path)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages in the order of the day, the user's own after them, where the user has not written a nav."""
        if config.nav is None:
            nav.items.sort(key=lambda item: rank(item.file.src_uri if item.is_page else None))
            nav.pages.sort(key=lambda page: rank(page.file.src_uri))
            for before, after in pairwise(nav.pages):
                before.next_page, after.previous_page = after, before
            nav.pages[0].previous_page = nav.pages[-1].next_page = None
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
        if page.file.generated_by is None and (ours := self.site.page_at(path)):
            return f"{markdown}\n\n{ours.below}"
        return markdown

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        """Date every page with the day the site is built for, so that a build can be repeated to the byte; fill in like pages."""
        for page in filter(None, (file.page for file in files.documentation_pages())):
            page.update_date = self.site.edition.today.isoformat()
        env.template_class = pattern_template(self._guarded)
        env.bytecode_cache = env.bytecode_cache or compiled_templates()
        return env

    @event_priority(100)
    def _before_search(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Let a search index read an entry as one short record: its words, without the markup around each of them."""
        self.whole = page.content
        page.content = self.site.searched(page.file.src_uri, page.content or "")
        return context

    @event_priority(-100)
    def _after_search(
        self, context: TemplateContext, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the page its content back, with the card on an entry's, and date it with the day that is built for."""
        page.content = self.site.with_card(page.file.src_uri, self.whole or "")
        context["build_date_utc"] = datetime.combine(self.site.edition.today, time(), UTC)
        return context

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """The same for pages of the theme's own, such as the one for an address that is not there."""
        context["build_date_utc"] = datetime.combine(self.site.edition.today, time(), UTC)
        return context

    @event_priority(-100)
    def on_post_template(
        self, output_content: str, *, template_name: str, config: MkDocsConfig
    ) -> str:
        """Guard the theme's own pages as well."""
        if not template_name.endswith(".html"):
            return output_content
        # It is shown at any depth, of a place that a profile does not know: the theme's own would lead astray.
        is_lost = template_name == "404.html" and self.site.edition.audience.sees_part
        return self._guarded(missing_page() if is_lost else output_content)

    @event_priority(-100)
    def on_post_page(self, output: str, *, page: SitePage, config: MkDocsConfig) -> str:
        """Let no page load anything from elsewhere, after every other plugin has had its say."""
        # What was filled in is guarded already, unless another plugin has changed it since.
        if output is not getattr(page, "filled_in", None):
            output = self._guarded(output, page.content or "")
        return self.site.filled(page.file.src_uri, output)

    def _guarded(self, page: str, content: str = "") -> str:
        page = mended(page)
        page = with_lock(page) if self.site.edition.address_key else page
        return guarded(page, content=content, live=self.live)

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Lay the search index down as a script too: a site opened from disk may not fetch, but may load that."""
        self.leaving.close()
        index = Path(config.site_dir, f"{INDEX}.json")
        if index.is_file():
            text = index.read_text(encoding="utf-8")
            index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")


def _site(
    entries: Sequence[EntryFile], config: MkDocsConfig, options: Options, other: Colleague
) -> Site:
    """The site of the journal in these files, or of what was handed over of one, made together with somebody else."""
    audience = read_audience(os.environ)
    converter = Converter(config.markdown_extensions, config.mdx_configs)
    if handed := os.environ.get(HANDED):
        seen = read_handed(Path(handed).read_text(encoding="utf-8"))
        edition = _edition(config, options, seen, audience)
        return Site(edition, {}, lay_out_with(other, edition, converter))
    reading = ReadingOptions(
        synonyms=options.themes,
        extensions=tuple(name for name in config.markdown_extensions if isinstance(name, str)),
        extension_configs=config.mdx_configs,
    )
    # What a parser has of an entry is the whole of it.
    finish = audience.sees_all and can_finish(config.markdown_extensions)
    found = read_with(other, entries, reading, finish=finish)
    journal = journal_of(found.entries, reading)
    _report(journal)
    edition = _edition(config, options, seen_by(journal, audience), audience)
    return Site(edition, found.finished, lay_out_with(other, edition, converter))


def _entry_files(config: MkDocsConfig, *, live: bool) -> list[EntryFile]:
    wanted = InclusionLevel.is_in_serve if live else InclusionLevel.is_included
    files = get_files(config)
    set_exclusions(files, config)
    pages = files.documentation_pages(inclusion=wanted)
    return [(Path(file.abs_src_path), file.src_uri) for file in pages if file.abs_src_path]


def _edition(
    config: MkDocsConfig, options: Options, journal: Journal, audience: Audience
) -> Edition:
    """The journal as it stands today; it is already what its audience sees."""
    return Edition(
        journal=journal,
        today=choose_today(None, options, os.environ, datetime.now().astimezone().date()),
        directory_urls=config.use_directory_urls,
        holidays=options.holidays,
        feedback_delay=options.feedback_delay,
        follows_clock=options.today is None,
        audience=audience,
        address_key=bytes.fromhex(os.environ.get(SEALED, "")) or None,
    )


def _move(file: File, edition: Edition, config: MkDocsConfig) -> None:
    """Put a page where the edition wants it, before anything has asked where it lies."""
    place = edition.place(file.src_uri)
    if place != file.src_uri:
        file.dest_uri = File(place, None, config.site_dir, config.use_directory_urls).dest_uri
        for known in ("url", "abs_dest_path"):
            vars(file).pop(known, None)


def _report(journal: Journal) -> None:
    """Log each error and warning once, so that `--strict` counts them; hints are for `afterword check`."""
    levels = {Severity.ERROR: log.error, Severity.WARNING: log.warning}
    for problem in journal.problems:
        if problem.severity in levels:
            levels[problem.severity]("%s", problem)


def _written(files: Files, path: str) -> bool:
    """Whether the user has a page at this address; README.md is a folder's index too."""
    names = {path, re.sub(r"(^|/)index\.md$", r"\1README.md", path)}
    return any(files.get_file_from_path(name) for name in names)
