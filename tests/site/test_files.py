"""The files that MkDocs hands around, as far as we look at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from afterword.site.files import copied_from, move, moved_places, usual_place, written_by_user

PATHS = ("index.md", "a.md", "2026/a b.md", "2026/index.md", "README.md", "x.y.md")


def host_file(path: str, *, directory_urls: bool, folder: str | None = None) -> File:
    return File(path, folder, "site", directory_urls)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_lies_where_mkdocs_puts_it(path: str, *, directory_urls: bool) -> None:
    usual = host_file(path, directory_urls=directory_urls).dest_uri
    assert usual_place(path, directory_urls=directory_urls) == usual


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_that_another_plugin_moved_is_known_by_the_place_that_it_gave(
    *, directory_urls: bool
) -> None:
    usual, moved = (host_file(path, directory_urls=directory_urls) for path in ("a.md", "b.md"))
    moved.dest_uri = host_file("blog/2026/b.md", directory_urls=directory_urls).dest_uri
    places = moved_places([usual, moved], directory_urls=directory_urls)
    assert places == {"b.md": "blog/2026/b.md"}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_file_that_is_moved_has_the_address_of_its_new_place(*, directory_urls: bool) -> None:
    file = host_file("a.md", directory_urls=directory_urls)
    assert (file.url, file.abs_dest_path) != ("", "")
    move(file, "p/0123.md", directory_urls=directory_urls)
    other = host_file("p/0123.md", directory_urls=directory_urls)
    assert (file.url, file.abs_dest_path) == (other.url, other.abs_dest_path)


def test_what_is_copied_as_it_is_is_known(tmp_path: Path) -> None:
    files = [host_file("ad.html", directory_urls=True, folder=str(tmp_path))]
    files.append(host_file("theme.js", directory_urls=True, folder="elsewhere"))
    assert dict(copied_from(files, str(tmp_path))) == {"ad.html": tmp_path / "ad.html"}


@pytest.mark.parametrize(
    ("there", "path", "expected"),
    [
        ("timeline.md", "timeline.md", True),
        ("README.md", "index.md", True),
        ("themes/README.md", "themes/index.md", True),
        ("timeline.md", "funnel.md", False),
    ],
)
def test_a_page_of_the_users_own_is_found(there: str, path: str, *, expected: bool) -> None:
    files = Files([host_file(there, directory_urls=True)])
    assert bool(written_by_user(path, files.get_file_from_path)) is expected
