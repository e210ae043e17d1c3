"""Who else could come to read a folder is said before somebody writes a diary there."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from afterword.cli.starting.surroundings import (
    begin_repository,
    has_git,
    remotes_of,
    repository_of,
    synced_by,
    warnings_about,
)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    assert begin_repository(tmp_path)
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def test_a_folder_alone_is_read_by_nobody_else(tmp_path: Path) -> None:
    assert list(warnings_about(tmp_path)) == []


def test_a_repository_of_its_own_on_this_machine_is_read_by_nobody_else(repository: Path) -> None:
    git(repository, "remote", "add", "backup", "/media/stick/journal.git")
    assert list(warnings_about(repository)) == []


def test_a_folder_that_is_not_there_yet_lies_in_the_repository_around_it(repository: Path) -> None:
    assert repository_of(repository / "not" / "there") == repository.resolve()
    (told,) = warnings_about(repository / "not")
    assert told.startswith("the folder lies inside the repository")


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://me:secret@github.com/me/jobs.git", "https://github.com/me/jobs"),
        ("git@gitlab.com:me/jobs.git", "https://gitlab.com/me/jobs"),
        ("ssh://git@codeberg.org/me/jobs", "https://codeberg.org/me/jobs"),
        ("ssh://git@host.example:2222/me/jobs", "https://host.example/me/jobs"),
        ("work:me/jobs.git", "work:me/jobs.git"),
    ],
)
def test_a_remote_is_shown_as_a_browser_opens_it_and_without_a_password(
    repository: Path, address: str, shown: str
) -> None:
    git(repository, "remote", "add", "origin", address)
    assert remotes_of(repository) == [shown]
    (told,) = warnings_about(repository)
    assert f"has the remote {shown}. Whether that is private cannot be seen from here" in told


@pytest.mark.parametrize("address", ["../jobs.git", "/srv/jobs", "file:///srv/jobs", "C:\\jobs"])
def test_a_remote_on_this_machine_is_none_to_mind(repository: Path, address: str) -> None:
    git(repository, "remote", "add", "origin", address)
    assert remotes_of(repository) == []


@pytest.mark.parametrize(
    ("path", "program"),
    [
        ("OneDrive - Acme Ltd/jobs", "OneDrive"),
        ("Dropbox (Personal)/jobs", "Dropbox"),
        ("Library/Mobile Documents/com~apple~CloudDocs/jobs", "iCloud"),
        ("iCloudDrive/jobs", "iCloud"),
        ("My Drive/jobs", "Google Drive"),
        ("Library/CloudStorage/Foo/jobs", "a cloud storage"),
        ("Nextcloud/jobs", "Nextcloud"),
        ("Box Sync/jobs", "Box"),
        ("Boxing/jobs", None),
        ("mega-jobs", None),
        ("dropboxes", None),
    ],
)
def test_a_folder_that_a_program_copies_is_known_by_the_names_above_it(
    tmp_path: Path, path: str, program: str | None
) -> None:
    assert synced_by(tmp_path / path) == program
    assert len(list(warnings_about(tmp_path / path))) == (1 if program else 0)


def test_a_link_into_such_a_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox" / "jobs").mkdir(parents=True)
    (tmp_path / "jobs").symlink_to(tmp_path / "Dropbox" / "jobs")
    assert synced_by(tmp_path / "jobs") == "Dropbox"


def test_without_git_nothing_is_asked_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert has_git()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert (has_git(), repository_of(tmp_path), begin_repository(tmp_path)) == (False, None, False)
