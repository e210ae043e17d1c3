"""Which outcome a writer's words mean."""

from __future__ import annotations

from afterword.model import OutcomeKind
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import languages_spoken, meaning_anywhere
from afterword.vocabulary.spelling import bare, spoken

_OUTCOMES = {word: OutcomeKind(name) for word, name in WORDS.meanings("outcome").items()}
_KINDS = frozenset(OutcomeKind)
# The names of all outcomes in a sentence.
EVERY_OUTCOME = " or ".join(", ".join(OutcomeKind).rsplit(", ", 1))


def outcome_kind(text: str) -> OutcomeKind | None:
    """The outcome that a spelling means: "Ghosted" is no answer; None for one that we do not know."""
    if (known := _OUTCOMES.get(spoken(text))) is not None:
        return known
    meant = meaning_anywhere("outcome", text)
    return OutcomeKind(meant) if meant in _KINDS else None


def could_be_two(text: str) -> bool:
    """Whether a word of a language does not say who ended it: "abgesagt" may be theirs or mine."""
    word = bare(text)
    return any(word in one.said("doubtful outcome") for one in languages_spoken())


def outcome_spellings() -> tuple[str, ...]:
    """Every spelling that is read, for a did-you-mean."""
    return tuple(_OUTCOMES)
