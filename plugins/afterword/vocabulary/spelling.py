"""When two spellings are the same words, the same key or the same address, and when one is a slip for another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from afterword.patterns import seldom

# Letters that have no accent to take off, as an address spells them.
_LETTERS = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "þ": "th", "ð": "d", "ı": "i"}
)


# Signs that are written on a letter or left out at will: Arabic vowels and the stroke that draws a word out, and the dot that a
# Turkish İ keeps when it is made small.
_AT_WILL = seldom("[\u0307\u0640\u064b-\u0652\u0670]")
_FIRST_AT_WILL = "\u0307"
# To a pattern without regard to case these are an i: what a Turkish keyboard has in its place, of which one is two when small.
_TURKISH = ("i\u0307", "\u0131")
# What people write in place of a letter that their keyboard lacks, or take for the same.
_IN_PLACE = (("ł", "l"), ("đ", "d"), ("œ", "oe"), ("æ", "ae"), ("ø", "o"), ("ى", "ي"), ("ة", "ه"))
_ACCENTS = re.compile("[\u0300-\u036f\u0653-\u0655]")
_WORD = re.compile(r"[^\W_]+")
_IN_TWO = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"))


def composed(text: str) -> str:
    """A text in small letters with each letter and its accents as one, however its program wrote them."""
    small = text.casefold()
    if small.isascii():
        return small
    small = unicodedata.normalize("NFC", small)
    return small if max(small) < _FIRST_AT_WILL else _AT_WILL.sub("", small)


def in_any_case(text: str) -> str:
    """A text as a pattern without regard to case sees it, for a look whether words may be found by one: "İnterview" is "interview"."""
    small = text.casefold()
    if not small.isascii():
        for turkish in _TURKISH:
            small = small.replace(turkish, "i")
    return small


@lru_cache(maxsize=4096)
def spoken(text: str) -> str:
    """The words of a text alone, in small letters: "In-progress!" is "in progress"."""
    small = composed(text)
    # Most are words and blanks alone.
    if small.replace(" ", "").isalnum():
        return " ".join(small.split())
    return " ".join(_WORD.findall(small.replace("’", "").replace("'", "")))


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """The words of a text without what parts them: "In-progress!" is "inprogress"."""
    return spoken(text).replace(" ", "")


def without_accents(text: str) -> str:
    """How a text that is composed looks where its accents were left out: "décision" is "decision"."""
    letters = _ACCENTS.sub("", unicodedata.normalize("NFD", _with(text, _IN_PLACE)))
    return unicodedata.normalize("NFC", letters)


def in_two_letters(text: str) -> str:
    """How a text that is composed looks where a letter's dots became an e: "für" is "fuer"."""
    return _with(text, _IN_TWO)


def _with(text: str, places: Iterable[tuple[str, str]]) -> str:
    # Faster than translate, by far, for the few letters that there are.
    for letter, plain in places:
        text = text.replace(letter, plain)
    return text


@lru_cache(maxsize=4096)
def normal_key(key: str) -> str:
    """A key without case, blanks, `_`, `-` and a plural s: `Date Applied` and `date_applied` are one key."""
    word = re.sub(r"[\s_-]+", "", composed(key))
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def one_slip_apart(left: str, right: str) -> bool:
    """Whether one letter left out, added, changed or swapped with its neighbour makes one word the other."""
    if left == right or abs(len(left) - len(right)) > 1:
        return False
    if len(left) > len(right):
        left, right = right, left
    at = next((at for at, letter in enumerate(left) if letter != right[at]), len(left))
    if len(left) < len(right):
        return left[at:] == right[at + 1 :]
    swapped = left[at : at + 2] == right[at : at + 2][::-1]
    return left[at + 1 :] == right[at + 1 :] or (swapped and left[at + 2 :] == right[at + 2 :])


def slips_between(left: str, right: str) -> int:
    """How many letters left out, added, changed or swapped with their neighbour make one word the other."""
    before: list[int] = []
    above = list(range(len(right) + 1))
    for row, letter in enumerate(left, 1):
        here = [row]
        for column, other in enumerate(right, 1):
            least = min(above[column] + 1, here[-1] + 1, above[column - 1] + (letter != other))
            is_swapped = (
                row > 1 and column > 1 and (letter, left[row - 2]) == (right[column - 2], other)
            )
            here.append(min(least, before[column - 2] + 1) if is_swapped else least)
        before, above = above, here
    return above[-1]


def slug(name: str) -> str:
    """A name as part of an address: "Müller & Söhne" is "muller-sohne"; empty where it has no letter and no figure."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", "-", letters).strip("-")
