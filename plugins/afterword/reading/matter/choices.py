"""Which of the things that are known a value means: an outcome, a round, a channel, a way of meeting."""

from __future__ import annotations

from difflib import get_close_matches

from afterword.model import Outcome, Round
from afterword.reading.matter.nodes import Node
from afterword.reading.matter.texts import one_line, plain_name, says, text
from afterword.reading.problems import FileProblems
from afterword.vocabulary import channels
from afterword.vocabulary.nothing import NO_OUTCOME_YET
from afterword.vocabulary.outcomes import EVERY_OUTCOME, outcome_kind, outcome_spellings
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.spelling import spoken


def outcome(node: Node, problems: FileProblems) -> Outcome | None:
    """How it stands."""
    if says(node, NO_OUTCOME_YET):
        return None
    written = plain_name(one_line(node))
    if kind := outcome_kind(written):
        return Outcome(kind=kind, line=node.line)
    meant = _meant(spoken(written))
    how = f"Did you mean {meant}?" if meant else f"Write {EVERY_OUTCOME}."
    problems.on(node, "unknown-outcome", f"'{written}' is not an outcome that is known.", how)
    return None


def _meant(words: str) -> str | None:
    """The spelling of an outcome that these words are close to, or begin with."""
    every = outcome_spellings()
    begun = (one for one in every if len(one) > 4 and f"{words} ".startswith(f"{one} "))
    near = get_close_matches(words, every, n=1, cutoff=0.8) or begun
    return next(iter(near), None)


def round_of(node: Node, problems: FileProblems) -> Round | None:
    """Which conversation it was: the name as written and the kind in it."""
    name = text(node, problems)
    return Round(name=name, kind=round_kind(name)) if name else None


def channel(node: Node, problems: FileProblems) -> str | None:
    """The channel they asked me to use, by its usual name where we know it."""
    written = text(node, problems)
    return channels.channel(written) if written else None


def interview_format(node: Node, problems: FileProblems) -> str | None:
    """Phone, video, onsite, take-home, or as written."""
    written = text(node, problems)
    return channels.interview_format(written) if written else None
