"""A site may be built by several builds, one within another, and ends with the last of them."""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.structure.files import File, Files

from afterword.edition.places import place
from afterword.model import Journal
from afterword.site.accelerator import Accelerator
from afterword.site.own_part import OwnPart
from afterword.site.record import SiteRecord, finish_site

CONFIG: Any = object()
OTHER: Any = object()


def test_a_build_within_another_is_of_the_same_site() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.done.add("index.html")
    record.begin(CONFIG, OwnPart())
    assert (record.is_nested, record.done) == (True, {"index.html"})
    assert [record.end(Journal()), record.end(Journal())] == [False, True]
    assert len(record.journals) == 2


def test_the_next_build_is_of_a_new_site() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.done.add("index.html")
    record.end(Journal())
    record.begin(CONFIG, OwnPart())
    assert (record.is_nested, record.done) == (False, set())


def test_a_build_that_failed_is_forgotten_by_the_next() -> None:
    record = SiteRecord()
    record.begin(CONFIG, OwnPart())
    record.begin(OTHER, OwnPart())
    assert (record.is_nested, record.end(Journal())) == (False, True)


def test_a_new_site_begins_with_nothing() -> None:
    record = SiteRecord(
        CONFIG,
        done={"a"},
        beside={"a": Path("a")},
        entry_urls={"a"},
        journals=[Journal()],
        order={"a": 1},
        idle=2,
    )
    record.begin(CONFIG, OwnPart("ours"))
    assert record == SiteRecord(CONFIG, part=OwnPart("ours"), depth=1)


def test_one_build_alone_stands_within_no_other() -> None:
    record = SiteRecord()
    assert not record.is_nested
    record.begin(CONFIG, OwnPart())
    assert (record.depth, record.is_nested) == (1, False)


@pytest.mark.parametrize(
    ("part", "beside"),
    [
        (OwnPart(), {"ours/ad.html", "kept.txt"}),
        (OwnPart("ours"), {"ours/ad.html"}),
    ],
)
def test_what_is_copied_beside_entries_is_noted_by_each_build(
    part: OwnPart, beside: set[str]
) -> None:
    record = SiteRecord(part=part, beside={"de/ad.html": Path("ad")}, entry_urls={"de/a/"})
    files = Files(
        [File(path, "docs", "site", True) for path in ("ours/ad.html", "kept.txt", "ours/a.md")]
    )
    entries = [part.path("ours/a.md")]
    config: Any = SimpleNamespace(docs_dir="docs")
    record.note(files, config, entries)
    assert record.entry_urls == {"de/a/", "ours/a/"}
    # A page that nobody has made yet looks like any other file.
    assert record.beside.keys() - {"ours/a/index.html"} == {"de/ad.html", *beside}


class Adding(Accelerator):
    """Adds a record for each page in their order."""

    def completed(self, records: list[Any], order: Any) -> list[Any]:
        """The records, and one for each page."""
        return [*records, *({"location": url} for url in sorted(order, key=order.__getitem__))]


RECORDS = [{"location": "a/", "title": "A", "text": "b"}, {"location": "a/#c", "title": "C"}]
SEPARATOR = r"[\s\-]+"


def finished(
    site: Path, part: OwnPart, *, is_live: bool = False, about_file: str | None = None
) -> list[str]:
    """Finish a site with a search, two pages that somebody else wrote and one that was laid out; the pages that are told."""
    pages = {
        "search/search_index.json": json.dumps(
            {"config": {"separator": SEPARATOR}, "docs": RECORDS}
        ),
        "late.html": "late",
        "ours/late.html": place(0),
        "ours/kept.html": "kept",
        "ours/a/index.html": "<p>laid out</p>",
    }
    for name, text in pages.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    kept = site.parent / "kept.html"
    kept.write_text("kept", encoding="utf-8")
    record = SiteRecord(
        part=part,
        done={"ours/a/index.html"},
        beside={"ours/kept.html": kept, "ours/a/index.html": kept},
        entry_urls={"a/"},
        order={"z/": 1, "b/": 0},
        about_file=about_file,
    )
    config: Any = SimpleNamespace(site_dir=str(site), extra_javascript=[Path("mine.js")])
    told = finish_site(record, config, lambda page, _: f"guarded {page}", Adding(), is_live=is_live)
    return list(told)


def read(site: Path, *names: str) -> list[str]:
    return [(site / name).read_text(encoding="utf-8") for name in names]


def test_a_journals_site_ends_with_its_search_its_list_and_every_page_guarded(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    assert finished(site, OwnPart()) == ["ours/late.html"]
    index = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert [one["location"] for one in index["docs"]] == ["a/", "b/", "z/"]
    assert "#" in index["config"]["separator"]
    assert (site / "search" / "search_index.js").is_file()
    assert read(site, "late.html", "ours/a/index.html") == ["guarded late", "<p>laid out</p>"]
    assert "default-src 'none'" in read(site, "ours/kept.html")[0]
    runs = json.loads((site / "assets" / "afterword-made.json").read_text(encoding="utf-8"))["runs"]
    assert runs == ["late.html", "ours/a/index.html", "ours/late.html", "search/search_index.js"]


def test_in_a_site_with_other_pages_only_ours_are_guarded_and_the_search_is_left(
    tmp_path: Path,
) -> None:
    site = tmp_path / "site"
    assert finished(site, OwnPart("ours")) == ["ours/late.html"]
    assert read(site, "late.html", "ours/late.html") == ["late", f"guarded {place(0)}"]
    assert SEPARATOR in json.loads(read(site, "search/search_index.json")[0])["config"].values()
    assert not (site / "search" / "search_index.js").exists()
    assert (site / "ours" / "assets" / "afterword-made.json").is_file()


def test_where_such_a_site_will_be_sealed_every_page_is_guarded(tmp_path: Path) -> None:
    finished(tmp_path / "site", OwnPart("ours", is_sealed=True))
    assert read(tmp_path / "site", "late.html") == ["guarded late"]


def test_a_site_that_is_served_has_no_list_of_what_may_run(tmp_path: Path) -> None:
    finished(tmp_path / "site", OwnPart(), is_live=True)
    assert not (tmp_path / "site" / "assets").exists()


def test_whom_a_site_is_about_is_written_where_somebody_asks(tmp_path: Path) -> None:
    asked = tmp_path / "about.json"
    finished(tmp_path / "site", OwnPart(), about_file=str(asked))
    assert json.loads(asked.read_text(encoding="utf-8"))["companies"] == []
