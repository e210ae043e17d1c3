"""A note from elsewhere, and what becomes of it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from hashlib import sha256
from posixpath import splitext

from afterword.frozen import dataclass, field
from afterword.kinds import Severity
from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_journal
from afterword.vocabulary.spelling import bare
from afterword.writing.importing.note_facts import Head
from afterword.writing.importing.note_titles import Told

# The key by which a note is known again.
MARK = "imported"
# What `check` says of a text of which nothing is lost.
_SAID_ANYHOW = frozenset({"nothing-counted"})


@dataclass(frozen=True, slots=True)
class Note:
    """A text from elsewhere under the path of its file, with the day that its program keeps for it."""

    path: str
    text: str
    day: date | None = None

    @property
    def name(self) -> str:
        """Its path as that of a file in Markdown."""
        return self.path if splitext(self.path)[1] == ".md" else f"{self.path}.md"


@dataclass(frozen=True, slots=True)
class NewNote:
    """An entry that is to be written: what it is about, its text, and the mark by which it is known again; `is_note` says that no interview is in it."""

    company: str
    role: str
    day: date
    round: str
    is_note: bool
    text: str = ""
    mark: str = ""


@dataclass(slots=True)
class NoteRead:
    """What a note becomes: entries to write; `dropped` says why there are none, `doubts` what is not sure, `told` where a fact is from."""

    path: str
    made: list[NewNote] = field(default_factory=list)
    dropped: str = ""
    doubts: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Understood:
    """A note with its head, what its titles tell, each with what it is called, the companies of the notes around it, and how it is read."""

    note: Note
    head: Head
    titles: tuple[tuple[str, Told], ...]
    companies: Collection[str]
    options: ReadingOptions


def journal_in(note: Note, text: str, options: ReadingOptions) -> Journal:
    """The journal that one text in the place of a note is."""
    return read_journal([Source(note.name, text)], options)


def the_one_in(journal: Journal) -> NewNote | None:
    """The one interview, or the one application, that a text is, yet without a text; None where it is none or several."""
    notes = journal.every_note
    if len(journal.interviews) == 1 and not notes:
        one = journal.interviews[0]
        name = one.round.name if one.round else ""
        return NewNote(one.company, one.role or "", one.when.day, name, is_note=False)
    if len(notes) == 1 and not journal.interviews:
        return NewNote(notes[0].company, notes[0].role or "", notes[0].applied, "", is_note=True)
    return None


def problems_in(journal: Journal) -> list[str]:
    """What is said of a text that is to be an entry."""
    return [
        one.message
        for one in journal.problems
        if one.severity is not Severity.HINT and one.code not in _SAID_ANYHOW
    ]


def mark_of(*said: str) -> str:
    """What a note, or a part of one, is known again by: made of its path and of the part's name, not of what stands in it."""
    return sha256("|".join(map(bare, said)).encode()).hexdigest()[:12]
