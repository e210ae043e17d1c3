"""Git works in a repository of ours alone, wherever it is started from and whatever lies there."""

from __future__ import annotations

from pathlib import Path

from tests.vault.remotes import git, repository

from afterword.vault.git import Scratch


def begun(folder: Path, *, start: Path | None = None) -> Scratch:
    made = Scratch(folder=folder, start=start)
    made.begin()
    return made


def test_it_works_in_its_own_repository_though_it_starts_in_the_users(tmp_path: Path) -> None:
    project = repository(tmp_path / "project")
    made = begun(tmp_path / "scratch", start=project)
    where = made.required("rev-parse", "--absolute-git-dir", "--show-toplevel").split()
    assert where == [str(made.folder / ".git"), str(made.folder)]


def test_a_hook_in_its_own_repository_does_not_run(tmp_path: Path) -> None:
    made = begun(tmp_path / "scratch")
    hook = made.folder / ".git" / "hooks" / "post-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path / 'trace'}'\n")
    hook.chmod(0o755)
    made.required("-c", "user.name=A", "-c", "user.email=a@a", "commit", "--allow-empty", "-m", "A")
    assert not (tmp_path / "trace").exists()
    # Asked as usual, git runs it.
    git(made.folder, "commit", "--quiet", "--allow-empty", "--message", "B")
    assert (tmp_path / "trace").exists()
