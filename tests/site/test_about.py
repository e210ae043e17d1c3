"""Whom a site is about, as it was built."""

from __future__ import annotations

from afterword.reading import read_journal
from afterword.reading.source import decode
from afterword.site.about import About, about, read_about, written_about

TEXT = "---\ncompany: Heron\ndate: 2026-11-01\ninterviewers: [Ada Byron]\n---\n"
JOURNAL = read_journal([decode(TEXT.encode(), "a.md")])


def test_it_says_whom_the_site_names_and_what_its_pages_are_called() -> None:
    assert about([JOURNAL]) == About(
        companies=("Heron",),
        people=("Ada Byron",),
        every=("Heron", "Ada Byron"),
        titles=("Heron, 1 November 2026", "Heron"),
    )


def test_it_is_read_as_it_was_written() -> None:
    assert read_about(written_about([JOURNAL])) == about([JOURNAL])
