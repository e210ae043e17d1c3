"""Which one of many stands out: each rule at its edge."""

from __future__ import annotations

import pytest

from afterword.analysis.statistics.standing_out import (
    Count,
    highest_apart,
    is_above,
    is_below,
    is_rise,
    is_unlikely,
    lowest_apart,
    most_drawn,
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
