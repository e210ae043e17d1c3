"""Which names stand in a journal: who would be read about by whoever reads it."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.frozen import dataclass
from afterword.model import ApplicationNote, Interview, Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Every name once, in order of the alphabet; `addresses` are people's mail addresses."""

    companies: tuple[str, ...]
    people: tuple[str, ...]
    addresses: tuple[str, ...]
    roles: tuple[str, ...]
    themes: tuple[str, ...]

    @property
    def every(self) -> tuple[str, ...]:
        """All of them."""
        return (*self.companies, *self.people, *self.addresses, *self.roles, *self.themes)


def names(journal: Journal) -> Names:
    """Every company, person, role and theme that the journal names."""
    interviews = journal.interviews
    written: list[Interview | ApplicationNote] = [*interviews, *journal.every_note]
    people = [person for one in interviews for person in one.interviewers]
    told = [reference.name for one in interviews for reference in one.references]
    return Names(
        companies=_each(one.company for one in written),
        people=_each([*(person.name for person in people), *told]),
        addresses=_each(person.email for person in people if person.email),
        roles=_each(one.role for one in written if one.role),
        themes=_each(journal.theme_names.values()),
    )


def _each(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({one.strip() for one in names if one.strip()}, key=str.casefold))
