"""Which kind of round the words in its name say."""

from __future__ import annotations

import re
from functools import lru_cache

from afterword.kinds import RoundKind
from afterword.vocabulary.languages import WORDS, Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken

# In the order in which they are looked for: a "final system design round" is a final, a "recruiter screen with manager" a screen.
_ORDER = (
    RoundKind.TAKE_HOME,
    RoundKind.FINAL,
    RoundKind.PANEL,
    RoundKind.SCREEN,
    RoundKind.DESIGN,
    RoundKind.BEHAVIOURAL,
    RoundKind.MANAGER,
    RoundKind.TECHNICAL,
)
# Those whose names are no people's.
_NO_PEOPLE = (RoundKind.TAKE_HOME, RoundKind.FINAL, RoundKind.TECHNICAL, RoundKind.DESIGN)
# What stands around a number that counts: "2.", "2ª", "2nd", "第2", "2-й".
_NUMBER = (
    r"(?:第\s*)?(?:\d+|[一二三四五])(?:\s*[.ªº°]|-?(?:й|я|ый|st|nd|rd|th|er|e|ère|ème|de|ste))?"
)
_COUNTED_BEFORE = rf"^\W*{_NUMBER}\s*(?P<words>[^\W\d_]+)"
_COUNTED_BEHIND = r"^\W*(?P<words>[^\W\d_]+(?:\s[^\W\d_]+)?)\s*(?:số|n[º°]?\.?)?\s*\d"


def _ways(words: tuple[str, ...]) -> tuple[str, ...]:
    """What stands in words with a blank around each where one of these does; a star stands for any ending."""
    return tuple(f" {word[:-1]}" if word.endswith("*") else f" {word} " for word in words)


_ROUNDS = tuple((kind, _ways(WORDS.of(f"round {kind}"))) for kind in _ORDER)
_NO_ROUND = WORDS.spoken("no round")
_COUNTED = re.compile(rf"^\W*(?:{'|'.join(WORDS.of('counted round'))})\s*\d", re.IGNORECASE)


def round_kind(text: str) -> RoundKind:
    """The kind of round that words in its name say: "Phone screen (HR)" is a screen."""
    words = spoken(text)
    others = languages_spoken()
    if not others:
        return _english_kind(words)
    for kind, ways in _ROUNDS:
        if _has_one(words, ways):
            return kind
        for language in others:
            if _says(words, kind, language):
                return kind
    return RoundKind.OTHER


@lru_cache(maxsize=1024)
def _english_kind(words: str) -> RoundKind:
    """The kind of round that English words say."""
    return next((kind for kind, ways in _ROUNDS if _has_one(words, ways)), RoundKind.OTHER)


def _has_one(words: str, ways: tuple[str, ...]) -> bool:
    """Whether one of these ways stands among words, as `spoken` gives them."""
    padded = f" {words} "
    return any(way in padded for way in ways)


def is_called_round(name: str) -> bool:
    """Whether words are the name of a round and nothing else: "the second interview", "final". A kind alone may be the people who lead one."""
    small, nouns, counts = map(_spoken_words, ("article", "counted round", "ordinal"))
    words = [word for word in spoken(name).split() if word not in small]
    rest = [word for word in words if word not in nouns and word not in counts]
    is_counted = len(rest) < len(words)
    if not rest:
        return is_counted and any(word in counts for word in words)
    kinds = _ORDER if is_counted else _NO_PEOPLE
    called = " ".join(rest)
    return any(called in _spoken_words(f"round {kind}") for kind in kinds)


def _spoken_words(name: str) -> frozenset[str]:
    """The words below a name, in English and in the languages spoken."""
    return WORDS.spoken(name).union(*(one.compared(name) for one in languages_spoken()))


def _says(words: str, kind: RoundKind, language: Language) -> bool:
    """Whether these words have one in them by which a language calls a kind of round."""
    apart, inside = f" {words} ", words.replace(" ", "")
    for word in language.compared(f"round {kind}"):
        if not language.has_blanks:
            found = word.replace(" ", "").rstrip("*") in inside
        else:
            found = f" {word[:-1]}" in apart if word.endswith("*") else f" {word} " in apart
        if found:
            return True
    return False


def is_false_key(key: str, value: str) -> bool:
    """Whether an English key for the round means something else in a language spoken, and its value is no round: "stage" is an internship in French."""
    is_false = any(bare(key) in one.said("false key") for one in languages_spoken())
    counts = any(letter.isdigit() for letter in value)
    return is_false and not counts and round_kind(value) is RoundKind.OTHER


def says_no_round(text: str) -> bool:
    """Whether a text says what sort of note this is, and no round: "interview"."""
    return spoken(text) in _NO_ROUND


def counts_rounds(heading: str) -> bool:
    """Whether a heading counts a round: "Round 2: system design", "2. Runde", "第2轮"."""
    if _COUNTED.match(heading):
        return True
    if not (others := languages_spoken()):
        return False
    found = re.match(_COUNTED_BEFORE, heading) or re.match(_COUNTED_BEHIND, heading)
    words = spoken(found["words"]) if found else ""
    return any(
        words == word or words.startswith(word if not language.has_blanks else f"{word} ")
        for language in others
        for word in language.compared("counted round")
    )
