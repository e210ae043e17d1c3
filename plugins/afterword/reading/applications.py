"""Which entries belong to one application."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview, Outcome
from afterword.vocabulary.spelling import slug, spoken


def in_date_order(interview: Interview) -> tuple[object, ...]:
    """What interviews are sorted by: day, clock time, path."""
    clock = interview.when.clock or time.max
    return interview.when.day, clock.replace(tzinfo=None), interview.path


def applications_of(interviews: Sequence[Interview]) -> tuple[Application, ...]:
    """The applications of interviews in date order, each with its own, in the order of their first ones."""
    groups: dict[tuple[str, ...], list[Interview]] = {}
    names = _group_names(interviews)
    for interview in interviews:
        groups.setdefault(names[interview.path], []).append(interview)
    made: dict[str, Application] = {}
    for members in groups.values():
        application = _application(members, taken=made)
        made[application.id] = application
    return tuple(made.values())


def _group_names(interviews: Sequence[Interview]) -> dict[str, tuple[str, ...]]:
    """What each entry's application is known by: its own name, else company and role, whichever entry says them."""
    ties: dict[tuple[str, str], set[str]] = {}
    roles: dict[str, set[str]] = {}
    for one in interviews:
        company, role = _key(one.company), _key(one.role or "")
        if one.application:
            ties.setdefault((company, role), set()).add(_key(one.application))
        if role:
            roles.setdefault(company, set()).add(role)
    names: dict[str, tuple[str, ...]] = {}
    for one in interviews:
        company, role = _key(one.company), _key(one.role or "")
        if not role and len(roles.get(company, ())) == 1:
            (role,) = roles[company]
        tied = ties.get((company, role), set())
        if one.application:
            names[one.path] = ("tied", _key(one.application))
        elif len(tied) == 1:
            names[one.path] = ("tied", *tied)
        else:
            names[one.path] = (company, role)
    return names


def _key(name: str) -> str:
    """A name without case, spaces and punctuation; one that is nothing else is itself."""
    return spoken(name).replace(" ", "") or name.strip()


def _application(members: list[Interview], *, taken: dict[str, Application]) -> Application:
    company = members[0].company
    role = next((one.role for one in members if one.role), None)
    decided = [one.outcome for one in members if one.outcome.kind is not OutcomeKind.PENDING]
    base = slug(f"{company} {role or ''}") or "application"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    identity = base if base not in taken else next(one for one in numbered if one not in taken)
    return Application(
        id=identity,
        company=company,
        role=role,
        outcome=decided[-1] if decided else Outcome(),
        interviews=tuple(members),
    )
