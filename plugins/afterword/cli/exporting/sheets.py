"""Tables for spreadsheets: what somebody wrote to you may not run there, and what is read there as letters are the letters."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

# A spreadsheet takes a cell that begins like this for a formula; the last four are the signs that East Asian keyboards type.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
# Blanks and signs that nobody sees, which do not keep a spreadsheet from a formula.
_UNSEEN = " \u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_BEHIND = re.compile(rf";[{_UNSEEN}]*(?=[=+\-@＝＋－＠])")
# Excel takes a file without it for one in the code page of the machine.
_MARK = "\ufeff"


def sheet(columns: Sequence[str], rows: Iterable[Mapping[str, object]]) -> str:
    """Rows as CSV below the names of the columns, with no cell that a spreadsheet would run."""
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


def for_excel(text: str) -> str:
    """CSV with the mark by which Excel knows UTF-8."""
    return _MARK + text


def _cell(value: object) -> str:
    """A value as text that no spreadsheet runs."""
    text = "" if value is None else str(value)
    # Where a semicolon parts cells, what stands behind one begins a cell as well.
    text = _BEHIND.sub(r"\g<0>'", text)
    seen = text.lstrip(_UNSEEN)
    return f"'{text}" if text.startswith(_FORMULA) or seen.startswith(_FORMULA) else text
