"""The folder in which pages lie readable while they are published: in memory where there is some, and gone afterwards."""

from __future__ import annotations

import os
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


def test_the_folder_is_its_owners_alone_and_noted_before_it_is_there(tmp_path: Path) -> None:
    noted: list[tuple[Path, bool]] = []
    bases = Bases(disk=tmp_path)
    with scratch_folder(
        tmp_path, told=print, bases=bases, noted=lambda path: noted.append((path, path.exists()))
    ) as scratch:
        assert scratch.stat().st_mode & 0o777 == 0o700
        (scratch / "page.html").write_text("Pellmoor")
    assert noted == [(scratch, False)]
    assert not scratch.exists()


def test_whatever_ends_it_the_folder_is_gone(tmp_path: Path) -> None:
    with (
        pytest.raises(KeyboardInterrupt),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path)) as scratch,
    ):
        raise KeyboardInterrupt
    assert not scratch.exists()


def test_each_project_has_a_folder_of_its_own_and_the_same_each_time(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    one, again, other = (
        scratch_path(path, base=tmp_path)
        for path in (tmp_path, tmp_path / "link", tmp_path / "other")
    )
    assert (one == again, one == other, one.parent) == (True, False, tmp_path)
    assert len(one.name) == len("afterword-publish-") + 16


def test_nothing_is_said_and_nothing_removed_where_nothing_was_left(tmp_path: Path) -> None:
    said: list[str] = []
    bases = Bases(memory=(tmp_path,), disk=tmp_path, others=(tmp_path / "none",))
    with scratch_folder(tmp_path, told=said.append, bases=bases):
        pass
    assert [one for one in said if "An earlier run" in one] == []


def test_a_file_in_place_of_the_folder_is_not_touched(tmp_path: Path) -> None:
    path = scratch_path(tmp_path, base=tmp_path)
    path.write_text("mine")
    with (
        pytest.raises(VaultError, match="not a folder of ours"),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path)),
    ):
        pass
    assert path.read_text() == "mine"


def test_a_folder_of_somebody_else_in_its_place_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever shares the machine could lay one there, where everybody may write."""
    path = scratch_path(tmp_path, base=tmp_path)
    path.mkdir()
    other = path.stat().st_uid + 1
    monkeypatch.setattr(os, "getuid", lambda: other, raising=False)
    with (
        pytest.raises(VaultError, match="not a folder of ours"),
        scratch_folder(tmp_path, told=print, bases=Bases(disk=tmp_path)),
    ):
        pass
    assert path.is_dir()


def test_there_is_room_for_what_is_free_and_for_no_more(tmp_path: Path) -> None:
    assert has_room(tmp_path, 0)
    assert not has_room(tmp_path, 1 << 60)


def test_a_folder_lies_where_the_nearest_mount_says(tmp_path: Path) -> None:
    mounts, own = tmp_path / "mounts", tmp_path / "a" / "own"
    own.mkdir(parents=True)
    for nearest, expected in (("tmpfs", (own,)), ("ramfs", (own,)), ("ext4", ())):
        mounts.write_text(f"x / tmpfs\nx {tmp_path} {nearest} rw\nodd line\n")
        found = memory_folders({"XDG_RUNTIME_DIR": str(own)}, mounts=mounts)
        assert tuple(one for one in found if one == own) == expected


def test_what_a_run_noted_is_looked_through_and_what_is_in_memory_is_tried(tmp_path: Path) -> None:
    usual = usual_bases({}, size=7, left=tmp_path / "left")
    assert (usual.others, usual.size) == ((tmp_path,), 7)
    assert usual_bases({}, size=7).others == ()


def test_where_nobody_says_how_much_goes_into_it_no_memory_is_too_small(tmp_path: Path) -> None:
    assert (Bases().size, Bases(memory=(tmp_path,)).chosen()) == (0, tmp_path)
