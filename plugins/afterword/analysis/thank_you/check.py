"""What is looked for in a thank-you note, and what was found of it?"""

from __future__ import annotations

from enum import StrEnum

from afterword.frozen import dataclass
from afterword.model import Interview


class CheckKind(StrEnum):
    """What a thank-you note is looked through for."""

    PERSON = "person"
    PLACE = "place"
    REINFORCES = "reinforces"
    REFERENCES = "references"
    REMINDS = "reminds"
    REPAIRS = "repairs"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing looked for, whether it was found, and the words that show it (empty where it was not)."""

    kind: CheckKind
    met: bool
    evidence: str = ""


def found(kind: CheckKind, evidence: str) -> Check:
    """The check that is met where there are words to show it."""
    return Check(kind=kind, met=bool(evidence), evidence=evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """The other note that a note is hardly another than: the share of its own words that they have in common, up to 1, and where it stands.

    `is_later` says that the other one was written for a later interview, so that this one is no copy of it.
    """

    interview: Interview
    share: float
    is_later: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ForeignName:
    """A name in a note that belongs to another entry: as it stands in the note, whose it is, and that entry.

    `is_person` tells somebody met elsewhere from a company.
    """

    written: str
    name: str
    interview: Interview
    is_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ThankYouNote:
    """A note with its checks, the names in it that belong to other entries, and the note that it is hardly another than.

    `is_judged` is false for a language that there are no words for: then only what needs none was looked for, and `language` is
    its name as far as it could be told.
    """

    text: str
    checks: tuple[Check, ...]
    alike: Likeness | None
    foreign: tuple[ForeignName, ...] = ()
    is_judged: bool = True
    language: str = ""
