"""What is planted in a journal is found, and where nothing is planted hardly anything is named: `benchmarks/power.py` in small."""

from __future__ import annotations

import pytest

from afterword.kinds import RoundKind
from planted import PLANTED, Plan, planted_journal
from power import PAGES, Page, measured

# So many journals tell a share of a hundred to within twenty.
JOURNALS = 20
SPREAD = 20
EIGHTY = [80]


@pytest.mark.no_cover
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_in_a_long_journal_what_is_planted_is_found_and_chance_is_not(page: Page) -> None:
    """The floors of eighty interviews, less what so few journals may stray."""
    found = measured(page, JOURNALS, EIGHTY)
    for share, floor in zip(found.clear, page.floor[-1:], strict=False):
        assert share >= floor - SPREAD
    assert found.false_clear[0] <= SPREAD
    assert found.false_probable[0] <= 15 + SPREAD


@pytest.mark.no_cover
def test_in_a_short_journal_hardly_anything_is_named_but_much_leads() -> None:
    """Of ten interviews most tell too little, and the planted stage leads all the same."""
    (stage,) = (page for page in PAGES if page.name == "Funnel")
    found = measured(stage, JOURNALS, [10])
    assert found.clear[0] < 50 < found.leads[0]


def test_a_plan_gives_the_same_journal_each_time_and_another_one_for_each_seed() -> None:
    plan = Plan(slips=True)
    assert planted_journal(plan, 12, 1) == planted_journal(plan, 12, 1)
    assert planted_journal(plan, 12, 1) != planted_journal(plan, 12, 2)
    assert len(planted_journal(plan, 12, 1).interviews) == 12


def test_a_planted_theme_stands_in_technical_rounds_alone() -> None:
    told = planted_journal(Plan(slips=True), 80, 1)
    noted = {
        one.kind
        for one in told.interviews
        for item in (*one.went_well, *one.went_badly)
        if PLANTED in item.themes
    }
    assert noted == {RoundKind.TECHNICAL}
