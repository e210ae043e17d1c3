"""What happened in a span of days, held against everything before it."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal, observed

from afterword.analysis.review import Review, review
from afterword.model import Attempt, Interview, Observation, OutcomeKind
from afterword.pages.review_words import compared_words, practise_words, review_headline

FIRST, LAST = date(2026, 7, 1), date(2026, 9, 30)


def then(*well: str, badly: tuple[str, ...] = (), day: str = "2026-03-02") -> Interview:
    return interview(day, f"Then {day}", went_well=observed(*well), went_badly=observed(*badly))


def now(
    *well: str, badly: tuple[str, ...] = (), day: str = "2026-08-03", **facts: Any
) -> Interview:
    return interview(
        day, f"Now {day}", went_well=observed(*well), went_badly=observed(*badly), **facts
    )  # fmt: skip


def reviewed(*interviews: Interview) -> Review:
    return review(journal(*interviews), FIRST, LAST)


def test_both_ends_are_in_the_span_and_nothing_else() -> None:
    days = ("2026-06-30", "2026-07-01", "2026-09-30", "2026-10-01")
    found = reviewed(*(interview(day, day) for day in days))
    assert [one.company for one in found.interviews] == ["2026-07-01", "2026-09-30"]


def test_an_application_ended_in_it_when_its_answer_was_heard_in_it() -> None:
    refused = OutcomeKind.REJECTED
    told = [
        interview("2026-06-20", "Heard in it", outcome=refused, decided="2026-07-02"),
        interview("2026-09-20", "Heard later", outcome=refused, decided="2026-10-02"),
        interview("2026-09-20", "Nobody knows when", outcome=refused),
        interview("2026-09-20", "Live", outcome=OutcomeKind.ADVANCED, decided="2026-09-22"),
    ]
    assert [one.company for one in reviewed(*told).ended] == ["Heard in it"]


@pytest.mark.parametrize(
    ("before", "after", "improved"),
    [
        ((0, 3), (3, 0), True),
        ((1, 2), (2, 1), True),
        ((2, 2), (2, 1), False),
        ((0, 1), (3, 0), False),
        ((0, 3), (1, 0), False),
        ((3, 0), (3, 0), False),
    ],
)
def test_a_theme_improved_where_a_third_more_of_enough_went_well(
    before: tuple[int, int], after: tuple[int, int], improved: bool
) -> None:
    found = reviewed(
        then(*["sql"] * before[0], badly=("sql",) * before[1]),
        now(*["sql"] * after[0], badly=("sql",) * after[1]),
    )
    assert [one.theme for one in found.improved] == ["sql"] * improved


def test_what_came_back_went_badly_before_as_well() -> None:
    found = reviewed(then(badly=("pace", "sql")), now("sql", badly=("pace", "new")))
    assert [one.theme for one in found.came_back] == ["pace"]
    assert compared_words(found.came_back[0]) == "0 of 1 went well, before it 0 of 1"


def test_what_lies_after_the_span_is_not_known_in_it() -> None:
    found = reviewed(now(badly=("pace",)), now("pace", badly=("pace",), day="2026-11-02"))
    assert ([len(one.badly) for one in found.practise], len(found.badly)) == ([1], 1)


def test_three_themes_are_offered_for_practice_with_the_last_resolution() -> None:
    old = (Observation(text="Breathe", line=5, themes=("pace",)),)
    new = (Observation(text="Count to three", line=6, themes=("pace",)),)
    late = (Observation(text="Too late", line=7, themes=("pace",)),)
    found = reviewed(
        interview("2026-03-02", do_differently=old),
        now(badly=("pace", "sql", "kafka", "depth"), do_differently=new),
        now(badly=("pace", "sql"), day="2026-08-10"),
        interview("2026-10-02", "After", do_differently=late),
    )
    assert [one.theme for one in found.practise] == ["pace", "sql", "depth"]
    assert [one.resolve[1].text if one.resolve else None for one in found.practise] == [
        "Count to three",
        None,
        None,
    ]
    assert practise_words(found.practise[0]) == "went badly in two interviews"


def test_what_was_tried_is_told_with_its_interview() -> None:
    attempt = Attempt(text="Breathe", line=9)
    found = reviewed(now(tried=(attempt,)))
    assert [(one.company, tried) for one, tried in found.tried] == [("Now 2026-08-03", attempt)]


@pytest.mark.parametrize(
    ("interviews", "expected"),
    [
        ([], "A quiet time: no interview lies in it."),
        ([("2026-08-03", None)], "One interview, and nothing has ended."),
        ([("2026-08-03", OutcomeKind.REJECTED)] * 2, "Two interviews; two rejections."),
        ([("2026-06-03", OutcomeKind.ACCEPTED)], "No interviews; one offer accepted."),
        ([("2026-08-03", OutcomeKind.WITHDRAWN), ("2026-08-03", OutcomeKind.NO_ANSWER)], "Two interviews; one withdrawal of my own and one application without an answer."),
    ],
)  # fmt: skip
def test_the_headline_counts_what_happened(
    interviews: list[tuple[str, OutcomeKind | None]], expected: str
) -> None:
    told = (
        interview(day, f"C{at}", outcome=kind, decided="2026-08-20" if kind else None)
        for at, (day, kind) in enumerate(interviews)
    )
    assert review_headline(reviewed(*told)) == expected
