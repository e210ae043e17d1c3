"""Whether a sentence says that something comes which only they can give: "Contract by Friday", "the offer letter arrives"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.spelling import spoken

_LETTERS = frozenset({"email", "phone", "mail", "letter", "post", "text", "courier"})
_PARTS = ("article", "theirs to give", "is to come")
# So much of a text tells how it begins.
_MOST = 80


def is_to_come(text: str, languages: tuple[Language, ...]) -> bool:
    """Whether a text in English or in these languages begins with what they give, and a word that says that it comes; none that I give."""
    said = spoken(text[:_MOST])
    if not any(one.match(said) for one in _patterns(languages)):
        return False
    words = said.split()
    is_mine = not _mine(languages).isdisjoint(words)
    return not is_mine and not any(_asks_for_doing(text, one) for one in languages)


def is_to_be_given(text: str, languages: tuple[Language, ...]) -> bool:
    """Whether a text says that I shall give what is mostly theirs to give: "Antwort bis Freitag schicken"."""
    said = spoken(text[:_MOST])
    is_begun = any(one.match(said) for one in _begun(languages))
    return is_begun and any(_asks_for_doing(text, one) for one in languages)


def _asks_for_doing(text: str, language: Language) -> bool:
    """Whether a text ends in what is to be done: "Vertrag bis Freitag unterschreiben"."""
    last = text.strip(" .!").rpartition(" ")[2]
    ends = tuple(language.compared("ends of an infinitive"))
    is_verb = bool(ends) and last[:1].islower() and spoken(last).endswith(ends)
    return is_verb and spoken(last) not in _days(language)


@lru_cache(maxsize=64)
def _days(language: Language) -> frozenset[str]:
    """What a day or a span of days is called."""
    kinds = ("day", "weekday", "month", "unit")
    return frozenset(word for kind in kinds for word in language.meanings(kind))


@lru_cache(maxsize=64)
def _mine(languages: tuple[Language, ...]) -> frozenset[str]:
    """Words for the writer, and for what is the writer's."""
    names = ("party me", "of mine")
    mine = [ENGLISH.spoken(name) for name in names]
    return frozenset().union(*mine, *(one.compared(name) for name in names for one in languages))


@lru_cache(maxsize=64)
def _patterns(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], ...]:
    """One for each language that has such words."""
    tables: list[list[Collection[str]]] = [[ENGLISH.spoken(name) for name in _PARTS]]
    tables += [[one.compared(name) for name in _PARTS] for one in languages]
    return tuple(_pattern(*table) for table in tables if all(table[1:]))


@lru_cache(maxsize=64)
def _begun(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], ...]:
    """What a text in one of the languages begins with that names what they give."""
    given = (_any(one.compared("theirs to give")) for one in languages)
    return tuple(re.compile(rf"(?:{ways})\b") for ways in given if ways)


def _pattern(
    articles: Iterable[str], given: Iterable[str], coming: Iterable[str]
) -> re.Pattern[str]:
    # "Offer by email" says how it came, and not when.
    ways = _any(_LETTERS)
    return re.compile(
        rf"(?:(?:{_any(articles)}) )?(?:{_any(given)}) (?:{_any(coming)})\b(?! (?:{ways})\b)"
    )


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
