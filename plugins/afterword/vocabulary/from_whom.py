"""A heading without those whom it comes from: "Feedback from the chair" is "Feedback", and so is "The chair's feedback"."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.spelling import spoken

# So many words name a person with what they are; more are a sentence.
_MOST = 5
# Behind it a French or Italian word has left its vowel out: "retour d'Anne".
_LEFT_OUT = re.compile(r"\b(d|dell|dall)['’]", re.IGNORECASE)


def without_giver(text: str, languages: tuple[Language, ...]) -> str | None:
    """What is left of a heading in English or in these languages without whom it comes from: a name, or somebody with an article.

    Empty where that is the writer, a day or nobody; None where nothing says from whom.
    """
    text = text.strip(" :")
    words = _LEFT_OUT.sub(r"\1 ", text).split()
    leading = _words("from whom", languages)
    for at in range(1, len(words)):
        if spoken(words[at]) in leading:
            # "Du" and "do" are a "from" with their article.
            article = _words("article", languages) | _words("from the", languages)
            is_led = (
                spoken(words[at]) in article
                or spoken(words[at + 1 : at + 2][0] if words[at + 1 :] else "") in article
            )
            is_giver = _is_another(words[at + 1 :], languages, has_article=is_led)
            return " ".join(words[:at]) if is_giver else ""
    *givers, rest = _behind(languages).split(text)
    if not givers:
        return None
    words = givers[0].split()
    has_article = spoken(words[0]) in _words("article", languages) if words else False
    return rest if _is_another(words, languages, has_article=has_article) else ""


def _is_another(words: list[str], languages: tuple[Language, ...], *, has_article: bool) -> bool:
    """Whether words can be the name of somebody who is not the writer."""
    said = {spoken(word) for word in words}
    if not 0 < len(words) <= _MOST or not said.isdisjoint(_nobody(languages)):
        return False
    is_named = any(not word[:1].islower() for word in words)
    return has_article or is_named


@lru_cache(maxsize=64)
def _nobody(languages: tuple[Language, ...]) -> frozenset[str]:
    """The writer, what is the writer's, and days."""
    mine = (_words(name, languages) for name in ("party me", "of mine"))
    days = (
        ENGLISH.meanings("weekday").keys()
        | ENGLISH.meanings("month").keys()
        | ENGLISH.meanings("day").keys()
    )
    return frozenset(days).union(
        *mine, *(one.meanings(kind) for one in languages for kind in ("weekday", "month", "day"))
    )


@lru_cache(maxsize=64)
def _words(name: str, languages: tuple[Language, ...]) -> frozenset[str]:
    return ENGLISH.spoken(name).union(*(one.compared(name) for one in languages))


@lru_cache(maxsize=64)
def _behind(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """What stands behind whom it comes from: "the chair's feedback"."""
    marks = {*ENGLISH.of("whose"), *(mark for one in languages for mark in one.of("whose"))}
    return re.compile("|".join(map(re.escape, sorted(marks, key=len, reverse=True))))
