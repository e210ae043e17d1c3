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
        ("![shot [1] of](face.png)", "Acme/face.png"),
        (r"![a\]b](face.png)", "Acme/face.png"),
        ("![over\ntwo lines](face.png 'and\nthree')", "Acme/face.png"),
        ("![a](<face.png>)", "Acme/face.png"),
        ("![a][k]\n\n[k]: <../assets/board (1).jpg>", "assets/board (1).jpg"),
        ("![a][k]\n\n[k]:\n  ../assets/board%20(1).jpg", "assets/board (1).jpg"),
        ("> ![a][k]\n>\n> [k]: face.png", "Acme/face.png"),
        ("![a](../assets/board (1).jpg)", "assets/board (1).jpg"),
        (r"![a](../assets/board\ \(1\).jpg)".replace("\\ ", " "), "assets/board (1).jpg"),
        ("![a](../assets/board&#32;(1).jpg)", "assets/board (1).jpg"),
        ('<img width="3" src="face.png">', "Acme/face.png"),
        ("<IMG\nSRC='face.png'/>".replace("SRC", "src"), "Acme/face.png"),
        ("<audio controls src=../deep/er/talk.m4a></audio>", "deep/er/talk.m4a"),
        ('<a href="../letter.pdf">it</a>', "letter.pdf"),
        (r"|![[face.png\|300]]|", "Acme/face.png"),
        ("`one` ![](face.png) `two`", "Acme/face.png"),
        ("a ` and\n\n![](face.png) another `", "Acme/face.png"),
        ("```code``` ![](face.png)", "Acme/face.png"),
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
        "[gone](gone)",
        "[a vault](obsidian://open?file=face.png)",
        "[^1]: A footnote\n[Tom]: He said so.",
        "`` ` ![](face.png) ` ``",
        "`over\n![](face.png)`",
        "1. ~~~\n   ![](face.png)\n   ~~~",
        r"![a\](face.png)",
        "](face.png)",
        "![]()",
        "<p class='a' title='b'>",
        "[here](#below)",
        "`![[face.png]]`",
        "```\n![[face.png]]\n```",
        "~~~md\n![](face.png)\n```\n~~~",
        "[[Version 1.2]]",
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
        ("[[gone.pdf]]", "is not in the folder"),
        ("[gone](gone.pdf)", "is not in the folder"),
        ("![gone](gone)", "is not in the folder"),
        ('<img src="gone.png">', "is not in the folder"),
        ("[text](../notes.txt)", "is of a kind that is not copied (.txt)"),
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


def test_a_picture_in_a_link_is_found_and_so_is_what_the_link_leads_to(folder: Path) -> None:
    found = shown(folder, "[![thumb](face.png)](../letter.pdf)")
    assert [(one.file, one.is_link) for one in found] == [("Acme/face.png", False), ("letter.pdf", True)]  # fmt: skip


def test_what_is_linked_to_and_shown_as_well_is_shown(folder: Path) -> None:
    (found,) = shown(folder, "[a](gone.png) ![a](gone.png) [a](gone.png)")
    assert found.why_it_stays == "it shows 'gone.png', which is not in the folder, so that stays where it is"  # fmt: skip
    (linked,) = shown(folder, "[a](gone.pdf)")
    assert linked.why_it_stays == "it links to 'gone.pdf', which is not in the folder, so that stays where it is"  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[![shot [1]](a.png)](b.pdf#p)", "[![shot [1]](a%202.png)](b-2.pdf#p)"),
        ("[k]: <a.png> 'a.png'", "[k]: <a%202.png> 'a.png'"),
        ("[k]:\n a.png\n", "[k]:\n a%202.png\n"),
        ("<img alt='a.png' src='a.png'>", "<img alt='a.png' src='a%202.png'>"),
        (r"|![[a.png\|300]]|", r"|![[a 2.png\|300]]|"),
        ("![](it&#39;s.png)", "![](c.png)"),
        (r"![](q\).png)", "![](d.png)"),
    ],
)
def test_only_the_path_changes_however_it_is_written(before: str, after: str) -> None:
    names = {"a.png": "a 2.png", "b.pdf#p": "b-2.pdf", "it&#39;s.png": "c.png", r"q\).png": "d.png"}  # fmt: skip
    assert with_names(before, names) == after


def test_only_the_paths_change(folder: Path) -> None:
    text = "![[face.png|300]] `![[face.png]]` ![a face](../assets/board%20(1).jpg 'b') [x](../letter.pdf#page=2)\r\nrest"
    names = {"face.png": "face-2.png", "../assets/board%20(1).jpg": "board (1).jpg", "../letter.pdf#page=2": "letter.pdf"}  # fmt: skip
    assert with_names(text, names) == (
        "![[face-2.png|300]] `![[face.png]]` ![a face](board%20%281%29.jpg 'b') [x](letter.pdf#page=2)\r\nrest"
    )


@given(st.text(alphabet="![]()<>|#`~ \n\"':/.aé%\\", max_size=120))
def test_any_text_stays_as_it_is_where_nothing_is_renamed(text: str) -> None:
    assert with_names(text, {}) == text


@pytest.mark.parametrize(
    "piece",
    ["![", "[[", "![a](", "![a](b (", "`", "![[a|", "[a]:", "![a](<", "](a '", '](a "', "](\\", "](  ", " ", "<a ", "<a src=", "](x](y)", "` ``", "[a]:\n", "> "],
)  # fmt: skip
def test_a_line_made_to_take_long_is_answered(piece: str) -> None:
    line = piece * (30_000 // len(piece))
    assert with_names(line, {}) == line
