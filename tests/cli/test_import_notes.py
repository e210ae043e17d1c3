"""`afterword import` of a folder of notes or a diary: said first, written when asked, and never twice."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.end_to_end.projects import write_project

from afterword.cli import main
from afterword.reading import ReadingOptions
from afterword.writing.importing.attachments import Shown
from afterword.writing.importing.note import NewNote, NoteRead
from afterword.writing.importing.note_attachments import attached, with_copies
from afterword.writing.importing.note_files import notes_in
from afterword.writing.importing.note_plan import NotesPlan

_NOTES = {
    "Acme/Round 1.md": "2 November 2026\n\n## What went well\n- Calm\n\n## What went badly\n- Late\n",
    "Borealis.md": "Company: Borealis\nRole: Cook\nDate: 2026-11-12\n\n## Went well\n- Soup\n",
    "Puffin.md": "---\ncompany: Puffin\napplied: 2026-11-01\n---\n",
    "shopping.md": "- milk\n",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, {})
    monkeypatch.chdir(tmp_path)
    for name, text in _NOTES.items():
        path = tmp_path / "vault" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["import", *arguments])


def test_without_write_it_says_what_it_would_do_and_does_nothing(project: Path) -> None:
    done = run("vault")
    assert done.stdout == (
        "\nTo write\n"
        "  Acme/Round 1.md: Acme: interview (Round 1), 2026-11-02 ('Acme' is taken for the company, from its folder)\n"
        "  Borealis.md: Borealis, Cook: interview, 2026-11-12\n"
        "  Puffin.md: Puffin: application note, applied, 2026-11-01\n\n"
        "Left alone\n  shopping.md: not about an interview\n"
    )
    assert done.stderr == (
        "2 interviews and 1 application note to write; 0 there already, 0 doubtful, 1 left alone. Nothing is written yet: add --write.\n"
    )
    assert (done.exit_code, [*(project / "journal").iterdir()]) == (0, [])


def test_with_write_it_makes_new_files_that_check_finds_right_and_never_twice(
    project: Path,
) -> None:
    folder = project / "journal" / "imported"
    run("vault", "--write")
    names = sorted(one.name for one in folder.iterdir())
    assert names == [
        "2026-11-01-puffin-application.md",
        "2026-11-02-acme-round-1.md",
        "2026-11-12-borealis.md",
    ]
    moved = (folder / names[2]).rename(project / "journal" / "soup.md")
    moved.write_text(moved.read_text(encoding="utf-8").replace("2026-11-12", "2026-11-13"), encoding="utf-8")  # fmt: skip
    again = run("vault", "--write")
    assert again.stderr.startswith("0 interviews written; 3 there already")
    assert CliRunner().invoke(main, ["check"]).exit_code == 0


def test_what_lies_in_the_journal_is_there_already(project: Path) -> None:
    (project / "journal" / "a.md").write_text(
        "---\ncompany: Acme\ndate: 2026-11-12\n---\n", encoding="utf-8"
    )
    assert run("journal").stderr.startswith("0 interviews to write; 1 there already")


def test_what_is_doubtful_is_said_and_counted_by_the_status(project: Path) -> None:
    (project / "vault" / "x.md").write_text(
        "Company: Larch\nDate: 03/04/2026\n\n## Went well\n- Calm\n", encoding="utf-8"
    )
    done = run("vault")
    assert "Doubtful\n  x.md: '03/04/2026' could be" in done.stdout
    assert (done.exit_code, "1 doubtful" in done.stderr) == (1, True)
    assert "Larch: interview, 2026-04-03" in run("vault", "--dates", "day-first").stdout


def test_of_many_notes_that_are_left_alone_some_are_named(project: Path) -> None:
    for number in range(60):
        (project / "vault" / f"page {number}.md").write_text("Words.", encoding="utf-8")
    assert "\n  and 21 more\n" in run("vault").stdout


def test_a_diary_is_read_by_its_entries(project: Path) -> None:
    entry = {"text": "# Interview at Acme\n\nKind.", "creationDate": "2026-11-09T10:00:00Z"}
    (project / "diary.json").write_text(json.dumps({"entries": [entry]}), encoding="utf-8")
    assert "diary.json#1: Acme: interview, 2026-11-09" in run("diary.json").stdout


def test_nothing_is_written_through_a_link_that_leads_out_of_the_journal(project: Path) -> None:
    (project / "outside").mkdir()
    (project / "journal" / "imported").symlink_to(project / "outside", target_is_directory=True)
    assert "leads out of the journal" in run("vault", "--write").stderr
    assert [*(project / "outside").iterdir()] == []


def test_an_import_that_is_killed_is_finished_by_the_next(project: Path) -> None:
    for number in range(40):
        text = f"Company: Firm {number}\nDate: 2026-11-12\n\n## Went well\n- Calm\n"
        (project / "vault" / f"{number}.md").write_text(text, encoding="utf-8")
    folder = project / "journal" / "imported"
    command = [sys.executable, "-m", "afterword.cli", "import", "vault", "--write"]
    with subprocess.Popen(command, cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:  # fmt: skip
        while running.poll() is None and not (folder.is_dir() and len([*folder.glob("*.md")]) > 5):
            pass
        running.send_signal(signal.SIGKILL)
    run("vault", "--write")
    texts = [one.read_text(encoding="utf-8") for one in folder.glob("*.md")]
    assert len(texts) == 43
    assert all("imported: '" in text for text in texts)


PICTURED = "Company: Larch\nDate: 2026-11-12\n\n## Went well\n- Drew ![[board.png|200]] and ![cat](img/cat.png)\n"


@pytest.fixture
def pictured(project: Path) -> Path:
    (project / "vault" / "Larch.md").write_text(PICTURED, encoding="utf-8")
    for name in ("board.png", "img/cat.png"):
        path = project / "vault" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(name.encode())
    return project


def test_what_a_note_shows_is_copied_beside_its_entry(pictured: Path) -> None:
    said = run("vault").stdout
    assert "To copy along\n  board.png\n  img/cat.png\n" in said
    run("vault", "--write")
    folder = pictured / "journal" / "imported"
    assert {one.name: one.read_bytes() for one in folder.glob("*.png")} == {
        "board.png": b"board.png",
        "cat.png": b"img/cat.png",
    }
    entry = (folder / "2026-11-12-larch.md").read_text(encoding="utf-8")
    assert "- Drew ![[board.png|200]] and ![cat](cat.png)\n" in entry
    run("vault", "--write")
    assert len([*folder.glob("*.png")]) == 2


def test_a_file_of_that_name_is_never_written_over_and_the_same_one_is_taken(
    pictured: Path,
) -> None:
    folder = pictured / "journal" / "imported"
    folder.mkdir()
    (folder / "board.png").write_bytes(b"mine")
    (folder / "cat.png").write_bytes(b"img/cat.png")
    (folder / "board-2.png").symlink_to(pictured / "vault" / "board.png")
    run("vault", "--write")
    assert {one.name: one.read_bytes() for one in folder.glob("*.png")} == {
        "board.png": b"mine",
        "board-2.png": b"board.png",
        "board-3.png": b"board.png",
        "cat.png": b"img/cat.png",
    }
    assert "![[board-3.png|200]]" in (folder / "2026-11-12-larch.md").read_text(encoding="utf-8")


def test_what_a_note_shows_and_is_not_there_is_doubted_with_its_path(pictured: Path) -> None:
    (pictured / "vault" / "img" / "cat.png").unlink()
    done = run("vault", "--write")
    assert (
        "Larch.md: it shows 'img/cat.png', which is not in the folder, so that stays where it is"
        in done.stdout
    )
    assert done.exit_code == 1
    assert "![cat](img/cat.png)" in (
        pictured / "journal" / "imported" / "2026-11-12-larch.md"
    ).read_text(encoding="utf-8")


def test_a_note_by_itself_takes_along_what_lies_beside_it(pictured: Path) -> None:
    run("vault/Larch.md", "--write")
    assert sorted(one.name for one in (pictured / "journal" / "imported").iterdir()) == [
        "2026-11-12-larch.md",
        "board.png",
        "cat.png",
    ]


def test_where_the_entry_would_be_read_otherwise_nothing_is_copied_and_that_is_said(
    pictured: Path,
) -> None:
    text = PICTURED.replace("Company", "---\ncompany").replace("\n\n## Went", "\n---\n\n## Went")
    made = NewNote("Another", "", date(2026, 11, 12), "", is_note=False, text=text)
    read = NoteRead("Larch.md")
    found = notes_in(pictured / "vault")
    plan = NotesPlan((("Larch.md", made),), (), (read,))
    assert attached(plan, found, ReadingOptions(), pictured / "in") == [()]
    assert read.doubts == [
        f"it shows '{name}', which cannot be copied without a risk to what else stands there, so that stays where it is"
        for name in ("board.png", "img/cat.png")
    ]


def test_a_picture_that_goes_away_meanwhile_stays_named_as_it_was(tmp_path: Path) -> None:
    made = NewNote("Larch", "", date(2026, 11, 12), "", is_note=False, text="![](a.png)")
    said = "a.png was gone before it could be copied. The entry names it still."
    wanted = (Shown("a.png", "a.png"),)
    assert with_copies(made, wanted, tmp_path, tmp_path / "in") == (made, [], [said])


def test_a_picture_that_cannot_be_written_stays_named_as_it_was(tmp_path: Path) -> None:
    made = NewNote("Larch", "", date(2026, 11, 12), "", is_note=False, text="![](a.png)")
    (tmp_path / "a.png").write_bytes(b"a")
    (tmp_path / "in").touch()
    wanted = (Shown("a.png", "a.png"),)
    assert with_copies(made, wanted, tmp_path, tmp_path / "in") == (
        made,
        [],
        [
            f"{tmp_path / 'in' / 'a.png'} could not be written: a file has the name of its folder. No file that was there is changed. "
            "The entry names it still: copy a.png by hand."
        ],
    )


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<script>1</script>", "may hold a program"),
        ("<image href='https://a.example/a.png'/>", "names something that lies elsewhere"),
        ("<path d='M0 0'/>", ""),
    ],
)
def test_a_picture_in_svg_is_copied_with_a_remark_where_it_is_more_than_a_drawing(
    pictured: Path, inside: str, said: str
) -> None:
    (pictured / "vault" / "Larch.md").write_text(PICTURED.replace("board.png", "board.svg"), encoding="utf-8")  # fmt: skip
    (pictured / "vault" / "board.svg").write_text(f"<svg>{inside}</svg>", encoding="utf-8")
    done = run("vault", "--write")
    remark = f"Larch.md: it shows 'board.svg', which {said}"
    assert (remark in done.stdout, done.exit_code) == (bool(said), int(bool(said)))
    copy = pictured / "journal" / "imported" / "board.svg"
    assert copy.read_text(encoding="utf-8") == f"<svg>{inside}</svg>"


def test_another_program_is_told_the_same_as_json(pictured: Path) -> None:
    (pictured / "vault" / "img" / "cat.png").unlink()
    told = json.loads(run("vault", "--format", "json").stdout)
    larch = next(one for one in told["to_write"] if one["company"] == "Larch")
    assert larch == {"path": "Larch.md", "company": "Larch", "role": "", "kind": "interview", "round": "", "day": "2026-11-12", "copied": ["board.png"]}  # fmt: skip
    assert told["left_out"] == [{"path": "shopping.md", "why": "not about an interview"}]
    assert [one["path"] for one in told["doubtful"]] == ["Larch.md"]
    assert (told["written"], told["there_already"], told["told"]) == (False, [], [])
