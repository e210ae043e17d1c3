"""The folder in which pages lie readable while they are published: in memory where there is some, and gone afterwards."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT

from afterword.errors import VaultError
from afterword.vault.memory import has_room, memory_folders
from afterword.vault.scratch import Bases, scratch_folder, scratch_path, usual_bases


def test_a_folder_in_memory_is_taken_first_and_nothing_is_said_of_a_disk(tmp_path: Path) -> None:
    said: list[str] = []
    bases = Bases(memory=(tmp_path,), disk=tmp_path / "disk", size=1)
    with scratch_folder(tmp_path, told=said.append, bases=bases) as scratch:
        assert (scratch.parent, said) == (tmp_path, [])


def test_where_memory_has_no_room_the_disk_is_taken_and_that_is_said(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "disk").mkdir()
    bases = Bases(memory=(tmp_path,), disk=tmp_path / "disk", size=1 << 60)
    assert not has_room(tmp_path, 1 << 60)
    with scratch_folder(tmp_path, told=said.append, bases=bases) as scratch:
        assert scratch.parent == tmp_path / "disk"
    assert [
        f"so the plain pages lie on a disk while the site is built, in {scratch}" in one
        for one in said
    ] == [True]


def test_the_users_own_folder_in_memory_comes_before_everybodys(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"x / ext4 rw\nx {tmp_path} tmpfs rw\nx /dev/shm tmpfs rw\nodd\n")
    own = tmp_path / "own"
    own.mkdir()
    assert memory_folders({"XDG_RUNTIME_DIR": str(own)}, mounts=mounts)[0] == own
    mounts.write_text("x / ext4 rw\n")
    assert memory_folders({"XDG_RUNTIME_DIR": str(own)}, mounts=mounts) == ()
    assert memory_folders({}, mounts=tmp_path / "none") == ()


def test_a_strange_thing_in_place_of_the_folder_is_not_touched(tmp_path: Path) -> None:
    path = scratch_path(tmp_path, base=tmp_path)
    path.symlink_to(ROOT)
    with (
        pytest.raises(VaultError, match="not a folder of ours"),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path)),
    ):
        pass
    assert ROOT.is_dir()


def test_what_was_left_is_removed_wherever_it_lies(tmp_path: Path) -> None:
    said: list[str] = []
    (tmp_path / "now").mkdir()
    left = scratch_path(tmp_path, base=tmp_path / "then")
    left.mkdir(parents=True)
    bases = usual_bases({}, size=0, left=left)
    assert left.parent in bases.others
    bases = Bases(disk=tmp_path / "now", others=bases.others)
    with scratch_folder(tmp_path, told=said.append, bases=bases):
        assert not left.exists()
    assert f"left {left} behind" in said[0]


def test_a_folder_that_cannot_be_removed_is_named(tmp_path: Path) -> None:
    def refuse(_folder: Path) -> None:
        raise PermissionError(1, "Not permitted")

    with (
        pytest.raises(VaultError, match="It may hold readable pages: remove it yourself"),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path), remove=refuse),
    ):
        pass


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with (
        pytest.raises(VaultError, match=r"cannot be written.*Nothing was published"),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path / "none")),
    ):
        pass


def test_a_folder_that_is_gone_already_is_no_trouble(tmp_path: Path) -> None:
    with scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path)) as scratch:
        assert scratch.stat().st_mode & 0o777 == 0o700
        scratch.rmdir()
    assert not scratch.exists()
