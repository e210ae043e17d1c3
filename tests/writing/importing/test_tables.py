"""Rows and columns come out of a file however its program wrote it."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.errors import OutputError
from afterword.writing.importing.tables import table_in

ROWS = [("Company", "Role"), ("Müller", "Chef")]


def cells(data: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in table_in(data).rows]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_table_is_read_by_its_sign_and_its_encoding(separator: str, encoding: str) -> None:
    text = "\r\n".join(separator.join(row) for row in ROWS)
    assert cells(text.encode(encoding)) == ROWS
    assert table_in(text.encode(encoding)).told == ()


def test_what_is_no_utf_8_is_read_as_windows_wrote_it_and_that_is_told() -> None:
    table = table_in("Company;Role\nMüller;Chef\n".encode("cp1252"))
    assert [row.cells for row in table.rows] == ROWS
    assert "look whether letters such as é and ü are right" in table.told[0]


def test_line_ends_within_a_cell_stay_and_lines_are_counted() -> None:
    rows = table_in(b'a,b\n"one\r\ntwo",x\n\n,,\nc,d\n').rows
    assert [(row.line, row.cells) for row in rows] == [
        (1, ("a", "b")),
        (2, ("one\ntwo", "x")),
        (6, ("c", "d")),
    ]


def test_what_spreadsheets_put_around_a_table_is_taken_off() -> None:
    assert cells(b'sep=;\r\na;b\r\n="00123";x\r\n') == [("a", "b"), ("00123", "x")]
    assert cells(b"a,b\n'=1+1,'-x\n") == [("a", "b"), ("=1+1", "-x")]
    assert cells(b"a,b\n\x00x,y\n") == [("a", "b"), ("x", "y")]


def test_a_formula_is_its_text() -> None:
    assert cells(b'a,b\n=HYPERLINK("x"),+1\n')[1][1] == "+1"


def test_json_is_a_table_below_its_keys() -> None:
    data = b'{"jobs": [{"company": {"name": "Acme"}, "tags": ["a", "b"], "n": 1, "none": null}, {"role": "Cook"}], "x": [1]}'
    assert cells(data) == [
        ("company name", "tags", "n", "role"),
        ("Acme", "a\nb", "1", ""),
        ("", "", "", "Cook"),
    ]


@pytest.mark.parametrize("data", [b"[1", b"{}", b"[]", b'{"a": 1}', b"[" * 100_000])
def test_json_without_a_list_of_applications_is_a_sentence(data: bytes) -> None:
    with pytest.raises(OutputError, match="JSON"):
        table_in(data)


@pytest.mark.parametrize("begins", [b"PK\x03\x04rest", b"\xd0\xcf\x11\xe0rest"])
def test_a_workbook_is_told_how_to_be_saved(begins: bytes) -> None:
    with pytest.raises(OutputError, match="Save it as CSV"):
        table_in(begins)


def test_a_cell_too_long_to_be_one_is_a_sentence() -> None:
    with pytest.raises(OutputError, match="cannot be read"):
        table_in(b"a,b\n" + b"x" * 200_000 + b",y\n")


@pytest.mark.parametrize(
    "data",
    [b"a,b\n" + b"x,y\n" * 5001, b",".join([b"x"] * 301) + b"\n", b"a,b\n" * 6_000_000, b"[" + b",".join([b'{"a": 1}'] * 5001) + b"]"],
    ids=["rows", "columns", "bytes", "objects"],
)  # fmt: skip
def test_a_table_that_would_take_minutes_is_refused_with_a_way_to_import_it(data: bytes) -> None:
    with pytest.raises(OutputError, match="divide it, and import each part"):
        table_in(data)


@pytest.mark.parametrize(
    ("data", "rows", "columns"),
    [(b"a,b\n" + b"x,y\n" * 4999, 5000, 2), (b",".join([b"x"] * 300) + b"\n", 1, 300)],
    ids=["rows", "columns"],
)
def test_the_largest_table_that_is_told_is_read(data: bytes, rows: int, columns: int) -> None:
    found = cells(data)
    assert (len(found), len(found[0])) == (rows, columns)


def test_nothing_is_no_rows() -> None:
    assert table_in(b"").rows == ()


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="'="), min_size=1, max_size=12).map(str.strip).filter(bool)  # fmt: skip


@given(
    st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=1, max_size=8),
    st.sampled_from(",;\t"),
)
def test_whatever_stands_in_cells_comes_out_of_them(rows: list[list[str]], separator: str) -> None:
    written = io.StringIO(newline="")
    csv.writer(written, delimiter=separator, quoting=csv.QUOTE_ALL).writerows(
        [["Company", "Role", "Notes"], *rows]
    )
    assert cells(written.getvalue().encode())[1:] == [tuple(row) for row in rows]


def test_lists_within_the_rows_of_json_are_kept_and_told() -> None:
    table = table_in(
        b'[{"company": "Acme", "tags": ["a"], "visits": [{"day": 1}]}, {"company": "Quill"}]'
    )
    assert table.told == (
        "There are lists within its rows (visits), which are kept as they are and not read: look whether interviews are among them.",
    )
