"""Our statistics are those of published libraries, over journals that nobody made up by hand."""

from __future__ import annotations

from datetime import date, timedelta
from statistics import median

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, binom, binomtest, ecdf, fisher_exact, hypergeom
from sklearn.metrics import brier_score_loss
from tests.builders import forecast_of, interview, journal

from afterword.analysis.funnel import funnel
from afterword.analysis.statistics.chance import (
    at_least_of,
    fall_here,
    of_any,
)
from afterword.analysis.statistics.durations import Duration, median_days, middle
from afterword.analysis.statistics.intervals import wilson
from afterword.analysis.waits import stage_waits, waits
from afterword.kinds import OutcomeKind, RoundKind

FIRST, TODAY = date(2026, 1, 5), date(2026, 11, 20)
TECHNICAL = RoundKind.TECHNICAL
DECIDED = st.sampled_from([OutcomeKind.ADVANCED, OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER])


@given(n=st.integers(1, 400), part=st.floats(0, 1), level=st.sampled_from([0.9, 0.95, 0.99]))
def test_wilsons_interval_is_that_of_scipy(n: int, part: float, level: float) -> None:
    passed = round(n * part)
    z = {0.9: 1.6448536269514722, 0.95: 1.959963984540054, 0.99: 2.5758293035489004}[level]
    theirs = binomtest(passed, n).proportion_ci(level, method="wilson")
    ours = wilson(passed, n, z)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(st.lists(DECIDED, min_size=1, max_size=60))
def test_a_stage_of_any_journal_has_that_interval(outcomes: list[OutcomeKind]) -> None:
    rounds = (
        interview(FIRST, f"C{at}", kind=TECHNICAL, outcome=one) for at, one in enumerate(outcomes)
    )
    (stage,) = funnel(journal(*rounds), TODAY).stages
    theirs = binomtest(outcomes.count(OutcomeKind.ADVANCED), len(outcomes)).proportion_ci(
        0.95, method="wilson"
    )
    ours = stage.interval
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-12)


@given(st.lists(st.tuples(st.integers(0, 100), DECIDED), min_size=1, max_size=60))
def test_the_brier_score_of_any_journal_is_that_of_scikit_learn(
    told: list[tuple[int, OutcomeKind]],
) -> None:
    answer = forecast_of(
        journal(
            *(
                interview(FIRST, f"C{at}", outcome=outcome, confidence=percent / 100)
                for at, (percent, outcome) in enumerate(told)
            )
        )
    )
    happened = [outcome is OutcomeKind.ADVANCED for _, outcome in told]
    said = [percent / 100 for percent, _ in told]
    assert answer.brier == pytest.approx(brier_score_loss(happened, said, labels=[False, True]))
    halves = brier_score_loss(happened, [0.5] * len(told), labels=[False, True])
    assert answer.half_brier == pytest.approx(halves)


@given(st.lists(st.tuples(st.integers(0, 100), DECIDED), min_size=1, max_size=60))
def test_the_brier_score_is_reliability_less_resolution_and_what_nobody_can_know(
    told: list[tuple[int, OutcomeKind]],
) -> None:
    """Murphy's sum over each chance that was ever written, computed apart from the code."""
    answer = forecast_of(
        journal(
            *(
                interview(FIRST, f"C{at}", outcome=outcome, confidence=percent / 100)
                for at, (percent, outcome) in enumerate(told)
            )
        )
    )
    said = numpy.array([percent / 100 for percent, _ in told])
    happened = numpy.array([outcome is OutcomeKind.ADVANCED for _, outcome in told], dtype=float)
    rate = happened.mean()
    parts = [(chance, happened[said == chance]) for chance in numpy.unique(said)]
    reliability = sum(len(some) * (chance - some.mean()) ** 2 for chance, some in parts)
    resolution = sum(len(some) * (some.mean() - rate) ** 2 for _, some in parts)
    assert answer.brier == pytest.approx(
        (reliability - resolution) / len(told) + rate * (1 - rate), abs=1e-12
    )


def theirs(ended: list[int], lasting: list[int]) -> int | None:
    """The median of scipy's survival function: the first day on which no more than half are left."""
    survival = ecdf(CensoredData(uncensored=ended, right=lasting)).sf
    half = survival.quantiles[survival.probabilities <= 0.5 + 1e-9]
    return int(half[0]) if len(half) else None


DAYS = st.lists(st.integers(0, 60), max_size=40)


@given(ended=DAYS.filter(bool), lasting=DAYS)
def test_the_median_with_open_ones_is_that_of_kaplan_and_meier(
    ended: list[int], lasting: list[int]
) -> None:
    spans = [
        *(Duration(one, over=True) for one in ended),
        *(Duration(one, over=False) for one in lasting),
    ]
    assert median_days(spans) == theirs(ended, lasting)


@given(ended=DAYS.filter(bool), lasting=DAYS, silent=DAYS)
def test_the_waits_of_any_journal_have_that_median(
    ended: list[int], lasting: list[int], silent: list[int]
) -> None:
    """Answered ones, open ones and those that never were: none is left out."""
    answered = (
        interview(FIRST, f"A{at}", kind=TECHNICAL, outcome=OutcomeKind.REJECTED, decided=str(FIRST + timedelta(days=days)))
        for at, days in enumerate(ended)
    )  # fmt: skip
    pending = (
        interview(TODAY - timedelta(days=days), f"P{at}", kind=TECHNICAL)
        for at, days in enumerate(lasting)
    )
    never = (
        interview(FIRST, f"N{at}", kind=TECHNICAL, outcome=OutcomeKind.NO_ANSWER, decided=str(FIRST + timedelta(days=days)))
        for at, days in enumerate(silent)
    )  # fmt: skip
    (stage,) = stage_waits(waits(journal(*answered, *pending, *never), TODAY))
    counts = len(stage.answered), len(stage.open), len(stage.unanswered)
    assert counts == (len(ended), len(lasting), len(silent))
    assert stage.median == theirs(ended, lasting + silent)


def test_nothing_has_no_median() -> None:
    assert median_days([]) is None
    assert median_days([Duration(9, over=False)]) is None
    assert middle([]) is None


@pytest.mark.parametrize(("days", "told"), [([5], 5), ([9, 1], 5), ([4, 1], 2.5), ([3, 9, 1], 3)])
def test_the_middle_of_days_that_are_over_is_their_median(days: list[int], told: float) -> None:
    assert middle(days) == told == median(days)


@given(
    n=st.integers(1, 20_000), size=st.floats(0, 1), good=st.floats(0, 1), part=st.floats(-0.1, 1.1)
)
def test_the_chance_to_fall_here_is_the_hypergeometric_one_of_scipy(
    n: int, size: float, good: float, part: float
) -> None:
    sample, successes = round(n * size), round(n * good)
    k = round(min(sample, successes) * part)
    theirs = float(hypergeom.sf(k - 1, n, successes, sample))
    assert fall_here(k, sample, successes, n) == pytest.approx(theirs, rel=1e-7, abs=1e-290)


@given(*[st.integers(0, 40)] * 4)
def test_the_chance_to_fall_here_is_fishers_of_the_table(
    hits: int, misses: int, others: int, rest: int
) -> None:
    theirs = fisher_exact([[hits, misses], [others, rest]], alternative="greater").pvalue
    total = hits + misses + others + rest
    ours = fall_here(hits, hits + misses, hits + others, total)
    assert ours == pytest.approx(float(theirs), rel=1e-9)


@given(shares=st.lists(st.floats(0, 1), max_size=40), part=st.floats(-0.1, 1.1))
def test_the_chance_of_tries_of_different_shares_is_the_poisson_binomial_one_of_numpy(
    shares: list[float], part: float
) -> None:
    """The product of one polynomial a try has the chance of each number of successes for a coefficient."""
    successes = round(len(shares) * part)
    exact = numpy.array([1.0])
    for share in shares:
        exact = numpy.convolve(exact, [1 - share, share])
    assert at_least_of(successes, shares) == pytest.approx(
        float(exact[max(0, successes) :].sum()), abs=1e-12
    )


@given(n=st.integers(1, 60), share=st.floats(0, 1), successes=st.integers(0, 61))
def test_the_chance_of_tries_of_one_share_is_the_binomial_one(
    n: int, share: float, successes: int
) -> None:
    assert at_least_of(successes, [share] * n) == pytest.approx(
        float(binom.sf(successes - 1, n, share)), abs=1e-12
    )


@given(chance=st.floats(0, 1), looks=st.integers(1, 50))
def test_the_chance_of_any_of_many_is_that_of_at_least_one_success(
    chance: float, looks: int
) -> None:
    assert of_any(chance, looks) == pytest.approx(float(binom.sf(0, looks, chance)), abs=1e-12)


def test_the_lady_tasting_tea_is_that_of_the_book() -> None:
    """Fisher (1935): all eight cups told apart by chance once in seventy, six of them or more 17 times."""
    assert fall_here(4, 4, 4, 8) == pytest.approx(1 / 70)
    assert fall_here(3, 4, 4, 8) == pytest.approx(17 / 70)


@pytest.mark.parametrize("here", [100, 1500, 2400, 2500, 2600, 3000])
def test_the_chances_of_ten_thousand_notes_are_summed_all_the_same(here: int) -> None:
    """Whole numbers of ways have thousands of digits here, and the likeliest number is far from the least one."""
    assert fall_here(here, 5000, 5000, 10_000) == pytest.approx(
        float(hypergeom.sf(here - 1, 10_000, 5000, 5000)), rel=1e-7
    )


@pytest.mark.parametrize(
    ("here", "part", "everywhere", "n", "expected"),
    [
        (0, 3, 3, 6, 1.0),
        (2, 4, 4, 6, 1.0),
        (5, 4, 6, 10, 0.0),
        (5, 6, 4, 10, 0.0),
        (0, 0, 0, 0, 1.0),
    ],
)
def test_what_cannot_be_otherwise_is_certain_and_what_cannot_be_is_not(
    here: int, part: int, everywhere: int, n: int, expected: float
) -> None:
    assert fall_here(here, part, everywhere, n) == expected
