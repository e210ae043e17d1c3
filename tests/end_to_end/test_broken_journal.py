"""Thirty broken files in one folder beside ten good ones, through the real MkDocs and the real command."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from tests.end_to_end.projects import CONFIGURATION, ROOT, Build, build
from tests.programs import run_program

FOLDER = ROOT / "tests" / "journals" / "broken"
LINES: dict[str, int] = yaml.safe_load((FOLDER / "lines.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("broken")
    shutil.copytree(FOLDER, folder / "journal", ignore=shutil.ignore_patterns("*.yml"))
    (folder / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(project: Path) -> Build:
    return build(project)


def test_the_site_is_built_all_the_same(built: Build) -> None:
    assert (built.status, "Traceback" in built.said) == (0, False), built.said


def test_the_log_names_each_once_with_its_line(built: Build) -> None:
    found = {name: built.said.count(f" {name}.md:{line}:") for name, line in LINES.items()}
    assert found == dict.fromkeys(LINES, 1)


def test_the_ten_good_ones_are_on_the_site_and_in_its_totals(built: Build) -> None:
    for at in range(10):
        assert f"Kept calm at number {at}" in built.read(f"good-{at}/index.html")
    assert built.read("timeline/index.html").count(">Good ") >= 10


def test_each_broken_one_has_a_page_that_says_what_to_mend(built: Build) -> None:
    pages = {name: built.read(f"{name}/index.html") for name in LINES}
    assert [name for name, page in pages.items() if "aw-trouble" not in page] == []


def test_the_page_of_problems_names_each(built: Build) -> None:
    problems = built.read("problems/index.html")
    assert [name for name in LINES if f"{name}.md" not in problems] == []


def test_no_front_matter_is_searched(built: Build) -> None:
    index = built.read("search/search_index.json")
    assert [
        word for word in ("maybe-ish", "sometime soon", "[[[", "interviewers:") if word in index
    ] == []


def test_a_strict_build_refuses_them(project: Path) -> None:
    strict = build(project, "--strict", "--site-dir", "strict")
    assert strict.status == 1
    assert [name for name in LINES if f"{name}.md:" not in strict.said] == []


def test_the_command_names_each_once_and_ends_with_one(project: Path) -> None:
    finished = run_program("afterword.cli", "check", folder=project)
    lines = finished.stdout.splitlines()
    found = sorted(tuple(line.split(":")[:2]) for line in lines)
    assert found == sorted((f"journal/{name}.md", str(line)) for name, line in LINES.items())
    assert finished.returncode == 1
