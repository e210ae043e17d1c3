"""Each new file of an import is named once it is there, and a failure says which are there by then."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from afterword.cli.importing.new_files import tell_of_each
from afterword.errors import OutputError
from afterword.writing.files import create


def written(folder: Path, *names: str) -> Iterator[Path]:
    """New files one after another; where a file has the name of a folder, none can be written into that."""
    (folder / "file").touch()
    for name in names:
        create(folder / name, b"")
        yield folder / name


def test_each_is_named_once_it_is_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tell_of_each(written(tmp_path, "a.md", "b.md"))
    assert capsys.readouterr().err == f"{tmp_path / 'a.md'} is new.\n{tmp_path / 'b.md'} is new.\n"


def test_what_several_entries_show_is_named_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tell_of_each([tmp_path / "a.png", tmp_path / "a.md", tmp_path / "a.png"])
    assert capsys.readouterr().err == f"{tmp_path / 'a.png'} is new.\n{tmp_path / 'a.md'} is new.\n"


def test_where_one_cannot_be_written_those_before_it_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(OutputError) as raised:
        tell_of_each(written(tmp_path, "a.md", "b.md", "file/c.md", "d.md"))
    assert str(raised.value) == (
        f"{tmp_path / 'file' / 'c.md'} could not be written: a file has the name of its folder. No file that was there is changed. "
        "2 new files, named above, had been written before and stayed. Import once more when this is mended: nothing is written twice."
    )
    assert capsys.readouterr().err.count(" is new.\n") == 2


def test_where_the_first_cannot_be_written_nothing_is_said_of_others(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"No file that was there is changed\.$"):
        tell_of_each(written(tmp_path, "file/c.md"))


def test_what_could_not_be_written_is_said_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = tmp_path / "a.md"
    assert (tell_of_each([one]), tell_of_each(["b.png was gone.", one])) == (False, True)
    assert capsys.readouterr().err == f"{one} is new.\nb.png was gone.\n{one} is new.\n"
