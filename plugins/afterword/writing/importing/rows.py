"""A row of somebody's tracker as the entries that it becomes: one for each interview in it, or a note on the application."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.reading.typed_days import DayError
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.spelling import bare, slug, spoken
from afterword.writing.entry_text import NewEntry, Value
from afterword.writing.importing.columns import (
    Meaning,
    Understood,
    day_in_cell,
    is_serial,
)
from afterword.writing.importing.tables import Row

# What a tracker says of an application that has not gone out.
_NOT_SENT = frozenset({"wishlist", "wish list", "bookmarked", "saved", "to apply", "not applied", "lead", "interested", "draft", "researching"})  # fmt: skip
# And of one that goes on.
_GOES_ON = frozenset({"applied", "applying", "interviewing", "interview", "interviews", "phone screen", "screening", "assessment", "negotiating", "in progress", "open", "active", "submitted", "application viewed", "viewed", "archived", "closed", "inactive", "no", "yes"})  # fmt: skip
# The key by which a row is known again.
MARK = "imported"


@dataclass(frozen=True, slots=True)
class Made:
    """An entry to be: its company, its day, its round where it is an interview, and what is written; `is_note` says that no interview is in it."""

    company: str
    role: str
    day: date
    round: str
    entry: NewEntry
    is_note: bool
    mark: str


@dataclass(slots=True)
class Read:
    """What a row becomes, why it was dropped, and what of it is doubtful."""

    line: int
    company: str = ""
    role: str = ""
    made: list[Made] = field(default_factory=list)
    dropped: str = ""
    doubts: list[str] = field(default_factory=list)


def read_row(row: Row, table: Understood) -> Read:
    """What a row becomes."""
    company = " ".join(table.cell(row, Meaning.COMPANY).split())
    read = Read(row.line, company, " ".join(table.cell(row, Meaning.ROLE).split()))
    if not company:
        read.dropped = "no company"
        return read
    status = table.cell(row, Meaning.OUTCOME)
    applied = _day(table, row, Meaning.APPLIED, read)
    interviews = list(_interviews(table, row, read))
    if read.doubts:
        return read
    outcome = _outcome(status, read)
    decided = _day(table, row, Meaning.DECIDED, read)
    if not interviews and applied is None:
        _without_day(read, status)
        return read
    facts: dict[str, Value | None] = {
        "company": company,
        "role": read.role,
        "applied": applied,
        "source": table.cell(row, Meaning.SOURCE) or None,
    }
    ending: dict[str, Value | None] = {
        "outcome": None if outcome in {None, OutcomeKind.PENDING} else str(outcome),
        "decided": decided if outcome not in {None, OutcomeKind.PENDING} else None,
    }
    kept = _kept(table, row, status if outcome is None else "")
    notes = "\n\n".join(cell for _, cell in table.cells(row, Meaning.NOTES))
    last = len(interviews) - 1
    for at, (day, name) in enumerate(interviews):
        own = {**facts, "date": day, "round": name or None}
        own |= ending if at == last else {}
        text = notes if at == last else ""
        read.made.append(_made(own, kept if at == last else {}, text, day, name, is_note=False))
    if not interviews and applied is not None:
        own = {**facts, **ending}
        read.made.append(_made(own, kept, notes, applied, "", is_note=True))
    return read


def _without_day(read: Read, status: str) -> None:
    """A row that names no day: one that has not gone out is left, all else is doubtful."""
    if _plain(status) in _NOT_SENT:
        read.dropped = f"not sent yet ({status})"
    else:
        read.doubts.append("neither the day of the application nor that of an interview is in it")


def _day(table: Understood, row: Row, meaning: Meaning, read: Read) -> date | None:
    """The day in the column of a meaning; what cannot be read is doubted."""
    for column, cell in table.cells(row, meaning):
        return _day_of(cell, column.order, f"{column.header}: ", read)
    return None


def _day_of(cell: str, order: DayOrder | None, where: str, read: Read) -> date | None:
    try:
        day = day_in_cell(cell, order)
    except DayError as error:
        how = (
            " Say how it is meant: --dates day-first or month-first."
            if "could be" in str(error)
            else ""
        )
        read.doubts.append(f"{where}{error}{how}")
        return None
    if is_serial(cell):
        read.doubts.append(
            f"{where}'{cell}' is how a spreadsheet keeps {day}: save that column as a date, such as 2026-11-12"
        )
    return day


def _interviews(table: Understood, row: Row, read: Read) -> Iterator[tuple[date, str]]:
    """The days of interviews with their rounds, in order."""
    found: list[tuple[date, str]] = []
    for column, cell in table.cells(row, Meaning.DATE):
        if day := _day_of(cell, column.order, f"{column.header}: ", read):
            found.append((day, " ".join(table.cell(row, Meaning.ROUND).split())))
    for column, cell in table.cells(row, Meaning.ROUND_DAY):
        if day := _day_of(cell, column.order, f"{column.header}: ", read):
            found.append((day, _round_name(column.header)))
    yield from sorted(found, key=lambda one: one[0])


def _round_name(header: str) -> str:
    """The round that a header names: "Technical interview date" is "Technical interview"."""
    return re.sub(r"\s*\b(?:date|day|on)\b\s*$", "", " ".join(header.split()), flags=re.IGNORECASE)


def _outcome(status: str, read: Read) -> OutcomeKind | None:
    """The outcome that a status means; None where it cannot be told, which is said unless it means that nothing is known yet."""
    plain = _plain(status)
    if not plain or plain in _GOES_ON or plain in _NOT_SENT:
        return OutcomeKind.PENDING
    kind = outcome_kind(plain)
    if kind is None:
        read.doubts.append(
            f"the status '{status}' is no outcome that is known; it is kept, and counts as open"
        )
    return kind


def _plain(status: str) -> str:
    """A status without emoji, numbers in front and signs."""
    letters = "".join(
        " " if unicodedata.category(one) in {"So", "Sk", "Mn", "Cf"} else one for one in status
    )
    return re.sub(r"^\d+\s+", "", spoken(letters))


def _kept(table: Understood, row: Row, status: str) -> dict[str, Value]:
    """What has no key of ours, under keys of its own."""
    found: dict[str, Value] = {"status_there": status} if status else {}
    for column, cell in table.cells(row, Meaning.KEPT):
        key = slug(column.header).replace("-", "_") or "column"
        if KEYS.field_of(key) is not None or KEYS.slip_for(key) is not None:
            key = f"there_{key}"
        while key in found:
            key = f"{key}_too"
        found[key] = cell
    return found


def _made(
    facts: dict[str, Value | None],
    kept: dict[str, Value],
    notes: str,
    day: date,
    name: str,
    *,
    is_note: bool,
) -> Made:
    company, role = str(facts["company"]), str(facts.get("role") or "")
    said = "|".join((bare(company), bare(role), day.isoformat(), "" if is_note else bare(name)))
    mark = sha256(said.encode()).hexdigest()[:12]
    entry = NewEntry(facts=facts, text=notes, foreign={**kept, MARK: mark})
    return Made(company, role, day, name, entry, is_note, mark)
