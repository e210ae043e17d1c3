"""Two interviews in one file are read as one, and told."""

from __future__ import annotations

import pytest

from afterword.kinds import OutcomeKind, Severity
from afterword.model import Source
from afterword.reading import read_journal

HEAD = "---\ncompany: Acme\ndate: 2026-11-10\nconfidence: 50\n---\n"
BOTH = "## Went well\n\n- Calm\n\n"


def told(text: str) -> list[tuple[int, str]]:
    problems = read_journal([Source("a.md", text)]).problems
    return [(one.line, one.code) for one in problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("Text.\n\n---\ncompany: Birch\ndate: 2026-11-12\n---\n\nMore.\n", 9),
        ("Text.\n\n**Company:** Birch\n**Date:** 12 Nov 2026\n", 8),
        ("Text.\n\n- Company: Birch\n- Role: Analyst\n", 8),
        ("Text.\n\ncompany:: Birch\noutcome:: rejected\n", 8),
        ("| Company | Birch |\n|---|---|\n| Date | 2026-11-12 |\n", 6),
        (f"# Acme\n\n{BOTH}# Birch\n\n{BOTH}", 6),
        (f"## 2026-11-10\n\n{BOTH.replace('##', '###')}## 2026-11-12\n\n{BOTH.replace('##', '###')}", 6),
        ("## On 10.11.2026\n\n**Went well:** a\n\n## On 12.11.2026\n\n**Went well:** b\n", 6),
    ],
)  # fmt: skip
def test_a_second_interview_is_told_at_its_line(body: str, line: int) -> None:
    assert told(HEAD + body) == [(line, "several-interviews")]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Company: Acme\nDate: 2026-11-10\n", []),
        ("Company: forty people, founded in 2011\n", []),
        ("Company: Series B\nSize: 80\n", [6]),
        (f"# Acme\n\n{BOTH}", []),
        ("# Acme\n\nText.\n\n# Afterwards\n\nText.\n", [6]),
        (f"# Notes\n\n{BOTH}# Questions\n\n- Why?\n", []),
        (f"## With Ada\n\n{BOTH.replace('##', '###')}## With Ben\n\n{BOTH.replace('##', '###')}", []),
        ("## Sent 2026-11-10\n\nText.\n\n## Heard 2026-11-12\n\nText.\n", [6]),
        ("```\ncompany: Birch\ndate: 2026-11-12\n```\n", []),
    ],
)  # fmt: skip
def test_what_an_interview_says_of_itself_is_no_second_one(body: str, lines: list[int]) -> None:
    """The lines are those on which an entry begins of which nothing is counted."""
    assert told(HEAD + body) == [(line, "nothing-counted") for line in lines]


def test_a_list_of_companies_is_told_where_it_stands() -> None:
    text = "---\ncompany: [Acme, Birch]\ndate: 2026-11-10\n---\n"
    assert told(text) == [(2, "several-interviews")]


@pytest.mark.parametrize("company", ["[Acme]", "[[Acme]]", "[[Acme, Inc]]", "Acme, Inc"])
def test_a_list_of_one_and_a_link_are_one_company(company: str) -> None:
    assert told(f"---\ncompany: {company}\ndate: 2026-11-10\n---\n") == []


@pytest.mark.parametrize(
    "body",
    [
        "Text.\n\nCompany: Birch\nDate: 2026-11-12\nOutcome: rejected\n",
        "Text.\n\nDate: 2026-11-12\nOutcome: rejected\nCompany: Birch\n",
        "---\ncompany: Birch\nround: final\noutcome: rejected\n---\n",
    ],
)
def test_no_fact_of_the_second_one_is_taken_for_the_first_ones(body: str) -> None:
    journal = read_journal([Source("a.md", HEAD + body)])
    (one,) = journal.interviews
    facts = (one.when.day.isoformat(), one.outcome.kind, one.round)
    assert facts == ("2026-11-10", OutcomeKind.PENDING, None)
    assert [problem.code for problem in journal.problems] == ["several-interviews"]


def test_facts_above_the_second_one_are_the_first_ones() -> None:
    body = "Outcome: offer\n\nText.\n\nCompany: Birch\nRole: Analyst\nDecided: 2026-11-20\n"
    (one,) = read_journal([Source("a.md", HEAD + body)]).interviews
    assert (one.outcome.kind, one.outcome.decided) == (OutcomeKind.OFFER, None)
