"""`afterword new` as somebody uses it who has just come home."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.terminals import at_a_terminal
from tests.end_to_end.projects import write_project

from afterword.cli import main
from afterword.days import earlier
from afterword.writing.starting.example import example_text

ENTRY = "---\ncompany: Northwind\nrole: Engineer\ndate: 2026-11-12\nround: screen\noutcome: advanced\n---\n"
MANAGER = ENTRY.replace("Engineer", "Manager")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(write_project(tmp_path, {"2026/northwind.md": ENTRY}))
    return tmp_path


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["new", *arguments], env=environment)


def test_the_next_entry_is_one_command_and_other_programs_get_its_path(project: Path) -> None:
    done = run("north")
    path = project / "journal" / "2026" / "2026-11-20-northwind.md"
    assert done.stderr == (
        "journal/2026/2026-11-20-northwind.md is new, interview 2 of this application.\n"
        "'north' was taken for Northwind. For a company called just so: --whole-name.\n"
        "Write in it with any editor; afterword check says what cannot be read.\n"
    )
    assert (done.exit_code, done.stdout) == (0, f"{path}\n")
    begins = "---\ncompany: Northwind\nrole: Engineer\ndate: 2026-11-20\n"
    assert path.read_text(encoding="utf-8").startswith(begins)


def test_a_second_one_of_the_same_day_is_refused_with_the_way_out(project: Path) -> None:
    run("Acme")
    done = run("acme")
    assert (done.exit_code, done.stderr) == (
        2,
        "afterword: Acme has an entry on 2026-11-20 already: 2026/2026-11-20-acme.md. "
        "Write into that one. For another interview on that day say which round it was: --round panel.\n",
    )
    assert run("acme", "--round", "panel").exit_code == 0
    assert run("acme", "--round", "Panel").exit_code == 2
    assert run("acme", "--round", "final").exit_code == 0
    names = sorted(one.name for one in (project / "journal" / "2026").glob("*acme*"))
    assert names == ["2026-11-20-acme-final.md", "2026-11-20-acme-panel.md", "2026-11-20-acme.md"]


def test_one_that_is_only_printed_or_is_for_another_role_or_day_is_not_a_second_one(
    project: Path,
) -> None:
    run("Acme", "--role", "Cook")
    assert run("acme", "--role", "Cook", "--print").exit_code == 0
    assert run("acme", "--role", "Cook", "--date", "yesterday").exit_code == 0
    assert run("acme", "--role", "Cook").exit_code == 2
    assert run("acme", "--role", "Chef").exit_code == 0
    (project / "journal" / "month.md").write_text(
        ENTRY.replace("Northwind", "Quill").replace("2026-11-12", "2026-11"), encoding="utf-8"
    )
    assert run("quill", "--date", "2026-11-01").exit_code == 0


def test_a_company_that_is_nearly_called_like_one_of_mine_is_asked_about(project: Path) -> None:
    done = run("Nortwhind")
    assert (done.exit_code, "Is Northwind meant? Then call it so" in done.stderr) == (0, True)


def test_the_first_about_a_company_says_so(project: Path) -> None:
    done = run("Acme", "--date", "yesterday", "--today", "2026-11-20")
    assert done.stderr.startswith("journal/2026/2026-11-19-acme.md is new, the first about Acme.\n")


def test_one_after_an_application_has_ended_has_no_number(project: Path) -> None:
    quill = ENTRY.replace("Northwind", "Quill").replace("advanced", "rejected")
    (project / "journal" / "b.md").write_text(quill, encoding="utf-8")
    assert run("quill").stderr.startswith("journal/2026-11-20-quill.md is new.\n")


def test_what_is_printed_is_written_nowhere(project: Path) -> None:
    before = [*project.rglob("*")]
    assert run("Acme", "--print").stdout.startswith("---\ncompany: Acme\n")
    assert [*project.rglob("*")] == before


def test_without_a_company_it_says_what_to_type(project: Path) -> None:
    done = run()
    assert (done.exit_code, done.stderr) == (
        2,
        "afterword: Name the company: afterword new Northwind.\n",
    )


def test_the_journals_own_template_wins_and_a_named_one_before_it(project: Path) -> None:
    own = project / "journal" / "templates" / "entry.md"
    own.parent.mkdir()
    own.write_text("---\ncompany: {{company}}\ndate: {{date}}\n---\nOwn\n", encoding="utf-8")
    (project / "other.md").write_text("Other\n", encoding="utf-8")
    assert run("Acme", "--print").stdout == "---\ncompany: Acme\ndate: 2026-11-20\n---\nOwn\n"
    assert run("Acme", "--print", "--from", "other.md").stdout.endswith("---\n\nOther\n")


def test_a_template_that_is_no_text_is_a_sentence(project: Path) -> None:
    (project / "bad.md").write_bytes(b"\xff\xfe")
    assert "not text in UTF-8" in run("Acme", "--from", "bad.md").stderr


@pytest.mark.skipif(
    not Path("/proc/self/mem").exists(), reason="No file here opens and cannot be read"
)
def test_a_template_that_cannot_be_read_is_a_sentence(project: Path) -> None:
    assert "could not be opened" in run("Acme", "--from", "/proc/self/mem").stderr


def test_nothing_is_written_through_a_link_that_leads_out_of_the_journal(project: Path) -> None:
    outside = project / "outside"
    (project / "journal" / "2026").rename(outside)
    (project / "journal" / "2026").symlink_to(outside, target_is_directory=True)
    assert "leads out of the journal" in run("north").stderr
    assert [one.name for one in outside.iterdir()] == ["northwind.md"]


def test_the_example_goes_away_with_the_first_own_entry(project: Path) -> None:
    example = project / "journal" / "example.md"
    example.write_text(example_text(earlier(date(2026, 11, 20), 3)), encoding="utf-8")
    assert "The example, example.md, is gone" in run("Acme").stderr
    assert not example.exists()


def test_the_first_own_entry_knows_nothing_of_the_example(project: Path) -> None:
    (project / "journal" / "2026" / "northwind.md").unlink()
    (project / "journal" / "example.md").write_text(
        example_text(date(2026, 11, 19)), encoding="utf-8"
    )
    assert run("Example").exit_code == 0
    (made,) = (project / "journal").glob("*.md")
    text = made.read_text(encoding="utf-8")
    assert "# round: screen  # a guess" in text
    assert "<!--" not in text


def test_a_company_whose_name_begins_another_is_meant_by_its_whole_name(project: Path) -> None:
    assert "journal/2026/2026-11-20-north.md is new" in run("North", "--whole-name").stderr


def test_an_example_with_words_of_somebodys_own_stays(project: Path) -> None:
    example = project / "journal" / "example.md"
    example.write_text(example_text(date(2026, 11, 20)) + "- mine\n", encoding="utf-8")
    run("Acme")
    assert example.exists()


def test_an_editor_opens_it_and_is_waited_for(project: Path) -> None:
    done = run("Acme", "--edit", VISUAL="", EDITOR="sh -c 'echo written >> \"$0\"'")
    path = project / "journal" / "2026" / "2026-11-20-acme.md"
    assert (done.exit_code, path.read_text(encoding="utf-8").endswith("written\n")) == (0, True)


def test_an_editor_that_cannot_be_opened_costs_nothing(project: Path) -> None:
    done = run("Acme", "--edit", VISUAL="no-such-editor-at-all", EDITOR="")
    assert "No editor could be opened" in done.stderr
    assert (project / "journal" / "2026" / "2026-11-20-acme.md").exists()


def test_at_a_terminal_no_path_is_printed_twice(project: Path) -> None:
    with at_a_terminal("new", "Acme", cwd=project) as terminal:
        terminal.wait_for(b"Write in it")
    assert terminal.said.count(b"acme.md") == 1


@pytest.mark.usefixtures("measured")
def test_at_a_terminal_it_asks_for_what_is_missing_and_for_nothing_else(project: Path) -> None:
    (project / "journal" / "b.md").write_text(MANAGER, encoding="utf-8")
    with at_a_terminal("new", cwd=project) as terminal:
        terminal.wait_for(b"Company")
        terminal.type("north")
        terminal.wait_for(b"Which role")
        terminal.type("Manager")
        terminal.wait_for(b"Write in it")
    with at_a_terminal("new", "north", "--role", "Manager", cwd=project) as terminal:
        terminal.wait_for(b"Begin a second one?")
        terminal.type("n")
        terminal.wait_for(b"Write into that one")
    with at_a_terminal("new", "north", "--role", "Manager", cwd=project) as terminal:
        terminal.wait_for(b"Begin a second one?")
        terminal.type("y")
        terminal.wait_for(b"Write in it")
    made, _ = sorted((project / "journal").glob("2026-11-20-*.md"), reverse=True)
    assert "role: Manager\n" in made.read_text(encoding="utf-8")


def test_where_nobody_can_be_asked_the_roles_are_named(project: Path) -> None:
    (project / "journal" / "b.md").write_text(MANAGER, encoding="utf-8")
    assert "Say which: --role 'Engineer' or --role 'Manager'" in run("north").stderr
