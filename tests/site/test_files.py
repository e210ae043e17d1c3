"""The files that MkDocs hands around, as far as we look at them."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from afterword.site.files import (
    common_folder,
    copied_from,
    move,
    moved_places,
    names_below,
    shorten,
    source_of,
    usual_place,
    written_by_user,
)

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
        ("timeline/index.md", "timeline.md", True),
        ("timeline/README.md", "timeline.md", True),
        ("timeline.md", "funnel.md", False),
    ],
)
def test_a_page_of_the_users_own_is_found(there: str, path: str, *, expected: bool) -> None:
    files = Files([host_file(there, directory_urls=True)])
    assert bool(written_by_user(path, files.get_file_from_path, directory_urls=True)) is expected


def test_pages_that_lie_in_one_folder_have_that_one_in_common() -> None:
    files = [host_file(path, directory_urls=False) for path in ("de/a.md", "de/b/c.md")]
    assert common_folder(files) == "de"
    assert common_folder([*files, host_file("d.md", directory_urls=False)]) == ""


def test_one_that_lies_in_the_folder_of_all_the_others_anyway_was_put_there_too() -> None:
    file = host_file("de/a.md", directory_urls=True)
    assert moved_places([file], directory_urls=True, below="de") == {"de/a.md": "de/a.md"}


@pytest.mark.parametrize(
    ("name", "directory_urls", "length"),
    [("x" * 252, True, 252), ("x" * 252, False, 94), ("é" * 30, False, 65)],
)
def test_a_page_has_a_name_that_a_file_may_have(
    name: str, length: int, *, directory_urls: bool
) -> None:
    file = host_file(f"a/{name}.md", directory_urls=directory_urls)
    shorten(file, directory_urls=directory_urls)
    assert len(file.dest_uri.removesuffix("/index.html").rpartition("/")[2].encode()) == length


def test_a_page_that_another_plugin_named_keeps_its_name() -> None:
    file = host_file("a.md", directory_urls=False)
    file.dest_uri = "b.html"
    shorten(file, directory_urls=False)
    assert file.dest_uri == "b.html"


def test_a_source_is_read_where_it_lies(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# A\n")
    lying = host_file("a.md", directory_urls=True, folder=str(tmp_path))
    made = File("b.md", None, "site", True)
    made.content_string = "# B\n"
    assert [source_of(lying, "x.md").text, source_of(made, "y.md").text] == ["# A\n", "# B\n"]


def test_without_directory_urls_a_folders_index_lies_elsewhere() -> None:
    assert not written_by_user("timeline.md", {"timeline/index.md": 1}.get, directory_urls=False)


def test_a_page_or_a_file_that_was_made_is_not_copied(tmp_path: Path) -> None:
    laid_out, made = (
        host_file(name, directory_urls=True, folder=str(tmp_path)) for name in ("a.md", "b.txt")
    )
    laid_out.page = Page(None, laid_out, MkDocsConfig())
    made.abs_src_path = None
    last = host_file("c.txt", directory_urls=True, folder=str(tmp_path))
    found = copied_from([laid_out, made, last], str(tmp_path))
    assert dict(found) == {"c.txt": tmp_path / "c.txt"}


def test_a_file_that_lies_where_it_should_is_left_alone() -> None:
    file = host_file("a.md", directory_urls=True)
    assert file.url == "a/"
    file.url = "kept"
    move(file, "a.md", directory_urls=True)
    assert file.url == "kept"


@pytest.mark.parametrize(
    ("paths", "folder"),
    [
        ([], ""),
        (["a.md"], ""),
        (["de/a.md"], "de"),
        (["de/a.md", "en/a.md"], ""),
        (["de/a.md", "de/b/c.md"], "de"),
    ],
)
def test_what_has_no_folder_in_common_has_none(paths: list[str], folder: str) -> None:
    assert common_folder(host_file(path, directory_urls=False) for path in paths) == folder


def test_of_several_pages_the_users_at_the_very_path_is_found_first() -> None:
    names = ("timeline/README.md", "timeline/index.md", "timeline.md")
    there: dict[str, str] = {}
    for name in names:
        there[name] = name
        assert written_by_user("timeline.md", there.get, directory_urls=True) == name


@pytest.mark.parametrize(
    ("path", "name", "is_found"),
    [
        ("myindex.md", "myREADME.md", False),
        ("a/index.md", "a/README.md", True),
        ("index.md", "index/index.md", True),
        ("index.mda", "README.mda", False),
    ],
)
def test_only_an_index_may_be_a_readme(path: str, name: str, *, is_found: bool) -> None:
    assert (written_by_user(path, {name: 1}.get, directory_urls=True) is not None) is is_found


def test_the_files_below_a_folder_are_found_by_their_endings_in_the_order_of_their_parts(
    tmp_path: Path,
) -> None:
    for name in ("b.html", "a/c.HTM", "a-b/d.html", "a/e.css", "a/b/f.html", ".html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (tmp_path / "folder.html").mkdir()
    found = names_below(tmp_path, {".html", ".htm"})
    assert found == ["a/b/f.html", "a/c.HTM", "a-b/d.html", "b.html"]


def test_a_folder_that_is_a_link_or_cannot_be_looked_into_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "site" / "a").mkdir(parents=True)
    (tmp_path / "site" / "a" / "page.html").touch()
    (tmp_path / "site" / "link").symlink_to(tmp_path / "site" / "a")
    assert names_below(tmp_path / "site", {".html"}) == ["a/page.html"]
    assert names_below(tmp_path / "gone", {".html"}) == []
