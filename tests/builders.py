"""Interviews and journals for tests, with what a test does not speak of left to a usual value."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from afterword.analysis.forecast import Forecast, forecast
from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind
from afterword.model import (
    Feedback,
    Interview,
    Journal,
    Observation,
    Outcome,
    Round,
    When,
)
from afterword.reading.joining.applications import applications_of


def interview(
    day: str | date,
    company: str = "Northwind",
    *,
    kind: RoundKind | None = None,
    outcome: OutcomeKind | Outcome | None = None,
    decided: str | None = None,
    **facts: Any,
) -> Interview:
    """An interview on a day such as "2026-11-12"; its path is made of day, company and kind unless given."""
    when = day if isinstance(day, date) else date.fromisoformat(day)
    if not isinstance(outcome, Outcome):
        heard = date.fromisoformat(decided) if decided else None
        outcome = Outcome(kind=outcome or OutcomeKind.PENDING, decided=heard)
    if kind:
        facts.setdefault("round", Round(name=kind.value, kind=kind))
    name = _slug(f"{when} {company} {kind or ''}")
    usual = {"path": f"{name}.md", "when": When(day=when), "outcome": outcome}
    return Interview(company=company, **{**usual, **facts})


def journal(*interviews: Interview) -> Journal:
    """A journal of these interviews in date order, with its applications."""
    in_order = tuple(sorted(interviews, key=lambda one: (one.when.day, one.path)))
    return Journal(interviews=in_order, applications=applications_of(in_order))


def _slug(name: str) -> str:
    return re.sub(r"[\W_]+", "-", name.casefold()).strip("-")


def observed(*themes: str) -> tuple[Observation, ...]:
    """One observation for each theme."""
    return tuple(
        Observation(text=f"about {theme}", line=line, themes=(theme,))
        for line, theme in enumerate(themes, 10)
    )


def said(*themes: str, kind: FeedbackKind = FeedbackKind.UNMARKED) -> tuple[Feedback, ...]:
    """One piece of their feedback for each theme."""
    return tuple(
        Feedback(text=f"about {theme}", line=line, themes=(theme,), kind=kind)
        for line, theme in enumerate(themes, 50)
    )


def forecast_of(told: Journal) -> Forecast:
    """The forecasts of a journal, long after its last interview."""
    return forecast(told, date(2030, 1, 1))
