"""The page of commitments: each with the notes on its theme since it was made, and before and since its first try."""

from __future__ import annotations

import re
from datetime import date

import pytest
from tests.builders import interview, journal, observed

from afterword.analysis.commitments import commitments
from afterword.cli.exporting.practice import exported_commitments
from afterword.edition.edition import Edition
from afterword.kinds import Helped
from afterword.model import Attempt, Journal, Observation
from afterword.pages.commitments import (
    CommitmentView,
    EffectView,
    commitments_page,
    within,
)
from afterword.pages.parts.figures import Figure, Item

TODAY = date(2026, 11, 20)
PLAN = Observation(text="Draw first", line=20, themes=("design",))
RESOLVED = interview(
    "2026-03-02", path="a.md", do_differently=(PLAN,), went_badly=observed("design")
)
LATER = interview("2026-04-02", "B", went_badly=observed("design"))
TRIED = interview(
    "2026-05-02",
    "C",
    went_well=observed("design", "design"),
    tried=(Attempt(text="Draw first", line=30, helped=Helped.HELPED, commitment=("a.md", 20)),),
)


def rows(told: Journal) -> list[str]:
    page = commitments_page(Edition(told, TODAY))
    return re.findall(r'<th scope="row">(.*?)</th>', page)


def test_one_that_was_not_tried_has_the_notes_since_it_was_made() -> None:
    assert rows(journal(RESOLVED, LATER)) == ["Since it was made"]


def test_one_that_was_tried_has_those_around_its_first_try_too() -> None:
    told = journal(RESOLVED, LATER, TRIED)
    assert rows(told) == ["Since it was made", "Before the first try", "Since the first try"]
    page = commitments_page(Edition(told, TODAY))
    assert 'data-figure="commitments 0 since_made went_well"><summary>2</summary>' in page


def test_one_without_a_later_note_has_none() -> None:
    assert rows(journal(RESOLVED)) == []


def listed(notes: int) -> CommitmentView:
    """A commitment with so many notes on its theme, a third of them bad."""
    (one,) = commitments(journal(RESOLVED))
    items = (Item("Calm", "a.md"),) * notes
    bad = notes // 3
    rows = ("Since it was made", Figure("well", items[bad:]), Figure("badly", items[:bad]))
    return CommitmentView(one, "", (), EffectView("design", (rows,)) if notes else None)


@pytest.mark.parametrize(
    ("notes", "kept"),
    [([4, 4], [True, True]), ([4, 7, 1, 0], [True, False, False, None]), ([11], [False])],
)
def test_the_notes_of_a_group_end_where_they_would_be_too_many(
    notes: list[int], kept: list[bool | None]
) -> None:
    views = [listed(number) for number in notes]
    found = [*within(views, most=10)]
    assert [one.effect and bool(one.effect.rows) for one in found] == kept
    assert [one.commitment for one in found] == [one.commitment for one in views]


def test_where_they_are_too_many_the_page_says_where_they_stand() -> None:
    many = interview("2026-04-02", "B", went_badly=observed(*["design"] * 10_001))
    told = journal(RESOLVED, many)
    page = commitments_page(Edition(told, TODAY))
    assert rows(told) == []
    assert (
        'too many to stand here as well: <a href="../themes/design/">design</a> has them.' in page
    )


def test_the_export_counts_the_same_and_says_what_no_effect_gives() -> None:
    (one,) = exported_commitments(journal(RESOLVED, LATER, TRIED), TODAY)
    assert one["since_made"] == {"went_well": 2, "went_badly": 1}
    assert one["effect"] == {
        "theme": "design",
        "before": {"went_well": 0, "went_badly": 2},
        "after": {"went_well": 2, "went_badly": 0},
        # Of the three notes that may lie elsewhere, the bad one has to be the one before.
        "by_chance": pytest.approx(1 / 3),
    }
