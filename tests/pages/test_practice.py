"""The sheet to practise with, and what companies contradict each other on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal, observed, said

from afterword.analysis.questions import asked_questions, to_practise
from afterword.analysis.rejections import Rejections, rejections
from afterword.edition.edition import Edition
from afterword.kinds import Answered, FeedbackKind, OutcomeKind
from afterword.model import Interview, Question
from afterword.pages.practice import SHEET, practice_lead, practice_page
from afterword.pages.rejections import rejections_page
from afterword.pages.words.rejections import contradictions_headline, given_words

TODAY = date(2026, 11, 20)
REJECTED = OutcomeKind.REJECTED


def asking(day: str, text: str, answered: Answered | None = None, **facts: Any) -> Interview:
    question = Question(text=text, line=9, answered=answered, **facts)
    return interview(day, f"After {text}", questions=(question,))


def test_what_went_badly_last_is_practised_first_and_what_went_well_last() -> None:
    told = journal(
        asking("2026-03-01", "Sharding?", Answered.WELL),
        asking("2026-03-02", "Rebalancing?"),
        asking("2026-03-03", "Estimates?", Answered.BADLY),
        asking("2026-03-04", "Estimates?", Answered.OK),
        asking("2026-03-05", "Conflict?", Answered.BADLY),
        asking("2026-03-06", "Indexes?", Answered.OK),
    )
    found = [one.text for one in to_practise(asked_questions(told))]
    assert found == ["Conflict?", "Estimates?", "Indexes?", "Rebalancing?", "Sharding?"]


def test_the_sheet_has_the_question_and_the_notes_folded() -> None:
    told = asking("2026-03-05", "Conflict?", Answered.BADLY, why="No example", notes=("Ask Dana",))
    page = practice_page(Edition(journal(told), TODAY))
    assert '<th scope="row">Conflict?</th>' in page
    notes = "<ul><li>No example</li><li>Ask Dana</li></ul></li>"
    assert f"After Conflict?</a>: badly{notes}" in page


def test_the_notes_of_that_day_on_the_same_theme_stand_on_the_sheet() -> None:
    question = Question(text="Conflict?", line=9, themes=("pace",))
    told = interview(
        "2026-03-05",
        questions=(question,),
        went_badly=observed("sql", "pace"),
        went_well=observed("pace"),
    )
    page = practice_page(Edition(journal(told), TODAY))
    assert "<ul><li>about pace</li><li>about pace</li></ul>" in page
    assert "about sql" not in page


def test_a_sheet_that_leaves_questions_out_says_so() -> None:
    many = asked_questions(journal(*(asking("2026-03-05", f"Question {at}?") for at in range(50))))
    assert practice_lead(many).endswith(f"These are the {SHEET} most worth it, of 50 questions.")
    assert practice_lead(many[:3]).endswith("fold along the dashed line.")
    assert practice_lead([]).startswith("Questions that you write down")


def answer(*told: tuple[str, FeedbackKind]) -> Rejections:
    refusals = (
        interview("2026-03-02", company, path=f"{at}.md", outcome=REJECTED, feedback=said("pace", kind=kind))
        for at, (company, kind) in enumerate(told)
    )  # fmt: skip
    return rejections(journal(*refusals))


GAP, PRAISE = FeedbackKind.GAP, FeedbackKind.PRAISE


@pytest.mark.parametrize(
    ("told", "contradicted"),
    [
        ([("A", GAP)], False),
        ([("A", GAP), ("B", GAP)], False),
        ([("A", GAP), ("B", PRAISE)], True),
        ([("A", GAP), ("A", PRAISE)], False),
        ([("A", GAP), ("A", PRAISE), ("B", PRAISE)], True),
    ],
)
def test_two_companies_contradict_each_other_and_one_does_not_contradict_itself(
    told: list[tuple[str, FeedbackKind]], contradicted: bool
) -> None:
    found = answer(*told)
    assert [one.contradicted for one in found.themes] == [contradicted]
    sentence = contradictions_headline(found, {"pace": "Pace"})
    assert (
        sentence.startswith("Pace: missed by one company and praised by another.") is contradicted
    )


def test_a_contradiction_stands_on_the_page_with_both_sides() -> None:
    told = [
        interview("2026-03-02", name, outcome=REJECTED, feedback=said("pace", kind=kind))
        for name, kind in (("A", GAP), ("B", PRAISE))
    ]
    page = rejections_page(Edition(journal(*told), TODAY))
    assert "## Where they contradict each other" in page


@pytest.mark.parametrize(
    ("with_words", "without", "expected"),
    [
        (1, 0, "The one rejection came with feedback."),
        (3, 0, "Each of the 3 rejections came with feedback."),
        (2, 1, "2 of 3 rejections came with any feedback at all; the other one gave none."),
        (1, 2, "1 of 3 rejections came with any feedback at all; 2 gave none."),
        (0, 2, "None of them came with any feedback."),
    ],
)
def test_how_many_gave_any_feedback_is_a_plain_statement(
    with_words: int, without: int, expected: str
) -> None:
    told = [
        interview("2026-03-02", f"W{at}", outcome=REJECTED, feedback=said("pace"))
        for at in range(with_words)
    ]
    told += [interview("2026-03-02", f"N{at}", outcome=REJECTED) for at in range(without)]
    assert given_words(rejections(journal(*told))).startswith(expected)
