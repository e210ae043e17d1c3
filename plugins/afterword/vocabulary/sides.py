"""Which side their feedback is on, and how a question went or an attempt helped."""

from __future__ import annotations

import re

from afterword.model import Answered, FeedbackKind, Helped, Party
from afterword.vocabulary.labels import meaning_behind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import meaning_of
from afterword.vocabulary.spelling import spoken

_SIDES = {word: FeedbackKind(name) for word, name in WORDS.meanings("side").items()}
_SIDES |= {f"{word}s": kind for word, kind in _SIDES.items()}
# A word of a side and what parts it from theirs: "**Gap:**", "Weaknesses –".
_WORD = rf"[*_]*(?P<side>{'|'.join(sorted(map(re.escape, _SIDES), key=len, reverse=True))})[*_]*"
# At the start of a line a dash between blanks is no sign by itself.
_LABEL = re.compile(rf"^{_WORD}\s*[:–—]", re.IGNORECASE)
_MARKED = re.compile(rf"^{_WORD}(?:\s*[:–—]|\s+-\s)[*_]*\s*", re.IGNORECASE)
_ANSWERED = {word: Answered(name) for word, name in WORDS.meanings("answered").items()}
_HELPED = {word: Helped(name) for word, name in WORDS.meanings("helped").items()}
_PARTIES = {word: Party(name) for word, name in WORDS.meanings("party").items()}


def side_of(words: str) -> FeedbackKind | None:
    """The side that these words alone name, in one or several: "Gaps"."""
    if (known := _SIDES.get(spoken(words))) is not None:
        return known
    meant = meaning_of("side", words)
    return FeedbackKind(meant) if meant else None


def begins_side(line: str) -> bool:
    """Whether a line begins with a side and a colon: "Gap: slow"."""
    return _LABEL.match(line) is not None or meaning_behind("side", line) is not None


def without_side(text: str) -> tuple[FeedbackKind | None, str]:
    """The side that a text begins with, and what follows it: "Praise: calm" is praise, "calm"."""
    found = _MARKED.match(text)
    if found:
        return side_of(found["side"]), text[found.end() :]
    meant = meaning_behind("side", text)
    return (FeedbackKind(meant[0]), meant[1]) if meant else (None, text)


def answered(word: str) -> Answered | None:
    """How a question went, in the word that is written behind it: "poorly" is badly."""
    if (known := _ANSWERED.get(spoken(word))) is not None:
        return known
    meant = meaning_of("answered", word)
    return Answered(meant) if meant else None


def helped(word: str) -> Helped | None:
    """Whether an attempt helped, in the word that is written behind it: "partially" is partly."""
    if (known := _HELPED.get(spoken(word))) is not None:
        return known
    meant = meaning_of("helped", word)
    return Helped(meant) if meant else None


def party(word: str) -> Party | None:
    """Whose promise a word says it is: "I" is me."""
    if (known := _PARTIES.get(spoken(word))) is not None:
        return known
    meant = meaning_of("party", word)
    return Party(meant) if meant else None
