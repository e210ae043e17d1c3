"""A hook of docs.yml: the pages at the top of the repository, as pages of the site of the documents."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

TOP = {name: f"{name.casefold()}.md" for name in ("CHANGELOG", "CONTRIBUTING", "SECURITY")}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add them under a name in small letters."""
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
