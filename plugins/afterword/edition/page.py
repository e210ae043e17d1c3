"""What a page is before MkDocs sees it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cached_property

from afterword.edition.places import place

# Begun with the end of the line before, which the search for it can leap to.
_HEADING = re.compile(r"\n(#{1,6} .*)")
_LIKENESSES = str.maketrans({"<": "‹", ">": "›", '"': "”"})
_CHARACTER_REFERENCE = re.compile(r"&(?=#?\w+;?)")


@dataclass(frozen=True)
class Page:
    """An address in the journal's folder ("timeline.md"), a title, and its Markdown, which begins with its heading.

    Between its headings the Markdown is all HTML. `listed` says whether the page stands in the navigation.
    """

    path: str
    title: str
    markdown: str
    listed: bool = True

    @property
    def source(self) -> str:
        """The page as a file of its own: its title as front matter, then its headings with a place for what lies between.

        What lies between is put in last: a converter of Markdown and a search index that read it would do so for
        nothing, since it is HTML already, and every item in it stands on an entry's page, where the search finds it.
        """
        # The figures take the place of a table of contents in themes that can leave that out.
        return with_title(self.title, self.text, "hide: [toc]")

    @property
    def text(self) -> str:
        """Its headings with a place for what lies between, without front matter."""
        return self._headings[0]

    @property
    def below(self) -> str:
        """The page as a part below another's text: without its first heading, which the other has."""
        _, _, rest = self._headings[0].lstrip().partition("\n")
        return rest

    @property
    def parts(self) -> tuple[str, ...]:
        """What lies between its headings, in the order of its places."""
        return self._headings[1]

    @cached_property
    def _headings(self) -> tuple[str, tuple[str, ...]]:
        """The headings with places between them, and what belongs there."""
        lines: list[str] = []
        parts: list[str] = []
        for piece in _HEADING.split(f"\n{self.markdown}"):
            if piece.startswith("#"):
                lines.append(piece)
            elif piece.strip():
                lines.append(place(len(parts)))
                parts.append(piece.strip())
        return "\n\n".join(lines), tuple(parts)


def with_title(title: str, markdown: str, passed_on: str = "") -> str:
    """Markdown below a front matter that names its title and passes other plugins' keys on as written.

    The title is written as JSON, which is YAML too, so that nothing in it can be read as anything else.
    """
    own = f"title: {json.dumps(harmless_title(title), ensure_ascii=False)}\n"
    rest = f"{passed_on.rstrip()}\n" if passed_on.strip() else ""
    return f"---\n{own}{rest}---\n\n{markdown}"


def harmless_title(title: str) -> str:
    """A title that is no markup however a theme prints it: bare, or with its references resolved.

    Themes take tags out of a title, resolve references in it and print what is left as it is, so that escaping it would
    bring back what it hid. Angle brackets and quotes become their typographic likes instead.
    """
    plain = title.translate(_LIKENESSES)
    return _CHARACTER_REFERENCE.sub("&amp;", plain)
