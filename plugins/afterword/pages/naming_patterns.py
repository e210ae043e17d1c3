"""By which patterns a name is found: as a whole, by each of its words, and by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from afterword.pages.common_words import (
    COMMON,
    FUNCTION,
    GENERIC,
    TITLES_BEFORE,
    TITLES_BEHIND,
    TRADE,
)
from afterword.pages.spelling import UNSPACED, beginnings, phrase_pattern, word_pattern, words_in


class Bearer(StrEnum):
    """Whose name it is."""

    COMPANY = "company"
    PERSON = "person"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as written, whose it is, and what is shown in its place."""

    written: str
    bearer: Bearer
    shown: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A pattern for folded text, the first letters that it may begin with, what is shown in its place, and where it counts.

    `anywhere` says that it counts within other words too, `joined` only where nothing stands between its letters; `unspaced`
    that its script has no blanks, `capital` that it counts only where it is written with one.
    """

    pattern: re.Pattern[str]
    begun: frozenset[str]
    shown: str
    length: int
    anywhere: bool = False
    joined: bool = False
    unspaced: bool = False
    capital: bool = False


# Shorter words begin many others, such as Sam in same.
_FEWEST_ANYWHERE = 5
_FEWEST = 3
_FEWEST_ALONE = 2
# So many words of a name are looked at together.
_MOST = 8
_WRITTEN = re.compile(r"[^\W_]+")


def patterns(names: Iterable[Name]) -> tuple[Pattern, ...]:
    """The patterns of all names, the longest first, each once."""
    found: dict[str, Pattern] = {}
    for name in names:
        for one in _patterns(name):
            found.setdefault(one.pattern.pattern, one)
    return tuple(sorted(found.values(), key=lambda one: -one.length))


def _patterns(name: Name) -> Iterator[Pattern]:
    words = words_in(name.written)[:_MOST]
    telling = [word for word in words if _tells(word, name.bearer)]
    if not words:
        return
    yield from _phrases(name, words, telling)
    # A name that is all made of common words is found by them where it has but one.
    for word in telling or (words if len(words) == 1 else ()):
        yield from _alone(name, word, only=len(words) == 1)


def _tells(word: str, bearer: Bearer) -> bool:
    """Whether a word of a name tells whose it is."""
    if bearer is Bearer.PERSON:
        return len(word) > 1
    if word in FUNCTION:
        return False
    if bearer is Bearer.COMPANY and word in GENERIC:
        return False
    return len(word) >= (
        _FEWEST if bearer is Bearer.PRIVATE and not UNSPACED.match(word) else _FEWEST_ALONE
    )


def _phrases(name: Name, words: Sequence[str], telling: Sequence[str]) -> Iterator[Pattern]:
    """Every run of two or more words that tells, so that what is common goes with what is not."""
    for first in range(len(words)):
        for last in range(first + 2, len(words) + 1):
            part = words[first:last]
            if any(word in telling for word in part) or len(part) == len(words):
                pattern, length = re.compile(phrase_pattern(part)), sum(map(len, part))
                unspaced = bool(UNSPACED.match(part[0]) or UNSPACED.match(part[-1]))
                joined = length > _FEWEST_ANYWHERE
                yield Pattern(
                    pattern,
                    beginnings(part[0]),
                    name.shown,
                    length,
                    joined=joined,
                    unspaced=unspaced,
                )


def _alone(name: Name, word: str, *, only: bool) -> Iterator[Pattern]:
    """One word of a name by itself."""
    if UNSPACED.match(word):
        yield from _unspaced(name, word)
        return
    anywhere = len(word) >= _FEWEST_ANYWHERE and word not in COMMON and word not in FUNCTION
    # "Will" may be asked, and "will" is a verb; a company of that name alone is taken out however it is written.
    capital = word in FUNCTION and not (only and name.bearer is Bearer.COMPANY)
    pattern, begun = re.compile(word_pattern(word)), beginnings(word)
    yield Pattern(pattern, begun, name.shown, len(word), anywhere=anywhere, capital=capital)


def _unspaced(name: Name, word: str) -> Iterator[Pattern]:
    """A word in a script without blanks: whole, and the parts that go by themselves."""
    for part in dict.fromkeys((word, *_parts(word, name.bearer))):
        if len(part) >= _FEWEST_ALONE:
            yield Pattern(re.compile(part), beginnings(part), name.shown, len(part), unspaced=True)
    if name.bearer is Bearer.PERSON and len(word) <= 3:
        for pattern in (rf"[{TITLES_BEFORE}]{word[0]}", rf"{word[0]}(?= ?(?:{TITLES_BEHIND}))"):
            yield Pattern(
                re.compile(pattern),
                frozenset({*TITLES_BEFORE, word[0]}),
                name.shown,
                1,
                unspaced=True,
            )


def _parts(word: str, bearer: Bearer) -> Iterator[str]:
    """A person's family and given name; a company's name without what it has in common with others."""
    if bearer is Bearer.PERSON:
        cut = 1 if len(word) <= 3 else 2
        yield from (word[:cut], word[cut:])
        return
    for common in sorted(GENERIC, key=len, reverse=True):
        if UNSPACED.match(common):
            word = word.removeprefix(common).removesuffix(common)
    yield word


def initials_of(names: Iterable[Name]) -> dict[str, str]:
    """What is shown for the initials of names: "KR" and "K.R." for Kvistholm Rail, "I.V." for Ingeborg Vantaala."""
    found: dict[str, str] = {}
    for name in names:
        words = [word for word in _WRITTEN.findall(name.written) if word.casefold() not in FUNCTION]
        if len(words) < 2 or name.bearer is Bearer.PRIVATE or UNSPACED.search(name.written):
            continue
        letters = [word[0].upper() for word in words]
        found.setdefault("".join(f"{one}." for one in letters), name.shown)
        if name.bearer is Bearer.COMPANY and "".join(letters) not in TRADE:
            found.setdefault("".join(letters), name.shown)
    return found
