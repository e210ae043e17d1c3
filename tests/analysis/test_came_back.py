"""They turned me down, and came back within ninety days: the no that was counted is counted everywhere."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.analysis.forecast import forecast
from afterword.analysis.funnel import funnel
from afterword.analysis.rejections import rejections
from afterword.analysis.timeline import StopKind, stops_of
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Journal

TODAY = date(2026, 11, 27)


def came_back(later: OutcomeKind | None = None) -> Journal:
    """A no of September, after which a second round of the same kind was held in November."""
    screen = RoundKind.SCREEN
    refused = interview(
        "2026-09-08",
        outcome=OutcomeKind.REJECTED,
        decided="2026-09-15",
        confidence=0.8,
        kind=screen,
    )
    again = interview("2026-11-23", outcome=later, confidence=0.6, kind=screen, path="again.md")
    return journal(refused, again)


def test_a_forecast_of_the_first_round_was_not_met() -> None:
    assert [one.happened for one in forecast(came_back(), TODAY).singles] == [False]


def test_the_first_round_stands_as_rejected_wherever_it_is_shown() -> None:
    told = came_back()
    assert Edition(told, TODAY).stands(told.interviews[0]).words == "Rejected"
    (application,) = told.applications
    rounds = [one for one in stops_of(application, TODAY) if one.kind is StopKind.ROUND]
    assert [one.standing and one.standing.outcome for one in rounds] == [
        OutcomeKind.REJECTED,
        OutcomeKind.PENDING,
    ]


def test_it_is_one_rejection_and_one_that_was_not_passed() -> None:
    assert len(rejections(came_back()).applications) == 1
    (stage,) = funnel(came_back(), TODAY).stages
    assert (stage.passed, stage.ended, stage.open) == (0, 1, 0)


@pytest.mark.parametrize(
    ("later", "counts"),
    [
        (OutcomeKind.ADVANCED, (1, 0, 0)),
        (OutcomeKind.REJECTED, (0, 1, 0)),
        (OutcomeKind.WITHDRAWN, (0, 0, 1)),
    ],
)
def test_the_later_round_tells_once_it_is_decided(
    later: OutcomeKind, counts: tuple[int, int, int]
) -> None:
    (stage,) = funnel(came_back(later), TODAY).stages
    assert (stage.passed, stage.ended, stage.withdrawn) == counts
