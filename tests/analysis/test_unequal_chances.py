"""How often chance does as much where each case has a chance of its own, against every outcome counted one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import accumulate, product
from math import prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom, binomtest

from afterword.analysis.statistics.unequal_chances import Said, apart, as_far, ways

CHANCES = st.lists(st.integers(1, 19).map(lambda one: one / 20), min_size=1, max_size=6)


def every_way(chances: list[float]) -> list[float]:
    """The chance of each number, from every outcome of every case."""
    found = [0.0] * (len(chances) + 1)
    for came in product((True, False), repeat=len(chances)):
        pairs = zip(chances, came, strict=True)
        found[sum(came)] += prod(one if is_so else 1 - one for one, is_so in pairs)
    return found


@given(CHANCES)
def test_the_chance_of_each_number_is_that_of_all_its_outcomes(chances: list[float]) -> None:
    assert ways(chances) == pytest.approx(every_way(chances))


@given(st.integers(1, 60), st.integers(1, 19))
def test_equal_chances_are_those_of_the_binomial(n: int, twentieths: int) -> None:
    share = twentieths / 20
    assert ways([share] * n) == pytest.approx(binom.pmf(range(n + 1), n, share), abs=1e-12)


@pytest.mark.parametrize("share", [0.05, 0.5, 0.95])
def test_of_hundreds_of_cases_the_next_to_impossible_numbers_have_no_chance(share: float) -> None:
    found = ways([share] * 900)
    assert found == pytest.approx(binom.pmf(range(901), 900, share), abs=1e-12)
    assert 0.0 in {found[0], found[-1]}


@given(st.integers(1, 40), st.floats(0, 1))
def test_to_both_sides_even_chances_are_those_of_scipys_test(n: int, part: float) -> None:
    happened = round(n * part)
    theirs = binomtest(happened, n, 0.5).pvalue
    assert as_far(Said((0.5,) * n, happened)) == pytest.approx(theirs)


def distance(said: Said, k: int) -> float:
    mean = sum(said.chances)
    return (k - mean) ** 2 / sum(one * (1 - one) for one in said.chances)


def joint(groups: list[Said]) -> tuple[float, float]:
    """The chance that the groups are farther off, and that they are as far off or farther, from every outcome of all of them."""
    observed = sum(distance(one, one.happened) for one in groups)
    farther = as_far_off = 0.0
    for numbers in product(*(range(len(one.chances) + 1) for one in groups)):
        chance = prod(
            every_way(list(one.chances))[k] for one, k in zip(groups, numbers, strict=True)
        )
        off = sum(distance(one, k) for one, k in zip(groups, numbers, strict=True))
        as_far_off += chance if off > observed * 0.99 - 1e-9 else 0
        farther += chance if off > observed - 1e-9 else 0
    return farther, as_far_off


GROUPS = st.lists(
    CHANCES.flatmap(
        lambda chances: st.builds(
            Said, st.just(tuple(chances)), st.integers(0, len(chances))
        )
    ),
    min_size=1,
    max_size=3,
)  # fmt: skip


@settings(max_examples=15)
@given(GROUPS)
def test_groups_together_are_as_far_off_as_every_outcome_of_them_says(groups: list[Said]) -> None:
    """Rounding adds what lies within a hundredth of the distance at hand, and leaves out nothing."""
    exact, rounded = joint(groups)
    assert exact - 1e-9 <= apart(groups) <= rounded + 1e-9


def sums(groups: list[Said]) -> Iterator[tuple[float, float]]:
    """Each sum of the distances of groups of equal chances, with its chance."""
    each = [
        [
            (distance(one, k), float(chance))
            for k, chance in enumerate(binom.pmf(range(n + 1), n, one.chances[0]))
        ]
        for one in groups
        for n in (len(one.chances),)
    ]
    for those in product(*each):
        yield sum(off for off, _ in those), prod(chance for _, chance in those)


def test_many_large_groups_are_as_far_off_as_every_outcome_of_them_says() -> None:
    shares = (0.36, 0.42, 0.52, 0.56, 0.63)
    groups = [Said((share,) * 30, round(30 * share) + 8) for share in shares]
    observed = sum(distance(one, one.happened) for one in groups)
    some, others = (sorted(sums(half)) for half in (groups[:3], groups[3:]))
    behind = [0.0, *accumulate(chance for _, chance in reversed(others))]

    def beyond(least: float) -> float:
        return sum(
            chance * behind[len(others) - bisect_left(others, (least - off,))]
            for off, chance in some
        )

    # Each of five is rounded up to a step.
    assert beyond(observed + 1e-9) <= apart(groups) <= beyond(observed * (1 - 5 / 2000))


def test_groups_that_are_off_to_opposite_sides_do_not_make_up_for_each_other() -> None:
    high, low = Said((0.9,) * 6, 1), Said((0.1,) * 6, 5)
    assert as_far(Said(high.chances + low.chances, 6)) == pytest.approx(1.0)
    assert apart([high, low]) < 0.0001


def test_without_a_group_or_where_it_came_as_said_chance_does_as_much_always() -> None:
    assert apart([]) == 1.0
    assert apart([Said((0.5, 0.5), 1)]) == 1.0


def test_what_is_written_as_certain_is_taken_as_nearly_so() -> None:
    assert as_far(Said((1.0,), 0)) == pytest.approx(0.01)
    assert apart([Said((0.0, 0.0), 0)]) == 1.0
