"""Which outcome a writer's words mean."""

from __future__ import annotations

from afterword.model import OutcomeKind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.spelling import spoken

_OUTCOMES = {word: OutcomeKind(name) for word, name in WORDS.meanings("outcome").items()}
# The names of all outcomes in a sentence.
EVERY_OUTCOME = " or ".join(", ".join(OutcomeKind).rsplit(", ", 1))


def outcome_kind(text: str) -> OutcomeKind | None:
    """The outcome that a spelling means: "Ghosted" is no answer; None for one that we do not know."""
    return _OUTCOMES.get(spoken(text))


def outcome_spellings() -> tuple[str, ...]:
    """Every spelling that is read, for a did-you-mean."""
    return tuple(_OUTCOMES)
