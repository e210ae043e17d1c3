"""How an interview is made of what its front matter and its body say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from afterword.days import Span
from afterword.frozen import dataclass
from afterword.kinds import Party
from afterword.model import Interview, Observation, Outcome, Promise, ThankYou, When
from afterword.reading.body.body import Body
from afterword.reading.body.items import (
    Raw,
    attempt,
    feedback,
    is_placeholder,
    observation,
    question,
    story,
)
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.matter.loading import loadable
from afterword.reading.matter.promises import settled
from afterword.reading.problems import FileProblems
from afterword.reading.tasks import is_let_go, read_box
from afterword.vocabulary.sections import Section
from afterword.vocabulary.statements.promising import tells_decision

_Item = TypeVar("_Item", bound=Observation)
# What is given up here is no longer meant to be done.
_TO_BE_DONE = frozenset({Section.DO_DIFFERENTLY, Section.SKILLS})


@dataclass(frozen=True, slots=True)
class Known:
    """What an interview cannot do without: its file, whose it is, and when it is."""

    path: str
    company: str
    when: When


def interview_of(
    known: Known,
    matter: FrontMatter,
    facts: Facts,
    body: Body,
    problems: FileProblems,
    *,
    holidays: Set[date] = frozenset(),
) -> Interview:
    """All that front matter and body say of an interview; `holidays` are no business days.

    A day in a promise that cannot be told is noted in `problems`.
    """
    outcome = facts.outcome.get("outcome") or Outcome(is_unclear=facts.has_unclear_outcome)
    if decided := facts.day.get("decided"):
        outcome = replace(outcome, decided=decided)
    answer_by = facts.day_or_span.get("answer_by")
    promised = _settled(facts, known.when, problems, holidays)
    by = facts.day_or_span.get("decision_by") or _named_by_them(promised)
    return Interview(
        path=known.path,
        company=known.company,
        when=known.when,
        role=facts.text.get("role"),
        applied=facts.day.get("applied"),
        source=facts.text.get("source"),
        round=facts.round.get("round"),
        format=facts.format.get("format"),
        interviewers=facts.people.get("interviewers") or (),
        confidence=facts.percent.get("confidence"),
        feeling=facts.feeling.get("feeling"),
        contact=facts.channel.get("contact"),
        decision_by=_day(by, known.when.day, holidays),
        thank_you=facts.sent.get("thank_you") or ThankYou(),
        follow_ups=facts.days.get("follow_ups") or (),
        promised=promised,
        said=facts.said.get("said") or (),
        references=facts.references.get("references") or (),
        advocates=facts.advocates.get("advocates") or (),
        outcome=outcome,
        answer_by=_day(answer_by, outcome.decided or known.when.day, holidays),
        application=facts.text.get("application"),
        private=facts.words.get("private") or (),
        withheld=facts.withheld,
        summary=body.summary,
        thank_you_note=body.thank_you_note,
        thank_you_note_line=body.thank_you_note_line,
        body=body.text,
        body_line=matter.body_line,
        front_matter=matter.raw or "",
        foreign_keys=loadable(facts.foreign) if facts.foreign else "",
        **_afterwards(facts),
        **_items(facts, body),
    )


def _named_by_them(promised: Iterable[Promise]) -> date | None:
    """The last day by which they promised to say how it stands; None where they named none."""
    days = (
        one.by
        for one in promised
        if one.who is Party.THEM and not one.kept and tells_decision(one.what)
    )
    return max(filter(None, days), default=None)


def _settled(
    facts: Facts, when: When, problems: FileProblems, holidays: Set[date]
) -> tuple[Promise, ...]:
    """What was promised, with the days that are meant; an interview of a whole month tells none."""
    held = None if when.whole_month else when.day
    promised = facts.promises.get("promised") or ()
    names = [one.name for one in facts.people.get("interviewers") or ()]
    return settled(promised, held, problems, holidays=holidays, names=names)


def _afterwards(facts: Facts) -> dict[str, Any]:
    """What is written of the time after the decision: the question for feedback, writing again, and a connection."""
    received = facts.day_or_none.get("feedback_received")
    reconnect = facts.day_or_never.get("reconnect")
    connected = facts.day_or_invited.get("connected")
    return {
        "feedback_asked": facts.day.get("feedback_asked"),
        "feedback_received": received.day if received else None,
        "feedback_none": received is not None and received.day is None,
        "reconnect": reconnect.day if reconnect else None,
        "reconnect_never": reconnect is not None and reconnect.day is None,
        "reconnected": facts.day.get("reconnected"),
        "connected": connected.day if connected else None,
        "invited": connected is not None and connected.day is None,
    }


def _day(by: date | Span | None, start: date, holidays: Set[date]) -> date | None:
    """The day that they named, or the end of the span that they named."""
    return by.after(start, holidays) if isinstance(by, Span) else by


def _items(facts: Facts, body: Body) -> dict[str, Any]:
    """The items of each section by its field of an interview: those in front matter, and then those in the body."""

    def items(section: Section, meaning: Callable[[Raw], _Item]) -> tuple[_Item, ...]:
        raws = body.items.get(section, ())
        if section in _TO_BE_DONE:
            raws = [raw for raw in raws if not is_let_go(read_box(raw.text)[0])]
        below = tuple(map(meaning, raws))
        if not (listed := facts.items.get(section)):
            return below
        written = (Raw(line=one.line, text=one.text) for one in listed)
        said = (raw for raw in written if not is_placeholder(raw.text))
        return (*map(meaning, said), *below)

    return {
        "went_well": items(Section.WENT_WELL, observation),
        "went_badly": items(Section.WENT_BADLY, observation),
        "do_differently": items(Section.DO_DIFFERENTLY, observation),
        "tried": items(Section.TRIED, attempt),
        "takeaways": items(Section.TAKEAWAYS, observation),
        "skills": items(Section.SKILLS, observation),
        "questions": items(Section.QUESTIONS, question),
        "questions_asked": items(Section.QUESTIONS_ASKED, observation),
        "stories": items(Section.STORIES, story),
        "feedback": items(Section.FEEDBACK, feedback),
    }
