"""What the page of an application says of its course."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from tests.builders import interview, journal

from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Interview, When
from afterword.pages.application import application_pages, course_headline, reopened_told

TODAY = date(2026, 11, 20)
REJECTED = OutcomeKind.REJECTED


def headline(*interviews: Interview) -> str:
    told = journal(*interviews)
    return course_headline(told.applications[0], Edition(told, TODAY))


def at(day: str, clock: time | None = None, *, whole_month: bool = False) -> Interview:
    held = date.fromisoformat(day)
    return interview(held, when=When(day=held, clock=clock, whole_month=whole_month))


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (at("2026-11-20"), "The next round is today."),
        (at("2026-11-20", time(14)), "The next round is today at 14:00."),
        (at("2026-11-26"), "The next round is in 6 days, on Thursday 26 November."),
        (
            at("2026-11-26", time(9, 30)),
            "The next round is in 6 days, on Thursday 26 November at 9:30.",
        ),
        (at("2026-12-01", whole_month=True), "The next round is in December 2026."),
        (at("2026-11-10"), "The last round was 10 days ago."),
        (
            at("2026-03-10"),
            "No outcome is written; nothing has happened since Tuesday 10 March.",
        ),
    ],
)
def test_where_it_stands_is_the_headline(one: Interview, expected: str) -> None:
    assert headline(one) == expected


def test_the_day_they_named_is_said_while_it_is_to_come() -> None:
    one = interview("2026-11-10", decision_by=date(2026, 11, 30))
    assert headline(one) == "They said they would decide by Monday 30 November."


@pytest.mark.parametrize(
    ("decided", "expected"),
    [
        ("2026-11-12", "Rejected after one round, on Thursday 12 November."),
        (None, "Rejected after one round."),
    ],
)
def test_an_end_is_said_with_its_day(decided: str | None, expected: str) -> None:
    assert headline(interview("2026-11-02", outcome=REJECTED, decided=decided)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (
            {"outcome": REJECTED, "decided": "2026-11-05"},
            "Rejected on Thursday 5 November, and taken up again since.",
        ),
        ({"outcome": REJECTED}, "Rejected, and taken up again since."),
        ({}, ""),
    ],
)
def test_what_was_taken_up_again_says_so(facts: dict[str, Any], expected: str) -> None:
    told = journal(interview("2026-11-02", **facts), interview("2026-11-12", path="b.md"))
    assert reopened_told(told.applications[0], TODAY) == expected
    (page,) = application_pages(Edition(told, TODAY))
    assert (expected in page.markdown) is True


def test_what_has_ended_was_not_taken_up_again() -> None:
    told = journal(interview("2026-11-02", outcome=REJECTED))
    assert reopened_told(told.applications[0], TODAY) == ""


def test_a_later_application_of_the_same_role_says_its_year_in_its_title() -> None:
    told = journal(
        interview("2025-11-02", role="Engineer", outcome=REJECTED, decided="2025-11-05"),
        interview("2026-11-12", role="Engineer"),
    )
    assert [page.title for page in application_pages(Edition(told, TODAY))] == [
        "Northwind, Engineer",
        "Northwind, Engineer (2026)",
    ]
