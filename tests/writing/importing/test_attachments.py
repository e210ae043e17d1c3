"""What a note shows is found in the folder that is imported, and nowhere else; its text keeps everything but the paths."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.writing.importing.attachments import LARGEST, Shown, content_of, shown_in, with_names

FILES = (
    "Acme/round 1.md",
    "Acme/face.png",
    "assets/face.png",
    "assets/board (1).jpg",
    "assets/Käse #1.png",
    "deep/er/talk.m4a",
    "letter.pdf",
    "script.html",
    "notes.txt",
)
NOTE = "Acme/round 1.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("outer") / "vault"
    for name in FILES:
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    (made.parent / "secret.png").write_bytes(b"secret")
    (made / "link.png").symlink_to(made.parent / "secret.png")
    (made / "inner.png").symlink_to("letter.pdf")
    (made / "linked").symlink_to(made.parent, target_is_directory=True)
    (made / ".hidden").mkdir()
    (made / ".hidden" / "h.png").write_bytes(b"h")
    os.mkfifo(made / "pipe.png")
    (made / "folder.png").mkdir()
    return made


def shown(folder: Path, text: str, files: Iterable[str] = FILES) -> list[Shown]:
    return shown_in(text, NOTE, folder, files)


@pytest.mark.parametrize(
    ("written", "file"),
    [
        ("![[face.png]]", "Acme/face.png"),
        ("![[Face.PNG|300]]", "Acme/face.png"),
        ("![[assets/face.png]]", "assets/face.png"),
        ("![[talk.m4a]]", "deep/er/talk.m4a"),
        ("[[letter.pdf]]", "letter.pdf"),
        ("[[letter.pdf#page=2|it]]", "letter.pdf"),
        ("![](face.png)", "Acme/face.png"),
        ("![a face](<../assets/face.png> 'title')", "assets/face.png"),
        ('![a](../assets/face.png "a title"){width=30}', "assets/face.png"),
        ("![a](/assets/face.png)", "assets/face.png"),
        ("![a](../assets/board%20(1).jpg)", "assets/board (1).jpg"),
        ("![a](../assets/K%C3%A4se%20%231.png)", "assets/Käse #1.png"),
        ("[the letter](../letter.pdf)", "letter.pdf"),
        ("![a][b]\n\n[b]: ../assets/face.png", "assets/face.png"),
        ("- ![[face.png]] and ![[face.png|20]]", "Acme/face.png"),
    ],
)
def test_a_file_is_found_as_the_notes_own_program_finds_it(folder: Path, written: str, file: str) -> None:  # fmt: skip
    assert [one.file for one in shown(folder, written)] == [file]


@pytest.mark.parametrize(
    "written",
    [
        "![a](https://img.example/x.png)",
        "![a](data:image/png;base64,xx)",
        "![a](//img.example/x.png)",
        "![[Another note]]",
        "![[Another note#Heading]]",
        "[[Kafka]] and [a note](../b.md)",
        "[gone](gone.pdf)",
        "[text](../notes.txt)",
        "[here](#below)",
        "`![[face.png]]`",
        "```\n![[face.png]]\n```",
        "~~~md\n![](face.png)\n```\n~~~",
        "[[gone.pdf]]",
    ],
)
def test_what_is_no_file_of_the_folder_is_nothing_to_copy(folder: Path, written: str) -> None:
    assert shown(folder, written) == []


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("![[gone.png]]", "is not in the folder"),
        ("![](../../secret.png)", "is not in the folder"),
        ("![](../../../../../../etc/passwd)", "is not in the folder"),
        ("![](../linked/secret.png)", "is not in the folder"),
        ("![[link.png]]", "is not in the folder"),
        ("![[inner.png]]", "is not in the folder"),
        ("![[pipe.png]]", "is not in the folder"),
        ("![[folder.png]]", "is not in the folder"),
        ("![](../.hidden/h.png)", "is not in the folder"),
        ("![](dayone-moment://ABC)", "is not in the folder"),
        ("![](file:///etc/passwd)", "is not in the folder"),
        ("![](a%00b.png)", "is not in the folder"),
        ("![](../script.html)", "is of a kind that is not copied (.html)"),
        ("![](../notes.txt)", "is of a kind that is not copied (.txt)"),
    ],
)  # fmt: skip
def test_what_leads_elsewhere_or_is_no_picture_is_not_copied_and_told(folder: Path, written: str, fault: str) -> None:  # fmt: skip
    (found,) = shown(folder, written, (*FILES, "link.png", "inner.png", "pipe.png", "folder.png"))
    assert (found.file, found.fault) == ("", fault)


def test_a_file_larger_than_any_picture_stays_where_it_is(tmp_path: Path) -> None:
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(LARGEST + 1)
    (found,) = shown_in("![[film.mp4]]", "a.md", tmp_path, ["film.mp4"])
    assert found == Shown("film.mp4", fault="is larger than 25 MB")
    assert content_of(tmp_path, "film.mp4") is None


def test_what_became_something_else_meanwhile_is_not_read(folder: Path) -> None:
    assert content_of(folder, "letter.pdf") == b"letter.pdf"
    gone = ("gone.png", "link.png", "linked/secret.png", "folder.png", "pipe.png")
    assert [content_of(folder, name) for name in gone] == [None] * 5


def test_only_the_paths_change(folder: Path) -> None:
    text = "![[face.png|300]] `![[face.png]]` ![a face](../assets/board%20(1).jpg 'b') [x](../letter.pdf#page=2)\r\nrest"
    names = {"face.png": "face-2.png", "../assets/board%20(1).jpg": "board (1).jpg", "../letter.pdf#page=2": "letter.pdf"}  # fmt: skip
    assert with_names(text, names) == (
        "![[face-2.png|300]] `![[face.png]]` ![a face](board%20%281%29.jpg 'b') [x](letter.pdf#page=2)\r\nrest"
    )


@given(st.text(alphabet="![]()<>|#`~ \n\"':/.aé%\\", max_size=120))
def test_any_text_stays_as_it_is_where_nothing_is_renamed(text: str) -> None:
    assert with_names(text, {}) == text


@pytest.mark.parametrize("piece", ["![", "[[", "![a](", "![a](b (", "`", "![[a|", "[a]:", "![a](<"])
def test_a_line_made_to_take_long_is_answered(piece: str) -> None:
    line = piece * (30_000 // len(piece))
    assert with_names(line, {}) == line
