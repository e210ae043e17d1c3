"""A branch of pages without a seal is known as ours by its commit, because many a tool leaves the same files."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.vault.remotes import DAY, bare, git, repository

from afterword.vault.pushing.places import Place
from afterword.vault.pushing.push import Look, look, push

FILES = {"index.html": b"", ".nojekyll": b""}


def is_ours(remote: Path, folder: Path) -> bool:
    place = Place(url=str(remote), branch="gh-pages")
    return look(place, folder=folder / "look", sealed=False).is_ours


def test_a_plain_publish_of_ours_is_known(tmp_path: Path) -> None:
    remote = bare(tmp_path / "remote.git")
    place = Place(url=str(remote), branch="gh-pages")
    push(FILES, place, folder=tmp_path / "push", seen=Look(), day=DAY)
    assert is_ours(remote, tmp_path)


@pytest.mark.parametrize("message", ["Deployed with MkDocs", "Publish"])
def test_the_same_files_of_another_program_are_not_ours(tmp_path: Path, message: str) -> None:
    remote, work = bare(tmp_path / "remote.git"), repository(tmp_path / "work")
    for name in FILES:
        (work / name).write_text("")
    git(work, "add", ".")
    git(work, "commit", "-m", message)
    git(work, "push", str(remote), "main:gh-pages")
    assert not is_ours(remote, tmp_path)


def test_a_commit_on_top_of_ours_is_not_ours(tmp_path: Path) -> None:
    remote, work = bare(tmp_path / "remote.git"), tmp_path / "work"
    place = Place(url=str(remote), branch="gh-pages")
    push(FILES, place, folder=tmp_path / "push", seen=Look(), day=DAY)
    git(tmp_path, "clone", "--branch", "gh-pages", str(remote), str(work))
    who = ("-c", "user.name=Afterword", "-c", "user.email=afterword@localhost")
    git(work, *who, "commit", "--allow-empty", "-m", "Publish")
    git(work, "push", str(remote), "gh-pages")
    assert not is_ours(remote, tmp_path)
