"""Journals in which nothing stands out: every kind, theme, side and outcome is drawn without regard to any other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from random import Random

from tests.builders import interview, journal

from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind
from afterword.model import Feedback, Interview, Journal, Observation

FIRST = date(2026, 1, 12)
INTERVIEWS = 30
KINDS = (RoundKind.SCREEN, RoundKind.TECHNICAL, RoundKind.DESIGN, RoundKind.FINAL)
THEMES = ("estimation", "kafka", "pace", "sql", "stories", "system-design")
ENDS = (OutcomeKind.ADVANCED,) * 6 + (OutcomeKind.REJECTED,) * 3 + (OutcomeKind.NO_ANSWER,)


@cache
def shuffled_journals(count: int, seed: int = 5) -> tuple[Journal, ...]:
    """So many journals of thirty interviews, the same ones each time."""
    chance = Random(seed)
    return tuple(journal(*_interviews(chance)) for _ in range(count))


def _interviews(chance: Random) -> Iterator[Interview]:
    for at in range(INTERVIEWS):
        outcome = chance.choice(ENDS)
        day = FIRST + timedelta(days=at * 10 + chance.randrange(10))
        refused = outcome is OutcomeKind.REJECTED
        yield interview(
            day,
            f"Company {at}",
            kind=chance.choice(KINDS),
            outcome=outcome,
            decided=str(day + timedelta(days=chance.randrange(3, 25))),
            confidence=chance.choice((0.4, 0.5, 0.6, 0.7, 0.8)),
            went_well=_notes(chance, 10),
            went_badly=_notes(chance, 20),
            feedback=_feedback(chance) if refused and chance.random() < 0.6 else (),
        )


def _notes(chance: Random, line: int) -> tuple[Observation, ...]:
    count = chance.choice((0, 1, 1, 2))
    return tuple(
        Observation(text="note", line=line + at, themes=(chance.choice(THEMES),))
        for at in range(count)
    )


def _feedback(chance: Random) -> tuple[Feedback, ...]:
    kinds = (FeedbackKind.PRAISE, FeedbackKind.GAP, FeedbackKind.GAP)
    return tuple(
        Feedback(
            text="said", line=40 + at, themes=(chance.choice(THEMES),), kind=chance.choice(kinds)
        )
        for at in range(chance.choice((1, 2)))
    )
