"""Journals in which one pattern is planted, or none, drawn by a plan that is the same each time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind
from afterword.model import Feedback, Interview, Journal, Observation, Outcome, Round, When
from afterword.reading.joining.applications import applications_of

FIRST = date(2023, 1, 2)
ROUNDS = (
    RoundKind.SCREEN,
    RoundKind.TECHNICAL,
    RoundKind.DESIGN,
    RoundKind.BEHAVIOURAL,
    RoundKind.FINAL,
)
PLANTED = "planted"
THEMES = (PLANTED, "kafka", "leading", "pace", "questions", "sql", "stories", "system-design")


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is planted: a theme that goes badly in technical rounds, a narrow stage, a theme in their feedback, or one that only they see.

    `expects` is by how many points a forecast lies above the true chance in each kind of round.
    """

    slips: bool = False
    narrows: bool = False
    feedback: bool = False
    blind: bool = False
    expects: Mapping[RoundKind, int] = field(default_factory=dict)


def planted_journal(plan: Plan, interviews: int, seed: int) -> Journal:
    """A journal of so many interviews."""
    drawn_by = replace(plan, expects={})
    chance = Random(f"{drawn_by} {seed}")
    made: list[Interview] = []
    begun, at = FIRST, 0
    # Applications overlap: the first interviews in date order are kept, so that more are drawn than are needed.
    while not made or sum(one.when.day < begun for one in made) < interviews:
        made += _rounds(plan, chance, f"Company {at}", begun)
        begun += timedelta(days=chance.randint(2, 8))
        at += 1
    kept = tuple(sorted(made, key=lambda one: (one.when.day, one.path))[:interviews])
    names = {theme: theme.capitalize() for theme in THEMES}
    return Journal(interviews=kept, applications=applications_of(kept), theme_names=names)


def _rounds(plan: Plan, chance: Random, company: str, begun: date) -> Iterator[Interview]:
    day = begun
    for kind in ROUNDS:
        day += timedelta(days=chance.randint(5, 12))
        share = _share(plan, chance, kind)
        passed = chance.random() < share
        outcome = OutcomeKind.ADVANCED
        if not passed:
            outcome = OutcomeKind.NO_ANSWER if chance.random() < 0.2 else OutcomeKind.REJECTED
        made = _interview(plan, chance, company, day, kind, outcome)
        yield replace(made, confidence=_forecast(plan, made, share))
        if not passed:
            return


def _share(plan: Plan, chance: Random, kind: RoundKind) -> float:
    if plan.narrows:
        return 0.2 if kind is RoundKind.TECHNICAL else 0.75
    return chance.uniform(0.5, 0.8)


def _interview(
    plan: Plan, chance: Random, company: str, day: date, kind: RoundKind, outcome: OutcomeKind
) -> Interview:
    well, badly = _notes(plan, chance, kind)
    return Interview(
        path=f"{day}-{company}.md".replace(" ", "-").lower(),
        company=company,
        when=When(day=day),
        round=Round(name=kind.value, kind=kind),
        outcome=Outcome(kind=outcome, decided=day + timedelta(days=chance.randint(3, 14))),
        went_well=_observations(well, 10),
        went_badly=_observations(badly, 30),
        feedback=_feedback(plan, chance) if outcome is OutcomeKind.REJECTED else (),
    )


def _forecast(plan: Plan, made: Interview, share: float) -> float:
    """What was expected of an interview, in steps of five points, none of them certain."""
    noise = Random(made.path).gauss(0, 7)
    points = 100 * share + plan.expects.get(made.kind, 0) + noise
    return min(95, max(5, 5 * round(points / 5))) / 100


def _notes(plan: Plan, chance: Random, kind: RoundKind) -> tuple[list[str], list[str]]:
    """The themes of what went well and of what went badly."""
    well: list[str] = []
    badly: list[str] = []
    themes = THEMES[1:] if plan.slips else THEMES
    for _ in range(chance.choice((1, 2, 3, 3))):
        theme = chance.choice(themes)
        (badly if chance.random() < 0.45 else well).append(theme)
    if plan.slips and kind is RoundKind.TECHNICAL:
        if chance.random() < 0.7:
            badly.append(PLANTED)
        elif chance.random() < 1 / 3:
            well.append(PLANTED)
    if plan.blind:
        badly = [theme for theme in badly if theme != PLANTED]
    return well, badly


def _feedback(plan: Plan, chance: Random) -> tuple[Feedback, ...]:
    if chance.random() >= 0.6:
        return ()
    named = chance.sample(THEMES, chance.choice((1, 2)))
    if (plan.feedback or plan.blind) and chance.random() < 0.8 and PLANTED not in named:
        named[0] = PLANTED
    return tuple(
        Feedback(text=theme, line=50 + at, themes=(theme,), kind=FeedbackKind.UNMARKED)
        for at, theme in enumerate(named)
    )


def _observations(themes: list[str], line: int) -> tuple[Observation, ...]:
    return tuple(
        Observation(text=theme, line=line + at, themes=(theme,)) for at, theme in enumerate(themes)
    )
