"""An entry and its translation are one entry, however the plugin for languages tells them apart."""

from __future__ import annotations

import pytest

from afterword.cli.project.languages import Languages, languages_in

SUFFIX = Languages("suffix", ("en", "de"))
FOLDER = Languages("folder", ("en", "de"))


@pytest.mark.parametrize(
    ("languages", "paths", "counted"),
    [
        (SUFFIX, ["heron.md", "heron.de.md"], {"heron.md"}),
        (SUFFIX, ["a/heron.de.md", "a/heron.en.md"], {"a/heron.en.md"}),
        (SUFFIX, ["heron.de.md", "quill.md"], {"heron.de.md", "quill.md"}),
        (SUFFIX, ["heron.v2.md", "heron.md"], {"heron.v2.md", "heron.md"}),
        (SUFFIX, ["en/heron.md", "de/heron.md"], {"en/heron.md", "de/heron.md"}),
        (FOLDER, ["de/a/heron.md", "en/a/heron.md"], {"en/a/heron.md"}),
        (FOLDER, ["de/heron.md", "quill.md"], {"de/heron.md", "quill.md"}),
        (FOLDER, ["fr/heron.md", "de.md"], {"fr/heron.md", "de.md"}),
        (Languages(), ["heron.md", "heron.de.md"], {"heron.md", "heron.de.md"}),
    ],
)
def test_of_each_page_one_file_counts(
    languages: Languages, paths: list[str], counted: set[str]
) -> None:
    assert languages.one_each(paths) == counted


def test_the_usual_language_comes_first() -> None:
    section = {
        "docs_structure": "folder",
        "languages": [{"locale": "de"}, {"locale": "en", "default": True}, {"name": "?"}, "fr"],
    }
    assert languages_in(section) == FOLDER


@pytest.mark.parametrize("section", [None, [], {}, {"languages": "en"}])
def test_without_languages_every_file_counts(section: object) -> None:
    assert languages_in(section) == Languages()
