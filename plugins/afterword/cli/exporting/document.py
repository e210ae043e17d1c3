"""The journal as one document for other programs: docs/format.md says what each key holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any

from afterword.analysis.exchanges import Exchange, exchanges, usual_days
from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.turns import Turn, turn
from afterword.analysis.standing import Standing, StandingKind, is_open, standing
from afterword.edition.naming import application_title, note_words
from afterword.edition.standing import application_words
from afterword.kinds import ENDED
from afterword.model import (
    Application,
    ApplicationNote,
    Attempt,
    Feedback,
    Interview,
    Observation,
    Person,
    Problem,
    Question,
    Story,
)
from afterword.vocabulary.sections import LISTED, Section, items_of

Document = dict[str, Any]
_AHEAD = frozenset({StandingKind.COMING, StandingKind.TODAY})


def exported_interview(one: Interview, stands: Standing) -> Document:
    """An interview with everything in it, and how it stands; what shared views must not show is among it.

    `outcome` is what every page shows and counts, `written_outcome` what its own entry says.
    """
    return {
        "path": one.path,
        "company": one.company,
        "role": one.role,
        "date": f"{one.when.day:%Y-%m}" if one.when.whole_month else _day(one.when.day),
        "time": one.when.clock.isoformat() if one.when.clock else None,
        "round": one.round.name if one.round else None,
        "kind": one.kind.value,
        "standing": stands.kind.value,
        "outcome": stands.outcome.value,
        "days_until": stands.days,
        "written_outcome": one.outcome.kind.value,
        "outcome_words": one.outcome.words,
        "decided": _day(one.outcome.decided),
        "confidence": percent(one.confidence),
        "themes": list(one.themes),
        **{
            section.value: [_item(item, section) for item in items_of(one, section)]
            for section in LISTED
        },
        **_particulars(one),
    }


def _particulars(one: Interview) -> Document:
    return {
        "summary": one.summary,
        "applied": _day(one.applied),
        "source": one.source,
        "format": one.format,
        "interviewers": [_person(person) for person in one.interviewers],
        "feeling": one.feeling,
        "contact": one.contact,
        "decision_by": _day(one.decision_by),
        "thank_you": "skip" if one.thank_you.skipped else [_day(day) for day in one.thank_you.sent],
        "thank_you_note": one.thank_you_note,
        "follow_ups": [_day(day) for day in one.follow_ups],
        "promised": [
            {
                "what": promise.what,
                "who": promise.who.value,
                "by": _day(promise.by),
                "done": _day(promise.done),
                "kept": promise.kept,
            }
            for promise in one.promised
        ],
        "said": said_by_thing(one),
        "references": [
            {"name": each.name, "told": _day(each.told), "thanked": _day(each.thanked)}
            for each in one.references
        ],
        "advocates": [{"name": each.name, "asked": _day(each.asked)} for each in one.advocates],
        "answer_by": _day(one.answer_by),
        "feedback_asked": _day(one.feedback_asked),
        "feedback_received": "none" if one.feedback_none else _day(one.feedback_received),
        "reconnect": "never" if one.reconnect_never else _day(one.reconnect),
        "reconnected": _day(one.reconnected),
        "connected": "invited" if one.invited else _day(one.connected),
        "application": one.application,
    }


def said_by_thing(one: Interview) -> dict[str, str]:
    """What I told them by the thing it was about, in small letters; what was told twice of one thing is parted by a semicolon."""
    told: dict[str, str] = {}
    for said in one.said:
        thing = said.what.casefold()
        told[thing] = f"{told[thing]}; {said.text}" if thing in told else said.text
    return told


def exported_application(one: Application, today: date, owed: Sequence[FollowUp] = ()) -> Document:
    """An application with the paths of its interviews, in date order; one that is let go is live no more.

    `owed` are its follow-ups, which say whose turn it is.
    """
    return {
        "id": one.id,
        "title": application_title(one),
        "company": one.company,
        "role": one.role,
        "outcome": one.outcome.kind.value,
        "outcome_words": one.outcome.words,
        "standing": application_words(one, today),
        "live": is_open(one, today),
        "interviews": list(one.paths),
        "applied": _day(one.applied),
        "source": one.source,
        "decided": _day(one.outcome.decided),
        "rounds": len(one.interviews),
        "notes": sum(len(each.went_well) + len(each.went_badly) for each in one.interviews),
        "days_to_first": one.applied and (one.interviews[0].when.day - one.applied).days,
        "exchanges": [_exchange(each) for each in exchanges(one)],
        "usual_days": asdict(usual_days(exchanges(one))),
        "days_until_next": next(iter(_days_until(one, today)), None),
        "turn": _turn(turn(one, owed, today), today),
    }


def exported_note(one: ApplicationNote) -> Document:
    """An application that led to no interview, as the others are exported; `path` is the note on it."""
    return {
        "id": None,
        "title": f"{one.company}, {one.role}" if one.role else one.company,
        "company": one.company,
        "role": one.role,
        "outcome": one.outcome.kind.value,
        "outcome_words": one.outcome.words,
        "standing": note_words(one),
        "live": one.outcome.kind not in ENDED,
        "interviews": [],
        "applied": _day(one.applied),
        "source": one.source,
        "decided": _day(one.outcome.decided),
        "path": one.path,
    }


def _days_until(one: Application, today: date) -> Iterator[int | None]:
    """The days until each round to come."""
    stands = (standing(each, one, today) for each in one.interviews)
    return (each.days for each in stands if each.kind in _AHEAD)


def _exchange(one: Exchange) -> Document:
    return {
        "path": one.interview.path,
        "mine": one.mine,
        "theirs": one.theirs,
        "said": one.said,
    }


def _turn(whose: Turn | None, today: date) -> Document | None:
    if whose is None:
        return None
    return {"who": whose.who.value, "since": _day(whose.since), "days": (today - whose.since).days}


def exported_problem(one: Problem) -> Document:
    """A problem, without the line it stands on."""
    return {
        "path": one.path,
        "line": one.line,
        "column": one.column,
        "severity": one.severity.value,
        "code": one.code,
        "message": one.message,
        "suggestion": one.suggestion,
    }


def percent(share: float | None) -> float | int | None:
    """A share as it is written in an entry: 0.6 is 60."""
    if share is None:
        return None
    number = round(share * 100, 6)
    return int(number) if number == int(number) else number


def _item(item: Observation, section: Section) -> Document:
    """An item with what its section gives a meaning."""
    if isinstance(item, Feedback):
        return {
            "text": item.text,
            "kind": item.kind.value,
            "themes": list(item.themes),
            "inferred_themes": list(item.inferred_themes),
            "line": item.line,
        }
    document: Document = {
        "text": item.text,
        "themes": list(item.themes),
        "inferred_themes": list(item.inferred_themes),
        "why": item.why,
        "line": item.line,
    }
    if isinstance(item, Attempt):
        document["helped"] = item.helped and item.helped.value
    elif isinstance(item, Question):
        document["answered"] = item.answered and item.answered.value
    elif isinstance(item, Story):
        document["landed"] = item.landed and item.landed.value
    elif section is Section.SKILLS:
        document["done"] = item.done
    return document


def _person(person: Person) -> Document:
    named: Mapping[str, str | None] = {
        "name": person.name,
        "role": person.role,
        "email": person.email,
    }
    return {key: value for key, value in named.items() if value is not None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def exported_follow_up(one: FollowUp) -> Document:
    """A follow-up with its days."""
    return {
        "kind": one.kind.name,
        "what": one.what,
        "to": one.to,
        "channel": one.channel,
        "company": one.company,
        "path": one.path,
        "opens": one.opens.isoformat(),
        "due": _day(one.due),
        "overdue_from": _day(one.overdue_from),
        "lapses_on": _day(one.lapses_on),
        "done": _day(one.done),
        "planned": _day(one.planned),
        "state": one.state.value,
        "at_leisure": one.at_leisure,
        "why": one.why,
        "reason": one.kind.reason,
        "source": one.kind.source,
        "tick": list(one.tick),
        "id": one.id,
    }
