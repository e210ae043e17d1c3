"""The page that proves a search: when I applied, when I was interviewed, how it ended, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from afterword.analysis.standing import StandingKind, ends_of, standing
from afterword.audience.audience import Audience
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Application, ApplicationNote, Journal
from afterword.vocabulary.wording import counted, outcome_word, round_word


class Step(NamedTuple):
    """One dated line of the proof."""

    day: date
    company: str
    role: str
    what: str


def report_page(edition: Edition) -> str:
    """The one page of a site that proves a search, as Markdown."""
    steps = report_steps(edition.journal, edition.audience, edition.today)
    applications = len({(step.company, step.role) for step in steps})
    lead = f"{counted(len(steps), 'step')} in {counted(applications, 'application')}"
    return render(edition, addresses.TODAY, "report.md", steps=steps, lead=lead)


def report_steps(journal: Journal, audience: Audience, today: date) -> tuple[Step, ...]:
    """Every step between the days that the report is about, in order."""
    steps = (step for one in journal.applications for step in _steps(one, today))
    noted = (step for one in journal.notes for step in _steps_of_note(one))
    within = (step for step in (*steps, *noted) if _is_within(step.day, audience))
    return tuple(sorted(within, key=lambda step: (step.day, step.company, step.what)))


def _steps_of_note(one: ApplicationNote) -> Iterator[Step]:
    """When an application without an interview went out, and when it ended."""
    role = one.role or ""
    yield Step(one.applied, one.company, role, "Applied")
    if one.outcome.decided and one.outcome.kind is not OutcomeKind.PENDING:
        yield Step(one.outcome.decided, one.company, role, outcome_word(one.outcome.kind))


def _steps(one: Application, today: date) -> Iterator[Step]:
    def step(day: date, what: str) -> Step:
        return Step(day=day, company=one.company, role=one.role or "", what=what)

    if one.applied:
        yield step(one.applied, "Applied")
    for interview in one.interviews:
        is_coming = standing(interview, one, today).kind is StandingKind.COMING
        coming = ", to come" if is_coming else ""
        has_kind = interview.round and interview.kind is not RoundKind.OTHER
        kind = f": {round_word(interview.kind).lower()}" if has_kind else ""
        yield step(interview.when.day, f"Interview{kind}{coming}")
    ends = [end.outcome for end in ends_of(one)]
    offers = [one.outcome] if one.outcome.kind is OutcomeKind.OFFER else []
    for outcome in (*ends, *offers):
        if outcome.decided:
            yield step(outcome.decided, outcome_word(outcome.kind))


def _is_within(day: date, audience: Audience) -> bool:
    is_late_enough = audience.first is None or day >= audience.first
    return is_late_enough and (audience.last is None or day <= audience.last)
