"""A heading without those whom it comes from: "Feedback from the chair" is "Feedback", and so is "The chair's feedback"."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.patterns import seldom
from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.spelling import spoken

# So many words name a person with what they are; more are a sentence.
_MOST = 5
# Behind it a French or Italian word has left its vowel out: "retour d'Anne".
_LEFT_OUT = seldom(r"\b(d|dell|dall)['’]", re.IGNORECASE)


def without_giver(text: str, languages: tuple[Language, ...]) -> str | None:
    """What is left of a heading in English or in these languages without whom it comes from: a name, or somebody with an article.

    Empty where that is the writer, a day or nobody; None where nothing says from whom.
    """
    text = text.strip(" :")
    words = _LEFT_OUT.sub(r"\1 ", text).split()
    leading = _words("from whom", languages)
    at = next((at for at, word in enumerate(words) if at and spoken(word) in leading), None)
    if at is not None:
        # "Du" and "do" are a "from" with its article.
        has_article = spoken(words[at]) in _words("from the", languages)
        is_giver = _is_another(words[at + 1 :], languages, has_article=has_article)
        return " ".join(words[:at]) if is_giver else ""
    *givers, rest = _behind(languages).split(text)
    if not givers:
        return None
    return rest if _is_another(givers[0].split(), languages, has_article=False) else ""


def _is_another(words: list[str], languages: tuple[Language, ...], *, has_article: bool) -> bool:
    """Whether words can be the name of somebody who is not the writer, or with an article somebody else."""
    said = [spoken(word) for word in words]
    if not 0 < len(words) <= _MOST or not _nobody(languages).isdisjoint(said):
        return False
    is_named = any(not word[:1].islower() for word in words)
    return is_named or has_article or said[0] in _words("article", languages)


@lru_cache(maxsize=64)
def _nobody(languages: tuple[Language, ...]) -> frozenset[str]:
    """The writer, what is the writer's, and days."""
    mine = (_words(name, languages) for name in ("party me", "of mine"))
    kinds = ("weekday", "month", "day")
    days = (ENGLISH.meanings(kind) for kind in kinds)
    others = (one.meanings(kind) for one in languages for kind in kinds)
    return frozenset().union(*mine, *days, *others)


@lru_cache(maxsize=64)
def _words(name: str, languages: tuple[Language, ...]) -> frozenset[str]:
    return ENGLISH.spoken(name).union(*(one.compared(name) for one in languages))


@lru_cache(maxsize=64)
def _behind(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """What stands behind whom it comes from: "the chair's feedback"."""
    marks = {*ENGLISH.of("whose"), *(mark for one in languages for mark in one.of("whose"))}
    return re.compile("|".join(map(re.escape, sorted(marks, key=len, reverse=True))))
