"""A text as every spelling of a name in it looks alike: without case, accents, ligatures, and what cannot be seen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from afterword.frozen import dataclass
from afterword.patterns import seldom

# Letters that no decomposition takes apart.
_LETTERS = {
    "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k",
}  # fmt: skip
# Letters and signs that are drawn as nothing.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# Scripts that set no blanks between words: Thai, Lao, Burmese, Khmer, kana, Han, Hangul.
SCRIPTS_WITHOUT_BLANKS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\U00020000-\U0003ffff"
UNSPACED = seldom(f"[{SCRIPTS_WITHOUT_BLANKS}]")
_WORD = re.compile(f"[{SCRIPTS_WITHOUT_BLANKS}]+|[^\\W_{SCRIPTS_WITHOUT_BLANKS}]+")
# In a text of ASCII, in small letters; and what stands in one and cannot be seen.
_PLAIN_WORD = re.compile("[a-z0-9]+")
_UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
# What may stand between two letters of one name, or between its words.
_BETWEEN_LETTERS = "[-_.·]?"
_BETWEEN_HALVES = "[-_.· ]?"
_BETWEEN_WORDS = r"[\W_]{0,4}(?:(?:and|und|et|og|och|en|y|e|i|n)[\W_]{0,4})?"
_FEWEST_IN_HALF = 3
# ä is written ae or a, å also aa; a name may be written either way, and so may the text.
_LOOSE = {"a": "a[ae]?", "o": "oe?", "u": "ue?"}
_WAYS = {
    "a[ae]?": ("a", "aa", "ae"),
    "oe?": ("o", "oe"),
    "ue?": ("u", "ue"),
    "a(?:[-_.·]?[ae]){0,3}": ("a", "aa", "ae", "aaa", "aae", "aea", "aee"),
    "o(?:[-_.·]?e){0,2}": ("o", "oe", "oee"),
    "u(?:[-_.·]?e){0,2}": ("u", "ue", "uee"),
}
# By so many letters a name is looked up before its pattern is tried.
BEGINNING = 3
_JOINS = frozenset("-_.· ")
_PAIRS = {
    "ae": "a(?:[-_.·]?[ae]){0,3}",
    "aa": "a(?:[-_.·]?[ae]){0,3}",
    "oe": "o(?:[-_.·]?e){0,2}",
    "ue": "u(?:[-_.·]?e){0,2}",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text folded, and for each of its characters where it stands in what was folded."""

    text: str
    places: tuple[int, ...]
    original: str

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The part of the original that a part of the folded text stands for, with the accents that follow it."""
        last = self.places[end - 1] + 1
        while last < len(self.original) and not folded_letter(self.original[last]):
            last += 1
        return self.places[start], last


def folded(text: str) -> Folded:
    """The text, composed and then folded letter by letter."""
    original = unicodedata.normalize("NFC", text)
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(original):
        found = folded_letter(letter)
        letters.append(found)
        places += [place] * len(found)
    return Folded("".join(letters), tuple(places), original)


@lru_cache(maxsize=4096)
def folded_letter(letter: str) -> str:
    """What one letter folds to: nothing for an accent by itself, and for what cannot be seen."""
    category = unicodedata.category(letter)
    if category == "Cf" or letter in _BLANK or (category == "Cc" and not letter.isspace()):
        return ""
    if category == "Pd":
        return "-"
    if category.startswith("Z"):
        return " "
    plain = "".join(_LETTERS.get(one, one) for one in letter.casefold())
    apart = unicodedata.normalize("NFKD", plain)
    bare = "".join(one for one in apart if unicodedata.category(one) != "Mn")
    return unicodedata.normalize("NFC", bare).casefold()


def words_in(text: str) -> list[str]:
    """The words of a text, folded; where a script without blanks begins or ends, a word does too."""
    # Letter by letter it takes ten times as long, and most texts need nothing of that.
    if text.isascii() and not _UNSEEN.search(text):
        return _PLAIN_WORD.findall(text.lower())
    return _WORD.findall(folded(text).text)


def word_pattern(word: str) -> str:
    """A pattern for a folded word however its letters are joined: "north-wind" and "north wind" are northwind."""
    pattern = ""
    for piece, place in _pieces(word):
        halves = place >= _FEWEST_IN_HALF and len(word) - place >= _FEWEST_IN_HALF
        between = _BETWEEN_HALVES if halves else _BETWEEN_LETTERS
        pattern += between + piece if place else piece
    return pattern


def letters_pattern(word: str) -> str:
    """A pattern for a folded word in a text of letters and digits alone."""
    return "".join(piece for piece, _ in _pieces(word))


def phrase_pattern(words: Iterable[str]) -> str:
    """A pattern for folded words in a row: joined, hyphenated, with a blank, or with an "and"."""
    return _BETWEEN_WORDS.join(word_pattern(word) for word in words)


def beginnings(word: str) -> frozenset[str]:
    """What a folded word may begin with, however its vowels are written: its first letters, without what joins them."""
    found = {""}
    for piece, _ in _pieces(word):
        ways = _WAYS.get(piece, (piece,))
        found = {
            (begun + way)[:BEGINNING] if len(begun) < BEGINNING else begun
            for begun in found
            for way in ways
        }
    return frozenset(found)


def begins(text: str, place: int) -> list[str]:
    """The first letters from this place on, one, two and three of them, without what joins them."""
    found = [text[place]]
    while len(found) < BEGINNING:
        place += 1
        if text[place : place + 1] in _JOINS:
            place += 1
        if not text[place : place + 1].isalnum():
            break
        found.append(found[-1] + text[place])
    return found


def _pieces(word: str) -> Iterator[tuple[str, int]]:
    """The pattern of each letter, or pair of letters that stands for one, with its place in the word."""
    place = 0
    while place < len(word):
        pair = word[place : place + 2]
        letter = word[place]
        found = _PAIRS.get(pair)
        yield found or _LOOSE.get(letter, letter), place
        place += 2 if found else 1
