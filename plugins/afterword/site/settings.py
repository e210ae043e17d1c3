"""What a journal changes in the settings of the site that it becomes."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.options import SEALED
from afterword.site.bundle import DISK_SCRIPT, SCRIPT, STYLESHEET
from afterword.site.entries.markdown import EntryMarkdown
from afterword.site.host import HostConfig


def prepare(
    config: HostConfig,
    environment: Mapping[str, str],
    markdown: EntryMarkdown,
    *,
    is_whole: bool = True,
) -> None:
    """Ask MkDocs' configuration for our stylesheet, scripts and Markdown extension, and for nothing that would give a reader away.

    Where the site is not the journal's as a `whole`, other pages have no use for the first two, and the last leaves them alone.
    """
    if environment.get(SEALED):
        # Its links would send a page's address, words and all, to the host.
        features = config.theme.get("features") or []
        config.theme["features"] = [one for one in features if one != "search.share"]
    # A plugin for languages has one configuration built several times.
    if markdown in config.markdown_extensions:
        return
    # Python-Markdown takes an extension itself as well as its name.
    config.markdown_extensions.append(markdown)
    if is_whole:
        config.extra_css.insert(0, STYLESHEET)
        config.extra_javascript.append(SCRIPT)
        config.extra.setdefault("polyfills", []).append(DISK_SCRIPT)
