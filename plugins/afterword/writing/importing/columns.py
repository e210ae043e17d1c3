"""What each column of somebody's table is, by the words of its header and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from afterword.days import DayOrder
from afterword.errors import OutputError
from afterword.kinds import RoundKind
from afterword.reading.typed_days import DayError, order_in, written_day
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.tables import Row, Table


class Meaning(StrEnum):
    """What a column holds; `round_day` is the day of an interview whose round its header names."""

    COMPANY = "company"
    ROLE = "role"
    APPLIED = "applied"
    OUTCOME = "outcome"
    DECIDED = "decided"
    SOURCE = "source"
    DATE = "date"
    ROUND = "round"
    ROUND_DAY = "an interview"
    NOTES = "notes"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, what it holds, and the order of the numbers in its days where that is known."""

    header: str
    meaning: Meaning
    order: DayOrder | None = None


@dataclass(frozen=True, slots=True)
class Understood:
    """A table with its columns told apart, and the rows below the header."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def cells(self, row: Row, meaning: Meaning) -> list[tuple[Column, str]]:
        """What a row holds in the columns of a meaning, where it holds anything."""
        pairs = zip(self.columns, row.cells, strict=False)
        return [(column, cell) for column, cell in pairs if column.meaning is meaning and cell]

    def cell(self, row: Row, meaning: Meaning) -> str:
        """The first of these; empty where there is none."""
        return next((cell for _, cell in self.cells(row, meaning)), "")


# Headers of trackers that are no keys of an entry.
_OTHERS: Mapping[Meaning, frozenset[str]] = {
    Meaning.COMPANY: frozenset({"company", "organization", "organisation", "org", "firm", "business", "employer name", "hiring company"}),
    Meaning.ROLE: frozenset({"role", "job title", "title", "position title", "job", "job name", "job position", "vacancy", "post"}),
    Meaning.APPLIED: frozenset({"applied", "date of application", "submitted", "date submitted", "submission date", "sent", "date sent", "application submitted", "applied at", "date applied"}),
    Meaning.OUTCOME: frozenset({"status", "application status", "current status", "stage", "application stage", "current stage", "board", "list", "column", "state"}),
    Meaning.SOURCE: frozenset({"source", "job board", "where", "where found", "applied via", "applied through", "via", "found on", "site", "website name"}),
    Meaning.NOTES: frozenset({"notes", "note", "comments", "comment", "remarks", "additional notes", "my notes", "details"}),
    Meaning.DECIDED: frozenset({"date of response", "response date", "date rejected", "rejection date", "date of decision"}),
}  # fmt: skip
_FIELDS = {
    "company": Meaning.COMPANY,
    "role": Meaning.ROLE,
    "applied": Meaning.APPLIED,
    "outcome": Meaning.OUTCOME,
    "decided": Meaning.DECIDED,
    "source": Meaning.SOURCE,
    "date": Meaning.DATE,
    "round": Meaning.ROUND,
}
_INTERVIEW = re.compile(r"\binterviews?\b|\bround\b|\bon ?site\b|\bphone screen\b", re.IGNORECASE)
# Where a program that sets no blanks begins a word.
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADER_ROWS = 15
_DAYS = frozenset({Meaning.APPLIED, Meaning.DATE, Meaning.DECIDED, Meaning.ROUND_DAY})
_SHORT_YEAR = re.compile(r"^(\d{1,2})([/.-])(\d{1,2})\2(\d{2})$")
_TIME = re.compile(
    r"^(.*?\d{2,4}|.*?\d{1,2}),?[ T]+\d{1,2}:\d{2}(?::\d{2})?\s*(?:[AaPp]\.?[Mm]\.?)?$"
)
_SERIAL = re.compile(r"^[34]\d{4}$|^5[0-4]\d{3}$")
_EXCELS_FIRST = date(1899, 12, 30)


def understood(table: Table, order: DayOrder | None, named: Mapping[str, str]) -> Understood:
    """The table's columns by its header, which may stand below a title; `named` gives the meaning of headers by hand.

    Raises OutputError where no column names a company.
    """
    best = max(table.rows[:_HEADER_ROWS], key=lambda row: _known(row.cells, named), default=None)
    if best is None or Meaning.COMPANY not in _meanings(best.cells, named):
        raise OutputError(
            "No column of this table names the company. Say which does: --column 'Its header=company'."
        )
    rows = tuple(row for row in table.rows if row.line > best.line)
    meanings = _meanings(best.cells, named)
    columns = [
        Column(header, _as_filled(meaning, at, rows))
        for at, (header, meaning) in enumerate(zip(best.cells, meanings, strict=True))
    ]
    columns = _without_doubles(columns)
    told = _order([at for at, one in enumerate(columns) if one.meaning in _DAYS], rows) or order
    ordered = (replace(one, order=told if one.meaning in _DAYS else None) for one in columns)
    return Understood(tuple(ordered), rows)


def _known(headers: Iterable[str], named: Mapping[str, str]) -> int:
    """How many headers are known; those of a company or a role count more than others."""
    meanings = _meanings(headers, named)
    sure = {Meaning.COMPANY, Meaning.ROLE} & set(meanings)
    return 3 * len(sure) + sum(1 for one in meanings if one is not Meaning.KEPT)


def _meanings(headers: Iterable[str], named: Mapping[str, str]) -> list[Meaning]:
    return [_meaning(header, named) for header in headers]


def _meaning(header: str, named: Mapping[str, str]) -> Meaning:
    if header in named:
        return Meaning(named[header])
    header = _HUMP.sub(" ", header)
    words = spoken(header)
    if not words or len(words) > 60:
        return Meaning.KEPT
    for meaning, spellings in _OTHERS.items():
        if words in spellings:
            return meaning
    field = KEYS.field_of(header)
    if field is not None and field.name in _FIELDS:
        return _FIELDS[field.name]
    is_round = _INTERVIEW.search(header) or round_kind(header) is not RoundKind.OTHER
    return Meaning.ROUND_DAY if is_round else Meaning.KEPT


def _as_filled(meaning: Meaning, at: int, rows: Sequence[Row]) -> Meaning:
    """The meaning of a column by what stands in it: one named like a round holds days, or it is kept as it is; a stage may be a round."""
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    if meaning is Meaning.ROUND_DAY:
        days = sum(1 for cell in cells if _may_be_day(cell))
        return meaning if cells and 2 * days >= len(cells) else Meaning.KEPT
    return meaning


def _without_doubles(columns: Sequence[Column]) -> list[Column]:
    """The columns, with one column alone for what an entry says once; a day beside no round is that of the application."""
    meanings = [one.meaning for one in columns]
    made: list[Column] = []
    for one in columns:
        meaning = one.meaning
        is_dated = (
            Meaning.APPLIED in meanings
            or Meaning.ROUND in meanings
            or "interview" in spoken(one.header)
        )
        if meaning is Meaning.DATE and not is_dated:
            meaning = Meaning.APPLIED
        taken = {other.meaning for other in made}
        if meaning in taken and meaning not in {Meaning.ROUND_DAY, Meaning.NOTES, Meaning.KEPT}:
            meaning = Meaning.ROUND_DAY if meaning is Meaning.DATE else Meaning.KEPT
        made.append(Column(one.header, meaning))
    return made


def _may_be_day(cell: str) -> bool:
    try:
        day_in_cell(cell, DayOrder.DAY_FIRST)
    except DayError:
        return False
    return True


def _order(columns: Iterable[int], rows: Iterable[Row]) -> DayOrder | None:
    """The order of the numbers in the days of a table: that of those that can be only one, where all these agree."""
    places = tuple(columns)
    cells = (row.cells[at] for row in rows for at in places if at < len(row.cells))
    known = {order_in(_whole(cell)) for cell in cells} - {None}
    return known.pop() if len(known) == 1 else None


def day_in_cell(cell: str, order: DayOrder | None) -> date:
    """The day that a cell holds, also as a spreadsheet counts its days. Raises DayError."""
    if _SERIAL.match(cell):
        return _EXCELS_FIRST + timedelta(days=int(cell))
    return written_day(_whole(cell), order=order)


def is_serial(cell: str) -> bool:
    """Whether a cell holds a day as the number that spreadsheets keep for it."""
    return _SERIAL.match(cell) is not None


def _whole(cell: str) -> str:
    """A day without its time, and with the century of its year."""
    timed = _TIME.match(cell)
    day = (timed[1] if timed else cell).strip(" ,")
    return _SHORT_YEAR.sub(r"\1\g<2>\3\g<2>20\4", day)
