"""Where the pages of a site are put among the files that MkDocs hands around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from tests.builders import interview, journal
from tests.site.hosted import HOST

from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.plugin import OurPage
from afterword.site.bundle import assets
from afterword.site.entries.html import EntryHtml, OutlineConverter
from afterword.site.own_part import OwnPart
from afterword.site.placing import Placing
from afterword.site.registry import Row, page
from afterword.site.site import Site

ENTRY = "2026/northwind.md"
LINES = [
    page("timeline.md", "Timeline", lambda _: "# Timeline\n\n<p>All</p>"),
    Row(pages=lambda _: [Page("practice.md", "Practice", lambda: "# Practice")]),
]


def placed(
    *there: str,
    titles: Mapping[str, str] | None = None,
    part: OwnPart | None = None,
    address_key: bytes | None = None,
    directory_urls: bool = True,
) -> tuple[Files, Placing[Any]]:
    """Files at these paths of the journal, among which the pages of a site of one entry are about to be put."""
    own = part or OwnPart()
    settings = MkDocsConfig()
    settings.load_dict({"site_dir": "site", "use_directory_urls": directory_urls})
    told = journal(interview("2026-11-12", path=ENTRY))
    edition = Edition(
        told,
        date(2026, 11, 20),
        directory_urls=directory_urls,
        address_key=address_key,
        folder=own.folder,
    )
    files = Files([File(path, "docs", "site", directory_urls) for path in there])
    known = {ENTRY: EntryHtml(b"<h1>Northwind</h1>", (), ())}
    site = Site(edition, known, OutlineConverter(["toc"], {}), registry=LINES)
    return files, Placing(site, HOST, files, settings, titles or {}, own)


def at(files: Files, path: str) -> File:
    found = files.get_file_from_path(path)
    assert found is not None
    return found


def test_each_page_of_ours_is_a_file_in_the_navigation_or_outside_it() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    levels = {path: at(files, path).inclusion for path in ("timeline.md", "practice.md")}
    assert levels == {
        "timeline.md": InclusionLevel.INCLUDED,
        "practice.md": InclusionLevel.NOT_IN_NAV,
    }


def test_an_entry_stands_outside_the_navigation_and_has_a_page_of_ours() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    entry = at(files, ENTRY)
    assert (entry.inclusion, type(entry.page)) == (InclusionLevel.NOT_IN_NAV, OurPage)


@pytest.mark.filterwarnings("error::DeprecationWarning")
def test_an_entry_is_placed_once_and_behind_the_users_files() -> None:
    files, placing = placed(ENTRY, "about.md")
    placing.place_all()
    paths = [one.src_uri for one in files]
    assert paths == ["about.md", "timeline.md", "practice.md", ENTRY, *assets()]


def test_an_entry_that_another_plugin_lays_out_keeps_its_page_and_its_level() -> None:
    files, placing = placed(ENTRY)
    entry = at(files, ENTRY)
    theirs: Any = SimpleNamespace()
    entry.page, entry.inclusion = theirs, InclusionLevel.INCLUDED
    placing.place_all()
    assert (entry.page, entry.inclusion) == (theirs, InclusionLevel.INCLUDED)


def test_an_entry_that_was_handed_over_has_an_empty_file() -> None:
    files, placing = placed()
    placing.place_all()
    assert at(files, ENTRY).content_string == ""


def test_our_assets_are_files_of_the_build() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    assert {path: at(files, path).content_string for path in assets()} == assets()


def test_the_source_of_our_page_has_its_title_and_its_outline() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    source = at(files, "timeline.md").content_string
    assert source.startswith('---\ntitle: "Timeline"\n')
    assert source.endswith('# Timeline\n\n<div class="aw-part-0"></div>')


def test_a_page_is_called_as_the_users_navigation_calls_it() -> None:
    files, placing = placed(ENTRY, titles={"timeline.md": "Zeitleiste", ENTRY: "First"})
    placing.place_all()
    titles = {path: at(files, path).page for path in ("timeline.md", "practice.md", ENTRY)}
    assert {path: one and one.title for path, one in titles.items()} == {
        "timeline.md": "Zeitleiste",
        "practice.md": None,
        ENTRY: "First",
    }


@pytest.mark.parametrize(
    ("path", "html"),
    [
        ("practice.md", '<h1 id="practice">Practice</h1>'),
        (ENTRY, "<h1>Northwind</h1>"),
    ],
)
def test_each_page_is_asked_for_the_html_that_is_known_of_it(path: str, html: str) -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    ours = at(files, path).page
    assert isinstance(ours, OurPage)
    converted = ours.convert(placing.site.text(path))
    assert converted
    assert converted.html == html


def test_a_page_of_ours_tells_which_ids_are_in_it_once_it_has_any_html() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    ours = at(files, "practice.md").page
    assert isinstance(ours, OurPage)
    assert ours.present_anchor_ids is None
    ours.markdown = placing.site.text("practice.md")
    ours.render(placing.config, files)  # type: ignore[arg-type]
    assert ours.present_anchor_ids == {"practice"}
    # Another plugin may have put an anchor of its own on the page.
    identities: set[str] = getattr(ours, "present_anchor_ids")  # noqa: B009  as a plugin that knows pages of MkDocs alone
    identities.add("own")
    assert getattr(ours, "present_anchor_ids") == {"practice", "own"}  # noqa: B009


def test_a_page_of_ours_has_its_headings_as_the_host_makes_them() -> None:
    files, placing = placed(ENTRY)
    placing.place_all()
    ours = at(files, "practice.md").page
    assert isinstance(ours, OurPage)
    assert ours.toc == []
    ours.markdown = placing.site.text("practice.md")
    ours.render(placing.config, files)  # type: ignore[arg-type]
    assert [(one.title, one.id, one.active) for one in ours.toc] == [("Practice", "practice", True)]
    # Another plugin may have changed what it was handed.
    assert ours.toc is ours.toc


@pytest.mark.parametrize("there", ["timeline.md", "timeline/index.md", "timeline/README.md"])
def test_where_the_user_has_a_page_ours_is_not_added(there: str) -> None:
    files, placing = placed(ENTRY, there)
    placing.place_all()
    paths = [one.src_uri for one in files if one.src_uri.startswith("timeline")]
    assert paths == [there]
    assert at(files, there).dest_uri == "timeline/index.html"


def test_in_a_sealed_site_an_entry_lies_where_nothing_names_it() -> None:
    files, placing = placed(ENTRY, address_key=bytes(32))
    placing.place_all()
    place = placing.site.edition.place(ENTRY).removesuffix(".md")
    assert (at(files, ENTRY).dest_uri, "northwind" in place) == (f"{place}/index.html", False)


@pytest.mark.parametrize("by_user", [True, False])
def test_in_a_sealed_site_nor_does_the_page_of_a_theme_whoever_wrote_it(*, by_user: bool) -> None:
    theme = "themes/kafka.md"
    files, placing = placed(*([theme] if by_user else []), address_key=bytes(32))
    row = page(theme, "Kafka", lambda _: "# Kafka")
    sealed = replace(placing, site=Site(placing.site.edition, registry=[row]))
    sealed.place_all()
    place = placing.site.edition.place(theme).removesuffix(".md")
    assert (at(files, theme).dest_uri, "kafka" in place) == (f"{place}/index.html", False)


def test_below_a_folder_everything_of_ours_lies_there() -> None:
    files, placing = placed("about.md", f"mine/{ENTRY}", part=OwnPart("mine"))
    placing.place_all()
    assert [one.dest_uri for one in files] == [
        "about/index.html",
        "mine/timeline/index.html",
        "mine/practice/index.html",
        "mine/2026/northwind/index.html",
        *(f"mine/{one}" for one in assets()),
    ]


def test_an_entry_that_goes_by_another_path_is_read_where_it_lies() -> None:
    files, placing = placed("timeline.md")
    before = at(files, "timeline.md").abs_src_path
    placing.rename("timeline.md", "timeline-entry.md")
    assert [(one.src_uri, one.abs_src_path) for one in files] == [("timeline-entry.md", before)]
