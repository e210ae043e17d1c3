"""Files about an application without an interview, and the interviews that came of one after all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from afterword.kinds import Severity
from afterword.model import Application, ApplicationNote, Outcome
from afterword.reading.body.comments import without_comments
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.nodes import Scalar
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.left_alone import interview_words, says
from afterword.reading.recognising.page import Page
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.rounds import counts_rounds
from afterword.vocabulary.spelling import bare, spoken

_BEFORE_INTERVIEW = WORDS.spoken("before interview")
# What only an interview has.
_OF_INTERVIEWS = frozenset(
    {"round", "interviewers", "format", "confidence", "feeling", "thank_you"}
)
# What may be said of a status, such as that it is "to apply", which is no outcome.
_OF_STATUS = frozenset({"unknown-outcome", "unclear-outcome"})


def application_note(page: Page, facts: Facts, problems: FileProblems) -> ApplicationNote | None:
    """The application that a file without a day of an interview is about; None where it tells of an interview, or not when it went out.

    A day that is left empty is as none. What was noted of that, and of a status that says that there was no interview yet, is taken back.
    """
    company, applied = facts.text.get("company"), facts.day.get("applied")
    left_empty = [one for one in problems.noted if one.code == "no-date"]
    is_dated = "date" in facts.places and not left_empty
    if not company or applied is None or is_dated or page.is_told:
        return None
    if not _OF_INTERVIEWS.isdisjoint(facts.places) or _tells_of_rounds(page):
        return None
    if _statuses(page, facts) <= _BEFORE_INTERVIEW:
        problems.noted[:] = [one for one in problems.noted if one.code not in _OF_STATUS]
    problems.noted[:] = [one for one in problems.noted if one not in left_empty]
    outcome, follow_ups = _outcome(facts), facts.days.get("follow_ups") or ()
    days = {"decided": outcome.decided, "follow_ups": min(follow_ups, default=None)}
    for name, day in days.items():
        if day is not None and day < applied:
            line, column = facts.places.get(name) or facts.places["outcome"]
            told = f"{day} lies before the application, which went out on {applied}."
            problems.at(
                line,
                column,
                "before-application",
                told,
                "Is the year right?",
                severity=Severity.WARNING,
            )
    return ApplicationNote(
        path=page.path,
        company=company,
        role=facts.text.get("role"),
        applied=applied,
        source=facts.text.get("source"),
        outcome=outcome,
        follow_ups=follow_ups,
        private=facts.words.get("private") or (),
        body=without_comments(page.matter.body),
    )


def _outcome(facts: Facts) -> Outcome:
    outcome = facts.outcome.get("outcome") or Outcome()
    return replace(outcome, decided=facts.day.get("decided") or outcome.decided)


def _tells_of_rounds(page: Page) -> bool:
    """Whether a heading names a round or an interview."""
    return any(
        counts_rounds(one.words) or says(one.words, interview_words())
        for one in page.titles
        if one.section is None
    )


def _statuses(page: Page, facts: Facts) -> set[str]:
    """What the file says of how it stands, as it is compared."""
    place = facts.places.get("outcome")
    return {
        spoken(pair.value.text)
        for pair in page.matter.pairs
        if isinstance(pair.value, Scalar) and (pair.value.line, pair.value.column) == place
    }


def joined(
    applications: Sequence[Application], notes: Iterable[ApplicationNote]
) -> tuple[tuple[Application, ...], tuple[ApplicationNote, ...]]:
    """The applications with the note on each, and the notes that no interview came of, by the day they went out.

    A note is on the application at its company, for its role where both name one, whose first interview came next.
    """
    known = {one.id: one for one in applications}
    alone = []
    for note in sorted(notes, key=lambda one: (one.applied, one.path)):
        mine = [one for one in known.values() if _is_on(note, one)]
        if mine:
            nearest = min(mine, key=_first)
            known[nearest.id] = replace(nearest, note=nearest.note or note)
        else:
            alone.append(note)
    return tuple(known.values()), tuple(alone)


def _first(application: Application) -> date:
    return application.interviews[0].when.day


def _is_on(note: ApplicationNote, application: Application) -> bool:
    roles = {bare(role) for role in (note.role, application.role) if role}
    is_same = bare(note.company) == bare(application.company) and len(roles) < 2
    return is_same and _first(application) >= note.applied
