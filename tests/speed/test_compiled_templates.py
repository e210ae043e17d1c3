"""Compiled templates are kept for the user alone, and whatever becomes of them a page is the same."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import jinja2
import pytest
from jinja2 import Environment, Template

from afterword.edition.rendering import environment
from afterword.speed.compiled_templates import (
    PROGRAMS,
    CompiledTemplates,
    cache_folder,
    is_made,
    keep_compiled_templates,
    stamp,
)

NAME = "missing.html"
POSIX = pytest.mark.skipif(
    os.name == "nt", reason="Windows keeps each user's folder apart by itself"
)


class Counting(Environment):
    """An environment that counts what it compiles."""

    compiled = 0

    def compile(self, *args: object, **named: object) -> object:  # type: ignore[override]
        self.compiled += 1
        return super().compile(*args, **named)  # type: ignore[call-overload]


def loading(folder: Path, made_by: bytes = b"me") -> Counting:
    made = Counting(loader=environment().loader, bytecode_cache=CompiledTemplates(folder, made_by))
    made.filters.update(environment().filters)
    return made


def loaded(folder: Path, made_by: bytes = b"me") -> tuple[Template, int]:
    """The template, and how often it was compiled for that."""
    made = loading(folder, made_by)
    return made.get_template(NAME), made.compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder in which the template is kept."""
    loaded(tmp_path)
    return tmp_path


@pytest.fixture
def kept(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_a_template_is_compiled_once(folder: Path) -> None:
    template, compiled = loaded(folder)
    assert (compiled, template.render()) == (0, environment().get_template(NAME).render())


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def foreign(path: Path) -> None:
    path.write_bytes(b"\x80\x04cos\nsystem\n(S'exit'\ntR." * 9)


def replace_with_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_with_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def lose(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    "spoil",
    [
        empty,
        cut,
        lengthen,
        foreign,
        lose,
        replace_with_folder,
        pytest.param(replace_with_pipe, marks=POSIX),
    ],
)
def test_what_is_spoilt_is_compiled_anew(kept: Path, spoil: Callable[[Path], None]) -> None:
    spoil(kept)
    template, compiled = loaded(kept.parent)
    assert (compiled, template.render()) == (1, environment().get_template(NAME).render())


def test_one_other_byte_anywhere_is_enough(kept: Path) -> None:
    whole = kept.read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        kept.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert loaded(kept.parent)[1] == 1


def test_what_was_spoilt_is_kept_anew(kept: Path) -> None:
    cut(kept)
    loaded(kept.parent)
    assert loaded(kept.parent)[1] == 0


def test_what_another_version_kept_is_compiled_anew(folder: Path) -> None:
    assert loaded(folder, b"another")[1] == 1


def test_what_was_kept_for_another_template_is_not_taken(kept: Path) -> None:
    content = kept.read_bytes()
    loading(kept.parent).get_template("marks.html")
    (other,) = (one for one in kept.parent.iterdir() if one != kept)
    other.write_bytes(content)
    again = loading(kept.parent)
    again.get_template("marks.html")
    assert again.compiled == 1


def test_where_nothing_can_be_kept_nothing_is_left(tmp_path: Path) -> None:
    template, compiled = loaded(tmp_path / "nowhere")
    assert (compiled, list(tmp_path.iterdir())) == (1, [])
    assert template.render()


def test_a_write_that_fails_leaves_nothing_half_done(kept: Path) -> None:
    replace_with_folder(kept)
    loaded(kept.parent)
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.parametrize(
    ("system", "variables", "folder"),
    [
        ("linux", {"HOME": "/people/ada"}, "/people/ada/.cache"),
        ("linux", {"HOME": "/people/ada", "XDG_CACHE_HOME": "/tmp/mine"}, "/tmp/mine"),
        ("linux", {"HOME": "/people/ada", "XDG_CACHE_HOME": "mine"}, "/people/ada/.cache"),
        ("darwin", {"HOME": "/Users/ada"}, "/Users/ada/Library/Caches"),
        ("win32", {"LOCALAPPDATA": "/ada/Local", "HOME": "/ada"}, "/ada/Local"),
    ],
)
@POSIX
def test_it_lies_where_a_system_keeps_such_things(
    system: str, variables: dict[str, str], folder: str
) -> None:
    assert cache_folder(variables, system) == Path(folder) / "afterword" / "templates"


@POSIX
def test_a_folder_that_is_a_link_or_lies_in_one_that_others_write_in_is_not_taken(
    tmp_path: Path,
) -> None:
    """Whoever can put another in its place could put code there."""
    own = tmp_path / "own"
    own.mkdir(mode=0o700)
    linked = tmp_path / "a" / "afterword" / "templates"
    linked.parent.mkdir(mode=0o700, parents=True)
    linked.symlink_to(own)
    shared = tmp_path / "b" / "afterword"
    shared.mkdir(parents=True)
    shared.chmod(0o777)
    made = [is_made(linked), is_made(shared / "templates"), is_made(tmp_path / "c" / "d" / "e")]
    assert made == [False, False, True]


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_without_a_home_there_is_none(system: str) -> None:
    assert cache_folder({}, system) is None


@POSIX
def test_it_is_the_users_alone(tmp_path: Path) -> None:
    folder = tmp_path / "cache" / "afterword" / "templates"
    assert is_made(folder)
    modes = [one.stat().st_mode & 0o777 for one in (folder, *folder.parents[:2])]
    assert modes == [0o700, 0o700, 0o700]


@POSIX
def test_a_folder_that_others_may_write_into_is_not_used(tmp_path: Path) -> None:
    folder = tmp_path / "afterword" / "templates"
    folder.mkdir(parents=True)
    folder.chmod(0o770)
    assert not is_made(folder)


@POSIX
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root can give a folder away")
@pytest.mark.parametrize("name", ["", "afterword/templates"])
def test_a_folder_of_somebody_elses_is_not_used(tmp_path: Path, name: str) -> None:
    given = tmp_path / name
    given.mkdir(parents=True, exist_ok=True)
    given.chmod(0o700)
    os.chown(given, 65534, 65534)
    assert not is_made(tmp_path / "afterword" / "templates")


def test_where_a_file_stands_in_the_way_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "afterword").write_text("")
    assert not is_made(tmp_path / "afterword" / "templates")


def test_our_own_environment_is_the_only_one_that_keeps(tmp_path: Path) -> None:
    before = environment().bytecode_cache
    keep_compiled_templates({})
    assert environment().bytecode_cache is before
    keep_compiled_templates({"XDG_CACHE_HOME": str(tmp_path)})
    assert isinstance(environment().bytecode_cache, CompiledTemplates)
    environment().bytecode_cache = before
    assert Environment().bytecode_cache is None


def test_the_stamp_names_every_program() -> None:
    told = stamp(*PROGRAMS).decode()
    assert [name in told for name in ("rendering.py", "compiler.py", "markupsafe")] == [True] * 3


def test_what_a_theme_compiled_with_other_extensions_is_not_taken(tmp_path: Path) -> None:
    ours = CompiledTemplates(tmp_path, b"me")
    for extensions, compiled in ((["i18n"], 1), (["i18n"], 0), (["loops"], 1)):
        made = loading(tmp_path)
        made.bytecode_cache = ours.for_theme(jinja2, extensions)
        made.get_template(NAME)
        assert made.compiled == compiled
