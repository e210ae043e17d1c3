"""What is said of forecasts, for any number of them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from tests.builders import forecast_of, interview, journal

from afterword.analysis.forecast import Forecast
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview
from afterword.pages.forecast import forecast_counted, forecast_headline, forecast_page

ADVANCED, REJECTED = OutcomeKind.ADVANCED, OutcomeKind.REJECTED
NO_ANSWER, PENDING = OutcomeKind.NO_ANSWER, OutcomeKind.PENDING


def forecasted(*said: tuple[float, OutcomeKind], kind: RoundKind | None = None) -> list[Interview]:
    return [
        interview("2026-03-02", f"C{at} {kind}", kind=kind, outcome=outcome, confidence=confidence)
        for at, (confidence, outcome) in enumerate(said)
    ]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([], "Write confidence: 60 into an entry before you hear; what came of it will stand here."),
        ([(0.5, PENDING)], "One forecast has no outcome yet; what came of it will stand here."),
        ([(0.5, PENDING)] * 2, "Two forecasts have no outcome yet; what came of them will stand here."),
        ([(0.5, REJECTED)], "One forecast with an outcome is too few to say; from three on there is something to see."),
        ([(0.5, REJECTED)] * 2, "Two forecasts with an outcome are too few to say; from three on there is something to see."),
        ([(0.7, NO_ANSWER)], "No answer came to the one forecast so far. Silence says little about you."),
        ([(0.7, NO_ANSWER)] * 12, "No answer came to any of 12 forecasts. Silence says little about you."),
        ([(0.8, NO_ANSWER)] * 6 + [(0.8, ADVANCED)] * 4, "I said 80 % on average, and 40 % went on, where no answer counts as not going on. Silence says little about you."),
        ([(0.5, ADVANCED), (0.5, REJECTED)] * 6, "I said 50 % on average, and 50 % went on; that is within what chance allows."),
        ([(0.5, REJECTED)] * 4, "I said 50 % on average, and 0 % went on: probably I expect too much."),
        ([(0.9, REJECTED)] * 12, "I said 90 % on average, and 0 % went on: I expect too much."),
        ([(0.1, ADVANCED)] * 12, "I said 10 % on average, and 100 % went on: I expect too little."),
    ],
)  # fmt: skip
def test_a_forecast_is_judged_as_far_as_chance_allows(
    said: list[tuple[float, OutcomeKind]], expected: str
) -> None:
    told = forecast_headline(forecast_of(journal(*forecasted(*said))))
    assert told.replace("\u202f", " ") == expected


@pytest.mark.parametrize(
    ("technical", "screens", "expected"),
    [
        ((0.8, 5), (0.2, 5), ". Fair on average, not by round: too low for screen rounds, too high for technical rounds."),
        ((0.5, 3), (0.5, 3), ". Fair on average, and probably not by round: too low for screen rounds, too high for technical rounds."),
        ((0.9, 12), (0.2, 3), ": too low for screen rounds, too high for technical rounds."),
        ((0.9, 2), (0.1, 2), ". Fair on average, not by round: too few of any one kind to say which."),
    ],
)  # fmt: skip
def test_a_forecast_that_is_not_fair_by_round_says_for_which(
    technical: tuple[float, int], screens: tuple[float, int], expected: str
) -> None:
    told = (
        *forecasted(*[(technical[0], REJECTED)] * technical[1], kind=RoundKind.TECHNICAL),
        *forecasted(*[(screens[0], ADVANCED)] * screens[1], kind=RoundKind.SCREEN),
    )
    assert forecast_headline(forecast_of(journal(*told))).endswith(expected)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, ""),
        ({"cancelled": 1}, "Left out: 1 job that was cancelled."),
        ({"cancelled": 2, "withdrawn": 1}, "Left out: 1 where I withdrew and 2 jobs that were cancelled."),
        ({"open": tuple(forecasted((0.5, PENDING)))}, "No outcome yet: 1 forecast."),
    ],
)  # fmt: skip
def test_what_does_not_count_is_said_where_there_is_any(
    facts: dict[str, Any], expected: str
) -> None:
    told = forecast_counted(Forecast(**facts))
    assert told.partition("what happened.")[2].strip() == expected


def page(*interviews: Interview) -> str:
    return forecast_page(Edition(journal(*interviews), date(2026, 3, 20)))


def rows(text: str) -> list[str]:
    """The verdicts of the kinds."""
    return re.findall(r"<td>([^<]*)</td></tr>", text.partition("## By round")[2])


def test_each_kind_says_what_its_numbers_mean() -> None:
    technical = forecasted(*[(0.95, REJECTED)] * 4, kind=RoundKind.TECHNICAL)
    screens = forecasted(*[(0.5, REJECTED), (0.5, ADVANCED)] * 2, kind=RoundKind.SCREEN)
    finals = forecasted((0.5, ADVANCED), kind=RoundKind.FINAL)
    told = page(*technical, *screens, *finals)
    assert rows(told) == ["within chance", "I expect too much", "too few to say"]
    assert rows(page(*forecasted(*[(0.5, REJECTED)] * 4))) == ["probably I expect too much"]


def test_a_kind_that_was_met_with_silence_says_little() -> None:
    told = page(*forecasted(*[(0.8, NO_ANSWER)] * 4, *[(0.8, ADVANCED)] * 2))
    assert rows(told) == ["no answer says little"]


def test_the_score_stands_beside_what_others_would_have_earned() -> None:
    told = page(*forecasted(*[(0.5, REJECTED), (0.5, ADVANCED)] * 2))
    for name in ("brier", "half_brier", "known_brier"):
        assert f'data-value="forecast {name}">0.25<' in told


def test_what_has_no_outcome_yet_leads_to_its_entry() -> None:
    told = page(*forecasted((0.5, REJECTED), (0.5, PENDING)))
    assert 'data-figure="forecast open"><summary>1</summary>' in told
