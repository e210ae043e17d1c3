"""What of a table becomes new files: proved by reading each, and without what the journal has already."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from afterword.kinds import RoundKind
from afterword.model import Journal, Round, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.spelling import bare
from afterword.writing.entry_text import entry_text
from afterword.writing.importing.columns import Understood
from afterword.writing.importing.rows import MARK, Made, Read, read_row

_FENCE = re.compile(r"`{3,}")


@dataclass(frozen=True, slots=True)
class NewFile:
    """An entry that is to be written, with its text and the line of the table that it is from."""

    line: int
    made: Made
    text: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be written, what is there already, and the rows as they were read."""

    new: tuple[NewFile, ...]
    known: tuple[Made, ...]
    read: tuple[Read, ...]


def plan_of(
    table: Understood, journal: Journal, texts: Iterable[str], options: ReadingOptions
) -> Plan:
    """What the rows of a table become beside the entries of a journal, whose texts tell which rows have been imported before."""
    marks = {
        found
        for text in texts
        for found in re.findall(rf"^{MARK}: ['\"]?([0-9a-f]{{12}})['\"]?\s*$", text, re.MULTILINE)
    }
    new: list[NewFile] = []
    known: list[Made] = []
    reads = [read_row(row, table) for row in table.rows]
    for read in reads:
        for made in read.made:
            if made.mark in marks or _is_there(made, journal):
                known.append(made)
                continue
            marks.add(made.mark)
            text = _proved(made, options)
            if text is None:
                read.doubts.append("what was made of it is not read as meant, so it is left")
            else:
                new.append(NewFile(read.line, made, text))
    return Plan(tuple(new), tuple(known), tuple(reads))


def _is_there(made: Made, journal: Journal) -> bool:
    """Whether the journal has this interview, or this application, already."""
    if not made.is_note:
        return any(
            _is_alike(made, one.company, one.role)
            and one.when.day == made.day
            and _is_one_round(made.round, one.round)
            for one in journal.interviews
        )
    # Of an application whose day is not known, the note tells it.
    notes = ((one.company, one.role, one.applied) for one in journal.every_note)
    led = ((one.company, one.role, one.applied) for one in journal.applications)
    return any(
        _is_alike(made, company, role) and applied == made.day
        for company, role, applied in (*notes, *led)
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


def _proved(made: Made, options: ReadingOptions) -> str | None:
    """The text of an entry that is read as what was meant: with its notes as they are, or as a text that nobody reads; None where neither is."""
    fence = "`" * (1 + max((len(one) for one in _FENCE.findall(made.entry.text)), default=2))
    fenced = f"{fence}text\n{made.entry.text}\n{fence}" if made.entry.text.strip() else ""
    for notes in (made.entry.text, fenced):
        text = entry_text(replace(made.entry, text=notes))
        if _is_as_meant(made, read_journal([Source("a.md", text)], options)):
            return text
    return None


def _is_as_meant(made: Made, journal: Journal) -> bool:
    """Whether a text is read as the one interview, or the one application, that was meant."""
    wanted = made.entry.facts.get("outcome") or "pending"
    if made.is_note:
        return not journal.interviews and [
            (bare(one.company), bare(one.role or ""), one.applied, one.outcome.kind.value)
            for one in journal.notes
        ] == [(bare(made.company), bare(made.role), made.day, wanted)]
    return [
        (bare(one.company), bare(one.role or ""), one.when.day, one.outcome.kind.value)
        for one in journal.interviews
    ] == [(bare(made.company), bare(made.role), made.day, wanted)]
