"""What of a journal an audience sees, by a list of what is allowed: a new field is private until it is named here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from afterword.model import Application, Interview, Journal, Observation, Person, Round, When
from afterword.pages.audience import Audience, Profile
from afterword.pages.masking import Change, letters, masked, masks
from afterword.pages.naming import initials
from afterword.pages.rendering import markdown_safe
from afterword.pages.wording import round_word

_SECTIONS = (
    ("Went well", "went_well"),
    ("Went badly", "went_badly"),
    ("Do differently", "do_differently"),
    ("Tried", "tried"),
    ("Take-aways", "takeaways"),
    ("Skills to develop", "skills"),
)


def seen_by(journal: Journal, audience: Audience, *, names: Iterable[str] = ()) -> Journal:
    """The journal as the audience sees it; `names` are everybody's who is named in it."""
    if audience.sees_all:
        return journal
    if audience.profile is Profile.FULL:
        return masked(journal, masks(journal))
    if audience.profile is Profile.REPORT:
        return _kept(
            journal, [masked(_reported(one), masks(journal)) for one in journal.interviews]
        )
    companies = {one.company for one in journal.interviews}
    change = masks(journal, people=names, companies=companies)
    kept = _kept(journal, [_coached(one, change) for one in journal.interviews])
    return replace(
        kept, theme_names=masked(journal.theme_names, change), theme_aliases=journal.theme_aliases
    )


def _kept(journal: Journal, interviews: list[Interview]) -> Journal:
    """A journal of these interviews alone, in their applications: no problems, and nothing that could not be read."""
    by_path = {one.path: one for one in interviews}
    applications = (
        Application(
            id=one.id,
            company=by_path[one.paths[0]].company,
            role=by_path[one.paths[0]].role,
            outcome=one.outcome,
            interviews=tuple(by_path[path] for path in one.paths),
        )
        for one in journal.applications
    )
    return Journal(interviews=tuple(interviews), applications=tuple(applications))


def _reported(one: Interview) -> Interview:
    """What proves a search: who, which role, when, and how it ended."""
    return Interview(
        path=one.path,
        company=one.company,
        role=one.role,
        when=one.when,
        applied=one.applied,
        round=_round(one),
        outcome=one.outcome,
    )


def _coached(one: Interview, change: Change) -> Interview:
    """What a coach works with: what was noticed, and what is owed. How it ended is among it, since what is owed depends on it."""
    allowed = Interview(
        path=one.path,
        company=initials(one.company),
        when=When(day=one.when.day, whole_month=one.when.whole_month),
        round=_round(one),
        interviewers=tuple(Person(name=letters(person.name)) for person in one.interviewers),
        outcome=one.outcome,
        decision_by=one.decision_by,
        thank_you=one.thank_you,
        follow_ups=one.follow_ups,
        promised=masked(one.promised, change),
        feedback_asked=one.feedback_asked,
        feedback_received=one.feedback_received,
        feedback_none=one.feedback_none,
        reconnect=one.reconnect,
        reconnect_never=one.reconnect_never,
        went_well=masked(one.went_well, change),
        went_badly=masked(one.went_badly, change),
        do_differently=masked(one.do_differently, change),
        tried=masked(one.tried, change),
        takeaways=masked(one.takeaways, change),
        skills=masked(one.skills, change),
    )
    return replace(allowed, body=_body(allowed))


def _round(one: Interview) -> Round | None:
    """The kind of round in our words: its name may hold somebody's."""
    return Round(name=round_word(one.kind).lower(), kind=one.kind) if one.round else None


def _body(one: Interview) -> str:
    """The allowed items as the page's prose, in place of what was written."""
    parts = []
    for title, section in _SECTIONS:
        items: tuple[Observation, ...] = getattr(one, section)
        if items:
            lines = "\n".join(line for item in items for line in _lines(item))
            parts.append(f"## {title}\n\n{lines}\n")
    return "\n".join(parts)


def _lines(item: Observation) -> Iterable[str]:
    yield f"- {markdown_safe(item.text)}"
    if item.why:
        yield f"    - Why: {markdown_safe(item.why)}"
