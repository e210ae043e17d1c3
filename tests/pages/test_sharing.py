"""A journal read and laid out by two processes is the one that one alone makes."""

from __future__ import annotations

from datetime import date

from tests.end_to_end.projects import ROOT

from afterword.pages.colleague import colleague
from afterword.pages.edition import Edition
from afterword.pages.finishing import Converter
from afterword.pages.sharing import is_worthwhile, lay_out_with, read_with
from afterword.pages.site import Site
from afterword.reading import ReadingOptions
from afterword.reading.journal import journal_of

JOURNAL = ROOT / "journal"
FILES = [(path, path.relative_to(JOURNAL).as_posix()) for path in sorted(JOURNAL.rglob("*.md"))]
OPTIONS = ReadingOptions()


def made(*, shared: bool) -> tuple[object, ...]:
    """Every page of ours, and every entry with its card, as one process or two make them."""
    with colleague(wanted=shared) as other:
        found = read_with(other, FILES, OPTIONS, finish=True)
        edition = Edition(journal_of(found.entries, OPTIONS), date(2026, 11, 20))
        site = Site(edition, found.finished, lay_out_with(other, edition, Converter(["toc"], {})))
        cards = {path: site.with_card(path, "<h1></h1>") for path in site.entry_paths}
    entries = {path: site.finished(path) for path in cards}
    headings = {page.path: site.converted(page.path) for page in site.pages}
    return edition.journal, site.pages, cards, entries, headings


def test_two_processes_make_what_one_makes() -> None:
    assert made(shared=True) == made(shared=False)


def test_a_journal_of_a_year_is_not_worth_a_second_process() -> None:
    assert not is_worthwhile(FILES)
    assert is_worthwhile(FILES * 6)
