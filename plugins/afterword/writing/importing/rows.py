"""A row of somebody's tracker as the entries that it becomes: one for each interview in it, or a note on the application."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256

from afterword.days import DayOrder
from afterword.frozen import dataclass, field
from afterword.kinds import OutcomeKind
from afterword.reading.typed_days import DayError
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import written_in_every_language
from afterword.vocabulary.spelling import bare, slug
from afterword.writing.entries.entry_text import NewEntry, Value
from afterword.writing.importing.columns import Understood, day_in_cell, is_serial
from afterword.writing.importing.meanings import SECTION_OF, Meaning, round_named
from afterword.writing.importing.row_statuses import Standing, Told, standing_of
from afterword.writing.importing.statuses import Status, status_in
from afterword.writing.importing.tables import Row

# The key by which a row is known again.
MARK = "imported"
# What stands before the name of an interview in the header of its days: "Date of first interview".
_DAY_OF = re.compile(
    r"^(?:date|day|fecha|data|datum|dia|día|jour)\s+(?:(?:of|de la|de|du|del|der|della|di|da|van)\s+(?:the\s+)?|(?:de l|del|dell|d)['’])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^\s*(?:[-*•–+]|\d{1,2}[.)])\s+")


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
    """What a row becomes, why it was dropped, and what of it is doubtful; `is_left` says that some of what it became is not as meant."""

    line: int
    company: str = ""
    role: str = ""
    made: list[Made] = field(default_factory=list)
    dropped: str = ""
    doubts: list[str] = field(default_factory=list)
    is_left: bool = False

    @property
    def is_written(self) -> bool:
        """Whether all of the row comes into the journal, or is in it already."""
        return bool(self.made) and not self.is_left


def read_row(row: Row, table: Understood, today: date) -> Read:
    """What a row becomes; `today` tells the year of a day that is written without one."""
    company = " ".join(table.cell(row, Meaning.COMPANY).split())
    read = Read(row.line, company, " ".join(table.cell(row, Meaning.ROLE).split()))
    if not company:
        read.dropped = "no company"
        return read
    applied = _day(table, row, Meaning.APPLIED, read)
    standing = standing_of(list(_told(table, row, read, applied=applied, today=today)))
    interviews = list(_interviews(table, row, read))
    if read.doubts:
        return read
    interviews = _with_status(interviews, standing)
    decided = max(_days(table, row, Meaning.DECIDED, read), default=None)
    if not interviews and applied is None:
        _without_day(read, standing)
        return read
    _tell(read, standing)
    facts: dict[str, Value | None] = {
        "company": company,
        "role": read.role,
        "applied": applied,
        "source": table.cell(row, Meaning.SOURCE) or None,
    }
    _make(read, _Row(table, row), facts, standing, interviews, decided)
    return read


def _with_status(interviews: list[tuple[date, str]], standing: Standing) -> list[tuple[date, str]]:
    """The interviews of a row, with the one that its status names where no other is, and the round of its stage on the only one."""
    status = standing.interview
    if status is not None and status.day and not interviews:
        return [(status.day, status.interview or "")]
    if len(interviews) == 1 and not interviews[0][1]:
        return [(interviews[0][0], standing.round)]
    return interviews


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with its table."""

    table: Understood
    row: Row


def _make(
    read: Read,
    one: _Row,
    facts: dict[str, Value | None],
    standing: Standing,
    interviews: list[tuple[date, str]],
    decided: date | None,
) -> None:
    """Note the entries of a row: what it says of the whole application stands in the last one."""
    status = standing.status
    is_over = status.outcome not in {None, OutcomeKind.PENDING}
    ending: dict[str, Value | None] = {
        "outcome": str(status.outcome) if is_over else None,
        "decided": (decided or status.day) if is_over else None,
    }
    has_round = [name for _, name in interviews] == [standing.round]
    named = {bare(name) for _, name in interviews}
    rounds = one.table.cells(one.row, Meaning.ROUND)
    unnamed = [(column.header, cell) for column, cell in rounds if bare(cell) not in named]
    kept = _kept(one.table, one.row, [*standing.kept(has_round=has_round), *unnamed])
    notes = "\n\n".join(cell for _, cell in one.table.cells(one.row, Meaning.NOTES))
    sections = tuple(_sections(one.table, one.row))
    for at, (day, name) in enumerate(interviews):
        own = {**facts, "date": day, "round": name or None}
        if at < len(interviews) - 1:
            read.made.append(_made(NewEntry(facts=own), {}, day, name, is_note=False))
        else:
            people = one.table.cell(one.row, Meaning.INTERVIEWERS)
            with_whom = {"interviewers": ", ".join(people.splitlines()) or None}
            entry = NewEntry(facts=own | with_whom | ending, text=notes, sections=sections)
            read.made.append(_made(entry, kept, day, name, is_note=False))
    applied = facts["applied"]
    if not interviews and isinstance(applied, date):
        entry = NewEntry(facts=facts | ending, text=notes, sections=sections)
        read.made.append(_made(entry, kept, applied, "", is_note=True))


def _told(
    table: Understood, row: Row, read: Read, *, applied: date | None, today: date
) -> Iterator[Told]:
    """What each cell of a row says of how it stands; a day in it that cannot be read is doubted."""
    order = next((one.order for one in table.columns if one.order), None)
    for column, cell in table.cells(row, Meaning.OUTCOME):
        try:
            status = status_in(cell, since=applied, today=today, order=order)
        except DayError as error:
            read.doubts.append(f"{column.header}: {error}{_how(error)}")
        else:
            yield Told(column.header, cell, status)


def _tell(read: Read, standing: Standing) -> None:
    """Doubt a status that is not known, two that contradict each other, and a year that was guessed."""
    status = standing.status
    if standing.against:
        said = " and ".join(f"'{cell}'" for cell in standing.against)
        read.doubts.append(f"{said} are two ends; both are kept, and it counts as open")
    read.doubts += [
        f"the status '{one.shown}' is no outcome that is known; it is kept, {_counts_as(status)}"
        for one in standing.told
        if one.status.outcome is None
    ]
    if status.is_guessed:
        read.doubts.append(f"'{standing.written}' has no year, and is taken for {status.day}")


def _counts_as(status: Status) -> str:
    is_open = status.outcome in {None, OutcomeKind.PENDING}
    return "and counts as open" if is_open else f"and {status.outcome} counts"


def _sections(table: Understood, row: Row) -> Iterator[tuple[str, Sequence[str]]]:
    """Each section of a row by the header of its column, with one item for each line of its cell."""
    for column, cell in table.told(row):
        if column.meaning in SECTION_OF:
            yield (
                column.header,
                [_BULLET.sub("", line) for line in cell.splitlines() if line.strip()],
            )


def _without_day(read: Read, standing: Standing) -> None:
    """A row that names no day: one that has not gone out is left, all else is doubtful."""
    if standing.status.not_sent:
        read.dropped = f"not sent yet ({standing.written})"
    else:
        read.doubts.append("neither the day of the application nor that of an interview is in it")


def _day(table: Understood, row: Row, meaning: Meaning, read: Read) -> date | None:
    """The day in the column of a meaning; what cannot be read is doubted."""
    return next(_days(table, row, meaning, read), None)


def _days(table: Understood, row: Row, meaning: Meaning, read: Read) -> Iterator[date]:
    """The days in the columns of a meaning."""
    for column, cell in table.cells(row, meaning):
        if day := _day_of(cell, column.order, f"{column.header}: ", read):
            yield day


def _day_of(cell: str, order: DayOrder | None, where: str, read: Read) -> date | None:
    try:
        day = day_in_cell(cell, order)
    except DayError as error:
        read.doubts.append(f"{where}{error}{_how(error)}")
        return None
    if is_serial(cell):
        read.doubts.append(
            f"{where}'{cell}' is how a spreadsheet keeps {day}: save that column as a date, such as 2026-11-12"
        )
    return day


def _how(error: DayError) -> str:
    """How a day is meant that could be two is said by an option."""
    is_two = "could be" in str(error)
    return " Say how it is meant: --dates day-first or month-first." if is_two else ""


def _interviews(table: Understood, row: Row, read: Read) -> Iterator[tuple[date, str]]:
    """The days of interviews with their rounds, in order."""
    found: list[tuple[date, str]] = []
    said = " ".join(table.cell(row, Meaning.ROUND).split())
    for column, cell in table.cells(row, Meaning.DATE):
        if day := _day_of(cell, column.order, f"{column.header}: ", read):
            found.append((day, said))
    for column, cell in table.cells(row, Meaning.ROUND_DAY):
        if day := _day_of(cell, column.order, f"{column.header}: ", read):
            found.append((day, _round_name(column.header) or said))
    yield from sorted(found, key=lambda one: one[0])


def _round_name(header: str) -> str:
    """The round that a header names: "Technical interview date" is "Technical interview", "Vorstellungsgespräch am" is none."""
    words = _DAY_OF.sub("", " ".join(header.split()))
    for name in written_in_every_language("behind a round"):
        words = re.sub(rf"\s*\b{re.escape(name)}\s*$", "", words, flags=re.IGNORECASE)
    return round_named(words)


def _kept(table: Understood, row: Row, statuses: Iterable[tuple[str, str]]) -> dict[str, Value]:
    """What has no key of ours, under keys of its own."""
    found: dict[str, Value] = {}
    said = [(header or "status there", cell) for header, cell in statuses]
    said += [(column.header, cell) for column, cell in table.cells(row, Meaning.KEPT)]
    for header, cell in said:
        key = slug(header).replace("-", "_") or "column"
        if KEYS.field_of(key) is not None or KEYS.slip_for(key) is not None:
            key = f"there_{key}"
        while key in found:
            key = f"{key}_too"
        found[key] = cell
    return found


def _made(entry: NewEntry, kept: dict[str, Value], day: date, name: str, *, is_note: bool) -> Made:
    company, role = str(entry.facts["company"]), str(entry.facts.get("role") or "")
    said = "|".join((bare(company), bare(role), day.isoformat(), "" if is_note else bare(name)))
    mark = sha256(said.encode()).hexdigest()[:12]
    return Made(
        company, role, day, name, replace(entry, foreign={**kept, MARK: mark}), is_note, mark
    )
