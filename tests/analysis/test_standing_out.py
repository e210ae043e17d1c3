"""Which one of many stands out: each rule at its edge."""

from __future__ import annotations

import pytest

from afterword.analysis.statistics.standing_out import (
    Count,
    Draw,
    Finding,
    Tier,
    highest_apart,
    is_above,
    is_below,
    is_rise,
    is_unlikely,
    leading,
    lowest_apart,
    most_drawn,
    most_named,
    rise,
    tier,
)


def counts(**told: tuple[int, int]) -> list[Count[str]]:
    return [Count(name, *those) for name, those in told.items()]


@pytest.mark.parametrize(
    ("chance", "looks", "expected"),
    [
        (0.05, 1, True),
        (0.05 * (1 + 1e-12), 1, True),
        (0.0500001, 1, False),
        (0.01, 5, True),
        (0.01, 6, False),
    ],
)
def test_one_in_twenty_is_unlikely_however_many_are_looked_at(
    chance: float, looks: int, expected: bool
) -> None:
    """A chance of exactly one in twenty is so after rounding as well."""
    assert is_unlikely(chance, looks=looks) is expected


def test_the_one_far_above_the_others_stands_out() -> None:
    found = counts(pace=(18, 20), sql=(6, 20), design=(5, 20))
    assert highest_apart(found, minimum=5) == "pace"


def test_of_two_far_above_the_one_with_more_hits_is_named() -> None:
    found = counts(pace=(40, 40), sql=(60, 60), rest=(20, 400))
    assert highest_apart(found, minimum=5) == "sql"


def test_of_two_alike_the_one_last_in_the_alphabet_is_named() -> None:
    found = counts(pace=(60, 60), sql=(60, 60), rest=(20, 400))
    assert highest_apart(found, minimum=5) == "sql"


def test_no_one_above_the_others_is_no_one() -> None:
    assert highest_apart(counts(pace=(7, 10), sql=(5, 10)), minimum=5) is None


def test_one_alone_is_above_nobody() -> None:
    assert highest_apart(counts(pace=(20, 20)), minimum=5) is None


@pytest.mark.parametrize(("minimum", "expected"), [(20, "pace"), (21, None)])
def test_too_few_cases_are_not_looked_at(minimum: int, expected: str | None) -> None:
    assert highest_apart(counts(pace=(20, 20), sql=(5, 200)), minimum=minimum) == expected


@pytest.mark.parametrize(("others", "expected"), [(6, "pace"), (7, None)])
def test_among_eight_it_has_to_stand_out_further(others: int, expected: str | None) -> None:
    """The same notes, those of the others divided among six and among seven."""
    rest = [Count(f"theme {at}", 0, 1) for at in range(others - 1)]
    found = [Count("pace", 7, 8), *rest, Count("last", 6, 40 - len(rest))]
    assert highest_apart(found, minimum=5) == expected


@pytest.mark.parametrize(("hits", "expected"), [(9, "pace"), (10, None)])
def test_among_eight_the_interval_is_three_standard_deviations_wide(
    hits: int, expected: str | None
) -> None:
    rest = [Count(f"theme {at}", 0, 1) for at in range(6)]
    found = [Count("pace", 8, 8), *rest, Count("last", hits, 34)]
    assert highest_apart(found, minimum=5) == expected


def test_the_one_wholly_below_every_other_is_the_lowest() -> None:
    found = counts(screen=(19, 20), technical=(1, 20), final=(18, 20))
    assert lowest_apart(found, minimum=5) == "technical"


def test_below_one_other_alone_is_not_below_all() -> None:
    assert (
        lowest_apart(counts(screen=(19, 20), technical=(1, 20), final=(2, 20)), minimum=5) is None
    )


@pytest.mark.parametrize(("minimum", "expected"), [(20, "technical"), (21, None)])
def test_the_lowest_is_looked_for_among_those_with_enough_cases(
    minimum: int, expected: str | None
) -> None:
    assert lowest_apart(counts(screen=(19, 20), technical=(1, 20)), minimum=minimum) == expected


def test_one_alone_is_not_the_lowest() -> None:
    assert lowest_apart(counts(technical=(1, 20)), minimum=5) is None


def test_hits_are_drawn_to_the_one_that_has_more_than_its_share() -> None:
    assert most_drawn(counts(queue=(8, 8), outage=(2, 8), move=(1, 8)), minimum=5) == "queue"


def test_of_two_to_which_hits_are_drawn_the_rarer_is_named() -> None:
    found = counts(queue=(8, 8), outage=(12, 12), rest=(5, 60))
    assert most_drawn(found, minimum=5) == "outage"


def test_of_two_alike_the_first_is_named() -> None:
    assert most_drawn(counts(queue=(9, 9), outage=(9, 9), rest=(5, 60)), minimum=5) == "queue"


def test_what_is_not_looked_at_counts_among_the_others() -> None:
    found = counts(queue=(6, 6), few=(0, 4), many=(0, 4))
    assert most_drawn(found, minimum=5) == "queue"
    assert most_drawn(found[:1], minimum=5) is None


@pytest.mark.parametrize(("minimum", "expected"), [(6, "queue"), (7, None)])
def test_only_the_ones_with_enough_cases_are_looked_at(minimum: int, expected: str | None) -> None:
    assert most_drawn(counts(queue=(6, 6), rest=(0, 6)), minimum=minimum) == expected


def test_each_one_looked_at_counts() -> None:
    """Three of three among six is one in twenty: enough for one look, too much for two."""
    assert most_drawn(counts(queue=(3, 3), rest=(0, 2), more=(0, 1)), minimum=3) == "queue"
    assert most_drawn(counts(queue=(3, 3), rest=(0, 3)), minimum=3) is None


def test_a_rise_is_more_hits_of_late_than_chance_makes() -> None:
    assert is_rise([False] * 3, [True] * 3, looks=1)
    assert not is_rise([False] * 3, [True] * 3, looks=2)
    assert not is_rise([True] * 3, [False] * 3, looks=1)


def test_hits_above_and_below_a_share_are_told_apart() -> None:
    assert is_above(0.5, 5, 5, looks=1)
    assert not is_above(0.5, 5, 5, looks=2)
    assert is_below(0.5, 0, 5, looks=1)
    assert not is_below(0.5, 0, 5, looks=2)
    assert not is_above(0.5, 0, 5, looks=1)


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
    assert (one.chance, two.chance) == (pytest.approx(0.05), pytest.approx(0.0975))
    assert (one.tier, two.tier) == (Tier.CLEAR, Tier.PROBABLE)


def test_those_that_are_counted_alike_lead_together() -> None:
    found = leading(counts(pace=(3, 4), sql=(3, 4), rest=(1, 9)))
    assert found
    assert found.leaders == ("pace", "sql")


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
