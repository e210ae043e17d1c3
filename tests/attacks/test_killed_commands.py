"""Whoever begins a journal, an entry or a change and is stopped at any moment has every file whole: as before, or as after."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("resource", reason="This system bounds no process")
if not hasattr(os, "fork"):
    pytest.skip("This system has no children like their parents", allow_module_level=True)

from tests.attacks.killed import (
    SCENES,
    begin,
    ended,
    files_in,
    halved,
    killed_at,
    no_room,
    preload,
    whole,
)

pytestmark = pytest.mark.no_cover


@pytest.fixture
def open_place() -> Iterator[Path]:
    """A folder that everybody may look into, as pytest's own are not."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        yield Path(place)


_ROUND = re.compile(rb"^# round: .*\n", re.MULTILINE)
BY_NAME = pytest.mark.parametrize("name", SCENES)
# No command does more with files than this.
MOST_STEPS = 2000


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    preload()


@BY_NAME
def test_killed_at_one_step_with_a_file_after_another_nothing_is_lost_or_halved(tmp_path: Path, name: str) -> None:  # fmt: skip
    scene = SCENES[name]
    before, after = whole(scene, new(tmp_path / "whole"))
    # Every second one; `make killed` picks others.
    for step in range(1, MOST_STEPS, 2):
        folder = new(tmp_path / str(step))
        scene.lay_in(folder)
        status = ended(begin(scene, folder, killed_at(step, folder)))
        assert halved(folder, before, after) == [], step
        if scene.again:
            assert (ended(begin(scene, folder)), files_in(folder)) == (0, after), step
        if status == 0:
            break
    # It was killed at some, and in the end it got through.
    assert (status, step > 5) == (0, True)


@BY_NAME
def test_where_there_is_no_room_nothing_is_lost_or_halved(tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    before, after = whole(scene, new(tmp_path / "whole"))
    folder = new(tmp_path / "full")
    scene.lay_in(folder)
    assert ended(begin(scene, folder, no_room)) == 2
    assert halved(folder, before, after) == []
    assert list(folder.rglob("*.part")) == []
    assert (ended(begin(scene, folder)), files_in(folder)) == (0, after)


@BY_NAME
def test_of_many_at_once_none_halves_what_another_writes(tmp_path: Path, name: str) -> None:
    scene = SCENES[name]
    before, after = whole(scene, new(tmp_path / "whole"))
    folder = new(tmp_path / "many")
    scene.lay_in(folder)
    statuses = [ended(child) for child in [begin(scene, folder) for _ in range(6)]]
    assert {0} <= {*statuses} <= {0, 2}
    if scene is SCENES["new"]:
        made = [data for one, data in files_in(folder).items() if one not in before]
        (text,) = [data for one, data in after.items() if one not in before]
        # Whoever comes later sees the entry of today, and is told so, or begins another and guesses another round.
        assert {_ROUND.sub(b"", data) for data in made} == {_ROUND.sub(b"", text)}
        assert len(made) == statuses.count(0)
    else:
        assert files_in(folder) == after


@pytest.mark.parametrize("name", ["init", "init into a site", "new"])
def test_where_nothing_may_be_written_it_is_a_sentence(open_place: Path, name: str) -> None:
    scene = SCENES[name]
    folder = new(open_place / "closed")
    before = scene.lay_in(folder)
    folders = [folder, *(one for one in folder.rglob("*") if one.is_dir())]
    for one in folders:
        one.chmod(0o555)
    status = ended(begin(scene, folder, lambda: as_nobody(folder)))
    for one in folders:
        one.chmod(0o755)
    assert (status, files_in(folder)) == (2, before)


def new(folder: Path) -> Path:
    folder.mkdir()
    return folder


def as_nobody(folder: Path) -> None:
    """Be somebody for whom a folder that is closed is closed."""
    if os.geteuid() == 0:
        os.setuid(65534)
    assert not os.access(folder, os.W_OK)
