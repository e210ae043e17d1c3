"""What a site says of journals that are odd or small: true, and no reproach."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from tests.builders import forecast_of, interview, journal, said

from afterword.analysis.rejections import rejections
from afterword.analysis.timeline import lanes
from afterword.analysis.waits import waits
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Noted
from afterword.pages.application import application_pages
from afterword.pages.forecast import forecast_headline, forecast_page
from afterword.pages.pictures.lanes import lane_picture
from afterword.pages.reflections import reflections_page
from afterword.pages.resilience import resilience_page, silence_headline
from afterword.pages.words.rejections import feedback_headline
from afterword.pages.words.reviews import place_told
from afterword.vocabulary.wording import dated

TODAY = date(2026, 11, 20)


def ended(number: int, outcome: OutcomeKind) -> Interview:
    day = date(2026, 9, 1 + number)
    return interview(
        day, f"C{number}", outcome=outcome, decided=f"{day.replace(month=10)}", confidence=0.6
    )


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ((OutcomeKind.WITHDRAWN,), "One forecast will have no outcome, since I withdrew."),
        ((OutcomeKind.CANCELLED, OutcomeKind.CANCELLED), "Two forecasts will have no outcome, since the job was cancelled."),
        ((OutcomeKind.WITHDRAWN, OutcomeKind.CANCELLED), "Two forecasts will have no outcome, since I withdrew or the job was cancelled."),
        ((OutcomeKind.WITHDRAWN, OutcomeKind.PENDING), "One forecast will have no outcome, since I withdrew; one more has no outcome yet."),
    ],
)  # fmt: skip
def test_forecasts_of_what_was_never_decided_are_said_to_be_such(
    outcomes: tuple[OutcomeKind, ...], expected: str
) -> None:
    told = journal(*(ended(at, one) for at, one in enumerate(outcomes)))
    assert forecast_headline(forecast_of(told)) == expected


def test_where_i_withdrew_each_time_no_answer_is_said_to_be_missing_still() -> None:
    told = journal(*(ended(at, OutcomeKind.WITHDRAWN) for at in range(3)))
    expected = "No answer had come by the time you withdrew, so how long silence usually lasts cannot be told."
    assert silence_headline(waits(told, TODAY)) == expected


def test_no_score_is_given_for_silence() -> None:
    silent = journal(*(ended(at, OutcomeKind.NO_ANSWER) for at in range(3)))
    answered = journal(*(ended(at, OutcomeKind.REJECTED) for at in range(3)))
    assert "Brier score" not in forecast_page(Edition(silent, TODAY))
    assert "Brier score" in forecast_page(Edition(answered, TODAY))


@pytest.mark.parametrize(
    ("asked", "feedback", "expected"),
    [
        ("2026-10-05", (), "Asked after the one rejection; no answer yet."),
        ("2026-10-05", said("pace"), "Asked after the one rejection; an answer came."),
    ],
)
def test_one_rejection_is_no_statistic(
    asked: str, feedback: tuple[object, ...], expected: str
) -> None:
    one = interview(
        "2026-10-01",
        outcome=OutcomeKind.REJECTED,
        feedback_asked=date.fromisoformat(asked),
        feedback=feedback,
    )
    assert feedback_headline(rejections(journal(one))) == expected


def test_a_round_to_come_has_no_notes_yet() -> None:
    (page,) = application_pages(Edition(journal(interview("2026-12-01")), TODAY))
    assert "1 round, without a note of what went well or badly yet." in page.markdown


def test_a_day_has_its_year_where_that_is_another_one() -> None:
    assert dated(date(2025, 3, 9), TODAY) == "9 Mar 2025"
    assert dated(date(2026, 3, 9), TODAY) == "9 Mar"


def test_a_note_of_last_year_has_its_year_beside_it() -> None:
    old = interview("2025-03-09", went_badly=said("pace"))
    told = replace(journal(old), theme_names={"pace": "Pace"})
    assert ">9 Mar 2025</time>" in reflections_page(Edition(told, TODAY))


def test_who_hears_a_lane_hears_the_year_of_each_round() -> None:
    told = journal(interview("2025-12-20"), interview("2026-01-08"))
    picture = lane_picture(lanes(told, TODAY), TODAY)
    assert picture is not None
    assert "on 20 Dec 2025 and interview on 8 Jan." in picture.rows[0].words


def test_one_week_is_named_once_below_its_picture() -> None:
    page = resilience_page(Edition(journal(interview("2026-11-18")), TODAY))
    ends = page.partition("aw-small-ends")[2].partition("</p>")[0]
    assert ends.count("16 Nov") == 1


def test_a_review_over_the_turn_of_the_year_says_of_which_year_a_day_is() -> None:
    noted = [
        Noted(interview(day, "Fabrikam"), said("pace")[0]) for day in ("2025-12-20", "2026-01-08")
    ]
    assert [place_told(one, TODAY) for one in noted] == [
        "Fabrikam, 20 Dec 2025",
        "Fabrikam, 8 Jan",
    ]
