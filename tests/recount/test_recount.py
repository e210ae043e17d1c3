"""Every number of the demonstration's export, beside what a second reader counts in the same files."""

from __future__ import annotations

import json
from math import isclose
from typing import Any

import pytest
from click.testing import CliRunner
from tests.end_to_end.projects import ROOT
from tests.recount.document import recounted

from afterword.cli import main

# What names one of a list, the first of these that it has.
NAMES = (
    "id",
    "theme",
    "path",
    "kind",
    "month",
    "week",
    "story",
    "thing",
    "quarter",
    "page",
    "text",
)
# Words that are worked out as numbers are.
WORDS = frozenset(
    [
        "trend",
        "state",
        "lean",
        "tier",
        "outcome",
        "written_outcome",
        "standing",
        "helped",
        "answered",
        "landed",
    ]
)
# Exactly it would take every outcome of all kinds of round, which are too many for a long journal.
ROUNDED = "forecast chance"
# What a deadline is and when it lies has a table of its own, in tests/clock.
APART = ("format", "today", "follow_ups")


def names(one: Any) -> str:
    """What one of a list is called: by its place in the journal where it has one."""
    if not isinstance(one, dict):
        return str(one)
    if "line" in one:
        return f"{one.get('made_in', one.get('path', ''))}:{one['line']}"
    return next((str(one[name]) for name in NAMES if name in one), "")


def flat(told: Any, key: str = "") -> dict[str, Any]:
    """Each number, yes or no, and worked-out word of a document, by its key."""
    if isinstance(told, dict):
        return {
            name: one
            for part, value in told.items()
            for name, one in flat(value, f"{key} {part}".strip()).items()
        }
    if isinstance(told, list):
        found: dict[str, Any] = (
            {f"{key} number": len(told)} if told and isinstance(told[0], dict) else {}
        )
        for at, value in enumerate(told):
            name = names(value) or str(at)
            found |= flat(value, f"{key} [{name}]")
        return found
    counts = isinstance(told, (bool, int, float)) or (
        isinstance(told, str) and key.rsplit(" ", maxsplit=1)[-1] in WORDS
    )
    return {key: told} if counts else {}


def same(one: Any, other: Any) -> bool:
    """Whether two are the same, but for what the last bits of a fraction say."""
    if isinstance(one, float) and isinstance(other, (int, float)):
        return isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


@pytest.fixture(scope="module")
def theirs() -> dict[str, Any]:
    """Every number of the export."""
    result = CliRunner().invoke(main, ["export", "--config", str(ROOT / "mkdocs.yml")])
    every = json.loads(result.stdout)
    return flat({key: value for key, value in every.items() if key not in APART})


@pytest.fixture(scope="module")
def mine() -> dict[str, Any]:
    """Every number of the second reader."""
    return flat(recounted(ROOT))


@pytest.mark.no_cover
def test_every_number_of_the_export_is_what_a_second_reader_counts(
    theirs: dict[str, Any], mine: dict[str, Any]
) -> None:
    different = {
        key: (theirs.get(key), mine.get(key))
        for key in (theirs.keys() | mine.keys()) - {ROUNDED}
        if not same(theirs.get(key), mine.get(key))
    }
    assert different == {}
    assert len(theirs) > 3000


def test_the_chance_of_all_forecasts_together_is_rounded_up_a_little(
    theirs: dict[str, Any], mine: dict[str, Any]
) -> None:
    assert mine[ROUNDED] <= theirs[ROUNDED] <= 1.05 * mine[ROUNDED]
