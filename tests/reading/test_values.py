"""Entries whose values are written as people write them come out right, or it is told why not."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.kinds import Severity
from afterword.reading import read_journal, read_source

FOLDER = ROOT / "tests" / "journals" / "values"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "expected.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_read_right_and_what_is_doubted_is_told(name: str) -> None:
    journal = read_journal([read_source(FOLDER / f"{name}.md", f"{name}.md")])
    (one,) = journal.interviews
    found = {
        "outcome": one.outcome.kind.value,
        "words": one.outcome.words,
        "decided": one.outcome.decided,
        "told": [each.code for each in journal.problems if each.severity is not Severity.HINT],
    }
    assert found == EXPECTED[name]


def test_every_entry_there_is_expected() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(EXPECTED)
