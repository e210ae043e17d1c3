"""Which kind of round the words in its name say."""

from __future__ import annotations

import re

from afterword.model import RoundKind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.spelling import spoken

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


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    ways = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{ways})\b")


_ROUNDS = tuple((kind, _pattern(WORDS.of(f"round {kind}"))) for kind in _ORDER)
_NO_ROUND = WORDS.spoken("no round")
_COUNTED = re.compile(rf"^\W*(?:{'|'.join(WORDS.of('counted round'))})\s*\d", re.IGNORECASE)


def round_kind(text: str) -> RoundKind:
    """The kind of round that words in its name say: "Phone screen (HR)" is a screen."""
    words = spoken(text)
    return next((kind for kind, pattern in _ROUNDS if pattern.search(words)), RoundKind.OTHER)


def says_no_round(text: str) -> bool:
    """Whether a text says what sort of note this is, and no round: "interview"."""
    return spoken(text) in _NO_ROUND


def counts_rounds(heading: str) -> bool:
    """Whether a heading counts a round: "Round 2: system design"."""
    return _COUNTED.match(heading) is not None
