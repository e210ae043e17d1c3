"""The chance I gave myself, beside what came of it."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import forecast_of, interview, journal

from afterword.analysis.forecast import Forecast, Lean, Single
from afterword.analysis.statistics.intervals import Interval, wilson
from afterword.analysis.statistics.standing_out import Tier
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview

WANTED = OutcomeKind.ADVANCED
REFUSED = OutcomeKind.REJECTED


def forecasts(
    *said: tuple[float, OutcomeKind], kind: RoundKind = RoundKind.TECHNICAL
) -> list[Interview]:
    return [
        interview(
            date(2026, 1, number),
            f"Firm {number} {kind}",
            kind=kind,
            confidence=confidence,
            outcome=outcome,
        )
        for number, (confidence, outcome) in enumerate(said, start=1)
    ]


def test_a_forecast_holds_what_i_said_beside_what_happened() -> None:
    told = forecast_of(
        journal(
            interview(
                "2026-11-12", kind=RoundKind.TECHNICAL, confidence=0.6, outcome=OutcomeKind.REJECTED
            )
        )
    )
    assert told.singles == (
        Single(
            path="2026-11-12-northwind-technical.md",
            company="Northwind",
            day=date(2026, 11, 12),
            kind=RoundKind.TECHNICAL,
            confidence=0.6,
            happened=False,
            bin=3,
        ),
    )


@pytest.mark.parametrize(
    ("outcome", "happened"),
    [
        (OutcomeKind.ADVANCED, [True]),
        (OutcomeKind.OFFER, [True]),
        (OutcomeKind.ACCEPTED, [True]),
        (OutcomeKind.DECLINED, [True]),
        (OutcomeKind.REJECTED, [False]),
        (OutcomeKind.NO_ANSWER, [False]),
        (OutcomeKind.WITHDRAWN, []),
        (OutcomeKind.CANCELLED, []),
        (OutcomeKind.PENDING, []),
    ],
)
def test_what_they_wanted_counts_and_what_i_chose_or_await_does_not(
    outcome: OutcomeKind, happened: list[bool]
) -> None:
    told = forecast_of(journal(interview("2026-11-12", confidence=0.5, outcome=outcome)))
    assert [one.happened for one in told.singles] == happened


def test_a_forecast_of_a_job_that_was_cancelled_is_counted_apart() -> None:
    told = forecast_of(journal(*forecasts((0.5, OutcomeKind.CANCELLED), (0.5, WANTED))))
    assert (told.n, told.cancelled) == (1, 1)


def test_an_entry_without_a_confidence_is_no_forecast() -> None:
    assert forecast_of(journal(interview("2026-11-12", outcome=WANTED))).n == 0


def test_a_confidence_of_nothing_is_a_forecast() -> None:
    assert forecast_of(journal(*forecasts((0.0, REFUSED)))).n == 1


def test_a_pending_interview_went_on_when_another_came_of_it() -> None:
    told = forecast_of(journal(interview("2026-11-12", confidence=0.4), interview("2026-11-20")))
    assert [one.happened for one in told.singles] == [True]


@pytest.mark.parametrize("written", [REFUSED, OutcomeKind.NO_ANSWER, OutcomeKind.WITHDRAWN])
def test_a_later_interview_outweighs_an_end_that_is_written_into_every_entry(
    written: OutcomeKind,
) -> None:
    """The funnel counts it so as well."""
    first = interview("2026-11-12", confidence=0.4, outcome=written)
    told = forecast_of(journal(first, interview("2026-11-20", outcome=written)))
    assert [one.happened for one in told.singles] == [True]


def test_a_second_interview_of_the_same_day_says_nothing_of_the_first() -> None:
    first = interview("2026-11-12", confidence=0.4, kind=RoundKind.DESIGN)
    second = interview("2026-11-12", kind=RoundKind.PANEL)
    assert forecast_of(journal(first, second)).n == 0


def test_an_interview_elsewhere_says_nothing() -> None:
    told = forecast_of(
        journal(interview("2026-11-12", confidence=0.4), interview("2026-11-20", "Acme"))
    )
    assert told.n == 0


@pytest.mark.parametrize(
    ("confidence", "number"),
    [(0.0, 0), (0.19, 0), (0.2, 1), (0.4, 2), (0.6, 3), (0.79, 3), (0.8, 4), (1.0, 4)],
)
def test_a_fifth_begins_at_its_lower_edge_and_the_last_holds_certainty(
    confidence: float, number: int
) -> None:
    assert forecast_of(journal(*forecasts((confidence, WANTED)))).singles[0].bin == number


def test_there_are_five_fifths_even_where_nothing_was_said() -> None:
    edges = [(one.low, one.high) for one in forecast_of(journal()).bins]
    assert edges == [(0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 1.0)]


def test_an_empty_fifth_says_nothing() -> None:
    first = forecast_of(journal()).bins[0]
    assert (first.n, first.said, first.happened) == (0, None, None)
    assert first.interval == Interval(0.0, 1.0)


def test_a_fifth_has_the_mean_of_what_i_said_and_the_share_of_what_happened() -> None:
    told = forecast_of(journal(*forecasts((0.6, WANTED), (0.7, REFUSED))))
    fifth = told.bins[3]
    assert fifth.said == pytest.approx(0.65)
    assert (fifth.n, fifth.happened, fifth.interval) == (2, 0.5, wilson(1, 2))


def test_the_brier_score_is_the_mean_squared_distance() -> None:
    told = forecast_of(journal(*forecasts((0.8, WANTED), (0.6, REFUSED))))
    assert told.brier == pytest.approx((0.04 + 0.36) / 2)


def heard(day: str, decided: str, outcome: OutcomeKind, company: str) -> Interview:
    return interview(day, company, confidence=0.5, outcome=outcome, decided=decided)


def test_the_score_to_beat_knows_what_had_come_of_the_interviews_before() -> None:
    """Beginning with a half, as if one had gone on and one had not."""
    told = forecast_of(
        journal(
            heard("2026-01-05", "2026-01-09", WANTED, "A"),
            heard("2026-01-10", "2026-01-20", WANTED, "B"),
            heard("2026-01-15", "2026-01-19", REFUSED, "C"),
            heard("2026-01-25", "2026-01-29", REFUSED, "D"),
        )
    )
    rates = [1 / 2, 2 / 3, 2 / 3, 3 / 5]
    assert [one.known_rate for one in told.singles] == pytest.approx(rates)
    scores = [(1 - 1 / 2) ** 2, (1 - 2 / 3) ** 2, (2 / 3) ** 2, (3 / 5) ** 2]
    assert told.known_brier == pytest.approx(sum(scores) / 4)
    assert (told.base_rate, told.half_brier) == (0.5, 0.25)


def test_what_is_known_of_an_interview_without_a_day_is_known_from_the_next_round_on() -> None:
    told = forecast_of(
        journal(
            interview("2026-01-05", "A", outcome=WANTED),
            interview("2026-01-20", "A", outcome=REFUSED),
            interview("2026-01-10", "B", confidence=0.5, outcome=WANTED),
            interview("2026-01-25", "C", confidence=0.5, outcome=WANTED),
        )
    )
    assert [one.known_rate for one in told.singles] == pytest.approx([1 / 2, 3 / 5])


def test_what_i_said_is_a_mean() -> None:
    told = forecast_of(journal(*forecasts((0.8, WANTED), (0.6, REFUSED))))
    assert told.said == pytest.approx(0.7)


def test_without_a_forecast_there_is_no_number() -> None:
    told = Forecast()
    assert (told.brier, told.half_brier, told.known_brier) == (None, None, None)
    assert (told.base_rate, told.said, told.lean, told.silent) == (None, None, None, 0)


@pytest.mark.parametrize(("n", "enough"), [(0, False), (2, False), (3, True)])
def test_three_forecasts_are_enough(n: int, enough: bool) -> None:
    assert forecast_of(journal(*forecasts(*[(0.5, WANTED)] * n))).enough is enough


def test_i_am_over_confident_when_i_say_more_than_what_happened_can_bear() -> None:
    assert forecast_of(journal(*forecasts(*[(0.9, REFUSED)] * 8))).lean is Lean.OVER


def test_i_am_under_confident_when_i_say_less() -> None:
    assert forecast_of(journal(*forecasts(*[(0.1, WANTED)] * 8))).lean is Lean.UNDER


def test_i_lean_nowhere_when_it_may_be_chance() -> None:
    half = [(0.6, WANTED), (0.6, REFUSED)] * 4
    assert forecast_of(journal(*forecasts(*half))).lean is None


def test_two_forecasts_are_too_few_to_lean() -> None:
    told = forecast_of(journal(*forecasts(*[(0.95, REFUSED)] * 2)))
    assert (told.lean, told.by_kind[0].lean, told.tier) == (None, None, Tier.CLEAR)


def test_forecasts_are_taken_one_by_one_and_not_at_their_mean() -> None:
    """Four that were nearly certain and four that were nearly hopeless came otherwise; their mean is what happened."""
    told = forecast_of(journal(*forecasts(*[(0.95, REFUSED)] * 4, *[(0.05, WANTED)] * 4)))
    assert (told.said, told.base_rate) == pytest.approx((0.5, 0.5))
    assert told.lean is None
    (kind,) = forecast_of(
        journal(*forecasts(*[(0.95, WANTED)] * 4, *[(0.05, REFUSED)] * 4))
    ).by_kind
    assert kind.chance == 1.0


def by_kinds(*said: tuple[RoundKind, float, OutcomeKind, int]) -> Forecast:
    told = (
        forecasts(*[(share, outcome)] * times, kind=kind) for kind, share, outcome, times in said
    )
    return forecast_of(journal(*(one for those in told for one in those)))


def test_forecasts_may_be_fair_on_average_and_not_round_by_round() -> None:
    told = by_kinds((RoundKind.TECHNICAL, 0.8, REFUSED, 5), (RoundKind.BEHAVIOURAL, 0.2, WANTED, 5))
    assert (told.lean, told.tier) == (None, Tier.CLEAR)
    assert [one.lean for one in told.by_kind] == [Lean.OVER, Lean.UNDER]


def test_of_kinds_that_are_off_together_the_farthest_is_named() -> None:
    told = by_kinds(
        (RoundKind.TECHNICAL, 0.7, REFUSED, 3), (RoundKind.SCREEN, 0.4, WANTED, 3)
    )  # fmt: skip
    assert told.tier is Tier.CLEAR
    assert {one.kind: one.lean for one in told.by_kind} == {
        RoundKind.SCREEN: None,
        RoundKind.TECHNICAL: Lean.OVER,
    }


def test_what_chance_does_less_often_than_one_time_in_five_is_probable() -> None:
    told = forecast_of(journal(*forecasts(*[(0.5, REFUSED)] * 4)))
    assert (told.tier, told.lean) == (Tier.PROBABLE, Lean.OVER)


def test_what_rounding_to_fives_may_have_done_is_no_leaning() -> None:
    """Eighty said of four of which two went on would be probable, 77.5 is not."""
    told = forecast_of(journal(*forecasts(*[(0.8, REFUSED)] * 2, *[(0.8, WANTED)] * 2)))
    assert (told.tier, told.lean) == (Tier.OPEN, None)


def test_what_rounding_to_hundredths_may_have_done_is_not_clear() -> None:
    """Eighty-five said of six of which three went on would be clear, 84.5 is not."""
    told = forecast_of(journal(*forecasts(*[(0.85, REFUSED)] * 3, *[(0.85, WANTED)] * 3)))
    assert told.tier is Tier.PROBABLE


GHOSTED = OutcomeKind.NO_ANSWER


def test_silence_counts_as_not_gone_on_and_alone_it_makes_nothing_lean() -> None:
    told = forecast_of(journal(*forecasts(*[(0.8, GHOSTED)] * 6, *[(0.8, WANTED)] * 4)))
    assert (told.silent, told.rests_on_silence, told.lean) == (6, True, None)
    assert [one.lean for one in told.by_kind] == [None]


def test_what_may_be_chance_anyway_does_not_rest_on_silence() -> None:
    told = forecast_of(journal(*forecasts(*[(0.5, GHOSTED)] * 2, *[(0.5, WANTED)] * 2)))
    assert (told.tier, told.silent, told.rests_on_silence) == (Tier.OPEN, 2, False)


def test_who_leans_without_the_silent_ones_too_leans() -> None:
    told = forecast_of(journal(*forecasts(*[(0.8, GHOSTED)] * 2, *[(0.8, REFUSED)] * 6)))
    assert (told.rests_on_silence, told.lean) == (False, Lean.OVER)


def test_what_has_no_outcome_yet_is_kept_apart_from_what_i_ended() -> None:
    ends = (OutcomeKind.PENDING, OutcomeKind.WITHDRAWN, OutcomeKind.CANCELLED, WANTED)
    told = forecast_of(journal(*forecasts(*((0.5, one) for one in ends))))
    assert (len(told.open), told.withdrawn, told.cancelled, told.n) == (1, 1, 1, 1)


def test_the_kinds_that_occur_come_in_their_usual_order() -> None:
    told = forecast_of(
        journal(
            *forecasts((0.5, WANTED), kind=RoundKind.PANEL),
            *forecasts((0.5, WANTED), kind=RoundKind.SCREEN),
        )
    )
    assert [one.kind for one in told.by_kind] == [RoundKind.SCREEN, RoundKind.PANEL]


def test_each_kind_is_measured_by_itself() -> None:
    technical, screen = [(0.9, REFUSED)] * 8, [(0.9, WANTED), (0.7, REFUSED)]
    told = forecast_of(
        journal(*forecasts(*technical), *forecasts(*screen, kind=RoundKind.SCREEN)),
    ).by_kind
    assert [(one.n, one.lean) for one in told] == [(2, None), (8, Lean.OVER)]
    assert [one.said for one in told] == pytest.approx([0.8, 0.9])
    assert [one.happened for one in told] == [0.5, 0.0]
    assert [one.brier for one in told] == pytest.approx([0.25, 0.81])
