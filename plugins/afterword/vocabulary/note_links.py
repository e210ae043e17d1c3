"""How note-taking programs write a link to another note: `[[Note]]`, `[[Folder/Note#Heading|words]]`, `![[picture.png|300]]`."""

from __future__ import annotations

import re
from posixpath import basename

from afterword.frozen import NamedTuple
from afterword.patterns import seldom

NOTE_LINK = (
    r"(?P<embed>!?)\[\[(?P<target>[^\[\]|#\n]*?)(?:#(?P<heading>[^\[\]|\n]*?))?"
    r"(?:\\?\|(?P<words>[^\[\]\n]*))?\]\]"
)
_LINK_OR_CODE = seldom(rf"`+[^`]*`+|{NOTE_LINK}")
_SIZE = seldom(r"(\d{1,4})(?:x\d{1,4})?")


class NoteLink(NamedTuple):
    """Such a link: whether it is shown in place, the file that it names, a heading in that, and its words, each empty where not said."""

    is_embed: bool
    target: str
    heading: str
    words: str

    @property
    def width(self) -> str:
        """How wide a picture is to be, in pixels; empty where that is not said."""
        size = _SIZE.fullmatch(self.words) if self.is_embed else None
        return size[1] if size else ""

    @property
    def is_block(self) -> bool:
        """Whether it leads to a paragraph by a sign of the program's own, which has no place on a page."""
        return self.heading.startswith("^")

    @property
    def text(self) -> str:
        """What a reader sees of it."""
        if self.words and not self.width:
            return self.words
        heading = "" if self.is_block else self.heading
        return " > ".join(filter(None, (basename(self.target), heading)))


def note_link(found: re.Match[str]) -> NoteLink:
    """The link that was found by its pattern."""
    target, heading, words = (
        (found[name] or "").strip() for name in ("target", "heading", "words")
    )
    return NoteLink(bool(found["embed"]), target, heading, words)


def without_note_links(text: str) -> str:
    """A text with the words of such links in place of them; those in code stay."""
    return _LINK_OR_CODE.sub(_words, text) if "[[" in text else text


def _words(found: re.Match[str]) -> str:
    return found[0] if found["target"] is None else note_link(found).text
