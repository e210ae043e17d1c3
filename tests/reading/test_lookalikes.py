"""Nothing vanishes: what looks like an interview and is none is told once, with its line, and what has nothing to do with one is left alone in silence."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.cli.listing import listed
from afterword.model import Journal
from afterword.reading import read_journal, read_source

FOLDERS = ROOT / "tests" / "journals"
EXPECTED: dict[str, list[object]] = yaml.safe_load(
    (FOLDERS / "lookalikes" / "expected.yml").read_text(encoding="utf-8")
)


def read(folder: Path) -> Journal:
    listing = listed(folder, left_out=())
    return read_journal(read_source(*one) for one in (*listing.entries, *listing.texts))


@pytest.fixture(scope="module")
def journal() -> Journal:
    return read(FOLDERS / "lookalikes")


@pytest.fixture(scope="module")
def alone() -> Journal:
    return read(FOLDERS / "left-alone")


@pytest.mark.parametrize("path", EXPECTED)
def test_each_is_told_once_at_its_line(journal: Journal, path: str) -> None:
    told = [[one.line, one.code] for one in journal.problems if one.path == path]
    assert told == [EXPECTED[path]]
