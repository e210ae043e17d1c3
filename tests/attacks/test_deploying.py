"""`mkdocs gh-deploy`, as a habit or by a workflow from somewhere, would put the diary on the internet in clear."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from tests.end_to_end.projects import CONFIGURATION, HOST, write_project
from tests.programs import run_program

ENTRY = "---\ncompany: Acme\ndate: 2026-05-02\n---\n\n## Went well\n\n- Calm\n"
UNREAD = "---\ncompany: Acme\ndate: 2026-02-30\n---\n"
PAGE = "# About\n"
PLAIN = CONFIGURATION.replace("{today: 2026-11-20}", "{today: 2026-11-20, plain: true}")


def deployed(folder: Path, text: str, configuration: str = CONFIGURATION) -> tuple[int, str, str]:
    """How `mkdocs gh-deploy` of a journal of one file ends: its status, what it says, and the branches of the remote."""
    project = write_project(folder / "project", {"acme.md": text}, configuration)
    remote = folder / "remote.git"
    for command in (
        ["git", "init", "--quiet", "--bare", str(remote)],
        ["git", "init", "--quiet", str(project)],
        ["git", "-C", str(project), "remote", "add", "origin", str(remote)],
    ):
        subprocess.run(command, check=True)
    names = {
        f"GIT_{who}_{what}": "x" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
    }
    environment = {**names, "NO_MKDOCS_2_WARNING": "1"}
    done = run_program(
        HOST, "gh-deploy", "--ignore-version", folder=project, environment=environment
    )
    listed = subprocess.run(
        ["git", "-C", str(remote), "branch"], capture_output=True, text=True, check=True
    )
    return done.returncode, done.stdout + done.stderr, listed.stdout.strip()


@pytest.mark.parametrize("text", [ENTRY, UNREAD], ids=["read", "not read"])
def test_a_journal_is_not_deployed_for_everybody(tmp_path: Path, text: str) -> None:
    status, said, branches = deployed(tmp_path, text)
    assert (status, branches, "afterword publish" in said) == (1, "", True)


@pytest.mark.parametrize(
    ("text", "configuration"),
    [(PAGE, CONFIGURATION), (ENTRY, PLAIN), (ENTRY, CONFIGURATION.rsplit("  - ", 1)[0])],
    ids=["no entries", "plain: true", "without the plugin"],
)
def test_otherwise_it_would_be(tmp_path: Path, text: str, configuration: str) -> None:
    status, said, branches = deployed(tmp_path, text, configuration)
    assert (status, branches) == (0, "gh-pages"), said
