"""Which outcome a writer's words mean."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from afterword.kinds import OutcomeKind
from afterword.patterns import seldom
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import Said, meaning_anywhere
from afterword.vocabulary.spelling import one_slip_apart, spoken

_OUTCOMES = {word: OutcomeKind(name) for word, name in WORDS.meanings("outcome").items()}
_SAID_AS_WRITTEN = WORDS.spoken("said as written")
_UNCLEAR = WORDS.meanings("unclear")
_NEGATIONS = WORDS.spoken("negation")
_NO_OUTCOME = WORDS.spoken("no outcome")
_BESIDE_NO_OUTCOME = WORDS.spoken("beside no outcome")
# The names of all outcomes in a sentence.
EVERY_OUTCOME = " or ".join(", ".join(OutcomeKind).rsplit(", ", 1))
# What goes in front of an outcome, what goes on behind it, what leads to another one, and what stands before a day.
BEFORE_OUTCOME = Said("before an outcome")
TO_ANOTHER = Said("to another outcome")
ON_A_DAY = Said("on a day", "")
_BEHIND_OUTCOME = Said("behind an outcome")
# The longest of those that go on behind an outcome has so many words.
_MOST_WORDS = 3
# A sign between two words that makes no one phrase of them; a hyphen is part of a word.
_STEP = seldom(r"[^\w\s'’]*[^\w\s'’-][^\w\s'’]*|\s-+\s")


def outcome_kind(text: str) -> OutcomeKind | None:
    """The outcome that a spelling means: "Ghosted" is no answer; None for one that we do not know."""
    if (known := _OUTCOMES.get(spoken(text))) is not None:
        return known
    meant = meaning_anywhere("outcome", text)
    return OutcomeKind(meant) if meant else None


def outcomes_in_turn(text: str) -> list[str]:
    """The outcomes that a text names one after the other with a sign between them, "offer → rejected"; none where it says anything else."""
    # Most are words and blanks alone.
    if text.replace(" ", "").isalnum():
        return []
    steps = [step.strip() for step in _STEP.split(text) if spoken(step)]
    return steps if len(steps) > 1 and all(map(outcome_kind, steps)) else []


def says_more(text: str) -> bool:
    """Whether a spelling says more than its outcome: "on hold" is pending, and more than that."""
    return spoken(text) in _SAID_AS_WRITTEN


def goes_on(text: str) -> bool:
    """Whether a text begins with words that may go on behind an outcome without changing it: "after the final"."""
    words = spoken(text).split()[:_MOST_WORDS]
    return any(" ".join(words[:count]) in _BEHIND_OUTCOME for count in range(1, len(words) + 1))


def takes_back(text: str) -> bool:
    """Whether a text beside an outcome says nothing but that it is none, or not for sure: "sadly not", "I hope"."""
    words = set(spoken(text).split())
    return not words.isdisjoint(_NO_OUTCOME) and words <= _NO_OUTCOME | _BESIDE_NO_OUTCOME


def unclear(text: str) -> str | None:
    """What a spelling leaves open: "closed" says that it is `over` and not how, "no show" how a `meeting` went; else None."""
    return _UNCLEAR.get(spoken(text)) or meaning_anywhere("unclear", text)


def _without_a_letter(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


@cache
def _by_fragment() -> Mapping[str, list[str]]:
    """Each spelling by itself and by what is left of it without one of its letters: many thousands, which only a slip needs."""
    known: dict[str, list[str]] = {}
    for word in _OUTCOMES:
        for fragment in _without_a_letter(word):
            known.setdefault(fragment, []).append(word)
    return known


def outcome_meant(text: str) -> str | None:
    """The spelling of an outcome that a text is one slip away from; None where two of them mean different ones.

    A slip that makes or unmakes a "not" is none: "now selected" may be what was meant.
    """
    words = spoken(text)
    if len(words) < 4:
        return None
    negations = _NEGATIONS & set(words.split())
    near = {
        word: _OUTCOMES[word]
        for fragment in _without_a_letter(words)
        for word in _by_fragment().get(fragment, ())
        if one_slip_apart(words, word)
    }
    is_denied = any(_NEGATIONS & set(word.split()) != negations for word in near)
    if is_denied or len(kinds := set(near.values())) != 1:
        return None
    (kind,) = kinds
    return kind.value if kind.value in near else max(near, key=len)
