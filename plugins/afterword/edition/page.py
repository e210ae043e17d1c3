"""What a page is before MkDocs sees it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

from afterword.edition.places import place
from afterword.escaping import markdown_safe
from afterword.frozen import NamedTuple, dataclass

# Begun with the end of the line before, which the search for it can leap to.
_HEADING = re.compile(r"\n(#{1,6} .*)")
_LIKENESSES = str.maketrans({"<": "‹", ">": "›", '"': "”"})
_CHARACTER_REFERENCE = re.compile(r"&(?=#?\w+;?)")


@dataclass(frozen=True, slots=True)
class Page:
    """A page that can be made: its address in the journal's folder ("timeline.md"), its title, and what makes its Markdown.

    The Markdown begins with its heading, and is all HTML between its headings. `outline` is those headings with a place for
    what lies between them, where that is known before the page is made. `listed` says whether it stands in the navigation.
    """

    path: str
    title: str
    make: Callable[[], str]
    outline: str | None = None
    listed: bool = False

    @property
    def markdown(self) -> str:
        """Its Markdown, made now."""
        return self.make()


class Divided(NamedTuple):
    """A page as its headings, with a place for what lies between them, and what belongs into each place.

    What lies between is put in last: a converter of Markdown and a search index that read it would do so for nothing, since
    it is HTML already, and every item in it stands on an entry's page, where the search finds it.
    """

    outline: str
    parts: tuple[str, ...]


def divided(markdown: str) -> Divided:
    """The headings of a page's Markdown, which begins with one, and what lies between them."""
    lines: list[str] = []
    parts: list[str] = []
    title, _, behind = (pieces := _HEADING.split(markdown))[0].partition("\n")
    # Each piece of a large page is let go before the next one is looked at.
    pieces[:1] = [title, behind]
    pieces.reverse()
    del markdown, behind
    while pieces:
        piece = pieces.pop().strip()
        if piece.startswith("#"):
            lines.append(piece)
        elif piece:
            lines.append(place(len(parts)))
            parts.append(piece)
    return Divided("\n\n".join(lines), tuple(parts))


class Heading(NamedTuple):
    """A heading below a page's title: its words, its level from 2 on, and whether anything lies between it and the next one."""

    words: str
    level: int = 2
    has_part: bool = True


def outlined(title: str, *below: Heading, has_part: bool = True) -> str:
    """The outline of a page with these headings below its title, between which and the first of them there is a part or none."""
    lines: list[str] = []
    parts = 0
    for heading in (Heading(title, level=1, has_part=has_part), *below):
        lines.append(f"{'#' * heading.level} {markdown_safe(heading.words)}")
        if heading.has_part:
            lines.append(place(parts))
            parts += 1
    return "\n\n".join(lines)


def page_source(page: Page, outline: str) -> str:
    """A page of ours as a file of its own: its title as front matter, then its headings."""
    # The figures take the place of a table of contents in themes that can leave that out.
    return with_title(page.title, outline, "hide: [toc]")


def with_title(title: str, markdown: str, passed_on: str = "") -> str:
    """Markdown below a front matter that names its title and passes other plugins' keys on as written.

    A title alone stands there as MultiMarkdown has it, which the host reads in a tenth of the time that YAML takes. Beside other keys it is
    written as JSON, which is YAML too, so that nothing in it can be read as anything else.
    """
    title = harmless_title(title)
    rest = passed_on.strip() and f"{passed_on.rstrip()}\n"
    if not rest and title.isprintable() and title.strip() == title:
        return f"title: {title}\n\n{markdown}"
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{rest}---\n\n{markdown}"


def harmless_title(title: str) -> str:
    """A title that is no markup however a theme prints it: bare, or with its references resolved.

    Themes take tags out of a title, resolve references in it and print what is left as it is, so that escaping it would
    bring back what it hid. Angle brackets and quotes become their typographic likes instead.
    """
    plain = title.translate(_LIKENESSES)
    return _CHARACTER_REFERENCE.sub("&amp;", plain)
