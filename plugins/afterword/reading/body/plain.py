"""What a text of Markdown reads as on the page, and which themes are written in it."""

from __future__ import annotations

import re
from functools import cache
from html import unescape

from markdown import Markdown

from afterword.patterns import seldom
from afterword.vocabulary.note_links import without_note_links
from afterword.vocabulary.themes import MARK, NAME, THEME, theme_key

_MAY_HIDE = r"`+[^`]*`+|\]\([^)]*\)|<[^>\s]+>|(?:https?://|www\.)\S+"
_HIDDEN = seldom(_MAY_HIDE)
_THEME_OR_HIDDEN = seldom(f"{_MAY_HIDE}|{THEME.pattern}")
_TRAILING = re.compile(rf"(?:^|(?<!\s)\s+){MARK}{NAME}[.,;]?\s*$")
_MARKUP = re.compile(r"[*_`\[\]<>&\\!~]")
_MOST_BRACKETS = 500
# A link of which Markdown shows the words, whatever stands around it: neither these nor the address have signs of Markdown.
_PLAIN_LINK = re.compile(r"\[([^\W_](?:[^\W_]|[ ,.'’-])*)\]\(https?://[\w./-]+\)")
_TAGS = seldom(r"<[^>]+>")
_QUOTES = (("“", "”"), ('"', '"'), ("„", "“"), ("«", "»"), ("‘", "’"), ("'", "'"))


def plain(text: str) -> str:
    """A text as it reads on the page: no Markdown, one line; a `#theme` within it stays as its word."""
    text = without_note_links(text)
    text = _THEME_OR_HIDDEN.sub(_word, text) if "#" in text else text
    if _may_be_marked(text):
        # Markdown takes a thousandth of a second for a line with one link.
        bare = _PLAIN_LINK.sub(r"\1", text) if "](http" in text else text
        text = bare if _is_plain_line(bare) else _as_shown(text)
    return " ".join(text.split())


def _may_be_marked(text: str) -> bool:
    return _MARKUP.search(text) is not None or "{:" in text


def _is_plain_line(text: str) -> bool:
    """Whether a text is surely one line of a paragraph without Markdown, and without characters that the parser keeps for itself."""
    return text[:1].isalpha() and text.isprintable() and not _may_be_marked(text)


def _as_shown(text: str) -> str:
    """A text as Markdown shows it, without its tags."""
    inline = _inline()
    inline.reset()
    # Markdown goes through the rest of a text for each bracket.
    links = text.count("[") <= _MOST_BRACKETS
    html = inline.convert(text if links else text.replace("[", "&#91;"))
    return unescape(_TAGS.sub("", html))


@cache
def _inline() -> Markdown:
    """What converts a text of one line; raw HTML is text here, as it is on the page."""
    markdown = Markdown()
    markdown.preprocessors.deregister("html_block")
    markdown.inlinePatterns.deregister("html")
    return markdown


def _word(found: re.Match[str]) -> str:
    return found["theme"].replace("-", " ").replace("_", " ") if found["theme"] else found[0]


def themes_in(text: str) -> tuple[str, ...]:
    """The themes written in a text, as their keys, each once; a `#` in code, in a link or in a number is none."""
    if "#" not in text:
        return ()
    if _may_hide(text):
        text = _HIDDEN.sub(" ", text)
    # The first theme begins at the first mark, or at what escapes it.
    written = THEME.finditer(text, max(text.find("#") - 1, 0))
    return tuple(dict.fromkeys([theme_key(found["theme"]) for found in written]))


def _may_hide(text: str) -> bool:
    """Whether anything in a text may hide a mark: looked for one by one, which is faster than any pattern."""
    return "`" in text or "](" in text or "<" in text or "://" in text or "www." in text


def without_themes(text: str) -> str:
    """The text without the themes at its end; where it has nothing else, they are its words."""
    if "#" not in text:
        return text
    bare = text
    while "#" in bare and (found := _TRAILING.match(bare, _before_last_theme(bare))):
        bare = bare[: found.start()]
    return bare if bare.strip() else text


def _before_last_theme(text: str) -> int:
    """Where the blanks before the last `#` of a text begin: a theme at its end can begin nowhere else."""
    return len(text[: text.rfind("#")].removesuffix("\\").rstrip())


def unquoted(text: str) -> str:
    """The text without one pair of quotation marks around the whole of it."""
    for opening, closing in _QUOTES:
        if len(text) > 2 and text.startswith(opening) and text.rstrip(".").endswith(closing):
            inner = text.rstrip(".")[1:-1]
            if opening not in inner and closing not in inner:
                return inner.strip()
    return text
