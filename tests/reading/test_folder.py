"""What lies in a journal's folder, however odd: read what can be read, and tell the rest."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from afterword.reading.folder import is_small, oddity, walk

POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "journal"
    (made / "2026").mkdir(parents=True)
    (made / "2026" / "heron.md").write_text("# Heron\n")
    (made / "own.md").write_text("# Own\n")
    return made


def told(folder: Path) -> list[str]:
    return [f"{one.path} {one.message}" for one in walk(folder).problems]


def test_every_file_is_found_below_the_folder(folder: Path) -> None:
    assert sorted(walk(folder).files) == ["2026/heron.md", "own.md"]
    assert told(folder) == []


def test_a_link_to_another_folder_is_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "vault" / "jobs").mkdir(parents=True)
    (tmp_path / "vault" / "jobs" / "teal.md").write_text("# Teal\n")
    (folder / "more").symlink_to(tmp_path / "vault")
    assert "more/jobs/teal.md" in walk(folder).files


@pytest.mark.parametrize("target", [".", "2026/..", "2026/../../journal"])
def test_a_link_to_where_it_lies_is_not_followed(folder: Path, target: str) -> None:
    (folder / "round").symlink_to(target)
    found = walk(folder)
    assert (sorted(found.files), found.loops) == (["2026/heron.md", "own.md"], ["round"])
    assert told(folder) == ["round This link leads to a folder that it lies in."]


def test_folders_that_link_to_each_other_end(folder: Path) -> None:
    (folder / "a").mkdir()
    (folder / "b").mkdir()
    (folder / "a" / "there").symlink_to("../b")
    (folder / "b" / "back").symlink_to("../a")
    assert sorted(walk(folder).loops) == ["a/there/back", "b/back/there"]


def test_a_link_to_the_folder_above_the_journal_ends_where_it_began(folder: Path) -> None:
    (folder / "up").symlink_to("..")
    found = walk(folder)
    assert (sorted(found.files), found.loops) == (["2026/heron.md", "own.md"], ["up"])


def test_a_link_to_itself_is_a_file_that_leads_nowhere(folder: Path) -> None:
    (folder / "self").symlink_to("self")
    assert "self" in walk(folder).files
    problem = oddity(folder, "self")
    assert problem is not None
    assert problem.message == "This link leads nowhere."


@POSIX
def test_a_name_that_is_not_utf8_is_told_so_that_it_can_be_printed(folder: Path) -> None:
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md"))).write_text("# Café\n")
    (Path(os.fsdecode(os.fsencode(folder) + b"/d\xe9p"))).mkdir()
    assert sorted(told(folder)) == [
        "caf\\xe9.md This name is not UTF-8.",
        "d\\xe9p This name is not UTF-8.",
    ]


def test_a_name_may_be_as_long_as_names_are(folder: Path) -> None:
    name = f"{'x' * 252}.md"
    (folder / name).write_text("# Long\n")
    assert name in walk(folder).files


def test_a_folder_may_be_called_like_a_file(folder: Path) -> None:
    (folder / "x.md").mkdir()
    (folder / "x.md" / "y.md").write_text("# Y\n")
    assert [name for name in walk(folder).files if name.startswith("x")] == ["x.md/y.md"]


def test_a_folder_that_went_away_is_told(tmp_path: Path) -> None:
    assert told(tmp_path / "gone") == [". This folder could not be opened."]


@pytest.fixture
def odd(folder: Path) -> Iterator[Path]:
    (folder / "gone.png").symlink_to("nowhere.png")
    (folder / "plain.png").write_bytes(b"")
    os.mkfifo(folder / "pipe.png")
    (folder / "zero.png").symlink_to("/dev/zero")
    here = Path.cwd()
    os.chdir(folder)
    # A socket's path may be no longer than some hundred bytes.
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("call.png")
        os.chdir(here)
        yield folder


@POSIX
def test_what_is_no_file_is_called_what_it_is(odd: Path) -> None:
    names = ("gone", "pipe", "zero", "call", "plain")
    problems = {name: oddity(odd, f"{name}.png") for name in names}
    assert {name: one.message if one else "" for name, one in problems.items()} == {
        "gone": "This link leads nowhere.",
        "pipe": "This is a pipe and no file.",
        "zero": "This is a device and no file.",
        "call": "This is a socket and no file.",
        "plain": "",
    }


@contextmanager
def somebody_else() -> Iterator[None]:
    """Root may read everything, so that somebody else looks where these tests are run by root."""
    own = os.geteuid()
    os.seteuid(own or 65534)
    try:
        yield
    finally:
        os.seteuid(own)


@POSIX
def test_what_may_not_be_read_is_told() -> None:
    with TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "shut").mkdir()
        (folder / "shut.png").write_bytes(b"")
        for name, mode in (("shut", 0), ("shut.png", 0), (".", 0o755)):
            (folder / name).chmod(mode)
        with somebody_else():
            met, problem = told(folder), oddity(folder, "shut.png")
    assert met == ["shut This folder could not be opened."]
    assert problem is not None
    assert problem.message == "This file could not be opened."


def test_a_file_that_went_away_is_no_text_to_look_at(tmp_path: Path) -> None:
    assert is_small(tmp_path / "gone.txt") is False
