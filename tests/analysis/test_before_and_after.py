"""How often it goes better where nothing has changed, against every way to deal the notes."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.analysis.statistics.before_and_after import better_by_chance

NOTES = st.lists(st.booleans(), min_size=1, max_size=5)


def dealt(fixed: list[bool], before: list[bool], after: list[bool]) -> float:
    """The share of all ways to choose which notes lie after that leave more going well there."""
    notes = [*before, *after]
    ways = list(combinations(range(len(notes)), len(after)))
    better = 0
    for chosen in ways:
        late = [notes[at] for at in chosen]
        early = [*fixed, *(one for at, one in enumerate(notes) if at not in chosen)]
        better += sum(late) / len(late) > sum(early) / len(early)
    return better / len(ways)


@given(fixed=st.lists(st.booleans(), max_size=3), before=NOTES, after=NOTES)
def test_it_is_the_share_of_all_ways_to_deal_the_notes(
    fixed: list[bool], before: list[bool], after: list[bool]
) -> None:
    assert better_by_chance(fixed, before, after) == pytest.approx(dealt(fixed, before, after))


def test_after_a_bad_day_it_goes_better_more_often_than_not() -> None:
    assert better_by_chance([False], [True, False], [True, True, False]) > 0.5
    assert better_by_chance([], [True, False], [True, False]) < 0.5
