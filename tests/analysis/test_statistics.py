"""Our statistics are those of published libraries, over journals that nobody made up by hand."""

from __future__ import annotations

from datetime import date, timedelta

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import CensoredData, binomtest, ecdf
from sklearn.metrics import brier_score_loss
from tests.builders import interview, journal

from afterword.analysis.forecast import forecast
from afterword.analysis.funnel import funnel, stage_waits, waits
from afterword.analysis.statistics.durations import Span, median_days
from afterword.analysis.statistics.intervals import wilson
from afterword.model import OutcomeKind, RoundKind

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
    answer = forecast(
        journal(
            *(
                interview(FIRST, f"C{at}", outcome=outcome, confidence=percent / 100)
                for at, (percent, outcome) in enumerate(told)
            )
        )
    )
    happened = [outcome is OutcomeKind.ADVANCED for _, outcome in told]
    said = [percent / 100 for percent, _ in told]
    rate = [float(numpy.mean(happened))] * len(told)
    assert answer.brier == pytest.approx(brier_score_loss(happened, said, labels=[False, True]))
    assert answer.base_brier == pytest.approx(
        brier_score_loss(happened, rate, labels=[False, True])
    )


@given(st.lists(st.tuples(st.integers(0, 100), DECIDED), min_size=1, max_size=60))
def test_the_brier_score_is_reliability_less_resolution_and_what_nobody_can_know(
    told: list[tuple[int, OutcomeKind]],
) -> None:
    """Murphy's sum over each chance that was ever written, computed apart from the code."""
    answer = forecast(
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
    assert answer.base_brier == pytest.approx(rate * (1 - rate))
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
    spans = [*(Span(one, over=True) for one in ended), *(Span(one, over=False) for one in lasting)]
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
    assert median_days([Span(9, over=False)]) is None
