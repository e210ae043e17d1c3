"""Which of the things that are known a value means: an outcome, a round, a channel, a way of meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from afterword.days import DayOrder
from afterword.model import Outcome, Round
from afterword.reading.matter import dated, dates
from afterword.reading.matter.nodes import Node, Scalar
from afterword.reading.matter.outcomes import UnreadableOutcome, beside_its_day, outcome_and_day
from afterword.reading.matter.texts import one_line, says, text
from afterword.reading.problems import FileProblems
from afterword.vocabulary import channels
from afterword.vocabulary.nothing import NO_OUTCOME_YET
from afterword.vocabulary.rounds import round_kind

# What is told where no outcome can be read.
NO_OUTCOME = frozenset({"unclear-outcome", "two-outcomes", "unknown-outcome"})


def read_outcome(
    text: str, line: int, *, order: DayOrder | None = None
) -> tuple[Outcome, date | None]:
    """The outcome that a text means, and the day that it names. Raises UnreadableOutcome.

    A day that could be two is None, unless `order` tells which.
    """
    outcome, written = outcome_and_day(text, line)
    try:
        return outcome, dates.day(written, order=order) if written else None
    except dates.UnreadableDate:
        return outcome, None


def outcome(node: Node, problems: FileProblems) -> Outcome | None:
    """How it stands, with the day where the same words name one."""
    if says(node, NO_OUTCOME_YET):
        return None
    try:
        read, day = outcome_and_day(one_line(node), node.line)
    except UnreadableOutcome as refusal:
        problems.on(node, refusal.code, refusal.message, refusal.suggestion)
        return None
    written = Scalar(line=node.line, column=node.column, text=day)
    decided = dated.day(written, problems) if day else None
    # A day that could not be read stays in the words.
    return replace(read, decided=decided, words=beside_its_day(read)) if decided else read


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
