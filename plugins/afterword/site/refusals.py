"""What MkDocs is not asked to do with a journal: put it on the internet as it is, or seal it page by page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from afterword.edition.addresses import TODAY
from afterword.errors import ConfigurationError
from afterword.site.host import HostConfig
from afterword.site.own_part import OwnPart

# Seals the text of pages one by one. Our addresses, titles and pictures would stay readable, and most of our pages too.
_SEALING = "encryptcontent"


def require_fitting(config: HostConfig, part: OwnPart) -> None:
    """Raise ConfigurationError where what is set up besides, or lies there, does not go together with a journal; `part` of the site is it."""
    require_one_seal(config.plugins)
    docs, urls = Path(config.docs_dir), config.use_directory_urls
    require_own_place(docs, part.folder, directory_urls=urls)
    require_narrow_feed(config.plugins.items(), part.uri(TODAY))


def require_private(command: str, *, has_entries: bool, plain: bool) -> None:
    """Raise ConfigurationError where `mkdocs gh-deploy` would show a journal to everybody; `plain` says that it may."""
    if command == "gh-deploy" and has_entries and not plain:
        raise ConfigurationError(
            "gh-deploy would put your journal on the internet for everybody to read, so nothing was built or pushed. "
            "To publish it so that only your passphrase opens it: afterword publish. "
            "Where everybody may read it, write plain: true among the options of afterword in mkdocs.yml."
        )


def require_own_place(docs: Path, folder: str, *, directory_urls: bool) -> None:
    """Raise ConfigurationError where a page of the user's lies where the home page of the journal's folder would."""
    beside = docs / f"{folder}.md"
    if folder and directory_urls and beside.is_file():
        raise ConfigurationError(
            f"{folder}.md and the home page of the folder {folder} would be one page, at {folder}/. "
            f"Move {folder}.md to {folder}/index.md, where your text comes first and ours follows, or give one of them another name."
        )


def require_one_seal(plugins: Iterable[str]) -> None:
    """Raise ConfigurationError beside a plugin that seals pages one by one."""
    if any(name.rpartition("/")[2] == _SEALING for name in plugins):
        raise ConfigurationError(
            f"The plugin {_SEALING} seals a page's text and leaves its address, its title and what Afterword adds to it readable. "
            f"Take {_SEALING} out of mkdocs.yml, and publish with afterword publish: it seals the whole site."
        )


def require_narrow_feed(plugins: Iterable[tuple[str, Any]], page: str) -> None:
    """Raise ConfigurationError where one of the plugins, each with its name, makes a feed of every page, `page` of ours among them: it asks for the file of each, and ours have none.

    Nor has a feed of one's interviews anything to say to others.
    """
    for name, plugin in plugins:
        if name.rpartition("/")[2] != "rss" or not plugin.config.get("enabled", True):
            continue
        if re.match(str(plugin.config.get("match_path", "")), page):
            raise ConfigurationError(
                "The plugin rss would put your journal's pages into a feed, and stops at those that Afterword makes. "
                "Name the pages that belong there in mkdocs.yml, among its options: match_path: blog/posts/.*"
            )
