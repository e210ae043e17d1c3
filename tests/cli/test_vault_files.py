"""`afterword init` in a vault of Obsidian's: what it adds when it is asked to, and what it never touches."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.cli.terminals import at_a_terminal
from tests.cli.test_init import files_in, site

from afterword.cli import main
from afterword.writing.starting.obsidian import property_types, template

PLAIN = {"mkdocs.yml", ".gitignore", "Interviews/example.md", "Interviews/templates/interview.md"}
HINT = "For Obsidian: --editor obsidian adds"


@pytest.fixture
def vault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / ".obsidian").mkdir()
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments])


def types(vault: Path) -> object:
    return json.loads((vault / ".obsidian" / "types.json").read_bytes())


def test_in_a_vault_the_folder_one_is_in_is_enough_and_nothing_is_added_unasked(
    vault: Path,
) -> None:
    done = run("--here")
    assert (done.exit_code, HINT in done.stderr) == (0, True)
    assert set(files_in(vault)) == PLAIN
    assert (vault / "Interviews" / "templates" / "interview.md").read_text() == template()


def test_when_it_is_asked_for_the_types_a_template_and_a_table_are_there(vault: Path) -> None:
    done = run("--here", "--editor", "obsidian")
    assert (done.exit_code, HINT in done.stderr) == (0, False)
    assert set(files_in(vault)) == PLAIN | {"Interviews.base", ".obsidian/types.json"}
    assert types(vault) == {"types": property_types()}
    # There is nothing left to add, and so nothing to say.
    assert HINT not in run("--into", ".").stderr


def test_a_dry_run_shows_the_lines_and_makes_nothing(vault: Path) -> None:
    (vault / ".obsidian" / "types.json").write_text('{"types": {"mine": "text"}}')
    before = files_in(vault)
    done = run("--into", ".", "--editor", "obsidian", "--dry-run")
    assert '+    "mine": "text",' in done.stdout
    assert "Interviews.base  new" in done.stdout
    assert files_in(vault) == before
    assert HINT not in run("--into", ".", "--dry-run").stderr


def test_the_types_that_a_vault_has_stay_and_the_lines_are_shown_and_undone(vault: Path) -> None:
    path = vault / ".obsidian" / "types.json"
    path.write_text('{\n  "types": {\n    "mine": "tags"\n  },\n  "more": [1, 2]\n}', newline="")
    before = path.read_bytes()
    done = run("--into", ".", "--editor", "obsidian")
    assert done.stdout.splitlines()[0] == ".obsidian/types.json"
    assert '-    "mine": "tags"' in done.stdout.splitlines()
    assert "types.json has the lines above; everything else in it is as it was." in done.stderr
    assert types(vault) == {"types": {"mine": "tags", **property_types()}, "more": [1, 2]}
    CliRunner().invoke(main, ["log", "--undo"])
    assert path.read_bytes() == before


def test_the_template_goes_where_the_vault_keeps_its_own(vault: Path) -> None:
    (vault / ".obsidian" / "templates.json").write_text('{"folder": "Meta/Templates"}')
    run("--into", ".", "--editor", "obsidian")
    assert (vault / "Meta" / "Templates" / "Interview.md").read_text() == template()


@pytest.mark.parametrize("text", ["{", '{"types": 1}', '{"a": 1, "a": 2}'])
def test_types_that_cannot_be_read_whole_are_left_to_their_owner(vault: Path, text: str) -> None:
    path = vault / ".obsidian" / "types.json"
    path.write_text(text)
    done = run("--into", ".", "--editor", "obsidian")
    assert "Add by hand what afterword schema --format obsidian prints." in done.stderr
    assert (done.exit_code, path.read_text(), (vault / "Interviews.base").is_file()) == (
        0,
        text,
        True,
    )


def test_bytes_that_are_no_text_and_a_pipe_are_left_alone_and_nobody_waits(vault: Path) -> None:
    path = vault / ".obsidian" / "types.json"
    path.write_bytes(b"\xff")
    assert (
        "could not be read as a file of text" in run("--into", ".", "--editor", "obsidian").stderr
    )
    path.unlink()
    os.mkfifo(path)
    os.mkfifo(vault / ".obsidian" / "templates.json")
    assert (
        "could not be read as a file of text" in run("--into", ".", "--editor", "obsidian").stderr
    )


def test_settings_that_lead_out_of_the_vault_are_not_written_to(
    tmp_path: Path, vault: Path
) -> None:
    elsewhere = vault / "elsewhere.json"
    elsewhere.write_text("{}")
    inner = vault / "inner"
    (inner / ".obsidian").mkdir(parents=True)
    (inner / ".obsidian" / "types.json").symlink_to(elsewhere)
    done = run("--into", "inner", "--editor", "obsidian")
    assert (done.exit_code, "leads out of" in done.stderr) == (2, True)
    assert (elsewhere.read_text(), (inner / "mkdocs.yml").exists()) == ("{}", False)


def test_a_folder_of_templates_that_leads_out_of_the_vault_is_not_taken(vault: Path) -> None:
    inner = vault / "inner"
    (inner / ".obsidian").mkdir(parents=True)
    (vault / "out").mkdir()
    (inner / "Templates").symlink_to(vault / "out")
    (inner / ".obsidian" / "templates.json").write_text('{"folder": "Templates"}')
    assert run("--into", "inner", "--editor", "obsidian").exit_code == 0
    assert [*(vault / "out").iterdir()] == []
    assert (inner / "Interviews" / "templates" / "interview.md").read_text() == template()


def test_in_a_folder_of_a_site_the_table_lies_where_it_is_not_published(vault: Path) -> None:
    made = site(vault / "site")
    (made / "docs" / ".obsidian").mkdir()
    done = run("--into", "site", "--editor", "obsidian")
    assert done.exit_code == 0
    assert {
        "docs/interviews/templates/interviews.base",
        "docs/interviews/templates/interview.md",
        "docs/.obsidian/types.json",
    } <= set(files_in(made))
    told = yaml.safe_load((made / "docs/interviews/templates/interviews.base").read_text())
    assert told["filters"]["and"][0] == 'file.inFolder("interviews")'


def test_a_journal_of_its_own_becomes_a_vault_when_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("jobs", "--editor", "obsidian")
    assert (done.exit_code, HINT in done.stderr) == (0, False)
    assert {".obsidian/types.json", "journal.base"} <= set(files_in(tmp_path / "jobs"))


@pytest.mark.usefixtures("measured")
@pytest.mark.parametrize(("answer", "expected"), [("y", True), ("n", False)])
def test_at_a_terminal_the_writer_is_asked(vault: Path, answer: str, *, expected: bool) -> None:
    with at_a_terminal("init", "--into", ".", cwd=vault) as terminal:
        terminal.wait_for(b"for Obsidian?")
        terminal.type(answer)
        terminal.wait_for(b"--help first")
    assert (vault / "Interviews.base").exists() is expected


IN_THE_JOURNAL = "names a folder of the journal whose pages are on its site, so the template is in Interviews/templates"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('{"folder": "a\\u0000b"}', "names no folder that could be made"),
        ('{"folder": "a\\u202eb"}', "names no folder that could be made"),
        (json.dumps({"folder": "x" * 300}), "names no folder that could be made"),
        ('{"folder": "notes.txt"}', "names no folder that could be made"),
        ('{"folder": "notes.txt/Templates"}', "names no folder that could be made"),
        ('{"folder": "loop"}', "names no folder that could be made"),
        ("{", "cannot be read"),
        ('{"folder": "Interviews/Snippets"}', IN_THE_JOURNAL),
        ('{"folder": "Interviews"}', IN_THE_JOURNAL),
        ('{"folder": "link/Snippets"}', IN_THE_JOURNAL),
    ],
)
def test_a_template_that_cannot_go_where_the_vault_says_lies_in_the_usual_folder_and_that_is_said(
    vault: Path, settings: str, told: str
) -> None:
    (vault / "notes.txt").write_text("mine")
    (vault / "loop").symlink_to("loop")
    (vault / "Interviews").mkdir()
    (vault / "link").symlink_to("Interviews")
    (vault / ".obsidian" / "templates.json").write_text(settings)
    done = run("--into", ".", "--editor", "obsidian")
    (line,) = [one for one in done.stderr.splitlines() if "templates.json" in one]
    assert (done.exit_code, told in line) == (0, True)
    assert set(files_in(vault)) == PLAIN | {"Interviews.base", ".obsidian/types.json", ".obsidian/templates.json", "notes.txt"}  # fmt: skip


@pytest.mark.parametrize("name", ["Vorlagen", "99 Modelos", "Meta/_templates"])
def test_a_folder_of_templates_in_the_journal_is_used_where_it_is_on_no_page_and_not_in_the_table(
    vault: Path, name: str
) -> None:
    (vault / ".obsidian" / "templates.json").write_text(json.dumps({"folder": f"Interviews/{name}"}))  # fmt: skip
    done = run("--into", ".", "--editor", "obsidian")
    assert "templates.json" not in done.stderr
    assert (vault / "Interviews" / name / "Interview.md").read_text() == template()
    told = yaml.safe_load((vault / "Interviews.base").read_text())
    assert told["filters"]["and"][:3] == [
        'file.inFolder("Interviews")',
        '!file.inFolder("Interviews/templates")',
        f'!file.inFolder("Interviews/{name}")',
    ]


def test_types_with_a_number_that_would_change_are_left_and_that_is_said(vault: Path) -> None:
    path = vault / ".obsidian" / "types.json"
    path.write_text('{"types": {}, "size": 1e999}')
    done = run("--into", ".", "--editor", "obsidian")
    assert "has the number 1e999 in it, which would not come back the same, so it was left as it is." in done.stderr  # fmt: skip
    assert path.read_text() == '{"types": {}, "size": 1e999}'
