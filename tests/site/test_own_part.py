"""Which part of a site is ours, and how a page there asks for what is ours by itself."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from afterword.options import SEALED, Options
from afterword.site.own_part import OwnPart, own_part

PART = OwnPart("private/interviews")
SETTINGS = '<script id="__config" type="application/json">{}</script>'


@pytest.mark.parametrize(
    ("uri", "path"),
    [
        ("private/interviews/2026/heron.md", "2026/heron.md"),
        ("private/interviews.md", ""),
        ("private/other.md", ""),
        ("interviews/heron.md", ""),
    ],
)
def test_a_path_is_inside_or_none_of_ours(uri: str, path: str) -> None:
    assert PART.path(uri) == path


def test_a_path_of_ours_has_the_folder_before_it() -> None:
    assert PART.uri("timeline.md") == "private/interviews/timeline.md"


def test_without_a_folder_every_path_is_ours() -> None:
    part = OwnPart()
    assert (part.path("timeline.md"), part.uri("timeline.md")) == ("timeline.md", "timeline.md")
    assert part.with_assets("<html></html>", "..") == "<html></html>"


@pytest.mark.parametrize(
    ("folder", "variables", "guards_all"),
    [("", {}, True), ("interviews", {}, False), ("interviews", {SEALED: "5a"}, True)],
)
def test_all_pages_are_guarded_where_all_are_ours_or_sealed(
    folder: str, variables: dict[str, str], *, guards_all: bool
) -> None:
    assert own_part(Options(folder=folder), variables).guards_all is guards_all


def test_a_page_asks_for_our_stylesheet_and_script_once() -> None:
    page = "<html><head></head><body><p>&lt;/body></p></body></html>"
    assert PART.with_assets(page, "../..") == (
        '<html><head><link rel="stylesheet" href="../../private/interviews/assets/afterword.css"></head>'
        "<body><p>&lt;/body></p>"
        '<script src="../../private/interviews/assets/afterword.js"></script></body></html>'
    )


@pytest.mark.parametrize(
    ("features", "kept"),
    [
        (["navigation.instant", "navigation.instant.prefetch", "toc.follow"], ["toc.follow"]),
        (None, []),
    ],
)
def test_it_goes_to_every_other_page_anew(features: object, kept: list[str]) -> None:
    page = SETTINGS.format(json.dumps({"base": "..", "features": features}))
    told = json.loads(PART.with_assets(page, "..").partition(">")[2].rpartition("<")[0])
    assert told == {"base": "..", "features": kept}


@pytest.mark.parametrize(
    ("features", "part", "listed"),
    [
        (["navigation.instant"], PART, ["about.md"]),
        (["navigation.tabs"], PART, ["about.md", "private/interviews/heron.md"]),
        (None, PART, ["about.md", "private/interviews/heron.md"]),
        (["navigation.instant"], OwnPart(), []),
    ],
)
def test_a_sitemap_lists_no_page_of_ours_that_a_script_would_put_in_anothers_place(
    features: list[str] | None, part: OwnPart, listed: list[str]
) -> None:
    files: Any = [
        SimpleNamespace(src_uri=one) for one in ("about.md", "private/interviews/heron.md")
    ]
    config: Any = SimpleNamespace(theme={"features": features})
    assert [one.src_uri for one in part.listed(files, config)] == listed


def test_a_page_with_several_ends_asks_once_in_its_head_and_at_its_very_end() -> None:
    page = "<HEAD></HEAD><pre></head></pre><BODY><pre></body></pre></BODY>"
    found = PART.with_assets(page, "..")
    before, style, between = found.partition("<link")
    assert (before, style, found.count("<link"), found.count("<script")) == (
        "<HEAD>",
        "<link",
        1,
        1,
    )
    assert between.endswith(
        '</pre><script src="../private/interviews/assets/afterword.js"></script></body>'
    )


def test_only_the_first_settings_of_a_page_are_the_themes() -> None:
    page = SETTINGS.format('{"features": ["navigation.instant"]}') * 2
    assert PART.with_assets(page, "..").count("navigation.instant") == 1
