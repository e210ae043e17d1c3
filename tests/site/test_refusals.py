"""What MkDocs is not asked to do with a journal."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from afterword.errors import ConfigurationError
from afterword.site.own_part import OwnPart
from afterword.site.refusals import (
    require_fitting,
    require_narrow_feed,
    require_one_seal,
    require_own_place,
    require_private,
)


def test_a_journal_is_not_deployed_for_everybody() -> None:
    with pytest.raises(ConfigurationError, match="afterword publish"):
        require_private("gh-deploy", has_entries=True, plain=False)


@pytest.mark.parametrize(
    ("command", "has_entries", "plain"),
    [("gh-deploy", False, False), ("gh-deploy", True, True), ("build", True, False)],
)
def test_what_shows_nobodys_journal_goes_on(
    command: str, *, has_entries: bool, plain: bool
) -> None:
    require_private(command, has_entries=has_entries, plain=plain)


@pytest.mark.parametrize("name", ["encryptcontent", "third/encryptcontent"])
def test_pages_are_not_sealed_one_by_one_as_well(name: str) -> None:
    with pytest.raises(ConfigurationError, match="afterword publish"):
        require_one_seal(["search", name, "afterword"])


def test_other_plugins_are_welcome() -> None:
    require_one_seal(["material/search", "afterword"])


def feed(**options: object) -> list[tuple[str, SimpleNamespace]]:
    return [("search", SimpleNamespace(config={})), ("rss", SimpleNamespace(config=options))]


def test_a_feed_of_every_page_is_refused_with_what_to_write() -> None:
    with pytest.raises(ConfigurationError, match=r"match_path: blog/posts/\.\*"):
        require_narrow_feed(feed(match_path=".*"), "index.md")


@pytest.mark.parametrize(
    "options", [{"match_path": "blog/.*"}, {"match_path": ".*", "enabled": False}]
)
def test_a_feed_of_other_pages_is_welcome(options: dict[str, object]) -> None:
    require_narrow_feed(feed(**options), "index.md")


def test_no_page_of_the_users_is_taken_by_the_home_page_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "interviews.md").write_text("# Mine\n")
    with pytest.raises(ConfigurationError, match=r"Move interviews\.md to interviews/index\.md"):
        require_own_place(tmp_path, "interviews", directory_urls=True)


@pytest.mark.parametrize(
    ("folder", "directory_urls"), [("", True), ("interviews", False), ("other", True)]
)
def test_where_both_have_a_place_nothing_is_refused(
    tmp_path: Path, folder: str, *, directory_urls: bool
) -> None:
    (tmp_path / "interviews.md").write_text("# Mine\n")
    require_own_place(tmp_path, folder, directory_urls=directory_urls)


@pytest.mark.parametrize(
    ("plugins", "page", "said"),
    [
        ({"encryptcontent": None}, "a.md", "seals a page's text"),
        ({"material/rss": SimpleNamespace(config={})}, "a.md", "into a feed"),
        ({}, "ours.md", "would be one page"),
    ],
)
def test_whatever_does_not_go_together_with_a_journal_is_refused(
    tmp_path: Path, plugins: dict[str, Any], page: str, said: str
) -> None:
    (tmp_path / page).write_text("# Mine\n")
    config: Any = SimpleNamespace(plugins=plugins, docs_dir=str(tmp_path), use_directory_urls=True)
    with pytest.raises(ConfigurationError, match=said):
        require_fitting(config, OwnPart("ours"))


def test_a_feed_of_pages_outside_the_journals_folder_goes_together_with_it(tmp_path: Path) -> None:
    plugins = dict(feed(match_path="index.md"))
    config: Any = SimpleNamespace(plugins=plugins, docs_dir=str(tmp_path), use_directory_urls=True)
    require_fitting(config, OwnPart("ours"))
