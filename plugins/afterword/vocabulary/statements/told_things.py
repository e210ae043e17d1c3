"""What a thing that I told them is called, whichever of its names was written."""

from __future__ import annotations

import re

from afterword.patterns import seldom
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.wording import NUMBERS

_THINGS = WORDS.meanings("thing")
# Their names as headings, in the order in which one is asked for them.
KNOWN = tuple(dict.fromkeys(name.capitalize() for name in _THINGS.values()))
# 82 000, 82,000, 82.5, 82k.
_NUMBER = seldom(r"\d+(?:[ .,'’\u00a0\u202f]\d{3})*(?![\d])(?:[.,]\d+)?\s?k?\b", re.IGNORECASE)


def thing_name(written: str) -> str:
    """The name of a thing as a heading: "expected pay" is "Salary"; as written where it is not known, empty where none is."""
    if found := _THINGS.get(spoken(written)):
        return found.capitalize()
    written = " ".join(written.split())
    return written[:1].upper() + written[1:]


def says_the_same(one: str, other: str) -> bool:
    """Whether two texts tell the same of a thing: the same numbers where both have any, else the same words."""
    left, right = _numbers(one), _numbers(other)
    if left and right:
        return left == right
    return spoken(one) == spoken(other)


def _numbers(text: str) -> frozenset[float]:
    """Every number in a text, in figures or in words up to twelve: "82 000", "82,000" and "82k" are one."""
    figures = (_number(found) for found in _NUMBER.findall(text))
    words = (NUMBERS.index(word) for word in spoken(text).split() if word in NUMBERS[1:])
    return frozenset((*figures, *words))


def _number(written: str) -> float:
    is_thousands = written[-1] in "kK"
    bare = re.sub(r"[ .,'’\u00a0\u202f](?=\d{3}(?!\d))", "", written.rstrip("kK \u00a0\u202f"))
    return float(bare.replace(",", ".")) * (1000 if is_thousands else 1)
