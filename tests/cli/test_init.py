"""`afterword init` as somebody uses it who begins a journal of their own."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from tests.cli.terminals import at_a_terminal

from afterword.cli import main
from afterword.cli.starting.surroundings import begin_repository
from afterword.writing.starting.example import EXAMPLE_NAME, is_example

OWN = {"mkdocs.yml", ".gitignore", ".vscode/settings.json", ".vscode/tasks.json", ".vscode/afterword.code-snippets", "journal/example.md", "journal/templates/interview.md"}  # fmt: skip
SITE = "site_name: Ben  # mine\nplugins:\n  - search\n  - tags\n"
ENTRY = "---\ncompany: Acme\ndate: 2026-11-12\n---\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, **environment: str) -> Result:
    return CliRunner().invoke(main, ["init", *arguments], env=environment)


def files_in(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def site(folder: Path, settings: str = SITE) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Ben\n", encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings, encoding="utf-8", newline="")
    return folder


def test_a_journal_of_ones_own_is_one_command_that_says_what_is_next(desk: Path) -> None:
    done = run()
    assert (done.exit_code, done.stdout) == (0, "interviews\n")
    assert done.stderr == (
        "interviews is your journal: 7 new files.\n"
        "It is a git repository of its own; nothing is committed yet.\n"
        "Next:\n"
        "  cd interviews\n"
        "  afterword new COMPANY    begin an entry; a line that went well and one that went badly are enough\n"
        "  mkdocs serve             look at it, at http://127.0.0.1:8000/\n"
        "  afterword due            what you owe, and when\n"
        "  afterword publish        so that only you can read it; --help first\n"
    )
    assert set(files_in(desk / "interviews")) == OWN


def test_nothing_is_committed_and_the_built_site_never_will_be(desk: Path) -> None:
    run("jobs")
    (desk / "jobs" / "site").mkdir()
    (desk / "jobs" / "site" / "index.html").touch()
    seen = subprocess.run(["git", "status", "--short", "--branch"], cwd=desk / "jobs", capture_output=True, text=True, check=True)  # fmt: skip
    assert "No commits yet" in seen.stdout
    assert "site/" not in seen.stdout


def test_the_example_is_of_today_and_known_again(desk: Path) -> None:
    run("jobs", AFTERWORD_TODAY="2026-11-20")
    example = (desk / "jobs" / "journal" / EXAMPLE_NAME).read_bytes()
    assert is_example(example)
    assert b"date: 2026-11-20\n" in example


def test_a_second_run_adds_what_is_missing_and_leaves_the_rest(desk: Path) -> None:
    run("jobs")
    own = desk / "jobs" / "mkdocs.yml"
    own.write_text(own.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    (desk / "jobs" / ".vscode" / "settings.json").unlink()
    before = files_in(desk / "jobs")
    done = run("jobs")
    assert done.stderr.startswith(
        "jobs is your journal: 1 new file.\n"
        "Left as it was: mkdocs.yml, .gitignore, .vscode/tasks.json, .vscode/afterword.code-snippets, journal/example.md and journal/templates/interview.md.\n"
    )
    after = files_in(desk / "jobs")
    assert set(after) - set(before) == {".vscode/settings.json"}
    assert {name: after[name] for name in before} == before


def test_a_third_run_has_nothing_to_do(desk: Path) -> None:
    run("jobs")
    done = run("jobs")
    assert done.stderr.startswith("jobs has all that a journal needs; nothing was changed.\n")


def test_a_journal_that_is_written_in_gets_no_example_again(desk: Path) -> None:
    run("jobs")
    (desk / "jobs" / "journal" / EXAMPLE_NAME).rename(desk / "jobs" / "journal" / "acme.md")
    run("jobs")
    assert not (desk / "jobs" / "journal" / EXAMPLE_NAME).exists()


def test_a_journal_whose_folder_is_gone_gets_it_back(desk: Path) -> None:
    run("jobs")
    (desk / "jobs" / "journal").rename(desk / "moved")
    run("jobs")
    assert set(files_in(desk / "jobs")) == OWN


def test_settings_under_another_name_are_not_given_a_second_file(desk: Path) -> None:
    run("jobs")
    (desk / "jobs" / "mkdocs.yml").rename(desk / "jobs" / "properdocs.yml")
    run("jobs")
    assert not (desk / "jobs" / "mkdocs.yml").exists()


def test_here_is_the_folder_that_one_is_in(desk: Path) -> None:
    (desk / "letter.odt").touch()
    done = run("--here")
    assert done.stderr.startswith("This folder is your journal: 7 new files.\n")
    assert "cd " not in done.stderr
    assert set(files_in(desk)) == {*OWN, "letter.odt"}


def test_a_folder_with_other_things_in_it_is_asked_about(desk: Path) -> None:
    (desk / "papers").mkdir()
    (desk / "papers" / "letter.odt").touch()
    done = run("papers")
    assert done.exit_code == 2
    assert "has other things in it, such as letter.odt" in done.stderr
    assert set(files_in(desk)) == {"papers/letter.odt"}


def test_a_new_repository_from_a_host_is_as_good_as_empty(desk: Path) -> None:
    clone = desk / "jobs"
    clone.mkdir()
    begin_repository(clone)
    (clone / "README.md").write_text("# jobs\n", encoding="utf-8")
    (clone / ".gitignore").write_text("/site\n*.pyc\n", encoding="utf-8")
    subprocess.run(["git", "remote", "add", "origin", "git@github.com:me/jobs.git"], cwd=clone, check=True)  # fmt: skip
    done = run("jobs")
    assert done.exit_code == 0
    assert "Left as it was: .gitignore.\nAdd to jobs/.gitignore, so that the built site is never committed: /.cache/\n" in done.stderr  # fmt: skip
    assert "Mind: the repository has the remote https://github.com/me/jobs." in done.stderr
    assert "repository of its own" not in done.stderr


def test_no_repository_is_made_inside_another(desk: Path) -> None:
    begin_repository(desk)
    done = run("jobs")
    assert "Mind: the folder lies inside the repository" in done.stderr
    assert not (desk / "jobs" / ".git").exists()


def test_without_git_it_is_a_journal_all_the_same(desk: Path) -> None:
    done = run("jobs", PATH=str(desk))
    assert "git is not installed. The journal needs none" in done.stderr
    assert set(files_in(desk / "jobs")) == OWN


def test_where_git_makes_no_repository_nothing_is_claimed(desk: Path) -> None:
    git = desk / "bin" / "git"
    git.parent.mkdir()
    git.write_text('#!/bin/sh\ntest "$1" = version\n', encoding="utf-8")
    git.chmod(0o755)
    done = run("jobs", PATH=str(git.parent))
    assert "git" not in done.stderr


def test_the_workflow_comes_where_it_is_asked_for_and_stays_as_it_is(desk: Path) -> None:
    path = desk / "jobs" / ".github" / "workflows" / "publish.yml"
    assert "publish.yml is new, for the branch" in run("jobs", "--workflow").stderr
    path.write_text("mine\n", encoding="utf-8")
    assert f"Left as it was: {path}." in run("jobs", "--workflow").stderr
    assert path.read_text(encoding="utf-8") == "mine\n"


def test_a_dry_run_makes_nothing(desk: Path) -> None:
    done = run("jobs", "--dry-run")
    assert (done.exit_code, list(desk.iterdir())) == (0, [])
    assert done.stdout.splitlines()[0] == "jobs/mkdocs.yml  new"
    assert done.stderr == "Nothing was made.\n"


def test_a_dry_run_names_the_workflow_too(desk: Path) -> None:
    done = run("jobs", "--workflow", "--dry-run")
    assert done.stdout.endswith("jobs/.github/workflows/publish.yml  new\n")
    assert list(desk.iterdir()) == []


def test_a_workflow_that_cannot_be_made_comes_after_all_else_is_said(desk: Path) -> None:
    done = run("jobs", "--workflow", PATH=str(desk))
    assert (done.exit_code, done.stderr.index("Next:") < done.stderr.index("git is not there")) == (2, True)  # fmt: skip


def test_what_is_no_file_where_one_should_be_is_a_sentence(desk: Path) -> None:
    (desk / "jobs" / ".gitignore").mkdir(parents=True)
    done = run("jobs")
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (2, "afterword: jobs/.gitignore could not be used: Is a directory.")  # fmt: skip


def test_a_dry_run_says_what_would_stay(desk: Path) -> None:
    run("jobs")
    done = run("jobs", "--dry-run")
    assert "jobs/.gitignore  is there, and stays\n" in done.stdout


def test_a_folder_of_a_site_is_added_to_its_settings_and_shown(desk: Path) -> None:
    done = run("--into", str(site(desk / "site")))
    assert done.stdout == ("mkdocs.yml\n   - tags\n+  - afterword:\n+      folder: interviews\n \n")
    assert done.stderr.startswith(
        f"{desk}/site/docs/interviews is your journal: 1 new file.\n"
        f"{desk}/site/mkdocs.yml has the lines above; everything else in it is as it was.\n"
        "Mind: whatever publishes this site publishes your journal with it."
    )
    settings = (desk / "site" / "mkdocs.yml").read_text(encoding="utf-8")
    assert settings == f"{SITE}  - afterword:\n      folder: interviews\n"
    assert (desk / "site" / "docs" / "interviews" / EXAMPLE_NAME).is_file()


def test_within_the_site_the_folder_of_the_journal_is_named(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(site(desk / "site"))
    done = run("--into", ".")
    assert done.stderr.startswith("docs/interviews is your journal: 1 new file.\n")


def test_what_was_changed_is_undone_like_any_other_change(desk: Path) -> None:
    run("--into", str(site(desk / "site")))
    CliRunner().invoke(main, ["log", "--undo", "--config", str(desk / "site" / "mkdocs.yml")])
    assert (desk / "site" / "mkdocs.yml").read_text(encoding="utf-8") == SITE


def test_into_a_site_a_second_time_changes_nothing(desk: Path) -> None:
    run("jobs", "--into", str(site(desk / "site")))
    before = files_in(desk / "site")
    done = run("--into", str(desk / "site" / "mkdocs.yml"))
    assert done.stderr.startswith(
        f"{desk}/site/docs/jobs has all that a journal needs; nothing was changed."
    )
    assert files_in(desk / "site") == before
    assert (desk / "site" / "docs" / "jobs" / EXAMPLE_NAME).is_file()


def test_a_dry_run_into_a_site_shows_the_change_and_makes_none(desk: Path) -> None:
    before = files_in(site(desk / "site"))
    done = run("--into", str(desk / "site"), "--dry-run")
    assert "+  - afterword:\n" in done.stdout
    assert files_in(desk / "site") == before


def test_settings_that_cannot_be_changed_for_sure_are_left_with_everything_else(desk: Path) -> None:
    before = files_in(site(desk / "site", "site_name: x\nplugins: !ENV [A, [search]]\n"))
    done = run("--into", str(desk / "site"))
    assert done.exit_code == 2
    assert "Add this to its plugins yourself" in done.stderr
    assert files_in(desk / "site") == before


def test_line_ends_of_windows_stay(desk: Path) -> None:
    run("--into", str(site(desk / "site", SITE.replace("\n", "\r\n"))))
    changed = (desk / "site" / "mkdocs.yml").read_bytes()
    assert changed == SITE.replace("\n", "\r\n").encode() + b"  - afterword:\r\n      folder: interviews\r\n"  # fmt: skip


def test_settings_behind_a_link_are_not_written_through_it(desk: Path) -> None:
    site(desk / "elsewhere")
    (desk / "site").mkdir()
    (desk / "site" / "mkdocs.yml").symlink_to(desk / "elsewhere" / "mkdocs.yml")
    assert "is a link to another place" in run("--into", str(desk / "site")).stderr
    assert (desk / "elsewhere" / "mkdocs.yml").read_text(encoding="utf-8") == SITE


@pytest.mark.parametrize("name", ["../out", "/etc", "~/jobs", ".hidden", "a:b", " ", "a/../../b"])
def test_a_folder_of_a_site_lies_in_it(desk: Path, name: str) -> None:
    before = files_in(site(desk / "site"))
    assert "is no name for a folder in there" in run(name, "--into", str(desk / "site")).stderr
    assert files_in(desk / "site") == before


def test_sources_outside_of_the_site_are_refused(desk: Path) -> None:
    site(desk / "site", f"docs_dir: ../docs\n{SITE}")
    (desk / "docs").mkdir()
    assert "lies outside of" in run("--into", str(desk / "site")).stderr
    assert list((desk / "docs").iterdir()) == []


def test_a_folder_that_leads_elsewhere_is_not_written_through(desk: Path) -> None:
    run("jobs")
    outside = desk / "outside"
    (desk / "jobs" / ".vscode").rename(outside)
    for one in outside.iterdir():
        one.unlink()
    (desk / "jobs" / ".vscode").symlink_to(outside)
    assert "leads out of" in run("jobs").stderr
    assert list(outside.iterdir()) == []


def test_a_folder_of_a_vault_becomes_a_journal_beside_the_other_notes(desk: Path) -> None:
    (desk / "vault" / ".obsidian").mkdir(parents=True)
    (desk / "vault" / "note.md").write_text("# Mine\n", encoding="utf-8")
    done = run("--into", "vault")
    assert (done.exit_code, done.stdout) == (0, "vault\n")
    assert set(files_in(desk / "vault")) == {
        "mkdocs.yml", ".gitignore", "note.md", "Interviews/example.md", "Interviews/templates/interview.md",
    }  # fmt: skip
    read = yaml.safe_load((desk / "vault" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert (read["docs_dir"], read["site_dir"]) == ("Interviews", ".site")
    assert not (desk / "vault" / ".git").exists()


def test_a_folder_of_a_vault_is_taken_as_it_is_named_and_written_in(desk: Path) -> None:
    (desk / "vault" / ".obsidian").mkdir(parents=True)
    (desk / "vault" / "Job: hunt").mkdir()
    (desk / "vault" / "# Jobs").mkdir()
    (desk / "vault" / "# Jobs" / "acme.md").write_text(ENTRY, encoding="utf-8")
    run("# Jobs", "--into", "vault")
    read = yaml.safe_load((desk / "vault" / "mkdocs.yml").read_text(encoding="utf-8"))
    assert read["docs_dir"] == "# Jobs"
    assert not (desk / "vault" / "# Jobs" / EXAMPLE_NAME).exists()


def test_a_place_that_is_neither_a_site_nor_a_vault_is_refused(desk: Path) -> None:
    assert "is no vault of Obsidian's" in run("--into", str(desk)).stderr
    assert list(desk.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("jobs", "--here"), "--here is the folder that you are in"),
        (("file",), "file is a file. Name a folder"),
        (("site",), "To keep a journal in one of its folders: afterword init --into site"),
        (("broken",), "is not text in UTF-8"),
    ],
)
def test_what_cannot_be_meant_is_a_sentence(desk: Path, arguments: tuple[str, ...], told: str) -> None:  # fmt: skip
    (desk / "file").touch()
    site(desk / "site")
    (desk / "broken").mkdir()
    (desk / "broken" / "mkdocs.yml").write_bytes(b"\xff")
    before = files_in(desk)
    done = run(*arguments)
    assert (done.exit_code, told in done.stderr, files_in(desk)) == (2, True, before)


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="No file here opens and cannot be read")  # fmt: skip
def test_settings_that_cannot_be_opened_are_a_sentence(desk: Path) -> None:
    assert "could not be opened" in run("--into", "/proc/self/mem").stderr
    assert list(desk.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="Nothing is read-only for this user")
def test_a_place_that_cannot_be_written_is_a_sentence(desk: Path) -> None:
    desk.chmod(0o500)
    assert "could not be written" in run("jobs").stderr
    desk.chmod(0o700)
    assert list(desk.iterdir()) == []


def test_at_a_terminal_no_path_is_printed_for_other_programs(desk: Path) -> None:
    with at_a_terminal("init", "jobs", cwd=desk) as terminal:
        terminal.wait_for(b"--help first")
    assert not terminal.said.endswith(b"jobs\r\n")


@pytest.mark.parametrize("into", [(), ("--into", "site"), ("--into", "vault")])
def test_a_name_with_signs_that_nobody_sees_makes_no_folder(
    desk: Path, into: tuple[str, ...]
) -> None:
    site(desk / "site")
    (desk / "vault" / ".obsidian").mkdir(parents=True)
    before = {*desk.rglob("*")}
    done = run("a\u202eb\n\x00", *into)
    assert (
        done.stderr
        == "afterword: The name of that folder has a sign in it that nobody sees, such as a line break. Name one such as interviews.\n"
    )
    assert (done.exit_code, {*desk.rglob("*")}) == (2, before)


def test_a_name_in_any_letters_makes_one(desk: Path) -> None:
    assert run("راه\u200cها 👩\u200d💻 面接").exit_code == 0
    assert (desk / "راه\u200cها 👩\u200d💻 面接" / "mkdocs.yml").is_file()


@pytest.mark.parametrize("name", ["a/.git", "a//b", "a/ /b", "x" * 256])
def test_a_part_of_a_path_that_is_no_name_makes_no_folder(desk: Path, name: str) -> None:
    site(desk / "site")
    assert "is no name for a folder in there" in run(name, "--into", str(desk / "site")).stderr
    assert set(files_in(desk / "site")) == {"mkdocs.yml", "docs/index.md"}


def test_a_folder_that_mkdocs_leaves_out_is_no_journal(desk: Path) -> None:
    before = files_in(site(desk / "site"))
    told = "afterword: MkDocs leaves a folder that is called templates out of a site. Name one such as interviews.\n"
    assert [run(name, "--into", "site").stderr for name in ("templates", "templates/jobs")] == [
        told
    ] * 2
    assert files_in(desk / "site") == before
