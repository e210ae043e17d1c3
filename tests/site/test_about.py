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


def test_of_several_languages_everything_is_said_once() -> None:
    other = read_journal([decode(TEXT.replace("Heron", "Acme").encode(), "b.md")])
    assert about([JOURNAL, other, JOURNAL]) == About(
        companies=("Heron", "Acme"),
        people=("Ada Byron",),
        every=("Heron", "Ada Byron", "Acme"),
        titles=("Heron, 1 November 2026", "Heron", "Acme, 1 November 2026", "Acme"),
    )


def test_its_letters_are_written_as_they_are() -> None:
    other = read_journal([decode(TEXT.replace("Heron", "Café").encode(), "b.md")])
    assert '"companies": ["Café"]' in written_about([other])
