"""Where pages lie: the same places that MkDocs gives them."""

from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urljoin

import pytest
from mkdocs.structure.files import File
from tests.builders import interview, journal

from afterword.edition.addresses import (
    address,
    application_path,
    fitting,
    narrowed_path,
    theme_path,
)
from afterword.edition.edition import Edition
from afterword.edition.links import Links, depth_of
from afterword.model import Journal

PATHS = (
    "index.md",
    "timeline.md",
    "2026/northwind.md",
    "2026/a b.md",
    "2026/index.md",
    "README.md",
    "themes/kafka.md",
)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_page_lies_where_mkdocs_puts_it(path: str, directory_urls: bool) -> None:
    file = File(path, src_dir=None, dest_dir="site", use_directory_urls=directory_urls)
    ours = address(path, directory_urls=directory_urls)
    assert ours.replace(" ", "%20") == {"./": ""}.get(file.url, file.url)


def leading(here: str, there: str, *, directory_urls: bool = True, **place: Any) -> str:
    edition = Edition(Journal(), date(2026, 11, 20), directory_urls=directory_urls)
    return Links(edition, depth_of(edition, here)).page(there, **place)


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.md", "timeline.md", "timeline/"),
        ("timeline.md", "index.md", "../"),
        ("timeline.md", "2026/northwind.md", "../2026/northwind/"),
        ("2026/northwind.md", "themes/kafka.md", "../../themes/kafka/"),
        ("timeline.md", "timeline.md", "../timeline/"),
        ("index.md", "index.md", "./"),
        ("2026/index.md", "2026/a b.md", "../2026/a%20b/"),
    ],
)
def test_a_link_between_folders_is_relative(here: str, there: str, expected: str) -> None:
    assert leading(here, there) == expected


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("index.md", "timeline.md", "timeline.html"),
        ("2026/northwind.md", "index.md", "../index.html"),
        ("2026/northwind.md", "2026/northwind.md", "../2026/northwind.html"),
    ],
)
def test_a_link_between_files_names_the_file(here: str, there: str, expected: str) -> None:
    assert leading(here, there, directory_urls=False) == expected


ELSEWHERE: dict[str, dict[str, Any]] = {
    "where another plugin put it": {"moved": {"2026/northwind.md": "blog/2026/11/12/northwind.md"}},
    "in a folder of the journal's": {"folder": "my/interviews"},
    "where nobody can guess": {"address_key": b"key"},
    "under a name that a file may have": {},
}


@pytest.mark.parametrize("facts", ELSEWHERE.values(), ids=ELSEWHERE)
@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_link_leads_from_where_a_page_lies_to_where_the_other_does(
    facts: dict[str, Any], directory_urls: bool
) -> None:
    long = f"{'n' * 252}.md"
    entries = journal(*(interview("2026-11-12", path=path) for path in ("2026/northwind.md", long)))
    edition = Edition(entries, date(2026, 11, 20), directory_urls=directory_urls, **facts)
    pages = ("index.md", "timeline.md", "themes/kafka.md", *edition.interviews)
    places = {
        path: f"https://a.example/{address(edition.place(path), directory_urls=directory_urls)}"
        for path in pages
    }
    led = {
        (here, there): urljoin(places[here], Links(edition, depth_of(edition, here)).page(there))
        for here in pages
        for there in pages
    }
    assert led == {(here, there): places[there] for here in pages for there in pages}


def test_a_link_can_lead_to_a_place_on_the_page() -> None:
    assert leading("index.md", "timeline.md", fragment="line-3") == "timeline/#line-3"
    assert leading("index.md", "timeline.md", line=3) == "timeline/#line-3"
    assert leading("index.md", "timeline.md", fragment="a b") == "timeline/#a%20b"


def test_applications_and_themes_have_folders_of_their_own() -> None:
    assert application_path("northwind") == "applications/northwind.md"
    assert theme_path("kafka/groups") == "themes/kafka-groups.md"


@pytest.mark.parametrize("place", [application_path, theme_path, narrowed_path])
@pytest.mark.parametrize("letter", ["a", "ä", "北", "-"])
def test_a_long_name_is_cut_and_told_from_others_that_begin_like_it(
    place: Callable[[str], str], letter: str
) -> None:
    one, other = place(letter * 300), place(letter * 301)
    assert one != other
    assert max(len(part.encode()) for part in one.split("/")) < 110


def test_a_name_of_usual_length_is_kept_whole() -> None:
    assert theme_path("system-design") == "themes/system-design.md"


@pytest.mark.parametrize(
    ("path", "directory_urls", "is_kept"),
    [
        ("2026/" + "e" * 252 + ".md", False, False),
        ("2026/" + "e" * 252 + ".md", True, True),
        ("2026/" + "e" * 250 + ".md", False, True),
    ],
)
def test_a_page_has_a_name_that_a_file_may_have(
    path: str, *, directory_urls: bool, is_kept: bool
) -> None:
    made = fitting(path, directory_urls=directory_urls)
    assert (made == path) is is_kept
    assert directory_urls or len(made.rpartition("/")[2]) <= 253
