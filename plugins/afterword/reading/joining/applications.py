"""Which entries belong to one application, and how does it stand?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from afterword.kinds import ENDED, OutcomeKind
from afterword.model import Application, Interview, Outcome
from afterword.reading.joining.courses import Course, courses_of
from afterword.vocabulary.spelling import bare, slug
from afterword.vocabulary.wording import month_words

# What a further round takes back: an offer that was accepted stays accepted.
_REOPENED = ENDED - {OutcomeKind.ACCEPTED}


def in_date_order(interview: Interview) -> tuple[object, ...]:
    """What interviews are sorted by: day, clock time, path."""
    clock = interview.when.clock or time.max
    return interview.when.day, clock.replace(tzinfo=None), interview.path


def applications_of(interviews: Sequence[Interview]) -> tuple[Application, ...]:
    """The applications of interviews in date order, each with its own, in the order of their first ones."""
    made: dict[str, Application] = {}
    titles: set[tuple[str, str, str]] = set()
    for course in sorted(_tied(_courses(interviews)), key=_begun):
        application = _application(course, titles, taken=made)
        made[application.id] = application
    return tuple(made.values())


def _begun(course: Course) -> tuple[object, ...]:
    return in_date_order(course.interviews[0])


def _courses(interviews: Sequence[Interview]) -> Iterator[Course]:
    """The interviews by company, role and the course that they took."""
    groups: dict[tuple[str, str], list[Interview]] = {}
    names: dict[tuple[str, str], str] = {}
    for one, role in _with_roles(interviews):
        place = (_key(one.company), role)
        groups.setdefault(place, []).append(one)
        if one.role:
            names.setdefault(place, one.role)
    for place, members in groups.items():
        yield from courses_of(members, names.get(place))


def _with_roles(interviews: Sequence[Interview]) -> Iterator[tuple[Interview, str]]:
    """Each interview with the key of its role.

    One that names none is for the only role that its company had by then, or for the first one that it had later. What
    comes later still changes nothing of that.
    """
    first: dict[str, str] = {}
    for one in interviews:
        if role := _key(one.role or ""):
            first.setdefault(_key(one.company), role)
    known: dict[str, set[str]] = {}
    for one in interviews:
        company, role = _key(one.company), _key(one.role or "")
        so_far = known.setdefault(company, set())
        if role:
            so_far.add(role)
        elif len(so_far) < 2:
            role = next(iter(so_far), first.get(company, ""))
        yield one, role


def _tied(courses: Iterable[Course]) -> Iterator[Course]:
    """The courses, with those that their writer gave one name as one, whatever company and role they say."""
    by_name: dict[str, list[Course]] = {}
    for course in courses:
        if course.name:
            by_name.setdefault(course.name, []).append(course)
        else:
            yield course
    for name, tied in by_name.items():
        together = (one for course in tied for one in course.interviews)
        members = tuple(sorted(together, key=in_date_order))
        role = next((one.role for one in tied if one.role), None)
        yield Course(name=name, role=role, interviews=members)


def _key(name: str) -> str:
    """A name without case, spaces and punctuation; one that is nothing else is itself."""
    return bare(name) or name.strip()


def _application(
    course: Course, titles: set[tuple[str, str, str]], *, taken: dict[str, Application]
) -> Application:
    members = course.interviews
    company = members[0].company
    role = next((one.role for one in members if one.role), course.role)
    title = (_key(company), _key(role or ""))
    apart = next(one for one in _ways_apart(members[0], len(taken)) if (*title, one) not in titles)
    titles.add((*title, apart))
    base = slug(f"{company} {role or ''} {apart}") or "application"
    numbered = (f"{base}-{number}" for number in range(2, len(taken) + 3))
    identity = base if base not in taken else next(one for one in numbered if one not in taken)
    return Application(
        id=identity,
        company=company,
        role=role,
        outcome=_outcome(members),
        interviews=members,
        told_apart=apart,
    )


def _ways_apart(first: Interview, others: int) -> Iterator[str]:
    """What tells an application from earlier ones of its title: nothing, its year, its month, its day, or at last a number."""
    begun = min(first.when.day, first.applied or first.when.day)
    yield from ("", str(begun.year), month_words(begun), f"{begun.day} {month_words(begun)}")
    yield from (str(number) for number in range(2, others + 3))


def _outcome(members: Sequence[Interview]) -> Outcome:
    """How an application stands: by its last entry with an outcome, unless it ended after that, or a round came after its end."""
    written = [one for one in members if one.outcome.kind is not OutcomeKind.PENDING]
    if not written:
        return Outcome()
    last, latest = written[-1], members[-1].when.day
    if last.outcome.kind is OutcomeKind.ADVANCED:
        ended = [one for one in written if one.outcome.decided and one.outcome.kind in ENDED]
        after = [one for one in ended if one.heard >= latest and one.heard > last.heard]
        last = max(after, key=_heard, default=last)
    if last.outcome.kind in _REOPENED and latest > last.heard:
        return Outcome()
    return last.outcome


def _heard(interview: Interview) -> date:
    return interview.heard
