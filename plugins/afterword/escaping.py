"""What makes a text harmless where Markdown or HTML would act on a part of it."""

from __future__ import annotations

import re
from functools import lru_cache
from operator import add

from markupsafe import Markup, escape

from afterword.patterns import seldom

# Inside an HTML block these still mean something to a Markdown extension that reads lines before HTML is set aside:
# fences, snippets, attribute lists and templating. As character references they mean nothing to anyone.
_BLOCK_MARKS = re.compile(r"[`~{}]")

# Whatever makes it worth a look, beside a space too many: those, what HTML escapes, and any other blank but the narrow one.
_BLOCK_TROUBLE = re.compile(
    r"[`~{}&<>\"'\t-\r\x1c-\x1f\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u205f\u3000]"
)

# Blanks that become one space; the narrow one stays, since it keeps a number beside its unit ("60 %").
_BLANKS = seldom(r"[^\S\u202f]+")

# In a Markdown heading or paragraph, whatever could begin emphasis, a link, a tag, a theme or an emoji.
_INLINE_MARKS = re.compile(r"[\\`*_{}\[\]#|~^=$:@+!]|--|(?<=\d)\.")


def block_safe(value: object) -> str:
    """A printed text made harmless inside an HTML block: one line, and no mark that Markdown would act on.

    What is markup already is left as it is.
    """
    if type(value) is Markup:
        return value
    return _harmless(value) if type(value) is str else escape(value)


# Three in four of what is printed was printed before: names, days, addresses.
@lru_cache(maxsize=4096)
def _harmless(text: str) -> str:
    if not (_BLOCK_TROUBLE.search(text) or "  " in text or text[:1] == " " or text[-1:] == " "):
        return text
    line = str(escape(_one_line(text)))
    return Markup(_BLOCK_MARKS.sub(_reference, line))  # noqa: S704  escaped above


def _one_line(text: str) -> str:
    return _BLANKS.sub(" ", text).strip() if "\u202f" in text else " ".join(text.split())


def markdown_safe(text: str) -> Markup:
    """Text made harmless in a Markdown heading or paragraph, for every extension alike."""
    line = str(escape(_one_line(text)))
    parts = re.split(r"(&[a-z#0-9]+;)", line)
    plain = (_INLINE_MARKS.sub(_reference, part) for part in parts[::2])
    kept = [*parts[1::2], ""]
    return Markup("".join(map(add, plain, kept)))  # noqa: S704  escaped above


def as_written(line: str) -> Markup:
    """A line with all its blanks, for where they matter."""
    return Markup(_BLOCK_MARKS.sub(_reference, str(escape(line))))  # noqa: S704  escaped here


def as_attribute(text: str) -> Markup:
    """A text of several lines as the value of an attribute, which keeps its line breaks as references."""
    return Markup("&#10;").join(map(as_written, text.split("\n")))


def _reference(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(character)};" for character in match[0])
