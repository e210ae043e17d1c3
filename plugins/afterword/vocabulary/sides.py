"""Which side their feedback is on, and how a question went or an attempt helped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.kinds import Answered, FeedbackKind, Helped, Party
from afterword.patterns import seldom
from afterword.vocabulary.labels import meaning_behind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import Said, languages_spoken, meaning_of
from afterword.vocabulary.spelling import composed, spoken

_SIDES = {word: FeedbackKind(name) for word, name in WORDS.meanings("side").items()}
_SIDES |= {f"{word}s": kind for word, kind in _SIDES.items()}
# Behind the end of a sentence, or on another line, another side may begin.
_BOUNDARY = seldom(r"(?<=[.;,!?|/)\"”])\s+|\n\s*|\s[-–—|/]\s+")
_LONGEST = 60
# What stands behind the name of a side or of a speaker.
_SIGNS = ":：–—"
# What may be a side, and what parts it from theirs: "**Gap:**", "Weaknesses –". All their words in it would be dear to compile.
_LABEL = re.compile(
    r"^[*_]*(?P<side>[^\W\d_][\w ]{0,30}?)[*_]*(?:\s*(?P<sign>[:–—])|\s+-\s)[*_]*\s*"
)
# Who speaks: "Q: …", "**A:** …", "Question 2: …".
_ASKS, _ANSWERS = Said("asks"), Said("answers")
_SPEAKER = seldom(
    r"(?P<before>^|\n|[?.!)？。]\s*)[*_]*(?P<speaker>[^\W\d_](?:[\w '’]{0,24}?[^\W\d_])?)\s*\d*[*_]*\s*[:：][*_]*\s*"
)
_ANSWERED = {word: Answered(name) for word, name in WORDS.meanings("answered").items()}
_HELPED = {word: Helped(name) for word, name in WORDS.meanings("helped").items()}
_PARTIES = {word: Party(name) for word, name in WORDS.meanings("party").items()}


def side_of(words: str) -> FeedbackKind | None:
    """The side that these words alone name, in one or several: "Gaps"."""
    if (known := _SIDES.get(spoken(words))) is not None:
        return known
    meant = meaning_of("side", words)
    return FeedbackKind(meant) if meant else None


def parted_by_side(text: str) -> list[str]:
    """The pieces of a text that each begin with a side, and what stands before the first: "Praise: calm. Gap: slow" are two."""
    if not any(sign in text for sign in _SIGNS):
        return [text]
    return [piece.strip() for piece in _cut(text) if piece.strip()] or [text]


def _cut(text: str) -> Iterator[str]:
    # In English a side has a sign behind it, so that none begins behind the last of them.
    end = len(text) if languages_spoken() else max(map(text.rfind, _SIGNS))
    start = 0
    # Most items have one side, and before its sign one word.
    may_part = any(map(str.isspace, text[:end]))
    for found in _BOUNDARY.finditer(text, 0, end) if may_part else ():
        if begins_side(text[found.end() : found.end() + _LONGEST]):
            yield text[start : found.start()]
            start = found.end()
    yield text[start:]


def turn_in(text: str) -> tuple[bool, str] | None:
    """Whether a text begins as somebody's question or as an answer, and what is said: "Q: why?" is a question."""
    found = _SPEAKER.match(text) if ":" in text or "：" in text else None
    asks = _asks(found["speaker"]) if found else None
    return (asks, text[found.end() :]) if found and asks is not None else None


def _asks(speaker: str) -> bool | None:
    """Whether who speaks is the one who asked; None where it is neither of the two."""
    name = spoken(speaker)
    return True if name in _ASKS else False if name in _ANSWERS else None


def turns_of(text: str) -> Iterator[tuple[bool, str]]:
    """What is asked and answered in a text that begins with one or the other, in turn; nothing in any other text."""
    if turn_in(text) is None:
        return
    named = ((turn, _asks(turn["speaker"])) for turn in _SPEAKER.finditer(text))
    turns = [(turn, asks) for turn, asks in named if asks is not None]
    ends = [*(turn.start() + len(turn["before"]) for turn, _ in turns[1:]), len(text)]
    for (turn, asks), end in zip(turns, ends, strict=True):
        yield asks, text[turn.end() : end].strip()


def begins_side(line: str) -> bool:
    """Whether a line begins with a side and a colon: "Gap: slow"."""
    found = _labelled(line)
    # At the start of a line a dash between blanks is no sign by itself.
    return bool(found and found["sign"]) or meaning_behind("side", line) is not None


def without_side(text: str) -> tuple[FeedbackKind | None, str]:
    """The side that a text begins with, and what follows it: "Praise: calm" is praise, "calm"."""
    if found := _labelled(text):
        return _SIDES[composed(found["side"])], text[found.end() :]
    meant = meaning_behind("side", text)
    return (FeedbackKind(meant[0]), meant[1]) if meant else (None, text)


def _labelled(text: str) -> re.Match[str] | None:
    """What a text begins with, where that is an English word of a side and what parts it from theirs."""
    found = _LABEL.match(text)
    return found if found and composed(found["side"]) in _SIDES else None


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
