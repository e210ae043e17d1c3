"""What I told them, and where I did not say the same."""

from __future__ import annotations

import pytest
from tests.builders import interview, journal

from afterword.analysis.told import Thing, told_things
from afterword.model import Interview, Said
from afterword.vocabulary.statements.told_things import says_the_same, thing_name


def telling(day: str, company: str, **texts: str) -> Interview:
    told = (Said(what=what, text=text, line=at) for at, (what, text) in enumerate(texts.items(), 5))
    return interview(day, company, said=tuple(told))


def things(*interviews: Interview) -> tuple[Thing, ...]:
    return told_things(journal(*interviews))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("salary", "Salary"),
        ("Expected compensation", "Salary"),
        ("Gehaltsvorstellung", "Salary"),
        ("notice period", "Notice"),
        ("Why I'm leaving", "Reason for leaving"),
        ("remote  days", "Remote days"),
        ("", ""),
    ],
)
def test_a_thing_has_one_name(written: str, name: str) -> None:
    assert thing_name(written) == name


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("82 000", "82,000", True),
        ("82.000 €", "€82k", True),
        ("82 000", "85 000", False),
        ("three months", "3 months", True),
        ("three months", "one month", False),
        ("82.5k", "82 500", True),
        ("80 000 to 90 000", "between 80k and 90k", True),
        ("open", "Open.", True),
        ("more to decide", "a shorter way", False),
        ("82 000", "market rate", False),
    ],
)
def test_the_same_number_is_the_same_however_it_is_written(
    one: str, other: str, *, same: bool
) -> None:
    assert says_the_same(one, other) is same


def test_each_thing_is_told_by_application_and_round() -> None:
    found = things(
        telling("2026-03-02", "A", salary="82 000", notice="three months"),
        telling("2026-03-09", "A", pay="82k"),
        telling("2026-04-01", "B", salary="85 000"),
    )
    told = [
        (one.name, [(each.application.company, len(each.tellings)) for each in one.told])
        for one in found
    ]
    assert told == [("Salary", [("A", 2), ("B", 1)]), ("Notice", [("A", 1)])]


def test_salary_notice_and_reason_come_first_then_what_most_were_told() -> None:
    found = things(
        telling("2026-03-02", "A", remote="two days", notice="a month", car="no"),
        telling("2026-03-03", "B", remote="two days", notice="a month"),
        telling("2026-03-04", "C", salary="82 000", reason="To lead"),
    )
    names = ["Salary", "Notice", "Reason for leaving", "Remote", "Car"]
    assert [one.name for one in found] == names


def test_it_differs_within_one_application_and_not_between_two() -> None:
    found = things(
        telling("2026-03-02", "A", salary="82 000"),
        telling("2026-03-09", "A", salary="85 000"),
        telling("2026-04-01", "B", salary="90 000"),
    )
    assert [one.application.company for one in found[0].differing] == ["A"]


def test_what_has_no_name_comes_last_and_never_differs() -> None:
    loose = interview(
        "2026-03-02",
        said=(Said(what="", text="No weekends", line=5), Said(what="", text="I drive", line=6)),
    )
    found = things(loose, telling("2026-03-09", "B", notice="a month"))
    assert [(one.name, len(one.differing)) for one in found] == [("Notice", 0), ("", 0)]


def test_who_told_nothing_has_nothing() -> None:
    assert things(interview("2026-03-02")) == ()
