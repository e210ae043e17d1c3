"""Which promises a text holds: one for each sentence that makes one, and one for each day among several in a sentence.

"I send the CV by Monday. They call by 24 November" is two, and so is "the CV by 20 Nov and references by 25 Nov".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache

from afterword.patterns import seldom
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import NamedDay
from afterword.reading.tasks import marks_before
from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.promising import promised_by

# Where a sentence may end; behind a number or one letter a full stop ends none: "by 24. Dezember", "to R. Lindqvist". With the
# marks in front and what stands before them behind, a search goes from mark to mark.
_END = seldom(
    r"[.!?;…。！？；](?:(?<=[。！？；])\s*"
    r"|(?:(?<=[!?;…])|(?<=\.)(?<![\s\d]\w\.)(?<!\d\.)|(?<=\d{4}\.)|(?<=[./-]\d\d\.)|(?<=[./]\d\.))[)\"”’»]*\s+(?=\S))"
)
# Short forms with a full stop that stand before a name.
_SHORT = frozenset(["dr", "mr", "mrs", "ms", "prof", "st", "nr", "no", "ca", "hr", "fr", "bzw", "ggf", "inkl", "incl", "approx", "vs", "jr", "sra", "srta", "dra", "dott", "ing", "mag", "dipl", "mme", "mlle"])  # fmt: skip
# In a sentence of more clauses no second day is looked for.
_MOST_CLAUSES = 12

DayIn = Callable[[str], NamedDay | None]


def sentences(text: str) -> list[str]:
    """The sentences of a text, each with its mark."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _is_short_form(text[start : end.end()].rstrip(), text[end.end() :]):
            # The marks of a task behind a full stop are those of the sentence before it.
            behind = end.end() + marks_before(text[end.end() :])
            found.append(text[start:behind].rstrip())
            start = behind
    return [one for one in (*found, text[start:].strip()) if one]


def _is_short_form(sentence: str, following: str) -> bool:
    """Whether the full stop that a text ends with belongs to its last word: before a small letter or a figure it does."""
    if not sentence.endswith("."):
        return False
    last = spoken(sentence.rpartition(" ")[2])
    return last in _SHORT or following[:1].islower() or following[:1].isdigit()


def pieces_of(text: str, day_in: DayIn) -> list[str]:
    """The promises of a text, each with all of its words; `day_in` finds the one day in a text, and raises UnreadableDate for a doubt."""
    told: list[str] = []
    for sentence in sentences(text):
        if told and not (_makes_one(sentence, day_in) and _makes_one(told[-1], day_in)):
            told[-1] = f"{told[-1]} {sentence}"
        else:
            told.append(sentence)
    return [piece for one in told for piece in _by_days(one, day_in)]


def _makes_one(sentence: str, day_in: DayIn) -> bool:
    """Whether a sentence is a promise by itself: by how it begins, or by a day."""
    return promised_by(sentence) is not None or _names_a_day(sentence, day_in)


def _names_a_day(text: str, day_in: DayIn) -> bool:
    try:
        return day_in(text) is not None
    except UnreadableDate:
        return True


def _by_days(text: str, day_in: DayIn) -> list[str]:
    """A sentence in as many pieces as it names days, where each is named beside words of its own; else the sentence."""
    parts = clauses(text)
    if not 1 < len(parts) <= _MOST_CLAUSES or not _has_several(text, parts, day_in):
        return [text]
    pieces = [""]
    for part in parts:
        if _names_a_day(part, day_in) and _names_a_day(pieces[-1], day_in):
            pieces.append("")
        pieces[-1] += part
    if len(pieces) < 2 or not all(_names_one_day(piece, day_in) for piece in pieces):
        return [text]
    return [trimmed(piece) for piece in pieces]


def _has_several(text: str, parts: Iterable[str], day_in: DayIn) -> bool:
    """Whether a sentence names two days, or makes two promises of which each has a day."""
    try:
        day_in(text)
    except UnreadableDate as doubt:
        return doubt.code == "two-days"
    dated = [part for part in parts if _names_a_day(part, day_in)]
    return any(promised_by(trimmed(part)) for part in dated[1:])


def _names_one_day(piece: str, day_in: DayIn) -> bool:
    """Whether a piece names one day for sure, and something to do."""
    try:
        named = day_in(piece)
    except UnreadableDate:
        return False
    return named is not None and bool(spoken(trimmed(piece[: named.start] + piece[named.end :])))


def clauses(text: str) -> list[str]:
    """What stands between the commas and the ands of a sentence, each with what parts it from the one before."""
    cuts = [found.start() for found in _between().finditer(text)]
    return [text[start:end] for start, end in zip([0, *cuts], [*cuts, len(text)], strict=True)]


def trimmed(clause: str) -> str:
    """A clause without what parts it from the one before."""
    found = _between().match(clause)
    return clause[found.end() :].strip() if found else clause.strip()


def _between() -> re.Pattern[str]:
    """What parts two clauses: a comma, an "and", or both, in English or in a language that is spoken."""
    return _between_in(languages_spoken())


@cache
def _between_in(spoken_in: tuple[Language, ...]) -> re.Pattern[str]:
    ways = {*ENGLISH.of("and"), "then", "but"}.union(*(one.of("and") for one in spoken_in))
    # One letter is an "and" only when it is small: "I" is somebody.
    words = "|".join(
        re.escape(way) if len(way) > 1 else f"(?-i:{re.escape(way)})"
        for way in sorted(ways, key=len, reverse=True)
    )
    return re.compile(
        rf"\s*[,;，；、](?!\s*\d{{4}})\s*(?:(?:{words})\s+)?|\s+(?:{words}|&|\+)\s+", re.IGNORECASE
    )
