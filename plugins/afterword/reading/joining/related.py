"""Where two applications look like one, and where one looks like two: hints, since only their writer can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from itertools import combinations, pairwise

from afterword.kinds import ENDED, Severity
from afterword.model import Application, Interview, Problem
from afterword.vocabulary.spelling import bare, spoken

Places = Mapping[str, Mapping[str, tuple[int, int]]]

# Two applications whose days lie further apart are two.
_NEAR = 90
# Rounds of one application that lie further apart, with nothing decided between them, may be of two.
_APART = 180
# So much alike are two names of which one is a slip of the other.
_ALIKE = 0.88
# What says how senior a role is, or how it is worked, and not which it is.
_LEVELS = frozenset(
    [
        "senior",
        "sr",
        "junior",
        "jr",
        "lead",
        "principal",
        "staff",
        "mid",
        "medior",
        "level",
        "graduate",
        "trainee",
        "associate",
        "head",
        "i",
        "ii",
        "iii",
        "iv",
        "v",
        "1",
        "2",
        "3",
        "4",
        "5",
        "m",
        "f",
        "d",
        "w",
        "x",
        "remote",
        "hybrid",
        "onsite",
        "the",
        "a",
        "of",
    ]
)
# What companies add to their names, or leave out.
_FORMS = frozenset(
    [
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "gmbh",
        "ag",
        "se",
        "kg",
        "sa",
        "sas",
        "sarl",
        "bv",
        "nv",
        "ab",
        "oy",
        "as",
        "aps",
        "spa",
        "srl",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "group",
        "holding",
        "holdings",
        "the",
        "und",
        "and",
    ]
)


def related(applications: Iterable[Application], places: Places) -> Iterator[Problem]:
    """The hints; `places` has the line and column of each field's value by the path of its entry."""
    groups: dict[str, list[Application]] = {}
    for one in applications:
        groups.setdefault(_without(one.company, _FORMS), []).append(one)
        yield from _apart(one, places)
        yield from _taken_up(one, places)
    for of_one in groups.values():
        unnamed = [one for one in of_one if not _name(one)]
        yield from _without_role(unnamed, places)
        for first, second in combinations(unnamed, 2):
            if _is_near(first, second):
                yield from _spelled_otherwise(first, second, places)


def _spelled_otherwise(
    first: Application, second: Application, places: Places
) -> Iterator[Problem]:
    """Two at one time whose company or role differs by what may be a spelling or a rank."""
    if not _is_one_role(first.role or "", second.role or ""):
        return
    begun, before = second.interviews[0], first.interviews[-1].path
    if bare(first.company) != bare(second.company):
        what = f"The company is {second.company} here and {first.company} in {before}"
        yield _two(begun, "company", what, first, places)
    elif first.role and second.role and first.told_apart == second.told_apart:
        what = f"The role is {second.role} here and {first.role} in {before}"
        yield _two(begun, "role", what, first, places)


def _without_role(of_one: Sequence[Application], places: Places) -> Iterator[Problem]:
    """One that names no role, where its company has several at the time."""
    for one in of_one:
        others = [
            each
            for each in of_one
            if each.role
            and (_is_near(each, one) if _begun(each) <= _begun(one) else _is_near(one, each))
        ]
        if one.role is None and others:
            what = f"This names no role, and {one.company} has others"
            yield _two(one.interviews[0], "company", what, others[0], places)


def _two(
    interview: Interview, field: str, what: str, other: Application, places: Places
) -> Problem:
    message = f"{what}, so that these are two applications."
    name = f"{other.company} {other.role or ''}".strip()
    how = f"If they are one, write application: {name} into an entry of each."
    return _hint(interview, field, "one-application", message, how, places)


def _apart(application: Application, places: Places) -> Iterator[Problem]:
    """Rounds with half a year and no decision between them."""
    if _name(application):
        return
    for before, one in pairwise(application.interviews):
        if before.outcome.kind not in ENDED and (one.when.day - before.heard).days > _APART:
            message = f"This is read as the next round after {before.path}, which was half a year before or longer."
            how = f"If it is a new application, write application: {_anew(one)}."
            yield _hint(one, "date", "two-applications", message, how, places)


def _taken_up(application: Application, places: Places) -> Iterator[Problem]:
    """An end without its day, and a round after it that has none: the end may be that of the whole."""
    if _name(application) or not application.live:
        return
    for before, one in pairwise(application.interviews):
        if before.outcome.kind in ENDED and before.outcome.decided is None:
            message = f"{before.path} says {before.outcome.kind.value}, and this came later, so that it is read as taken up again."
            how = "If it ended after this round, write the outcome here. If this is a new application, write decided: and its day "
            how += f"into {before.path}, and application: {_anew(one)} into this file."
            yield _hint(one, "date", "two-applications", message, how, places)


def _anew(interview: Interview) -> str:
    """A name for an application that begins with this interview."""
    return f"{interview.company} {interview.when.day.year}"


def _name(application: Application) -> str:
    """The name that its writer gave it; who names one has decided what belongs to it."""
    return next((one.application for one in application.interviews if one.application), "")


def _is_near(first: Application, second: Application) -> bool:
    """Whether the second began while the first was in progress, or not long after."""
    last = max(one.heard for one in first.interviews)
    return (_begun(second) - last).days <= _NEAR


def _begun(application: Application) -> date:
    return application.interviews[0].when.day


def _is_one_role(left: str, right: str) -> bool:
    """Whether two roles are one but for their spelling and rank."""
    one, other = _without(left, _LEVELS), _without(right, _LEVELS)
    return one == other or SequenceMatcher(None, one, other).ratio() >= _ALIKE


def _without(name: str, words: frozenset[str]) -> str:
    """A name without these of its words; all of it where it has no others."""
    kept = [word for word in spoken(name).split() if word not in words]
    return "".join(kept) or bare(name)


def _hint(
    interview: Interview, field: str, code: str, message: str, suggestion: str, places: Places
) -> Problem:
    line, column = places.get(interview.path, {}).get(field, (1, 1))
    return Problem(
        path=interview.path,
        line=line,
        column=column,
        severity=Severity.HINT,
        code=code,
        message=message,
        suggestion=suggestion,
    )
