"""What was read for a site, and what of it the site is made from."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.structure.files import File, Files

from afterword.model import Source
from afterword.reading import ReadingOptions
from afterword.site.own_part import OwnPart
from afterword.site.sources import ReadEntries, Sources, other_name, read_files

ENTRY = "---\ncompany: Northwind\ndate: 2026-11-12\n---\n\n## Went well\n\n- Calm\n"
TEXTS = {
    "a.md": ENTRY,
    "linked.md": f"{ENTRY}- [there](a.md)\n",
    "about.md": "# About\n",
    "broken.md": "---\ncompany: [\n---\n",
}


def sources(folder: Path, *names: str, with_html: bool = False) -> Sources:
    for name in names:
        (folder / name).write_text(TEXTS[name], encoding="utf-8")
    options = ReadingOptions(extensions=("toc",))
    files = [(folder / name, name) for name in names]
    return Sources(read_files(files, options, with_html=with_html), options, names)


@pytest.mark.parametrize(("with_html", "made"), [(True, {"a.md"}), (False, set())])
def test_html_is_made_of_entries_whose_own_words_are_enough(
    tmp_path: Path, made: set[str], *, with_html: bool
) -> None:
    assert {*sources(tmp_path, *TEXTS, with_html=with_html).read.html} == made


@pytest.mark.parametrize(
    ("names", "has_entries"),
    [((), False), (("about.md",), False), (("a.md",), True), (("about.md", "broken.md"), True)],
)
def test_what_somebody_wrote_of_their_interviews_is_an_entry_read_or_not(
    tmp_path: Path, names: tuple[str, ...], *, has_entries: bool
) -> None:
    assert sources(tmp_path, *names).has_entries is has_entries


def test_a_journal_has_the_entries_whose_files_are_there_and_those_that_came_later(
    tmp_path: Path,
) -> None:
    found = sources(tmp_path, *TEXTS).with_sources([Source("later.md", ENTRY)])
    journal = found.journal(["later.md", "a.md"])
    assert {one.path for one in journal.interviews} == {"a.md", "later.md"}
    assert found.paths == (*TEXTS,)


def test_what_was_read_is_let_go_once_its_journal_is_made(tmp_path: Path) -> None:
    found = sources(tmp_path, "a.md", with_html=True).without_entries()
    assert (found.read, found.paths) == (ReadEntries(), ("a.md",))


def test_an_entry_may_go_by_another_path(tmp_path: Path) -> None:
    journal = sources(tmp_path, "a.md").journal(["a.md"], {"a.md": "b.md"})
    assert [one.path for one in journal.interviews] == ["b.md"]


@pytest.mark.parametrize("names", [["a.md", "draft.md"], ["a.md"]])
def test_a_draft_is_taken_out_of_a_build_also_where_another_plugin_was_first(
    tmp_path: Path, names: list[str]
) -> None:
    read = [("a.md", ENTRY), ("draft.md", ENTRY.replace("company", "draft: true\ncompany"))]
    for name, text in read:
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = ReadingOptions(for_publishing=True)
    found = Sources(
        read_files([(tmp_path / name, name) for name, _ in read], options, with_html=False), options
    )
    files = Files(
        [File(name, str(tmp_path), str(tmp_path), use_directory_urls=True) for name in names]
    )
    assert found.take_withheld(files, {}, OwnPart()) == {*names} - {"a.md"}
    assert {*files.src_uris} == {"a.md"}


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ([], "a/index-entry.md"),
        (["a/index-entry.md"], "a/index-entry1.md"),
        (["a/index-entry.md", "a/index-entry1.md"], "a/index-entry2.md"),
    ],
)
def test_another_name_is_one_that_nobody_has(taken: list[str], name: str) -> None:
    assert other_name("a/index.md", taken) == name


def test_the_language_of_most_files_decides_for_one_that_does_not_say(tmp_path: Path) -> None:
    head = "---\ncompany: A\ndate: 2026-11-12\n---\n"
    dutch = "bedrijf: B\ndatum: 2026-11-13\n---\n\nHet was een goed gesprek en ik was niet zenuwachtig.\n"
    texts = {"a.md": f"{head}\n## Tips\n- langzamer\n", "b.md": f"---\n{dutch}"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    options = ReadingOptions()
    files = [(tmp_path / name, name) for name in texts]
    read = Sources(read_files(files, options, with_html=False), options, texts)
    journal = read.journal(texts)
    assert [item.text for one in journal.interviews for item in one.went_badly] == ["langzamer"]
