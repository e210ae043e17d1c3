"""How sure it is that one of many leads, in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.analysis.statistics.standing_out import Count, Finding, Tier, leading
from afterword.pages.words.tiers import chance_told, more_wanted, names_told, tier_told


def found(**facts: object) -> Finding[str]:
    usual = {"leaders": ("pace",), "hits": 4, "cases": 5, "all_hits": 9, "all_cases": 20}
    return Finding(**{"chance": 0.01, **usual, **facts})  # type: ignore[arg-type]


def told(one: Finding[str]) -> str:
    return tier_told(
        one,
        [name.capitalize() for name in one.leaders],
        clear="is where it slips most",
        several="are where it slips most",
        counted=f"{one.hits} of {one.cases}",
    )


@pytest.mark.parametrize(
    ("one", "expected"),
    [
        (found(), "Pace is where it slips most: 4 of 5."),
        (found(chance=0.2), "Probably pace: 4 of 5."),
        (found(chance=0.3), "Most often so far: pace, 4 of 5; chance alone does as much in one journal of three."),
        (found(leaders=("pace", "sql")), "Pace and sql are where it slips most: 4 of 5 each."),
        (found(leaders=("pace", "sql"), chance=0.1), "Probably pace and sql: 4 of 5 each."),
        (found(all_hits=4, all_cases=5, chance=1.0), "Only pace so far: 4 of 5."),
        (found(all_hits=16, all_cases=20, chance=1.0), "None is ahead of the others so far: pace, 4 of 5."),
    ],
)  # fmt: skip
def test_each_tier_has_its_sentence(one: Finding[str], expected: str) -> None:
    assert told(one) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Pace"], "Pace"),
        (["Pace", "SQL", "Talk"], "Pace, SQL and talk"),
        (["Pace", "SQL", "Talk", "Kafka"], "Pace, SQL and two others"),
    ],
)
def test_of_many_that_lead_together_two_are_named(names: list[str], expected: str) -> None:
    assert names_told(names) == expected


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.21, "one journal of five"),
        (0.26, "one journal of four"),
        (0.35, "one journal of three"),
        (0.5, "one journal of two"),
        (0.66, "two journals of three"),
        (0.8, "three journals of four"),
        (0.85, "nearly every journal"),
        (1.0, "nearly every journal"),
    ],
)
def test_a_chance_is_so_many_journals(chance: float, expected: str) -> None:
    assert chance_told(chance) == f"chance alone does as much in {expected}"


def test_what_is_wanted_is_said_for_one_and_for_more() -> None:
    assert more_wanted(1, "note", "notes") == "One more note, and this page says something."
    assert (
        more_wanted(2, "note", "notes", so_that="it is seen") == "Two more notes, and it is seen."
    )


@given(
    st.lists(
        st.tuples(st.integers(0, 30), st.integers(0, 30)).map(
            lambda sides: (sides[0], sides[0] + sides[1])
        ),
        max_size=9,
    )
)
def test_a_sentence_has_the_numbers_of_what_it_names_and_names_what_is_ahead(
    sides: list[tuple[int, int]],
) -> None:
    """Of what is named clearly, probably or so far, no other has both more hits and a larger share."""
    counts = [Count(chr(97 + at), *side) for at, side in enumerate(sides)]
    one = leading(counts)
    if one is None:
        assert not any(side.hits and side.cases >= 3 for side in counts)
        return
    sentence = told(one)
    assert re.findall(r"\d+ of \d+", sentence) == [f"{one.hits} of {one.cases}"]
    assert one.tier is Tier.OPEN or one.is_ahead
    better = [
        side
        for side in counts
        if side.cases >= 3
        and side.hits > one.hits
        and side.hits * one.cases > one.hits * side.cases
    ]
    assert better == []
