"""Whether a sentence says that something comes which only they can give: "Contract by Friday", "the offer letter arrives"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from functools import lru_cache

from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.spelling import spoken

_PARTS = ("article", "theirs to give", "is to come")
# So much of a text tells how it begins.
_MOST = 80


def is_to_come(text: str, languages: tuple[Language, ...]) -> bool:
    """Whether a text in English or in these languages begins with what they give, and a word that says that it comes."""
    return any(one.match(spoken(text[:_MOST])) for one in _patterns(languages))


@lru_cache(maxsize=64)
def _patterns(languages: tuple[Language, ...]) -> tuple[re.Pattern[str], ...]:
    """One for each language that has such words."""
    tables: list[list[Collection[str]]] = [[ENGLISH.spoken(name) for name in _PARTS]]
    tables += [[one.compared(name) for name in _PARTS] for one in languages]
    return tuple(_pattern(*table) for table in tables if all(table[1:]))


def _pattern(
    articles: Iterable[str], given: Iterable[str], coming: Iterable[str]
) -> re.Pattern[str]:
    return re.compile(rf"(?:(?:{_any(articles)}) )?(?:{_any(given)}) (?:{_any(coming)})\b")


def _any(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words)))
