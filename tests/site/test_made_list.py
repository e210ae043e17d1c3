"""Which files of a built site may run: what the build made, and what mkdocs.yml asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from afterword.site.files import names_below
from afterword.site.finished.made_list import ASSET, RUNNING, made_list, write_made_list
from afterword.vault import runnable

SITE = {"index.html": "home", "assets/theme.js": "theme", "a/ad.html": "advert", "logo.svg": "logo"}


def running(site: Path) -> list[str]:
    """The files of a site that a browser would run."""
    return names_below(site, RUNNING)


def runs(
    folder: Path, site: Mapping[str, str], beside: Mapping[str, str], *wanted: str
) -> list[str]:
    """The list for a site of these texts, into which the texts `beside` were copied from a journal."""
    for name, text in site.items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    sources = {}
    for name, text in beside.items():
        source = sources[name] = folder / name.replace("/", "-")
        source.write_text(text, encoding="utf-8")
    found: list[str] = json.loads(
        made_list(folder / "site", running(folder / "site"), sources, wanted)
    )["runs"]
    return found


def test_the_list_lies_where_the_vault_looks_for_it() -> None:
    assert ASSET == runnable.ASSET


def test_pages_and_scripts_of_the_build_may_run(tmp_path: Path) -> None:
    assert runs(tmp_path, SITE, {}) == ["a/ad.html", "assets/theme.js", "index.html"]


@pytest.mark.parametrize("name", ["a/ad.html", "assets/theme.js", "index.html"])
def test_what_was_copied_from_the_journal_may_not(tmp_path: Path, name: str) -> None:
    assert name not in runs(tmp_path, SITE, {name: SITE[name]})


def test_nor_may_its_copy_under_another_name(tmp_path: Path) -> None:
    assert "a/ad.html" not in runs(tmp_path, SITE, {"de/ad.html": "advert"})


def test_of_the_same_size_is_not_yet_the_same(tmp_path: Path) -> None:
    assert "index.html" in runs(tmp_path, SITE, {"x.html": "emoh"})


def test_a_script_that_the_configuration_asks_for_may(tmp_path: Path) -> None:
    site = {**SITE, "js/mine.js": "mine"}
    assert "js/mine.js" in runs(tmp_path, site, {"js/mine.js": "mine"}, "js/mine.js")


def test_a_file_that_has_gone_since_is_no_hindrance(tmp_path: Path) -> None:
    assert json.loads(made_list(tmp_path, (), {"a.html": tmp_path / "gone.html"}))["runs"] == []


@pytest.mark.parametrize(
    ("name", "may_run"),
    [("a.html", True), ("a.HTM", True), ("a.js", True), ("a.mjs", True), ("a.css", False)],
)
def test_what_a_browser_would_run_is_listed(tmp_path: Path, name: str, *, may_run: bool) -> None:
    assert runs(tmp_path, {name: "a"}, {}) == ([name] if may_run else [])


def test_a_text_of_another_size_is_not_read_as_a_copy(tmp_path: Path) -> None:
    assert runs(tmp_path, {"a.html": "advert", "b.html": "ad"}, {"x.html": "ad"}) == ["a.html"]


@pytest.mark.parametrize("place", [ASSET, "a/b/made.json"])
def test_the_list_is_one_name_a_line_in_a_folder_that_may_be_new(
    tmp_path: Path, place: str
) -> None:
    (tmp_path / "café.html").write_text("a")
    (tmp_path / "mine.js").write_text("b")
    source = tmp_path / "source.txt"
    source.write_text("b")
    for _ in range(2):
        names = running(tmp_path)
        write_made_list(tmp_path, names, {"mine.js": source}, ["mine.js?v=1?2"], place)
    assert (tmp_path / place).read_text(encoding="utf-8") == (
        '{\n "runs": [\n  "café.html",\n  "mine.js"\n ]\n}'
    )
