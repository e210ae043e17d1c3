"""Hints where two applications look like one, and where one looks like two."""

from __future__ import annotations

import pytest
from tests.builders import interview, journal

from afterword.kinds import OutcomeKind
from afterword.model import Interview
from afterword.reading.joining.related import related


def told(*interviews: Interview) -> list[tuple[str, str]]:
    """The path and the code of each hint."""
    found = related(journal(*interviews).applications, {})
    return [(one.path, one.code) for one in found]


def pair(
    role: str | None, other: str | None, company: str = "Acme", day: str = "2026-11-12"
) -> tuple[Interview, Interview]:
    first = interview("2026-11-02", "Acme", role=role, path="a.md")
    return first, interview(day, company, role=other, path="b.md")


@pytest.mark.parametrize(
    ("role", "other"),
    [
        ("Engineer", "Senior Engineer"),
        ("Sr. Engineer", "Senior Engineer"),
        ("Data Engineer II", "Data Engineer"),
        ("Data Engineer", "Data Enginer"),
        ("Backend Engineer", "Backend Engineers"),
    ],
)
def test_a_role_that_differs_by_spelling_or_rank_may_be_one(role: str, other: str) -> None:
    assert told(*pair(role, other)) == [("b.md", "one-application")]


@pytest.mark.parametrize(
    ("role", "other"),
    [
        ("Engineer", "Manager"),
        ("Data Engineer", "Data Analyst"),
        ("Engineer", "engineer"),
        (None, None),
    ],
)
def test_other_roles_are_others_and_the_same_is_one_already(
    role: str | None, other: str | None
) -> None:
    assert told(*pair(role, other)) == []


@pytest.mark.parametrize("company", ["Acme GmbH", "Acme, Inc.", "The Acme Group"])
def test_a_company_with_its_legal_form_may_be_the_one_without(company: str) -> None:
    assert told(*pair("Engineer", "Engineer", company)) == [("b.md", "one-application")]


def test_another_role_at_such_a_company_is_another_application() -> None:
    assert told(*pair("Engineer", "Manager", "Acme GmbH")) == []


@pytest.mark.parametrize(("day", "count"), [("2027-01-31", 1), ("2027-02-01", 0)])
def test_what_lies_far_apart_is_two(day: str, count: int) -> None:
    assert len(told(*pair("Engineer", "Senior Engineer", day=day))) == count


def test_who_named_an_application_has_decided() -> None:
    first, _ = pair("Engineer", "Senior Engineer")
    second = interview("2026-11-12", "Acme", role="Senior Engineer", application="other")
    assert told(first, second) == []


def test_one_without_a_role_may_be_of_any_that_its_company_has() -> None:
    roles = pair("Engineer", "Manager")
    without = interview("2026-11-20", "Acme", path="c.md")
    assert told(*roles, without) == [("c.md", "one-application")]


def test_rounds_half_a_year_apart_may_be_two_applications() -> None:
    first = interview("2026-01-02", path="a.md")
    assert told(first, interview("2026-07-01", path="b.md")) == []
    assert told(first, interview("2026-07-02", path="b.md")) == [("b.md", "two-applications")]
    named = interview("2026-07-02", path="b.md", application="one")
    assert told(first, named) == []


@pytest.mark.parametrize(("decided", "count"), [(None, 1), ("2026-11-05", 0)])
def test_a_no_without_its_day_before_a_round_without_an_outcome_may_be_that_of_the_whole(
    decided: str | None, count: int
) -> None:
    refused = interview("2026-11-02", outcome=OutcomeKind.REJECTED, decided=decided, path="a.md")
    found = told(refused, interview("2026-11-12", path="b.md"))
    assert found == [("b.md", "two-applications")] * count


def test_a_hint_says_what_to_write_and_stands_where_the_role_does() -> None:
    applications = journal(*pair("Engineer", "Senior Engineer")).applications
    (hint,) = related(applications, {"b.md": {"role": (3, 7)}})
    assert str(hint) == (
        "b.md:3:7: hint: The role is Senior Engineer here and Engineer in a.md, so that these are two applications. "
        "If they are one, write application: Acme Engineer into an entry of each. [one-application]"
    )
