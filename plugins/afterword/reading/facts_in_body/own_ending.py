"""That I ended it myself, where the prose says so: "I withdrew on 25 Nov, too far away", "I declined the offer"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from afterword.kinds import OutcomeKind, Party
from afterword.model import Outcome
from afterword.patterns import seldom
from afterword.reading.body.fact_parts import Text
from afterword.reading.facts_in_body.outcomes import outcome_in
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.reading.matter.promise_pieces import sentences
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.sides import party
from afterword.vocabulary.spelling import spoken

_MOST = 200
# So many words tell how it ended, and what of it follows is left out: "I withdrew from the process on 25 Nov".
_MOST_WORDS = 4
_FROM = seldom(
    r"\s+from\s+(?:the|this|their)\s+(?:process|running|race|role|job|search)\b", re.IGNORECASE
)
_MARK = seldom(r"[,;(–—]|\.(?:\s|$)|!|\s-\s")
_OFFER = frozenset({"offer", "contract"})
# What else may be cancelled or ended: a call, a sentence.
_OF_A_CALL = ("cancel", "ended")
_MINE = frozenset({OutcomeKind.WITHDRAWN, OutcomeKind.DECLINED, OutcomeKind.ACCEPTED})


def take_own_ending(stated: StatedFacts, texts: Iterable[Text]) -> None:
    """Take the first sentence of prose that says that I ended it, where nothing else says how it stands."""
    if stated.start is None or "outcome" in stated.facts.places:
        return
    for line, sentence in sentences_in(texts, stated):
        if outcome := _ending(sentence, line, stated):
            stated.take(Kind.OUTCOME, "outcome", outcome, line)
            return


def sentences_in(texts: Iterable[Text], stated: StatedFacts) -> Iterator[tuple[int, str]]:
    """The first sentences of texts that are no facts yet, with the line on which each stands."""
    return islice(_sentences(texts, stated), _MOST)


def _sentences(texts: Iterable[Text], stated: StatedFacts) -> Iterator[tuple[int, str]]:
    for text in texts:
        for number, line in enumerate(text.text.split("\n"), text.line):
            if number not in stated.taken:
                yield from ((number, one) for one in sentences(line.strip()))


def _ending(sentence: str, line: int, stated: StatedFacts) -> Outcome | None:
    """The outcome that a sentence says; None where it is about something else: "I pulled out my laptop"."""
    first, _, rest = sentence.partition(" ")
    if len(first) > _MOST_WORDS or party(first) is not Party.ME or rest.startswith(_OF_A_CALL):
        return None
    said = _FROM.sub("", sentence, count=1)
    words = said.split()
    counts = range(2, min(len(words), 2 * _MOST_WORDS) + 1)
    heads = (" ".join(words[:count]).strip(".,;!") for count in counts)
    if not any(outcome_kind(head) in _MINE for head in heads):
        return None
    scratch = FileProblems(stated.problems.path, stated.problems.lines, order=stated.problems.order)
    outcome = outcome_in(_MARK.split(said)[0].strip(), line, stated.start, stated.facts, scratch)
    is_ours = outcome is not None and outcome.kind in _MINE and not scratch.failed
    is_sure = outcome is not None and (
        outcome.kind is OutcomeKind.WITHDRAWN or not _OFFER.isdisjoint(spoken(said).split())
    )
    return outcome if is_ours and is_sure else None
