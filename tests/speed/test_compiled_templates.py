"""Our templates are compiled once for a user, and whatever is wrong with what was kept, they are compiled anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment

from afterword import __version__
from afterword.edition.rendering import environment
from afterword.speed.compiled_templates import CompiledTemplates, cache_folder


class Counting(CompiledTemplates):
    """Counts how many templates were compiled."""

    compiled = 0

    def dump_bytecode(self, bucket: object) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)  # type: ignore[arg-type]


def compiled(folder: Path | None) -> int:
    """How many templates a program compiles that asks for one."""
    cache = Counting(folder)
    overlaid: Environment = environment().overlay(bytecode_cache=cache)
    overlaid.get_template("unread.html")
    return cache.compiled


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert [compiled(tmp_path / "kept") for _ in range(3)] == [1, 0, 0]


def test_what_is_kept_is_its_owners_alone(tmp_path: Path) -> None:
    compiled(tmp_path / "kept")
    modes = [
        path.stat().st_mode & 0o077 for path in (tmp_path / "kept", *(tmp_path / "kept").iterdir())
    ]
    assert modes == [0, 0]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(path.read_bytes()[:-1]),
        lambda path: path.write_bytes(path.read_bytes()[:40] + b"x" + path.read_bytes()[41:]),
        lambda path: path.write_bytes(
            path.read_bytes().replace(b"could not be read", b"could now be read")
        ),
        lambda path: path.write_bytes(b"x" * 4000),
        lambda path: path.chmod(0) or path.unlink(),
        lambda path: path.unlink() or path.mkdir(),
    ],
)
def test_one_that_is_spoilt_is_a_miss(tmp_path: Path, spoil: Callable[[Path], object]) -> None:
    compiled(tmp_path)
    (kept,) = tmp_path.iterdir()
    spoil(kept)
    assert compiled(tmp_path) == 1


def test_one_that_cannot_be_replaced_leaves_nothing_beside_it(tmp_path: Path) -> None:
    compiled(tmp_path)
    (kept,) = tmp_path.iterdir()
    kept.unlink()
    (kept / "in the way").mkdir(parents=True)
    compiled(tmp_path)
    assert list(tmp_path.iterdir()) == [kept]


def test_without_a_folder_nothing_is_kept() -> None:
    assert [compiled(None) for _ in range(2)] == [1, 1]


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    assert [compiled(tmp_path / "file" / "kept") for _ in range(2)] == [1, 1]


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="others' rights are POSIX's")
def test_code_that_others_could_have_put_there_is_not_run(tmp_path: Path) -> None:
    compiled(tmp_path)
    tmp_path.chmod(0o777)
    assert [compiled(tmp_path) for _ in range(2)] == [1, 1]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c", "HOME": "/h"}, "/c"),
        ("linux", {"HOME": "/h"}, "/h/.cache"),
        ("darwin", {"HOME": "/h"}, "/h/Library/Caches"),
        ("freebsd14", {"HOME": "/h"}, "/h/.cache"),
    ],
)
def test_it_lies_where_a_user_keeps_such_things(
    platform: str, environment: dict[str, str], expected: str
) -> None:
    folder = Path(expected, "afterword", f"templates-{__version__}")
    assert cache_folder(environment, platform=platform) == folder


@pytest.mark.parametrize("environment", [{}, {"XDG_CACHE_HOME": "not/absolute"}, {"HOME": ""}])
def test_where_there_is_no_such_place_there_is_no_folder(environment: dict[str, str]) -> None:
    assert cache_folder(environment, platform="linux") is None
