"""What MkDocs could not copy or name is told before it would end the build; what is left out anyway is not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from pathspec import GitIgnoreSpec

from afterword.errors import ConfigurationError
from afterword.site.oddities import look_through
from afterword.site.own_part import OwnPart

WHOLE = OwnPart()


def told(sources: Path, part: OwnPart = WHOLE, excluded: str = "") -> list[str]:
    spec = GitIgnoreSpec.from_lines(excluded.splitlines()) if excluded else None
    config: Any = SimpleNamespace(exclude_docs=spec)
    return [one.path for one in look_through(sources, part).met(config)]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "a" / ".hidden").mkdir(parents=True)
    return tmp_path


def test_what_is_met_is_told(sources: Path) -> None:
    (sources / "a" / "round").symlink_to("..")
    assert told(sources) == ["a/round"]


def test_what_is_hidden_or_excluded_is_not(sources: Path) -> None:
    (sources / "a" / ".hidden" / "round").symlink_to("..")
    assert told(sources) == []
    (sources / "a" / ".hidden" / "round").unlink()
    (sources / "a" / "round").symlink_to(".")
    assert told(sources, excluded="/a/") == []


def test_what_lies_outside_the_folder_is_not_ours(sources: Path) -> None:
    (sources / "round").symlink_to(".")
    assert told(sources, OwnPart("a")) == []


def test_a_folder_that_is_not_there_is_said(sources: Path) -> None:
    with pytest.raises(ConfigurationError, match="names b, and there is no such folder"):
        look_through(sources, OwnPart("b"))


def test_the_second_path_of_a_file_is_none(sources: Path) -> None:
    (sources / "a" / "round").symlink_to("..")
    found = look_through(sources, WHOLE)
    paths = ("a/b.md", "a/round/a/b.md", "caf\udce9.md")
    assert [found.path(one) for one in paths] == ["a/b.md", "", ""]
