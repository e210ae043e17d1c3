"""Which row of a table the journal has already, and what of the row its entry does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from afterword.frozen import dataclass
from afterword.kinds import RoundKind
from afterword.model import Interview, Journal, Round
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.spelling import bare, spoken
from afterword.writing.importing.rows import MARK, Made


@dataclass(frozen=True, slots=True)
class Known:
    """What is there already: the path of its entry, and each key with its value that the entry does not have."""

    made: Made
    path: str
    lacks: tuple[tuple[str, str], ...]


def entry_of(made: Made, journal: Journal) -> str | None:
    """The path of the journal's entry that is this interview, or this application; None where it has none."""
    if not made.is_note:
        found = (one.path for one in journal.interviews if _is_interview(made, one))
        return next(found, None)
    # Of an application whose day is not known, the note tells it.
    notes = ((one.path, one.company, one.role, one.applied) for one in journal.every_note)
    led = (
        (one.interviews[0].path, one.company, one.role, one.applied)
        for one in journal.applications
        if one.interviews
    )
    return next(
        (
            path
            for path, company, role, applied in (*notes, *led)
            if _is_alike(made, company, role) and applied == made.day
        ),
        None,
    )


def _is_interview(made: Made, one: Interview) -> bool:
    return (
        _is_alike(made, one.company, one.role)
        and one.when.day == made.day
        and _is_one_round(made.round, one.round)
    )


def _is_one_round(name: str, written: Round | None) -> bool:
    """Whether two rounds of one day may be one: where one is not named, or they are called alike or are of one kind."""
    if not name or written is None:
        return True
    kind = round_kind(name)
    is_of_kind = kind is written.kind and kind is not RoundKind.OTHER
    return is_of_kind or bare(name) == bare(written.name)


def _is_alike(made: Made, company: str, role: str | None) -> bool:
    roles = {bare(one) for one in (made.role, role or "") if one}
    return bare(company) == bare(made.company) and len(roles) < 2


def known_as(made: Made, path: str, text: str, journal: Journal) -> Known:
    """What is there already as the entry of this path and text."""
    outcome = next((str(one.outcome.kind) for one in journal.interviews if one.path == path), "")
    return Known(made, path, tuple(_lacks(made, text, outcome)))


def _lacks(made: Made, text: str, outcome: str) -> Iterator[tuple[str, str]]:
    """Each key with its value whose words, or signs, do not stand in the text of an entry; an outcome may be said in other words."""
    words = f" {spoken(text)} "
    for key, value in _said(made):
        if key == "outcome" and value == outcome:
            continue
        said = spoken(value)
        if f" {said} " not in words if said else value not in text:
            yield key, value


def _said(made: Made) -> Iterator[tuple[str, str]]:
    """What an entry would say beside what it is known by: keys, sections with their items, and the text below."""
    facts: Mapping[str, object] = {**made.entry.facts, **made.entry.foreign}
    for key, value in facts.items():
        if value and key not in {"company", "date", "round", MARK}:
            yield key, value.isoformat() if isinstance(value, date) else str(value)
    for title, items in made.entry.sections:
        yield from ((title, item) for item in items)
    yield from (("text", part) for part in made.entry.text.split("\n\n") if part.strip())
