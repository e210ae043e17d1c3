"""Entries written in forty natural ways come out right."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.kinds import Severity
from afterword.model import Interview, Journal
from afterword.reading import read_journal, read_source

FOLDER = ROOT / "tests" / "journals" / "natural"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "expected.yml").read_text(encoding="utf-8")
)


def journal(name: str) -> Journal:
    return read_journal([read_source(FOLDER / f"{name}.md", f"{name}.md")])


def facts(interview: Interview) -> dict[str, Any]:
    return {
        "company": interview.company,
        "role": interview.role,
        "date": interview.when.day.isoformat(),
        "applied": interview.applied.isoformat() if interview.applied else None,
        "kind": interview.kind.value,
        "outcome": interview.outcome.kind.value,
        "went_well": len(interview.went_well),
        "went_badly": len(interview.went_badly),
        "do": len(interview.do_differently),
        "questions": len(interview.questions),
        "why": next((item.why for item in interview.observations if item.why), None),
    }


@pytest.mark.parametrize("name", EXPECTED)
def test_it_is_read_right(name: str) -> None:
    (interview,) = journal(name).interviews
    found = facts(interview)
    assert {key: found[key] for key in EXPECTED[name]} == EXPECTED[name]


# Two rounds in one file are read as one interview, and told.
DOUBTED = {"questions": ["several-rounds"]}


@pytest.mark.parametrize("name", EXPECTED)
def test_nothing_else_is_said_against_it(name: str) -> None:
    told = [one.code for one in journal(name).problems if one.severity is not Severity.HINT]
    assert told == DOUBTED.get(name, [])


def test_every_file_is_expected() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == sorted(EXPECTED)
