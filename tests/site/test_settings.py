"""What a journal changes in the settings of its site."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from afterword.options import SEALED
from afterword.site.bundle import DISK_SCRIPT, SCRIPT, STYLESHEET
from afterword.site.entries.markdown import EntryMarkdown
from afterword.site.settings import prepare

EXTENSION = EntryMarkdown()


def settings(features: list[str] | None = None) -> Any:
    return SimpleNamespace(
        theme={"features": features},
        markdown_extensions=["toc"],
        extra_css=["mine.css"],
        extra_javascript=["mine.js"],
        extra={"polyfills": ["theirs.js"]},
    )


def test_a_journals_site_asks_for_what_is_ours() -> None:
    config = settings()
    prepare(config, {}, EXTENSION)
    assert config.markdown_extensions == ["toc", EXTENSION]
    assert config.extra_css == [STYLESHEET, "mine.css"]
    assert config.extra_javascript == ["mine.js", SCRIPT]
    assert config.extra["polyfills"] == ["theirs.js", DISK_SCRIPT]


def test_built_once_more_it_asks_for_nothing_twice() -> None:
    config = settings()
    for _ in range(2):
        prepare(config, {}, EXTENSION)
    assert (len(config.markdown_extensions), len(config.extra_css)) == (2, 2)


def test_where_other_pages_are_there_only_the_extension_is_ours() -> None:
    config, before = settings(), settings()
    prepare(config, {}, EXTENSION, is_whole=False)
    assert config.markdown_extensions == ["toc", EXTENSION]
    for setting in ("theme", "extra_css", "extra_javascript", "extra"):
        assert getattr(config, setting) == getattr(before, setting)


@pytest.mark.parametrize("is_whole", [True, False])
@pytest.mark.parametrize(
    ("sealed", "features", "expected"),
    [
        ("00", ["a", "search.share", "z"], ["a", "z"]),
        ("00", None, []),
        ("", ["a", "search.share", "z"], ["a", "search.share", "z"]),
    ],
)
def test_a_sealed_site_shares_no_search(
    sealed: str, features: list[str] | None, expected: list[str], *, is_whole: bool
) -> None:
    config = settings(features)
    prepare(config, {SEALED: sealed}, EXTENSION, is_whole=is_whole)
    assert config.theme["features"] == expected
