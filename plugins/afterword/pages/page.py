"""What a page is before MkDocs sees it."""

from __future__ import annotations

import json
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An address in the journal's folder ("timeline.md"), a title, and its Markdown, which begins with its heading.

    `listed` says whether the page stands in the navigation.
    """

    path: str
    title: str
    markdown: str
    listed: bool = True

    @property
    def source(self) -> str:
        """The page as a file of its own: its title as front matter, then its Markdown.

        Its figures take the place of a table of contents in themes that can leave that out.
        """
        return with_title(self.title, self.markdown, "hide: [toc]")

    @property
    def below(self) -> str:
        """The page as a part below another's text: without its heading, which the other has."""
        heading, _, rest = self.markdown.lstrip().partition("\n")
        return rest if heading.startswith("# ") else self.markdown


def with_title(title: str, markdown: str, passed_on: str = "") -> str:
    """Markdown below a front matter that names its title and passes other plugins' keys on as written.

    The title is written as JSON, which is YAML too, so that nothing in it can be read as anything else.
    """
    own = f"title: {json.dumps(title, ensure_ascii=False)}\n"
    rest = f"{passed_on.rstrip()}\n" if passed_on.strip() else ""
    return f"---\n{own}{rest}---\n\n{markdown}"
