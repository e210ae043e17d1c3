"""What a page is before MkDocs sees it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """An address in the journal's folder ("timeline.md"), a title, and its Markdown.

    `listed` says whether the page stands in the navigation; `searched` whether the search finds it.
    """

    path: str
    title: str
    markdown: str
    listed: bool = True
    searched: bool = True
