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
NAMES = ("id", "theme", "path", "kind", "month", "week", "story", "thing", "quarter", "page", "text")
# Words that are worked out as numbers are.
WORDS = frozenset(["trend", "state", "lean", "tier", "outcome", "written_outcome", "standing", "helped", "answered", "landed"])
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
        return {name: one for part, value in told.items() for name, one in flat(value, f"{key} {part}".strip()).items()}
    if isinstance(told, list):
        found: dict[str, Any] = {f"{key} number": len(told)} if told and isinstance(told[0], dict) else {}
        for at, value in enumerate(told):
            name = names(value) or str(at)
            found |= flat(value, f"{key} [{name}]")
        return found
    counts = isinstance(told, (bool, int, float)) or (isinstance(told, str) and key.split(" ")[-1] in WORDS)
    return {key: told} if counts else {}


def same(one: Any, other: Any) -> bool:
    """Whether two are the same, but for what the last bits of a fraction say."""
    if isinstance(one, float) and isinstance(other, (int, float)):
        return isclose(one, other, rel_tol=1e-9)
    return bool(one == other)


@pytest.fixture(scope="module")
def differences() -> dict[str, tuple[Any, Any]]:
    exported = json.loads(CliRunner().invoke(main, ["export", "--config", str(ROOT / "mkdocs.yml")]).stdout)
    theirs = flat({key: value for key, value in exported.items() if key not in APART})
    mine = flat(recounted(ROOT))
    return {
        key: (theirs.get(key), mine.get(key))
        for key in theirs.keys() | mine.keys()
        if not same(theirs.get(key), mine.get(key))
    }


def test_every_number_of_the_export_is_what_a_second_reader_counts(differences: dict[str, tuple[Any, Any]]) -> None:
    assert differences == {}
