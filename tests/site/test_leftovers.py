"""Pages that no theme has laid out are guarded too, and those that were kept beside entries run nothing."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from afterword.edition.places import place
from afterword.site.files import names_below
from afterword.site.finished.leftovers import base_of, guard_leftovers
from afterword.site.finished.made_list import RUNNING

PAGES = {
    "late.html": "late",
    "a/b/deep.HTM": "deep",
    "done.html": "done",
    "kept.html": "kept",
    "a/notes.txt": "notes",
    "a/script.js": "go()",
    "a/picture.svg": "picture",
}


def guarded(
    site: Path, pages: dict[str, str], *, done: Collection[str] = ("done.html",)
) -> tuple[dict[str, str], list[str]]:
    """The files of a site after its leftovers were guarded, and those that were named."""
    for name, text in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (site / "folder.html").mkdir()
    named = guard_leftovers(
        site,
        names_below(site, RUNNING),
        done=done,
        beside={"kept.html"},
        guard=lambda page, base: f"{base} {page}",
    )
    told = list(named)
    return {name: (site / name).read_text(encoding="utf-8") for name in pages}, told


def test_every_page_that_is_not_done_is_guarded_with_its_way_to_the_top(tmp_path: Path) -> None:
    files, _ = guarded(tmp_path, PAGES)
    kept = files.pop("kept.html")
    assert files == {
        **{name: text for name, text in PAGES.items() if name != "kept.html"},
        "late.html": ". late",
        "a/b/deep.HTM": "../.. deep",
    }
    assert kept.startswith('<meta http-equiv="Content-Security-Policy" content="default-src')


def test_a_page_that_lacks_something_of_ours_is_named(tmp_path: Path) -> None:
    pages = {"b.html": place(0), "done.html": place(0), "kept.html": place(0), "c.html": "whole"}
    assert guarded(tmp_path, pages)[1] == ["b.html"]


def test_a_page_in_another_encoding_keeps_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "odd.html").write_bytes(b"caf\xe9")
    guarded(tmp_path, {})
    assert (tmp_path / "odd.html").read_bytes() == b". caf\xe9"


@pytest.mark.parametrize(
    ("name", "base"), [("", "."), ("a.html", "."), ("a/", ".."), ("a/b/c.html", "../..")]
)
def test_the_way_to_the_top_has_a_step_for_each_folder(name: str, base: str) -> None:
    assert base_of(name) == base
