"""What each column of somebody's table is, by the words of its header and by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from afterword.days import DayOrder
from afterword.errors import OutputError
from afterword.frozen import dataclass
from afterword.reading.typed_days import DayError, order_in, written_day
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.nothing import says_nothing_yet
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.meanings import SECTION_OF, Meaning, meaning_of_header
from afterword.writing.importing.status_words import names_outcome
from afterword.writing.importing.tables import Row, Table


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
        return [(column, cell) for column, cell in self.told(row) if column.meaning is meaning]

    def told(self, row: Row) -> list[tuple[Column, str]]:
        """What a row holds in every column, where it says anything: a dash, or "n/a", is an empty cell."""
        pairs = zip(self.columns, row.cells, strict=False)
        return [(column, cell) for column, cell in pairs if not _is_empty(column, cell)]

    def cell(self, row: Row, meaning: Meaning) -> str:
        """The first of these; empty where there is none."""
        return next((cell for _, cell in self.cells(row, meaning)), "")


_HEADER_ROWS = 15
# So many headers are named, and so much of each.
_MOST_SHOWN, _LONGEST = 20, 40
# What an entry may hold more than once.
_REPEATED = frozenset(
    {Meaning.OUTCOME, Meaning.DECIDED, Meaning.ROUND_DAY, Meaning.NOTES, Meaning.KEPT, *SECTION_OF}
)
# A cell of so many signs at most is left empty: "-", "–", "?", "...".
_SIGNS = 3
# What is written for nothing and is no punctuation; other signs, such as ❌ or 👻, say something.
_DASHES = frozenset("−~=|")
_NOTHING = frozenset({"na", "n a", "tbd", "tba", "tbc"})
_DAYS = frozenset({Meaning.APPLIED, Meaning.DATE, Meaning.DECIDED, Meaning.ROUND_DAY})
# A sign is none of these, whatever it is.
_NO_SIGN = _DAYS | {Meaning.COMPANY, Meaning.ROLE}
# What the first column of a database is called where nobody has given it another name, and what stands beside it in one of applications.
_NAME = frozenset({"name", "nom", "nombre", "nome", "naam", "nazwa", "название", "名称", "名前", "이름", "الاسم"})  # fmt: skip
_STANDING = frozenset({Meaning.OUTCOME, Meaning.APPLIED, Meaning.DATE, Meaning.ROUND})
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
    if best is not None:
        named = _with_name(best.cells, named)
    if best is None or Meaning.COMPANY not in _meanings(best.cells, named):
        raise OutputError(_without_company(table))
    rows = tuple(row for row in table.rows if row.line > best.line)
    meanings = _meanings(best.cells, named)
    columns = [
        Column(header, _as_filled(meaning, at, rows))
        for at, (header, meaning) in enumerate(zip(best.cells, meanings, strict=True))
    ]
    columns = _without_doubles(_with_outcomes(columns, rows))
    told = _order([at for at, one in enumerate(columns) if one.meaning in _DAYS], rows) or order
    ordered = (replace(one, order=told if one.meaning in _DAYS else None) for one in columns)
    return Understood(tuple(ordered), rows)


def _without_company(table: Table) -> str:
    """What is said of a table no column of which names a company: its headers, and how one is given its meaning."""
    if not table.rows:
        return "There is nothing in this table."
    widest = max(table.rows[:_HEADER_ROWS], key=lambda row: sum(map(bool, row.cells)))
    headers = [" ".join(header.split())[:_LONGEST] for header in widest.cells if header]
    example = next((one for one in headers if "'" not in one), "Its header")
    more = " …" if len(headers) > _MOST_SHOWN else ""
    return (
        f"No column of this table names the company. Its headers are: {', '.join(headers[:_MOST_SHOWN])}{more}. "
        f"Say which one does, such as --column '{example}=company', or call it Company in the table."
    )


def _with_name(headers: Sequence[str], named: Mapping[str, str]) -> Mapping[str, str]:
    """The meanings given by hand, with the company for a column that is only called a name, in a table that has the role and how it stands beside it."""
    meanings = _meanings(headers, named)
    has_others = Meaning.ROLE in meanings and not _STANDING.isdisjoint(meanings)
    called = [one for one in headers if spoken(one) in _NAME]
    if Meaning.COMPANY in meanings or not has_others or len(called) != 1:
        return named
    return {**named, called[0]: Meaning.COMPANY}


def _known(headers: Iterable[str], named: Mapping[str, str]) -> int:
    """How many headers are known; those of a company or a role count more than others."""
    meanings = _meanings(headers, named)
    sure = {Meaning.COMPANY, Meaning.ROLE} & set(meanings)
    return 3 * len(sure) + sum(1 for one in meanings if one is not Meaning.KEPT)


def _meanings(headers: Iterable[str], named: Mapping[str, str]) -> list[Meaning]:
    return [meaning_of_header(header, named) for header in headers]


def _as_filled(meaning: Meaning, at: int, rows: Sequence[Row]) -> Meaning:
    """The meaning of a column by what stands in it: one named like a round holds days, or it is kept as it is; a stage may be a round."""
    cells = [row.cells[at] for row in rows if at < len(row.cells) and row.cells[at]]
    if meaning is Meaning.ROUND and cells and all(map(_may_be_day, cells)):
        # "Entretien" is what a round is called, and the interview itself.
        return Meaning.ROUND_DAY
    if meaning is Meaning.ROUND_DAY:
        said = [cell for cell in cells if spoken(cell) and not says_nothing_yet(cell)]
        days = sum(1 for cell in said if _may_be_day(cell))
        return meaning if said and 2 * days >= len(said) else Meaning.KEPT
    if meaning is Meaning.PROMISED and cells and all(map(_may_be_day, cells)):
        return Meaning.KEPT
    return meaning


def _with_outcomes(columns: Sequence[Column], rows: Sequence[Row]) -> list[Column]:
    """The columns, where several may say how a row stands, with those alone that do: "State" may be where it is."""
    may = [at for at, one in enumerate(columns) if one.meaning is Meaning.OUTCOME]
    told = {at for at in may if _is_outcome(columns[at].header, at, rows)} or set(may[:1])
    return [
        replace(one, meaning=Meaning.KEPT) if at in may and at not in told else one
        for at, one in enumerate(columns)
    ]


def _is_outcome(header: str, at: int, rows: Sequence[Row]) -> bool:
    """Whether a column is called as the outcome of an entry is, or at least half of what stands in it is known as one."""
    named = KEYS.field_of(header)
    if named is not None and named.name == Meaning.OUTCOME:
        return True
    cells = [row.cells[at] for row in rows if at < len(row.cells) and spoken(row.cells[at])]
    return 2 * sum(1 for cell in cells if names_outcome(cell)) >= len(cells) > 0


def _without_doubles(columns: Sequence[Column]) -> list[Column]:
    """The columns, with one column alone for what an entry says once; a day beside no round is that of the application."""
    meanings = [one.meaning for one in columns]
    made: list[Column] = []
    for one in columns:
        meaning = one.meaning
        is_dated = (
            Meaning.APPLIED in meanings
            or Meaning.ROUND in meanings
            or not SECTION_OF.keys().isdisjoint(meanings)
            or spoken(one.header) not in in_every_language("tracker date")
        )
        if meaning is Meaning.DATE and not is_dated:
            meaning = Meaning.APPLIED
        taken = {other.meaning for other in made}
        if meaning in taken and meaning not in _REPEATED:
            meaning = Meaning.ROUND_DAY if meaning is Meaning.DATE else Meaning.KEPT
        made.append(Column(one.header, meaning))
    return made


def _is_empty(column: Column, cell: str) -> bool:
    """Whether a cell says nothing: by a sign alone in any column, by a word such as "tbd" in one of days."""
    words = spoken(cell)
    if not words and len(cell.strip()) <= _SIGNS:
        return column.meaning in _NO_SIGN or all(map(_is_dash, cell.strip()))
    return (words in _NOTHING) or (column.meaning in _DAYS and says_nothing_yet(cell))


def _is_dash(sign: str) -> bool:
    return sign in _DASHES or unicodedata.category(sign).startswith(("P", "Z", "M", "Cf"))


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
