"""How an interview ended, where a note says so in the middle of a line, which nobody reads there: "They wrote on Friday. Result: rejected (19 Feb)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.kinds import OutcomeKind
from afterword.reading.recognising.property_lines import outside_code
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.outcomes import outcome_kind
from afterword.writing.importing.statuses import words_and_day

_SENTENCES = re.compile(r"(?<=[.!?…])\s+|(?<=[。！？])")
_LABELLED = re.compile(r"^(?P<label>[^\W\d_][^\n:：]{0,40})\s*[:：]\s*(?P<said>\S.*)$")
_BRACKETED = re.compile(r"\s*[(（][^()（）]*[)）]")
# A line of one of these tells something else: a heading, a row, a quote.
_NO_PROSE = ("#", "|", ">", "- ", "* ", "+ ")
_OPEN = frozenset({OutcomeKind.PENDING, OutcomeKind.ADVANCED})
# One word alone may answer anything.
_FEWEST = 2


def ends_told(text: str) -> Iterator[str]:
    """The sentences of a text that are an outcome, or name one behind its label, and stand beside others on their line, or with its day on one of their own."""
    for _, line in outside_code(text.split("\n")):
        sentences = _SENTENCES.split(line.strip())
        if not line.startswith(_NO_PROSE):
            yield from (one.strip() for one in sentences if _is_end(one, is_alone=len(sentences) == 1))  # fmt: skip


def _is_end(sentence: str, *, is_alone: bool) -> bool:
    if sentence.endswith(("?", "？")):
        return False
    labelled = _LABELLED.match(sentence)
    known = KEYS.field_of(labelled["label"]) if labelled else None
    is_outcome = known is not None and known.name == "outcome"
    said = labelled["said"] if labelled and is_outcome else sentence
    words, day = words_and_day(_BRACKETED.sub("", said))
    plain = words.strip(" .!…。！*_")
    kind = outcome_kind(plain)
    if kind is None or kind in _OPEN:
        return False
    if is_alone:
        return not is_outcome and day is not None
    return is_outcome or len(plain.split()) >= _FEWEST or day is not None
