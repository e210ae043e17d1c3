"""Names of facts that begin many a sentence as well are facts only where what follows them is one."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.model import Source
from afterword.reading import read_journal


@pytest.mark.parametrize(
    "line",
    [
        "Connected: great rapport with Ada.",
        "Reconnected: with an old colleague",
        "Advocates: they want people who advocate for users",
        "- Connected: we had the same teacher",
        "LinkedIn: Ada Byron",
    ],
)
def test_a_sentence_is_no_fact_and_nothing_is_wrong_with_it(line: str) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n\n{line}\n\n## Went well\n- Calm\n"
    read = read_journal([Source("a.md", text)])
    (one,) = read.interviews
    assert (one.connected, one.reconnected, one.advocates) == (None, None, ())
    assert [problem.code for problem in read.problems if problem.severity != "hint"] == []


def test_a_day_and_a_name_are_facts() -> None:
    text = "---\ncompany: Acme\ndate: 2026-11-12\n---\n\nConnected: 2026-11-30\n\nAdvocates: Kim\n"
    (one,) = read_journal([Source("a.md", text)]).interviews
    assert (one.connected, [each.name for each in one.advocates]) == (date(2026, 11, 30), ["Kim"])
