"""Files that were read before anybody knows which of them are in the site."""

from __future__ import annotations

import pickle

from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, Readings, read_files, read_journal

OPTIONS = ReadingOptions()
ENTRY = "---\ncompany: Acme\ndate: 2026-11-12\n---\n## Pros\n\n- calm\n"
SOURCES = [
    Source("one.md", ENTRY),
    Source("two.md", ENTRY.replace("Acme", "Birch")),
    Source("page.md", "# A page\n"),
    Source("lost.md", "company: Acme\n"),
    Source("text.txt", ENTRY),
    Source("Templates/new.md", "---\ncompany: {{title}}\ndate: {{date}}\n---\n"),
    Source("broken.md", "---\ncompany: Acme\n---\n"),
]


def told(journal: Journal) -> list[str]:
    return [one.path for one in journal.problems if one.severity != "hint"]


def test_they_make_the_journal_that_is_read_at_once() -> None:
    assert read_files(SOURCES, OPTIONS).journal(OPTIONS) == read_journal(SOURCES, OPTIONS)


def test_they_are_put_together_and_sent_to_another_process() -> None:
    both = read_files(SOURCES[:2], OPTIONS) + read_files(SOURCES[2:], OPTIONS)
    sent: Readings = pickle.loads(pickle.dumps(both))
    assert sent.journal(OPTIONS) == read_journal(SOURCES, OPTIONS)


def test_a_file_that_another_plugin_took_out_is_not_in_the_journal() -> None:
    journal = read_files(SOURCES, OPTIONS).among({"two.md", "lost.md"}).journal(OPTIONS)
    assert [one.path for one in journal.interviews] == ["two.md"]
    assert {one.path for one in journal.problems} == {"two.md", "lost.md"}


def test_a_file_that_goes_by_another_path_is_named_by_it_throughout() -> None:
    names = {"one.md": "one-entry.md", "broken.md": "x.md", "lost.md": "y.md", "page.md": "z.md"}
    names["Templates/new.md"] = "new.md"
    journal = read_files(SOURCES, OPTIONS).renamed(names).journal(OPTIONS)
    assert [one.path for one in journal.interviews] == ["one-entry.md", "two.md"]
    assert ([one.path for one in journal.unread], told(journal)) == (
        ["x.md"],
        ["text.txt", "x.md", "y.md"],
    )
    assert {one.path for one in journal.problems} == {
        "one-entry.md",
        "text.txt",
        "two.md",
        "x.md",
        "y.md",
    }


def test_whether_there_are_entries_among_them_is_known() -> None:
    parts = (SOURCES[2:3], SOURCES[3:4], SOURCES[4:5], SOURCES[5:6], SOURCES[6:])
    known = [Readings(), *(read_files(part, OPTIONS) for part in parts)]
    assert [one.has_entries for one in known] == [False, False, True, True, False, True]
