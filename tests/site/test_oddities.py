"""What MkDocs could not copy or name is told before it would end the build; what is left out anyway is not."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import File, Files, InclusionLevel
from pathspec import GitIgnoreSpec

from afterword.errors import ConfigurationError
from afterword.kinds import Severity
from afterword.model import Problem
from afterword.reading.folder import Folder
from afterword.site.oddities import Oddities, look_through
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


@pytest.mark.parametrize(
    ("name", "excluded", "expected"),
    [
        ("a/.hidden", "", []),
        ("a", "", ["a"]),
        ("./a", "", ["./a"]),
        ("a", "/b/", ["a"]),
        ("a", "/a", []),
        ("templates/a", "", []),
    ],
)
def test_a_problem_is_told_where_its_file_would_be_shown(
    name: str, excluded: str, expected: list[str]
) -> None:
    config: Any = SimpleNamespace(exclude_docs=GitIgnoreSpec.from_lines([excluded]))
    one = Problem(
        path=name, line=1, column=1, severity=Severity.ERROR, code="odd-file", message="Odd."
    )
    met = Oddities(found=Folder(problems=[one])).met(config)
    assert [problem.path for problem in met] == expected


def test_one_loop_is_told_and_two_have_no_end(sources: Path) -> None:
    (sources / "a" / "round").symlink_to("..")
    assert look_through(sources, WHOLE).found.loops == ["a/round"]
    (sources / "again").symlink_to("a")
    (sources / "a" / "twice").symlink_to(".")
    with pytest.raises(ConfigurationError, match=r"without end: a/round, a/twice.* in "):
        look_through(sources, WHOLE)


def taken_out(
    sources: Path, *files: File, part: OwnPart = WHOLE, shown: bool = True
) -> tuple[list[str], list[str]]:
    """The paths of the files that are left, and of the problems that are told, where files are `shown` in the site or none is."""
    those = Files([*files])
    told = look_through(sources, part).take_out(those, lambda _: shown)
    return [one.src_uri for one in those], [one.path for one in told]


def lying(sources: Path, path: str, level: InclusionLevel = InclusionLevel.UNDEFINED) -> File:
    return File(path, str(sources), "site", True, inclusion=level)


def nowhere(folder: Path, name: str) -> None:
    (folder / name).symlink_to(folder / "nothing")


def test_what_cannot_be_copied_is_taken_out_and_told_whatever_stands_before_it(
    sources: Path,
) -> None:
    for name in ("one.png", "two.png"):
        nowhere(sources, name)
    (sources / "good.txt").write_text("good")
    theme = File("theme.js", "elsewhere", "site", True)
    good = lying(sources, "good.txt")
    files = (theme, good, lying(sources, "one.png"), theme, good, lying(sources, "two.png"))
    assert taken_out(sources, *files) == (["theme.js", "good.txt"], ["one.png", "two.png"])


def test_what_is_odd_about_an_entry_is_told_when_it_is_read(sources: Path) -> None:
    nowhere(sources, "gone.md")
    for level in (InclusionLevel.UNDEFINED, InclusionLevel.NOT_IN_NAV, InclusionLevel.DRAFT):
        assert taken_out(sources, lying(sources, "gone.md", level)) == (["gone.md"], [])


def test_what_becomes_no_part_of_the_site_may_be_odd(sources: Path) -> None:
    nowhere(sources, "gone.png")
    assert taken_out(sources, lying(sources, "gone.png"), shown=False) == (["gone.png"], [])


def test_the_second_path_of_a_file_is_taken_out_in_silence(sources: Path) -> None:
    (sources / "a" / "round").symlink_to("..")
    (sources / "a" / "b.md").write_text("# B")
    nowhere(sources, "gone.png")
    files = [lying(sources, path) for path in ("a/round/a/b.md", "a/b.md", "gone.png")]
    assert taken_out(sources, *files) == (["a/b.md"], ["gone.png"])


def test_what_is_odd_outside_the_journals_folder_is_left_to_mkdocs(sources: Path) -> None:
    nowhere(sources, "gone.png")
    nowhere(sources / "a", "gone.png")
    files = [lying(sources, path) for path in ("gone.png", "a/gone.png")]
    assert taken_out(sources, *files, part=OwnPart("a")) == (["gone.png"], ["gone.png"])
