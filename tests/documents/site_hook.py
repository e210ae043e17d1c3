"""A hook of docs.yml: the pages at the top of the repository as pages of the site, and a search that works from the disk."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from afterword.site.bundle import DISK_SCRIPT, disk_script

TOP = {name: f"{name.casefold()}.md" for name in ("CHANGELOG", "CONTRIBUTING", "SECURITY")}


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load the script by which a page from the disk searches, as a journal's pages do."""
    config.extra["polyfills"] = [DISK_SCRIPT]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add that script, and the pages at the top under names in small letters."""
    files.append(File.generated(config, DISK_SCRIPT, content=disk_script()))
    top = Path(config.docs_dir).parent
    for name, path in TOP.items():
        text = (top / f"{name}.md").read_text(encoding="utf-8")
        files.append(File.generated(config, path, content=text))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """The text of a page whose links lead to those pages, and from them to the documents."""
    for name, path in TOP.items():
        markdown = re.sub(rf"\]\((?:\.\./)*{name}\.md", f"]({path}", markdown)
    return markdown.replace("](docs/", "](") if page.file.src_uri in TOP.values() else markdown


def on_post_build(config: MkDocsConfig) -> None:
    """Put the index of the search into a script beside it."""
    index = Path(config.site_dir, "search", "search_index.json")
    text = index.read_text(encoding="utf-8")
    index.with_suffix(".js").write_text(f"var __index = {text}", encoding="utf-8")
