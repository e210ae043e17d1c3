"""What sounds in prose as if they had decided is doubted where no outcome is written, and never read."""

from __future__ import annotations

import pytest

from afterword.kinds import OutcomeKind, Severity
from afterword.model import Problem, Source
from afterword.reading import read_journal

ENTRY = """---
company: Acme
date: 2026-11-12
confidence: 60
{key}---

{prose}

## Went well
- Calm
"""


def read(prose: str, key: str = "") -> tuple[OutcomeKind, list[Problem]]:
    journal = read_journal([Source("a.md", ENTRY.format(prose=prose, key=key))])
    told = [one for one in journal.problems if one.code == "outcome-in-prose"]
    return journal.interviews[0].outcome.kind, told


@pytest.mark.parametrize(
    ("prose", "kind"),
    [
        ("Got rejected by email, 17 Nov.", "rejected"),
        ("Was rejected after the final.", "rejected"),
        ("Long day. They turned me down on the phone.", "rejected"),
        ("They turned me down.", "rejected"),
        ("Good talk. Got an offer, wow!", "offer"),
        ("They went with someone else in the end.", "rejected"),
    ],
)
def test_what_sounds_like_an_outcome_is_doubted_with_the_line_to_write(
    prose: str, kind: str
) -> None:
    read_as, told = read(prose)
    assert read_as is OutcomeKind.PENDING
    assert [(one.line, one.severity) for one in told] == [(7, Severity.WARNING)]
    assert f"Write outcome: {kind} at the top" in str(told[0])


@pytest.mark.parametrize(
    "prose",
    [
        "They said no code was needed.",
        "No.",
        "They rejected my idea, which was fair.",
        "If they turned me down by email, so be it, I thought, and went on to talk about the second system.",
        "A long talk.",
    ],
)
def test_what_says_something_else_is_not(prose: str) -> None:
    assert read(prose)[1] == []


def test_where_an_outcome_is_written_nothing_is_doubted() -> None:
    assert read("Got rejected by email.", "outcome: advanced\n") == (OutcomeKind.ADVANCED, [])


def test_where_only_the_month_is_known_nothing_is_doubted() -> None:
    text = ENTRY.format(prose="Got rejected by email.", key="").replace("2026-11-12", "2026-11")
    journal = read_journal([Source("a.md", text)])
    assert "outcome-in-prose" not in {one.code for one in journal.problems}
