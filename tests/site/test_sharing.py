"""A journal read and laid out by two processes is the one that one alone makes."""

from __future__ import annotations

from datetime import date

from tests.end_to_end.projects import ROOT

from afterword.edition.edition import Edition
from afterword.edition.places import place
from afterword.reading import ReadingOptions
from afterword.site.finishing import Converter
from afterword.site.sharing import is_worthwhile, lay_out_with, read, read_with
from afterword.site.site import Site
from afterword.site.worker import worker

JOURNAL = ROOT / "journal"
FILES = [(path, path.relative_to(JOURNAL).as_posix()) for path in sorted(JOURNAL.rglob("*.md"))]
OPTIONS = ReadingOptions()
DAY = date(2026, 11, 20)


def made(*, shared: bool) -> tuple[object, ...]:
    """Every page of ours, and every entry with its card, as one process or two make them."""
    with worker(wanted=shared) as other:
        found = read_with(other, FILES, OPTIONS, finish=True)
        edition = Edition(found.entries.journal(OPTIONS), DAY)
        site = Site(edition, found.finished, lay_out_with(other, edition, Converter(["toc"], {})))
        cards = {path: site.filled(path, place(0)) for path in site.entry_paths}
        late = [one.made() for one in site.late]
    entries = {path: site.finished(path, site.text(path)) for path in cards}
    headings = {page.path: site.converted(page.path, page.text) for page in (*site.at_hand, *late)}
    return edition.journal, site.at_hand, late, cards, entries, headings


def test_two_processes_make_what_one_makes() -> None:
    assert made(shared=True) == made(shared=False)


def test_a_late_page_is_handed_over_as_the_page_would_be() -> None:
    edition = Edition(read(FILES, OPTIONS, finish=False).entries.journal(OPTIONS), DAY)
    site = Site(edition)
    assert len(site.late) == len(edition.journal.applications)
    for late in site.late:
        page = late.made()
        assert (late.path, late.title, late.listed) == (page.path, page.title, page.listed)
        assert (late.source, late.text, late.below) == (page.source, page.text, page.below)
        assert late.parts == page.parts != ()


def test_late_pages_can_be_had_before_any_card() -> None:
    """A page of the user's own may stand where a late one would, and wants it at once."""
    with worker(wanted=True) as other:
        edition = Edition(read(FILES, OPTIONS, finish=False).entries.journal(OPTIONS), DAY)
        site = Site(edition, {}, lay_out_with(other, edition, Converter(["toc"], {})))
        assert {one.path for one in site.late} == {one.made().path for one in site.late}
        assert "aw-card" in site.filled(site.entry_paths[0], place(0))


def test_a_journal_of_a_year_is_not_worth_a_second_process() -> None:
    assert not is_worthwhile(FILES)
    assert is_worthwhile(FILES * 6)
