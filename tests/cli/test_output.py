"""A document for another program is UTF-8 everywhere, and replaces nothing but an earlier one."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import write_project

from afterword.cli import main
from afterword.cli.exporting.sheets import sheet
from afterword.cli.output import hand_out
from afterword.cli.terminal import visible
from afterword.errors import OutputError

ENTRY = "---\ncompany: Søren & Łukasz\ndate: 2026-11-12\n---\n"


def export(project: Path, *arguments: str) -> tuple[int, str]:
    given = ["export", "--config", str(project / "mkdocs.yml"), *arguments]
    result = CliRunner().invoke(main, given)
    return result.exit_code, result.output


@pytest.mark.parametrize("form", ["json", "csv", "ics"])
def test_an_export_replaces_an_earlier_one_and_is_its_owners_alone(
    tmp_path: Path, form: str
) -> None:
    project, path = write_project(tmp_path, {"a.md": ENTRY}), tmp_path / f"out.{form}"
    for _ in range(2):
        assert export(project, "--format", form, "--output", str(path)) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert "Søren & Łukasz" in text.replace("\n ", "")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []


def test_nothing_else_is_replaced_unless_it_is_forced(tmp_path: Path) -> None:
    project, path = write_project(tmp_path, {"a.md": ENTRY}), tmp_path / "notes.txt"
    path.write_text("mine", encoding="utf-8")
    status, said = export(project, "--output", str(path))
    assert (status, path.read_text(encoding="utf-8")) == (2, "mine")
    assert "is there already, and is no JSON that Afterword wrote; it stays as it is." in said
    assert export(project, "--output", str(path), "--force") == (0, "")
    assert path.read_text(encoding="utf-8").startswith("{")


def test_nothing_is_written_where_it_would_be_published(tmp_path: Path) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    inside = next(project.rglob("a.md")).with_name("plan.ics")
    status, said = export(project, "--output", str(inside), "--force")
    assert (status, inside.exists()) == (2, False)
    assert "whatever lies there goes into the site. Name a file outside of it." in said


@pytest.mark.parametrize(
    ("name", "begins"), [("a.ics", "BEGIN:VCALENDAR"), ("A.CSV", "path,"), ("a.txt", "{")]
)
def test_the_name_of_a_file_says_what_it_is(tmp_path: Path, name: str, begins: str) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    assert export(project, "--output", str(tmp_path / name)) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


def test_a_bare_folder_may_have_its_calendar_beside_its_entries(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(ENTRY, encoding="utf-8")
    arguments = ["export", "--journal", str(tmp_path), "--output", str(tmp_path / "a.ics")]
    assert CliRunner().invoke(main, arguments).exit_code == 0
    assert (tmp_path / "a.ics").is_file()


def test_an_empty_file_is_nothing_to_lose_and_no_file_is_no_place(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.touch()
    hand_out("{}", "json", path)
    assert path.read_bytes() == b"{}"
    with pytest.raises(OutputError, match="is there already"):
        hand_out("{}", "json", tmp_path)


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="could not be written: No such file or directory"):
        hand_out("{}", "json", tmp_path / "none" / "a.json")


def test_what_fails_in_between_leaves_the_earlier_one_and_nothing_beside_it(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"{}")
    with pytest.raises(TypeError):
        hand_out(None, "json", path)  # type: ignore[arg-type]
    assert [one.name for one in tmp_path.iterdir()] == ["a.json"]
    assert path.read_bytes() == b"{}"


@pytest.mark.parametrize("form", ["json", "csv", "ics"])
def test_a_pipe_gets_utf_8_whatever_the_terminal_has(tmp_path: Path, form: str) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    command = [sys.executable, "-m", "afterword.cli", "export", "--format", form]
    done = subprocess.run(
        [*command, "--config", str(project / "mkdocs.yml")],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert "Søren & Łukasz" in done.stdout.decode("utf-8").replace("\r\n ", "")


@pytest.mark.parametrize("verb", ["due", "review"])
def test_words_in_a_pipe_are_utf_8_too(tmp_path: Path, verb: str) -> None:
    project = write_project(tmp_path, {"a.md": ENTRY})
    done = subprocess.run(
        [sys.executable, "-m", "afterword.cli", verb, "--config", str(project / "mkdocs.yml")],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"},
    )
    assert "Søren & Łukasz" in done.stdout.decode("utf-8")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain é日\n\tx", "plain é日\n\tx"),
        ("\x1b[1mbold\x1b[0m", "\x1b[1mbold\x1b[0m"),
        ("\x1b[2J\x1b]0;t\x07\x9b\x7f\r", "\ufffd[2J\ufffd]0;t" + "\ufffd" * 4),
        ("a\u202eb\u2066c", "a\ufffdb\ufffdc"),
    ],
)
def test_a_terminal_shows_a_text_and_does_nothing_that_it_says(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (";=1+1", ";'=1+1"),
        ("a; \u200b@x;b", "a; \u200b'@x;b"),
        ("\u202e =1+1", "'\u202e =1+1"),
        ("\ufeff-1", "'\ufeff-1"),
        ("fine; really", "fine; really"),
    ],
)
def test_no_cell_begins_a_formula_however_its_table_is_parted(cell: str, written: str) -> None:
    assert sheet(["a"], [{"a": cell}]).split("\n")[1].strip('"') == written
