"""The notes in a folder and in a diary's export, and what is said of what lies beside them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from afterword.errors import OutputError
from afterword.writing.importing.diaries import diary_in, diary_in_text
from afterword.writing.importing.note_files import beside, notes_in, notes_in_file, text_of

_DAY_ONE = {
    "entries": [
        {"text": "# Interview at Acme\n\nWent well\\. I was calm\\!", "creationDate": "2026-11-09T23:30:00Z", "timeZone": "Europe\\/Berlin", "tags": ["job hunt"]},
        {"text": "Milk", "creationDate": "2026-11-10T08:00:00Z", "timeZone": "Nowhere/At all"},
        {"creationDate": "2026-11-11T08:00:00Z"},
        "no object",
    ]
}  # fmt: skip
_JRNL = {"tags": {}, "entries": [{"title": "Interview at Borealis.", "body": "They were kind @calm", "date": "2026-11-12", "time": "09:00", "tags": ["@calm"]}, {"title": "Bread", "date": "soon"}]}  # fmt: skip


def test_an_entry_of_day_one_is_of_its_day_in_its_own_zone() -> None:
    notes = diary_in(json.dumps(_DAY_ONE), "Journal.json") or []
    assert [(one.path, one.day) for one in notes] == [
        ("Journal.json#1", date(2026, 11, 10)),
        ("Journal.json#2", date(2026, 11, 10)),
    ]


def test_an_entry_of_day_one_is_read_without_its_backslashes_and_with_its_tags() -> None:
    notes = diary_in(json.dumps(_DAY_ONE), "Journal.json") or []
    assert notes[0].text == "# Interview at Acme\n\nWent well. I was calm!\n\nTags: #job-hunt"


def test_an_entry_of_jrnl_is_its_title_above_its_body() -> None:
    notes = diary_in(json.dumps(_JRNL), "jrnl.json") or []
    assert [(one.text, one.day) for one in notes] == [
        ("# Interview at Borealis\n\nThey were kind @calm", date(2026, 11, 12)),
        ("# Bread\n\n", None),
    ]


@pytest.mark.parametrize(
    "text", ["no json", "[" * 100_000, "[]", '{"entries": 3}', '{"entries": []}']
)
def test_other_texts_are_no_diary(text: str) -> None:
    assert diary_in(text, "a.json") is None


def test_a_folder_of_notes_is_read_without_what_programs_keep_for_themselves(
    tmp_path: Path,
) -> None:
    for name in (
        "a/one.md",
        "two.txt",
        "three",
        ".obsidian/x.md",
        "logseq/bak/y.md",
        "a/.hidden.md",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Words\r\n", encoding="utf-8")
    found = notes_in(tmp_path)
    assert [(one.path, one.text) for one in found.notes] == [
        ("a/one.md", "# Words\n"),
        ("three", "# Words\n"),
        ("two.txt", "# Words\n"),
    ]


def test_what_lies_beside_notes_is_told(tmp_path: Path) -> None:
    for name in ("cv.docx", "jobs.csv", "letter.pdf", "face.png"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "a.md").write_text("![[face.png]]", encoding="utf-8")
    assert beside(notes_in(tmp_path), ()) == [
        "2 documents left out (.docx and .pdf): save as Markdown or plain text to import them",
        "1 table or diary left out (.csv): import each by its name",
    ]


def test_a_document_that_is_copied_along_is_not_left_out(tmp_path: Path) -> None:
    for name in ("cv.docx", "letter.pdf"):
        (tmp_path / name).write_bytes(b"x")
    found = notes_in(tmp_path)
    assert beside(found, ["letter.pdf", "cv.docx"]) == []
    assert beside(found, ["letter.pdf"]) == [
        "1 document left out (.docx): save as Markdown or plain text to import them"
    ]


@pytest.mark.parametrize(
    ("name", "is_read"),
    [
        ("logseq/pages/Acme.md", True),
        ("Logseq/journals/2026_11_12.md", True),
        ("logseq/Acme.md", True),
        ("graph/logseq/bak/pages/Acme.md", False),
        ("logseq/version-files/Acme.md", False),
    ],
)
def test_a_graph_may_be_called_as_the_folder_in_which_its_program_keeps_copies(
    name: str, tmp_path: Path, *, is_read: bool
) -> None:
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_text("x", encoding="utf-8")
    assert [one.path for one in notes_in(tmp_path).notes] == [name] * is_read


_TEXT_OF_DAY_ONE = "\tDate:\t12 November 2025 at 18:32:11 GMT\n\tWeather:\t8°C\n\nInterview at Acme\n\nCalm.\n\n\n\tDate:\tsome 13th day\n\nRain.\n"
_TEXT_OF_JRNL = "[2026-01-17 16:20] Interview at Acme. They were kind.\n\n[2026-01-18 04:20 PM] Bread\nIt rose.\n"


@pytest.mark.parametrize(
    ("text", "notes"),
    [
        (_TEXT_OF_DAY_ONE, [("Interview at Acme\n\nCalm.\n", date(2025, 11, 12)), ("Rain.\n", None)]),
        (_TEXT_OF_JRNL, [("# Interview at Acme\n\nThey were kind.\n", date(2026, 1, 17)), ("# Bread\n\nIt rose.\n", date(2026, 1, 18))]),
    ],
)  # fmt: skip
def test_a_diary_as_plain_text_is_an_entry_for_each_day(
    text: str, notes: list[tuple[str, date | None]], tmp_path: Path
) -> None:
    (tmp_path / "diary.txt").write_text(text, encoding="utf-8")
    for found in (notes_in(tmp_path), notes_in_file(tmp_path / "diary.txt")):
        assert found is not None
        assert [(one.path, one.text, one.day) for one in found.notes] == [
            (f"diary.txt#{at}", *note) for at, note in enumerate(notes, 1)
        ]


@pytest.mark.parametrize("text", ["[2026-01-17, 16:20:11] Dana: hello\n", "Date:\t12 May\n", "[x] done"])  # fmt: skip
def test_other_plain_texts_are_no_diary(text: str) -> None:
    assert diary_in_text(text, "a.txt") is None


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_its_encoding(tmp_path: Path, name: str) -> None:
    mark = "\ufeff" if name.startswith("utf-16") else ""
    (tmp_path / "a.md").write_bytes(f"{mark}Müller\r\nein".encode(name))
    assert text_of(tmp_path / "a.md") == ("Müller\nein", ())


def test_a_text_of_windows_is_read_and_told(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("Müller".encode("cp1252"))
    text, said = text_of(tmp_path / "a.md")
    assert (text, "Windows" in said[0]) == ("Müller", True)


def test_what_cannot_be_read_is_left_out_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "big.md").write_bytes(b"x" * 1_500_001)
    found = notes_in(tmp_path)
    assert (found.notes, found.told) == ((), ("big.md: larger than any note, so it is left out",))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="left out"):
        notes_in_file(tmp_path / "none.md")


def test_a_name_that_is_too_long_cannot_be_opened(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be opened"):
        notes_in_file(tmp_path / f"{'n' * 300}.md")


def test_a_file_is_a_note_or_a_diary_or_neither(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Words", encoding="utf-8")
    (tmp_path / "b.json").write_text(json.dumps(_JRNL), encoding="utf-8")
    (tmp_path / "c.json").write_text("[]", encoding="utf-8")
    found = [notes_in_file(tmp_path / name) for name in ("a.md", "b.json", "c.json", "d.csv")]
    assert [len(one.notes) if one else None for one in found] == [1, 2, None, None]
