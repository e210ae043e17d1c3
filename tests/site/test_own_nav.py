"""A navigation of the user's: what it calls our pages, and what it leaves out in words that can be pasted into it."""

from __future__ import annotations

import yaml

from afterword.edition.page import Page
from afterword.site.own_nav import left_out, paths_in, titles_in

NAV = [
    {"Start": "index.md"},
    "about.md",
    {"Search": [{"Zeitleiste": "/timeline.md"}, "reflections.md", {"Deep": [{"Far": "a/b.md"}]}]},
    {"Elsewhere": "https://example.org"},
]


def test_each_path_has_the_title_that_stands_beside_it() -> None:
    assert titles_in(NAV) == {
        "index.md": "Start",
        "timeline.md": "Zeitleiste",
        "a/b.md": "Far",
        "https://example.org": "Elsewhere",
    }


def test_without_a_navigation_there_are_no_titles() -> None:
    assert titles_in(None) == {}


def pages() -> list[Page]:
    return [
        Page("timeline.md", "Timeline", str, listed=True),
        Page("reviews.md", "Reviews", str, listed=True),
        Page("odd.md", "Odd: é", str, listed=True),
        Page("themes/kafka.md", "Kafka", str),
    ]


def test_what_is_left_out_can_be_pasted() -> None:
    _, _, lines = left_out(pages(), {"timeline.md"}, str).partition("\n")
    assert lines.endswith('  - "Odd: é": odd.md')
    assert yaml.safe_load(lines) == [{"Reviews": "reviews.md"}, {"Odd: é": "odd.md"}]


def test_nothing_is_said_where_nothing_is_left_out() -> None:
    assert left_out(pages(), {"timeline.md", "reviews.md", "odd.md"}, str) == ""


def test_every_path_of_a_navigation_is_named() -> None:
    nav = ["index.md", {"Ours": ["/interviews/index.md", {"Wrong": "interviews/problems.md"}]}]
    assert list(paths_in(nav)) == ["index.md", "interviews/index.md", "interviews/problems.md"]
