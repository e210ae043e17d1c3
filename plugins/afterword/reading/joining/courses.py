"""Where does one application end and the next one at the same company, for the same role, begin?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import ENDED
from afterword.model import Interview
from afterword.vocabulary.spelling import bare

# A round that comes later than so many days after a decision is one of another application.
REOPENED_WITHIN = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The interviews of one application in date order, the role that it is for, and the name that its writer gave it.

    `name` is compared without case, spaces and punctuation; empty where none is written.
    """

    name: str
    role: str | None
    interviews: tuple[Interview, ...]


def courses_of(interviews: Sequence[Interview], role: str | None) -> Iterator[Course]:
    """Interviews of one company and role, in date order, parted where they began anew after a decision."""
    stretches: list[list[Interview]] = []
    for one in interviews:
        if stretches and _goes_on(stretches[-1], one):
            stretches[-1].append(one)
        else:
            stretches.append([one])
    for stretch in stretches:
        yield from _by_name(stretch, role)


def _goes_on(before: Sequence[Interview], one: Interview) -> bool:
    """Whether an interview belongs to the same application as those before it.

    After a decision it does within ninety days, unless it was applied for since; a name on either side of the decision says otherwise.
    """
    decided = _decided_before(one.when.day, before)
    if decided is None:
        # Nobody applies for what they are being interviewed for, a recruiter's first call aside.
        quiet = max(each.heard for each in before)
        return one.applied is None or (one.applied - quiet).days <= REOPENED_WITHIN
    named, name = _name_of(before), _name(one)
    if named or name:
        return named == name
    applied_anew = one.applied is not None and one.applied > decided
    return not applied_anew and (one.when.day - decided).days <= REOPENED_WITHIN


def _decided_before(day: date, interviews: Sequence[Interview]) -> date | None:
    """The day before this one on which these interviews ended, with no round since; None where they had not."""
    last = interviews[-1].when.day
    heard = (one.heard for one in interviews if one.outcome.kind in ENDED)
    return max((one for one in heard if last <= one < day), default=None)


def _by_name(interviews: Sequence[Interview], role: str | None) -> Iterator[Course]:
    """The interviews by the name of their application; one without has that of the one before it, else of the first one that has any."""
    name = next(filter(None, map(_name, interviews)), "")
    by_name: dict[str, list[Interview]] = {}
    for one in interviews:
        name = _name(one) or name
        by_name.setdefault(name, []).append(one)
    for name, those in by_name.items():
        yield Course(name=name, role=role, interviews=tuple(those))


def _name_of(interviews: Sequence[Interview]) -> str:
    """The name that the last of these that has any gives their application."""
    return next(filter(None, map(_name, reversed(interviews))), "")


def _name(interview: Interview) -> str:
    written = interview.application or ""
    return bare(written) or written.strip()
