"""A journal read by two processes is the one that one alone reads."""

from __future__ import annotations

import pytest
from tests.end_to_end.projects import ROOT

from afterword.reading import ReadingOptions
from afterword.site.sources import read_files
from afterword.speed.reading import is_worthwhile, read_in_two

JOURNAL = ROOT / "journal"
FILES = [(path, path.relative_to(JOURNAL).as_posix()) for path in sorted(JOURNAL.rglob("*.md"))]
OPTIONS = ReadingOptions()


@pytest.mark.no_cover
@pytest.mark.parametrize("number", [1, 8])
def test_two_processes_read_what_one_reads(number: int) -> None:
    files = [(path, f"{at}/{name}") for at in range(number) for path, name in FILES]
    shared, alone = (read(files, OPTIONS, with_html=True) for read in (read_in_two, read_files))
    assert shared == alone


def test_no_html_is_made_that_nobody_wants() -> None:
    assert read_in_two(FILES, OPTIONS, with_html=False).html == {}


def test_a_journal_of_a_year_is_not_worth_a_second_process() -> None:
    assert not is_worthwhile(FILES)
    assert is_worthwhile(FILES * 6)
