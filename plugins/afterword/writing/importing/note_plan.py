"""What of the notes becomes new files, and what the journal has already."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from afterword.frozen import dataclass
from afterword.model import Journal
from afterword.vocabulary.spelling import bare
from afterword.writing.importing.note import MARK, NewNote, NoteRead

_MARKED = re.compile(rf"^{MARK}: ['\"]?([0-9a-f]{{12}})['\"]?\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class NotesPlan:
    """What would be written and what is there already, each with the note that it is from, and the notes as they were read."""

    new: tuple[tuple[str, NewNote], ...]
    known: tuple[tuple[str, NewNote], ...]
    read: tuple[NoteRead, ...]


def plan_of_notes(reads: Sequence[NoteRead], journal: Journal, texts: Iterable[str]) -> NotesPlan:
    """What notes become beside the entries of a journal, whose texts tell which notes have been imported before."""
    marks = {found for text in texts for found in _MARKED.findall(text)}
    new: list[tuple[str, NewNote]] = []
    known: list[tuple[str, NewNote]] = []
    for read in reads:
        for made in read.made:
            if made.mark in marks or _is_there(made, journal):
                known.append((read.path, made))
                continue
            same = [path for path, other in new if _is_same(made, other)]
            if same:
                read.doubts.append(f"{same[0]} is of the same company, day and round: both are written, and one may be a copy")  # fmt: skip
            new.append((read.path, made))
    return NotesPlan(tuple(new), tuple(known), tuple(reads))


def _is_there(made: NewNote, journal: Journal) -> bool:
    """Whether the journal has this interview, or this application, already."""
    if not made.is_note:
        return any(
            one.when.day == made.day
            and _are_alike(made, one.company, one.role or "")
            and _may_be_one(made.round, one.round.name if one.round else "")
            for one in journal.interviews
        )
    notes = [(one.company, one.role, one.applied) for one in journal.every_note]
    led = [(one.company, one.role, one.applied) for one in journal.applications]
    return any(
        applied == made.day and _are_alike(made, company, role or "")
        for company, role, applied in (*notes, *led)
    )


def _is_same(made: NewNote, other: NewNote) -> bool:
    is_alike = _are_alike(made, other.company, other.role) and made.is_note == other.is_note
    return is_alike and made.day == other.day and bare(made.round) == bare(other.round)


def _are_alike(made: NewNote, company: str, role: str) -> bool:
    return bare(made.company) == bare(company) and _may_be_one(made.role, role)


def _may_be_one(left: str, right: str) -> bool:
    """Whether two names may be of one thing: they are alike, or one is left out."""
    return not left.strip() or not right.strip() or bare(left) == bare(right)
