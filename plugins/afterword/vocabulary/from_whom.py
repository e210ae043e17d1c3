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
    """What is left of a heading in English or in these languages without whom it comes from; None where that is nobody, or its writer."""
    text = text.strip(" :")
    leading, me = _words("from whom", languages), _words("party me", languages)
    words = _LEFT_OUT.sub(r"\1 ", text).split()
    for at in range(1, len(words)):
        if spoken(words[at]) in leading:
            return " ".join(words[:at]) if _is_another(words[at + 1 :], me) else None
    *givers, rest = _behind(languages).split(text)
    return rest if givers and _is_another(givers[0].split(), me) else None


def _is_another(words: list[str], me: frozenset[str]) -> bool:
    """Whether words can be the name of somebody who is not the writer."""
    return 0 < len(words) <= _MOST and spoken(" ".join(words)) not in me


@lru_cache(maxsize=64)
def _words(name: str, languages: tuple[Language, ...]) -> frozenset[str]:
    return ENGLISH.spoken(name).union(*(one.compared(name) for one in languages))


@lru_cache(maxsize=64)
def _behind(languages: tuple[Language, ...]) -> re.Pattern[str]:
    """What stands behind whom it comes from: "the chair's feedback"."""
    marks = {*ENGLISH.of("whose"), *(mark for one in languages for mark in one.of("whose"))}
    return re.compile("|".join(map(re.escape, sorted(marks, key=len, reverse=True))))
