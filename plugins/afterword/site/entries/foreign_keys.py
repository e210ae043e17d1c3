"""The front matter of an entry that is not ours, as other plugins and the theme may have it: its words, and no markup.

A theme prints a description, an author or a tag as it finds it. What somebody pasted into one of them may be markup, and markup
in a page's head can run. The words stay; what would make them more than words becomes its typographic like.
"""

from __future__ import annotations

import re
from html import unescape
from math import inf
from typing import Any

import yaml

from afterword.patterns import seldom

# How YAML writes any of them: as it is, or as an escape within quotes, which are among them.
_MARKUP = re.compile(r"[<>&\"'`]")
_TAG = seldom(r"[<>\"'`]")
_LIKENESSES = str.maketrans({"<": "‹", ">": "›", '"': "”", "'": "’", "`": "’"})


def harmless_keys(written: str) -> str:
    """The keys of others as YAML: as they were written where no value can be taken for markup, else with harmless values."""
    if not _MARKUP.search(written):
        return written
    value = yaml.safe_load(written)
    harmless = _harmless(value)
    if harmless == value:
        return written
    return yaml.safe_dump(harmless, allow_unicode=True, sort_keys=False, width=inf)


def _harmless(value: Any) -> Any:
    """The value with every text in it made harmless, the names of its keys included."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, dict):
        return {_harmless(key): _harmless(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set):
        return [_harmless(one) for one in value]
    return value


def _words(text: str) -> str:
    """The text without what could begin, end or quote a tag, now or once somebody resolves its references."""
    words = text.translate(_LIKENESSES)
    return words.replace("&", "&amp;") if _TAG.search(unescape(words)) else words
