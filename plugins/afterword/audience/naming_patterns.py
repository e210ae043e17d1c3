"""By which patterns a name is found: as a whole, by each of its words, and by its initials."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum

from afterword.audience.broken_names import Broken, broken
from afterword.audience.common_names import COMMON
from afterword.audience.common_words import (
    EVERYDAY,
    FORMS,
    FUNCTION,
    GENERIC,
    TITLES_BEFORE,
    TITLES_BEHIND,
    TRADE,
)
from afterword.audience.inflection import inflections
from afterword.audience.spelling import UNSPACED, beginnings, phrase_pattern, word_pattern, words_in
from afterword.frozen import dataclass


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
    that its script has no blanks, `capital` that it counts only where it is written with one, `inflected` that it is no word
    of everyday.
    """

    pattern: re.Pattern[str]
    begun: frozenset[str]
    shown: str
    length: int
    anywhere: bool = False
    joined: bool = False
    unspaced: bool = False
    capital: bool = False
    inflected: bool = False


# Shorter words begin many others, such as Sam in same.
_FEWEST_ANYWHERE = 5
_FEWEST = 3
_FEWEST_ALONE = 2
# So many words of a name are looked at together.
_MOST = 8
_WRITTEN = re.compile(r"[^\W_]+")
_INNER = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_LONG_HALF = 9
_ANDS = frozenset(["and", "und", "et", "og", "och", "e", "y", "i"])
_FORMS_IN_FRONT = frozenset(word for word in FORMS if UNSPACED.match(word))


def patterns(names: Iterable[Name]) -> tuple[Pattern, ...]:
    """The patterns of all names, the longest first, each once."""
    found: dict[str, Pattern] = {}
    for name in names:
        for one in _patterns(name):
            found.setdefault(one.pattern.pattern, one)
    return tuple(sorted(found.values(), key=lambda one: -one.length))


def broken_patterns(names: Iterable[Name]) -> tuple[Broken, ...]:
    """How each name and each of its words is looked for where something stands within it."""
    found: dict[str, Broken] = {}
    for name in names:
        words = words_in(name.written)
        core = without_forms(words) if name.bearer is Bearer.COMPANY else words
        telling = [word for word in words if _tells(word, name.bearer)]
        for word in (*telling, "".join(core[:_MOST])):
            if not UNSPACED.search(word):
                found |= {one.word: one for one in broken(word, name.shown)} | found
    return tuple(found.values())


def _patterns(name: Name) -> Iterator[Pattern]:
    words = words_in(name.written)
    is_company = name.bearer is Bearer.COMPANY
    core = without_forms(words) if is_company else words
    telling = [word for word in words if _tells(word, name.bearer)]
    if not words:
        return
    yield from _phrases(name, words, telling)
    if not telling:
        yield from _phrases(name, core, core)
    # A name that is all made of common words is found by them where it has but one.
    for word in telling or (core if len(core) == 1 else ()):
        yield from _alone(name, word, only=len(words) == 1, telling=bool(telling))
    yield from _halves(name)


def without_forms(words: Sequence[str]) -> Sequence[str]:
    """The words of a company without its form of law, and without the "and" before it; all where nothing is left."""
    first, last = 0, len(words)
    while last and (words[last - 1] in FORMS or (last < len(words) and words[last - 1] in _ANDS)):
        last -= 1
    while first < last and words[first] in _FORMS_IN_FRONT:
        first += 1
    return words[first:last] or words


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
        for last in range(first + 2, min(first + _MOST, len(words)) + 1):
            part = words[first:last]
            if len(part) == len(words) or (
                any(word in telling for word in part) and not (telling == words and _hangs(part))
            ):
                yield _phrase(name, part)


def _hangs(part: Sequence[str]) -> bool:
    """Whether a run begins or ends with a word that only joins others, as "bank of" does."""
    return part[0] in FUNCTION or part[-1] in FUNCTION


def _phrase(name: Name, part: Sequence[str]) -> Pattern:
    length = sum(map(len, part))
    return Pattern(
        re.compile(phrase_pattern(part)),
        beginnings(part[0]),
        name.shown,
        length,
        joined=length > _FEWEST_ANYWHERE,
        unspaced=bool(UNSPACED.match(part[0]) or UNSPACED.match(part[-1])),
    )


def _alone(name: Name, word: str, *, only: bool, telling: bool) -> Iterator[Pattern]:
    """One word of a name by itself."""
    if UNSPACED.match(word):
        yield from _unspaced(name, word)
        return
    pattern, begun = re.compile(word_pattern(word)), beginnings(word)
    anywhere = telling and len(word) >= _FEWEST_ANYWHERE and word not in COMMON | FUNCTION
    # "Will" may be asked, and "will" is a verb; a company of that name alone is taken out however it is written.
    # "Doe" may be written as "do" is.
    is_ambiguous = not telling or any(pattern.fullmatch(one) for one in FUNCTION)
    capital = is_ambiguous and not (only and name.bearer is Bearer.COMPANY)
    yield Pattern(pattern, begun, name.shown, len(word), anywhere=anywhere, capital=capital)
    if telling and name.bearer is not Bearer.PRIVATE:
        yield from _bent(name, word)


def _bent(name: Name, word: str) -> Iterator[Pattern]:
    for one in inflections(word, person=name.bearer is Bearer.PERSON):
        pattern, begun = re.compile(one.pattern), beginnings(one.stem)
        yield Pattern(
            pattern, begun, name.shown, len(one.stem), capital=one.capital, inflected=True
        )


def _halves(name: Name) -> Iterator[Pattern]:
    """The parts of a word with capitals within: Coopers of PricewaterhouseCoopers."""
    for written in _WRITTEN.findall(name.written):
        parts = _INNER.split(written)
        for part in words_in(" ".join(parts)) if len(parts) > 1 else ():
            if len(part) >= _FEWEST_ANYWHERE and part not in EVERYDAY:
                pattern, begun = re.compile(word_pattern(part)), beginnings(part)
                capital = len(part) < _LONG_HALF
                yield Pattern(pattern, begun, name.shown, len(part), capital=capital)


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
    """What is shown for the initials of names: "KR" and "K.R." for Kvistholm Rail GmbH, "I.V." for Ingeborg Vantaala."""
    found: dict[str, str] = {}
    for name in names:
        every = words_in(name.written)
        if name.bearer is Bearer.PRIVATE or UNSPACED.search(name.written):
            continue
        is_company = name.bearer is Bearer.COMPANY
        for words in (without_forms(every) if is_company else every, every):
            for some in (words, [word for word in words if word not in FUNCTION]):
                found |= _initials(some, name) | found
    return found


def _initials(words: Sequence[str], name: Name) -> dict[str, str]:
    if len(words) < 2:
        return {}
    letters = [word[0].upper() for word in words]
    found = {"".join(f"{one}." for one in letters): name.shown}
    if name.bearer is Bearer.COMPANY and "".join(letters) not in TRADE:
        found["".join(letters)] = name.shown
    return found
