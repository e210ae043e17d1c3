"""Rows and columns from the bytes of a file, however its program wrote them."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from afterword.errors import OutputError
from afterword.frozen import dataclass

_SEPARATORS = ",;\t|"
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
# Of so many rows the separator is told.
_LOOKED_AT = 20
# No search has more; each row is written and read once before anything is said.
_LARGEST, _MOST_ROWS, _WIDEST = 20_000_000, 5000, 300
_DIVIDE = "Keep the columns that matter, divide it, and import each part: nothing is written twice."
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row and the line that it begins on, from 1."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, each of which has something in it, and in a sentence how they were read, where that may be wrong."""

    rows: tuple[Row, ...]
    told: tuple[str, ...] = ()


def table_in(data: bytes) -> Table:
    """The rows of a file with values parted by one sign, or with a list of objects in JSON. Raises OutputError for what is neither."""
    if len(data) > _LARGEST:
        raise OutputError(f"This file is larger than {_LARGEST // 1_000_000} MB. {_DIVIDE}")
    if data.startswith(_ARCHIVES):
        raise OutputError(
            "This is a workbook, and not a table as text. Save it as CSV (in Excel: Save as, CSV UTF-8) and import that."
        )
    text, told = _text(data)
    if text.lstrip()[:1] in {"[", "{"}:
        rows, within = _objects(text)
        return Table(rows, (*told, *within))
    return _separated(text, told)


def _text(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text of a file, and what is said of its encoding; a sign that no text has is left out."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, errors="replace").replace("\x00", ""), ()
    try:
        return data.decode().replace("\x00", ""), ()
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace").replace("\x00", "")
        return text, ("It is no UTF-8, so it is read as Windows wrote it (1252): look whether letters such as é and ü are right.",)  # fmt: skip


# The keys below which a program keeps the fields of one object.
_WRAPPERS = frozenset({"fields", "properties", "attributes"})


def _separated(text: str, told: tuple[str, ...]) -> Table:
    separator = ""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == len("sep=;"):
        separator, text = first.strip()[-1], f"\n{rest}"
    separator = separator or _separator(text)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows: list[Row] = []
        before = 0
        for cells in reader:
            if len(cells) > _WIDEST or len(rows) >= _MOST_ROWS:
                raise OutputError(
                    f"This table has more than {_MOST_ROWS} rows or {_WIDEST} columns. {_DIVIDE}"
                )
            rows.append(Row(before + 1, tuple(_plain(one) for one in cells)))
            before = reader.line_num
    except csv.Error as error:
        raise OutputError(
            f"This table cannot be read ({error}). Save it once more as CSV."
        ) from error
    return Table(tuple(row for row in rows if any(row.cells)), told)


def _separator(text: str) -> str:
    """The sign that parts the first rows into as many columns as possible, as many in most of them."""

    def columns(separator: str) -> tuple[int, int]:
        lines = io.StringIO(text[:100_000], newline="")
        rows = (row for row in csv.reader(lines, delimiter=separator) if any(row))
        widths = Counter(len(row) for row, _ in zip(rows, range(_LOOKED_AT), strict=False))
        width, rows_of_it = widths.most_common(1)[0] if widths else (1, 0)
        return (rows_of_it if width > 1 else 0), width

    return max(_SEPARATORS, key=columns)


def _plain(cell: str) -> str:
    """A cell without the marks that keep a program from reckoning with it: ="00123" is 00123."""
    cell = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    if cell.startswith('="') and cell.endswith('"') and len(cell) > 2:
        return cell[2:-1]
    return cell[1:] if cell[:1] == "'" and cell[1:2] in {"=", "+", "-", "@"} else cell


def _objects(text: str) -> tuple[tuple[Row, ...], tuple[str, ...]]:
    """A list of objects as rows below one of their keys, and what is said of lists within them; `company: {name: …}` is the column "company name"."""
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise OutputError("This is no JSON that can be read.") from error
    objects = _list_in(value)
    found = [_flat(one) for one in objects]
    if not found:
        raise OutputError("There is no list of applications in this JSON.")
    names = list(dict.fromkeys(name for one in found for name in one))
    if len(found) > _MOST_ROWS or len(names) > _WIDEST:
        raise OutputError(
            f"This list has more than {_MOST_ROWS} applications or {_WIDEST} keys. {_DIVIDE}"
        )
    rows = [Row(1, tuple(names))]
    rows += [Row(at, tuple(one.get(name, "") for name in names)) for at, one in enumerate(found, 2)]
    return tuple(rows), _told_of_lists(objects)


def _told_of_lists(objects: Iterable[Mapping[str, object]]) -> tuple[str, ...]:
    """A sentence on the keys below which an object has a list of objects of its own."""
    keys = dict.fromkeys(
        key
        for one in objects
        for key, value in one.items()
        if isinstance(value, list) and any(isinstance(part, dict) for part in value)
    )
    if not keys:
        return ()
    return (f"There are lists within its rows ({', '.join(keys)}), which are kept as they are and not read: look whether interviews are among them.",)  # fmt: skip


def _list_in(value: object) -> Sequence[Mapping[str, object]]:
    """The longest list of objects in a value, or in the values of an object at the top."""
    inner: Iterable[object] = value.values() if isinstance(value, dict) else [value]
    lists = [
        [one for one in part if isinstance(one, dict)] for part in inner if isinstance(part, list)
    ]
    return max(lists, key=len, default=[])


def _flat(one: Mapping[str, object], before: str = "", depth: int = 0) -> dict[str, str]:
    """The texts of an object by their keys, those of an object in it behind its key."""
    found: dict[str, str] = {}
    for key, value in one.items():
        name = f"{before} {key}".strip()
        if isinstance(value, dict) and depth < 4:
            # A base's record keeps all that somebody wrote below one key.
            inside = before if key in _WRAPPERS else name
            found |= _flat(value, inside, depth + 1)
        elif isinstance(value, list):
            found[name] = "\n".join(str(part) for part in value)
        elif value is not None:
            found[name] = str(value)
    return found
