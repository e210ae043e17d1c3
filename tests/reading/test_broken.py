"""Thirty broken files beside ten good ones: each is named once, at its line, and costs the others nothing."""

from __future__ import annotations

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.kinds import Severity
from afterword.model import Journal, Problem
from afterword.reading import read_journal, read_source

FOLDER = ROOT / "tests" / "journals" / "broken"
LINES: dict[str, int] = yaml.safe_load((FOLDER / "lines.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def journal() -> Journal:
    return read_journal(read_source(path, path.name) for path in sorted(FOLDER.glob("*.md")))


def told(journal: Journal) -> list[Problem]:
    return [one for one in journal.problems if one.severity is not Severity.HINT]


def test_each_is_named_once_with_its_line(journal: Journal) -> None:
    found = sorted((one.path.removesuffix(".md"), one.line) for one in told(journal))
    assert found == sorted(LINES.items())


def test_the_good_ones_are_all_there(journal: Journal) -> None:
    companies = [one.company for one in journal.interviews]
    assert [one for one in companies if one.startswith("Good")] == [
        f"Good {at}" for at in range(10)
    ]


def test_each_says_how_to_mend_it(journal: Journal) -> None:
    assert [str(one) for one in told(journal) if not one.suggestion] == []


def test_none_speaks_like_a_program(journal: Journal) -> None:
    words = ("Traceback", "Error(", "None", "<", "object at", "mapping values", "token")
    assert [str(one) for one in told(journal) if any(word in one.message for word in words)] == []


def test_each_has_a_page_or_counts(journal: Journal) -> None:
    paths = {one.path for one in journal.interviews} | {one.path for one in journal.unread}
    assert paths == {path.name for path in FOLDER.glob("*.md")}
