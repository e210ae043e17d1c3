"""A page that is laid out while MkDocs is at work on others already."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from afterword.edition.page import Page, with_title
from afterword.edition.places import place
from afterword.escaping import markdown_safe


@dataclass(frozen=True)
class Late:
    """The place and the title of a page that is HTML below its heading; `made` waits for the page itself.

    It is handed to MkDocs as the page would be, and filled in at the end.
    """

    path: str
    title: str
    made: Callable[[], Page]
    listed: bool = False

    @property
    def source(self) -> str:
        """What the page has as its source."""
        return with_title(self.title, self.text, "hide: [toc]")

    @property
    def text(self) -> str:
        """What the page has as its text."""
        return late_text(self.title)

    @property
    def below(self) -> str:
        """What the page has below another's text."""
        return self.made().below

    @property
    def parts(self) -> tuple[str, ...]:
        """What lies below its heading."""
        return self.made().parts


def late_text(title: str) -> str:
    """The text of a page of this title that is HTML below its heading."""
    return f"# {markdown_safe(title)}\n\n{place(0)}"
