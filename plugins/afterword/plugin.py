"""The MkDocs adapter: hooks that unpack, call, and hand back. The only module that imports MkDocs."""

from __future__ import annotations

import os
from datetime import date, datetime
from typing import Any

from jinja2 import Environment
from mkdocs.config import Config, config_options
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority, get_plugin_logger
from mkdocs.structure import files as f
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.theme import Theme
from mkdocs.utils import nest_paths
from mkdocs.utils.templates import TemplateContext

from afterword.site.build import Build
from afterword.site.host import Convert, Host, raised_as
from afterword.site.made_when_asked import MadeWhenAsked

# A test takes that room away from a copy: the site is the same.
try:
    from afterword.speed import FastAccelerator as Accelerator
except ModuleNotFoundError:  # pragma: no cover
    from afterword.site.accelerator import Accelerator  # type: ignore[assignment]


class AfterwordOptions(Config):
    """The plugin's section of mkdocs.yml, as MkDocs checks it; `afterword.options` says what each means."""

    themes = config_options.Type(dict, default={})
    today = config_options.Optional(config_options.Type((str, date)))
    holidays = config_options.Type(list, default=[])
    feedback_delay = config_options.Type(int, default=2)
    plain = config_options.Type(bool, default=False)
    report = config_options.Type(dict, default={})
    folder = config_options.Type(str, default="")
    themes_from = config_options.Type(str, default="")
    dates = config_options.Type(str, default="")


class OurPage(Page):
    """A page that asks for its HTML before MkDocs converts its Markdown."""

    toc = MadeWhenAsked(lambda outline: get_toc([one.token for one in outline]))
    present_anchor_ids = MadeWhenAsked(set)

    def __init__(self, convert: Convert, *of_page: Any) -> None:
        super().__init__(*of_page)
        # What is first set long after a page is made, Python keeps in a dictionary of each page's own, a kilobyte of it.
        self.convert, self.present_anchor_ids, self.links_to_anchors = convert, None, None

    def render(self, config: MkDocsConfig, files: f.Files) -> None:
        """Take the HTML that is known, or convert the Markdown as MkDocs does."""
        if (converted := self.convert(self.markdown)) is None:
            super().render(config, files)
        else:
            (self.content, self.toc, self.present_anchor_ids), self.links_to_anchors = converted, {}


HOST = Host(
    make_file=f.File.generated,
    make_page=OurPage,
    listed=f.InclusionLevel.INCLUDED,
    unlisted=f.InclusionLevel.NOT_IN_NAV,
    usual_order=lambda those: nest_paths(x.src_uri for x in sorted(those, key=f.file_sort_key)),
    theme_folders=lambda name: Theme(name).dirs,
    log=get_plugin_logger("afterword"),
)


class AfterwordPlugin(BasePlugin[AfterwordOptions]):
    """Turns the folder of entries into the site: hands each event of MkDocs to the build at hand."""

    def __init__(self) -> None:
        self.build = Build(HOST, Accelerator())

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Note what is asked for; having this hook keeps the plugin between the builds of one `serve`."""
        self.build.command, self.build.is_dirty = command, dirty

    @raised_as(PluginError)
    def on_config(self, config: MkDocsConfig) -> None:
        """Read the options, and prepare the site's settings."""
        self.build.prepare(self.config, config, os.environ)

    @raised_as(PluginError)
    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Read the journal while the last good site is still in place: what ends a build ends it here."""
        self.build.read(f.get_files(config), config, os.environ, datetime.now().astimezone())

    @event_priority(100)
    def _keep_out(self, files: f.Files, /, **_: object) -> None:
        """Take out what is for the writer alone, before another plugin looks at it."""
        self.build.keep_out(files)

    # After plugins that come last: some look at every file there is, and know of none that was generated.
    @event_priority(-200)
    def _place(self, files: f.Files, /, *, config: MkDocsConfig, **_: object) -> None:
        """Add our pages once every other plugin has had its say about the entries."""
        self.build.place(files, config)

    on_files = CombinedEvent(_keep_out, _place)

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: f.Files) -> None:
        """Put our pages in the order of the day, where nobody else gave them one."""
        self.build.order(nav, files, config)

    def on_page_read_source(self, *, page: Page, **_: object) -> str | None:
        """Hand MkDocs our reading of an entry, whose front matter it might choke on or print, and the headings of our pages."""
        return self.build.source(page, is_own=isinstance(page, OurPage))

    def on_page_markdown(self, markdown: str, *, page: Page, **_: object) -> str:
        """Put our page below the user's where both have one, and tell the conversion whether this is an entry."""
        return self.build.markdown(page, markdown, is_own=isinstance(page, OurPage))

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: f.Files) -> Environment:
        """Prepare the theme, and date every page."""
        return self.build.themed(env, config, files)

    @event_priority(100)
    def on_page_content(self, html: str, *, page: Page, **_: object) -> str:
        """Keep a place for the card of an entry; what belongs there is nothing that a search should find."""
        return self.build.with_place(page, html)

    @event_priority(100)
    def on_page_context(self, context: TemplateContext, *, config: MkDocsConfig, **of: Any) -> None:
        """Date pages with the day that is built for, the theme's own as well; tell the search what it need not look for."""
        self.build.date(context, config, of.get("page"), of.get("template_name", ""))

    on_template_context = on_page_context

    @event_priority(-100)
    def on_post_template(self, output_content: str, *, template_name: str, **_: object) -> str:
        """Guard the theme's own pages as well."""
        return self.build.template_guarded(template_name, output_content)

    @event_priority(100)
    @raised_as(PluginError)
    def _with_parts(self, /, output: str, *, page: Page, **_: object) -> str:
        """Put our HTML into its places, before another plugin looks at the page."""
        return self.build.with_parts(page, output)

    @event_priority(-100)
    def _as_it_leaves(self, /, output: str, *, page: Page, **_: object) -> str:
        """Let no page load anything from elsewhere, after every other plugin has had its say."""
        return self.build.as_it_leaves(page, output, is_own=isinstance(page, OurPage))

    on_post_page = CombinedEvent(_with_parts, _as_it_leaves)

    @event_priority(-200)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the built site."""
        self.build.finish(config)
