"""That they ended it, where the prose sounds so and no outcome is written: "Got rejected by email, 17 Nov". It is doubted, not read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from afterword.kinds import OutcomeKind
from afterword.patterns import seldom
from afterword.reading.body.fact_parts import Text
from afterword.reading.facts_in_body.own_ending import sentences_in
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.vocabulary.outcomes import outcome_kind

_THEIRS = frozenset({OutcomeKind.REJECTED, OutcomeKind.OFFER, OutcomeKind.CANCELLED})
# So many words say it; a single one, such as "No.", may answer anything, and of a long sentence it is one thought of several.
_FEWEST, _MOST, _LONGEST = 2, 5, 14
# What stands behind those words where nothing else was meant: "They said no code was needed" goes on otherwise.
_BEHIND = seldom(
    r"^(?:[^\w\s]|(?:by|on|via|after|today|yesterday|this|last|in|from|at|with|over|per|through)\b|$)",
    re.IGNORECASE,
)


def doubt_their_ending(stated: StatedFacts, texts: Iterable[Text]) -> None:
    """Note the first sentence of prose that sounds as if they had decided, where nothing says how it stands."""
    if stated.start is None or "outcome" in stated.facts.places:
        return
    for line, sentence in sentences_in(texts, stated):
        if (heard := _heard(sentence)) is not None:
            words, kind = heard
            told = f"'{words}' sounds like an outcome, and none is written, so this counts as still open."
            how = f"Write outcome: {kind} at the top, and decided: with the day, if that is so."
            stated.doubt(line, "outcome-in-prose", told, how)
            return


def _heard(sentence: str) -> tuple[str, OutcomeKind] | None:
    """The words at the beginning of a sentence that say what they decided, and what that is."""
    words = sentence.split()
    if not _FEWEST <= len(words) <= _LONGEST:
        return None
    for count in range(min(len(words), _MOST), _FEWEST - 1, -1):
        head = " ".join(words[:count])
        plain = head.rstrip(".,;:!–—")
        if not _BEHIND.match(head[len(plain) :] or " ".join(words[count:])):
            continue
        kind = outcome_kind(plain)
        if kind in _THEIRS:
            return plain, kind
    return None
