"""The search finds an entry once, by its words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from afterword.site.finished.search import Record, join_records, joined, write_search_script

RECORDS: list[Record] = [
    {"location": "a/", "title": "Acme, May", "text": "<p>Calm</p>", "boost": 2},
    {
        "location": "a/#well",
        "title": "Went well",
        "text": "<ul>\n<li>Drew &lt;b&gt; first</li></ul>",
    },
    {"location": "b/", "title": "About", "text": "<p>Me</p>"},
    {"location": "b/#more", "title": "More", "text": "<p>Us</p>"},
]


def test_a_page_of_many_sections_is_one_record() -> None:
    assert joined(RECORDS, {"a/"}) == [
        {
            "location": "a/",
            "title": "Acme, May",
            "text": "Calm Went well Drew &lt;b&gt; first",
            "boost": 2,
        },
        *RECORDS[2:],
    ]


def test_a_page_whose_first_record_is_a_section_is_found_at_its_top() -> None:
    assert joined(RECORDS[1:2], {"a/"})[0] == {
        "location": "a/",
        "title": "Went well",
        "text": "Went well Drew &lt;b&gt; first",
    }


def written(folder: Path, text: str) -> Path:
    path = folder / "search" / "search_index.json"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_the_index_of_a_site_is_rewritten(tmp_path: Path) -> None:
    path = written(tmp_path, json.dumps({"config": {"lang": ["en"]}, "docs": RECORDS}))
    join_records(tmp_path, {"a/"}, lambda records: records[:2])
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["config"], len(found["docs"])) == ({"lang": ["en"]}, 2)


@pytest.mark.parametrize("text", ['{"docs": [], "index": {}}', '{"docs": 1}', "{}"])
def test_an_index_of_another_kind_is_left_as_it_is(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)
    join_records(tmp_path, {"a/"}, list)
    assert path.read_text(encoding="utf-8") == text


def test_an_index_can_be_loaded_as_a_script(tmp_path: Path) -> None:
    path = written(tmp_path, "{}")
    write_search_script(tmp_path)
    assert path.with_suffix(".js").read_text(encoding="utf-8") == "var __index = {}"


def test_a_site_without_a_search_has_no_index(tmp_path: Path) -> None:
    join_records(tmp_path, {"a/"}, list)
    write_search_script(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("separator", "is_whole", "expected"),
    [
        (r"[\s\-]+", True, r"[\s\-#]+"),
        (r"[\s\-]+", False, r"[\s\-]+"),
        (r"[\s]+", True, r"[\s]+"),
    ],
)
def test_a_theme_is_found_without_its_hash_where_nobody_parts_words_otherwise(
    tmp_path: Path, separator: str, is_whole: bool, expected: str
) -> None:
    path = written(tmp_path, json.dumps({"config": {"separator": separator}, "docs": RECORDS}))
    join_records(tmp_path, {"a/"}, is_whole=is_whole)
    assert json.loads(path.read_text(encoding="utf-8"))["config"]["separator"] == expected


def test_an_index_is_written_as_briefly_as_it_can_be(tmp_path: Path) -> None:
    docs = [{"location": "b/", "title": "Café"}, {"location": "c/"}, {"title": "Nowhere"}]
    path = written(tmp_path, json.dumps({"docs": docs, "config": {"lang": ["en", "de"]}, "a": []}))
    join_records(tmp_path, {"a/"})
    assert path.read_text(encoding="utf-8") == (
        '{"docs":[{"location":"b/","title":"Café"},{"location":"c/"},{"title":"Nowhere"}],'
        '"config":{"lang":["en","de"]},"a":[]}'
    )


@pytest.mark.parametrize("config", [None, [], "odd"])
def test_settings_of_another_kind_are_left_as_they_are(tmp_path: Path, config: object) -> None:
    path = written(tmp_path, json.dumps({"docs": RECORDS, "config": config}))
    join_records(tmp_path, {"a/"})
    found = json.loads(path.read_text(encoding="utf-8"))
    assert (found["config"], len(found["docs"])) == (config, 3)


def test_a_record_without_words_adds_none() -> None:
    records = [{"location": "a/"}, {"location": "a/#b", "text": "<br>"}, {"location": "a/#c"}]
    assert joined(records, {"a/"}) == [{"location": "a/", "text": ""}]


def test_records_of_two_pages_are_not_taken_for_one() -> None:
    records = [
        {"location": f"{page}{section}", "title": page, "text": section}
        for page in ("a/", "b/")
        for section in ("", "#x", "#y#z")
    ]
    assert joined(records, {"a/", "b/"}) == [
        {"location": "a/", "title": "a/", "text": "a/ #x a/ #y#z"},
        {"location": "b/", "title": "b/", "text": "b/ #x b/ #y#z"},
    ]
