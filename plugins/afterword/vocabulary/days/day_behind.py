"""A heading without the day that it ends with: "Feedback, 14 October" is "Feedback"."""

from __future__ import annotations

import re
from functools import cache

from afterword.patterns import seldom
from afterword.vocabulary.days.calendar import months_anywhere, weekdays_anywhere
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.spelling import spoken

_FIGURE = re.compile(r"\d")
_NUMBERS = seldom(r"\d{1,4}(?:st|nd|rd|th)?")
_FIGURES = seldom(r"\d{1,4}[./-]\d{1,2}(?:[./-](?:\d{2,4})?)?")
_AROUND = " \t.,;:()–—-"


def without_day_behind(text: str) -> str:
    """The text without a day at its end and the word that leads to it; the text itself where it ends with none."""
    if _FIGURE.search(text) is None:
        return text
    words = text.strip().split()
    at = len(words)
    is_named = False
    while at and (kind := _kind(words[at - 1])):
        is_named = is_named or kind == "day"
        at -= 1
    if not (is_named and at):
        return text
    while at > 1 and spoken(words[at - 1]) in _leading():
        at -= 1
    return " ".join(words[:at]).rstrip(_AROUND)


def _kind(word: str) -> str:
    """Whether a word is a day by itself or names a month, or is another part of one; empty for any other word."""
    bare = word.strip(_AROUND)
    if _FIGURES.fullmatch(bare) or spoken(bare) in months_anywhere():
        return "day"
    is_part = not bare or _NUMBERS.fullmatch(bare.casefold()) or spoken(bare) in _parts()
    return "part" if is_part else ""


@cache
def _parts() -> frozenset[str]:
    """What stands within a day beside its numbers and its month."""
    return weekdays_anywhere() | in_every_language("within a date")


@cache
def _leading() -> frozenset[str]:
    return in_every_language("beside a day") | in_every_language("on a day")
