"""Which one of many stands out: each rule at its edge."""

from __future__ import annotations

import pytest

from afterword.analysis.statistics.standing_out import (
    Count,
    Draw,
    Finding,
    Tier,
    leading,
    most_named,
    rise,
    tier,
)


def counts(**told: tuple[int, int]) -> list[Count[str]]:
    return [Count(name, *those) for name, those in told.items()]


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        (0.05, Tier.CLEAR),
        (0.05 * (1 + 1e-12), Tier.CLEAR),
        (0.0500001, Tier.PROBABLE),
        (0.2, Tier.PROBABLE),
        (0.2 * (1 + 1e-12), Tier.PROBABLE),
        (0.2000001, Tier.OPEN),
        (1.0, Tier.OPEN),
    ],
)
def test_one_in_twenty_is_clear_and_one_in_five_probable(chance: float, expected: Tier) -> None:
    assert tier(chance) is expected


def led(found: Finding[str] | None) -> tuple[object, ...] | None:
    if found is None:
        return None
    return (found.leaders, found.hits, found.cases, found.all_hits, found.all_cases)


def test_what_chance_is_least_likely_to_have_put_there_leads() -> None:
    """Nine of nine against six of thirty, though four of four is all as well and ten of thirty more."""
    found = leading(counts(pace=(9, 9), sql=(4, 4), rest=(10, 30)))
    assert led(found) == (("pace",), 9, 9, 23, 43)


def test_a_chance_is_adjusted_for_all_that_were_compared() -> None:
    """Three of three against none of three is one in twenty, and 1 - (1 - 1/20)² when two are compared."""
    one = leading(counts(pace=(3, 3), rest=(0, 2), more=(0, 1)))
    two = leading(counts(pace=(3, 3), rest=(0, 3)))
    assert one
    assert two
    assert [one.chance, two.chance] == pytest.approx([0.05, 0.0975])
    assert (one.tier, two.tier) == (Tier.CLEAR, Tier.PROBABLE)


def test_those_that_are_counted_alike_lead_together() -> None:
    found = leading(counts(pace=(3, 4), sql=(3, 4), rest=(1, 9)))
    assert found
    assert found.leaders == ("pace", "sql")


def test_of_what_is_as_likely_that_with_more_hits_leads() -> None:
    assert led(leading(counts(few=(3, 3), many=(5, 5)))) == (("many",), 5, 5, 8, 8)


def test_what_has_too_few_cases_is_not_compared_and_counts_among_the_others() -> None:
    found = counts(pace=(2, 2), rest=(1, 3))
    assert led(leading(found)) == (("rest",), 1, 3, 3, 5)
    assert led(leading(found, minimum=2)) == (("pace",), 2, 2, 3, 5)
    assert leading(found[:1]) is None
    assert leading([]) is None


def test_without_a_hit_nothing_leads() -> None:
    assert leading(counts(pace=(0, 5), rest=(0, 5))) is None


def test_what_is_alone_has_nothing_to_be_compared_with() -> None:
    found = leading(counts(pace=(4, 5)))
    assert found
    assert (found.is_alone, found.is_all, found.chance) == (True, False, 1.0)
    every = leading(counts(pace=(5, 5), rest=(1, 5)))
    assert every
    assert (every.is_alone, every.is_all) == (False, True)


def draws(*named: str, left_out: str = "") -> list[Draw[str]]:
    return [Draw(frozenset(one), frozenset(left_out)) for one in named]


def test_what_is_named_by_more_than_name_it_by_chance_leads() -> None:
    """Three that name one of ten each: all the same one by chance once in a thousand."""
    found = most_named(draws("a", "a", "a"), "abcdefghij")
    assert led(found) == (("a",), 3, 3, 3, 30)
    assert found
    assert found.chance == pytest.approx(1 - 0.999**10)


def test_who_names_more_is_more_likely_to_name_each() -> None:
    """One of ten, and five of ten: both name the same by chance once in twenty."""
    found = most_named(draws("a", "abcde"), "abcdefghij", minimum=2)
    assert found
    assert found.chance == pytest.approx(1 - 0.95**10)


def test_what_would_not_count_is_no_hit_and_no_chance() -> None:
    found = most_named([*draws("a", "a"), *draws("a", left_out="a")], "ab")
    assert led(found) == (("a",), 2, 3, 2, 6)
    assert found
    assert found.chance == pytest.approx(1 - 0.75**2)


def test_too_few_draws_and_draws_that_name_nothing_have_no_leader() -> None:
    assert most_named(draws("a", "a"), "ab") is None
    assert most_named(draws("", "", ""), "ab") is None


def test_a_rise_has_the_chance_of_fisher_adjusted_for_the_looks() -> None:
    assert rise([False] * 3, [True] * 3, looks=1) == pytest.approx(0.05)
    assert rise([False] * 3, [True] * 3, looks=2) == pytest.approx(0.0975)
    assert rise([True] * 3, [False] * 3, looks=1) == 1.0
