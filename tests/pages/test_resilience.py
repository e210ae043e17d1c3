"""What runs side by side, how long silence lasts, how it felt: told kindly, and as it is."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal

from afterword.analysis.resilience import Rest, felt, live_weeks, rests, stretches, this_search
from afterword.analysis.timeline import lanes
from afterword.analysis.waits import waits
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Interview, Journal
from afterword.pages.resilience import (
    felt_headline,
    live_headline,
    resilience_page,
    rest_words,
    silence_headline,
)
from afterword.pages.timeline import lanes_headline
from afterword.pages.words.today import live_headline as today_headline

TODAY = date(2026, 11, 20)
REJECTED = OutcomeKind.REJECTED


def ended(first: str, last: str, company: str = "Acme") -> Interview:
    return interview(first, company, outcome=REJECTED, decided=last)


def counts(*interviews: Interview) -> list[int]:
    return [len(week.live) for week in live_weeks(journal(*interviews), TODAY)]


def test_an_application_is_in_progress_until_the_day_it_ended() -> None:
    assert counts(ended("2026-11-02", "2026-11-10")) == [1, 1, 0]


def test_a_live_one_is_in_progress_today_and_so_is_one_that_is_arranged() -> None:
    assert counts(interview("2026-11-16")) == [1]
    assert counts(interview("2026-11-27")) == [1]
    assert counts(interview("2026-11-27", outcome=REJECTED)) == []
    assert counts() == []


def test_this_week_counts_what_is_in_progress_today_as_every_page_does() -> None:
    """One was turned down on Thursday; it was in progress this week, and is no more."""
    told = journal(ended("2026-11-09", "2026-11-19", "A"), interview("2026-11-16", "B"))
    now = live_weeks(told, TODAY)[-1]
    assert [one.company for one in now.live] == ["B"]
    assert [one.company for one in now.over] == ["A"]
    shown = sum(lane.is_open for lane in lanes(told, TODAY))
    assert len(now.live) == shown
    assert lanes_headline(lanes(told, TODAY)).startswith("One application is in progress")
    assert today_headline([one for one in lanes(told, TODAY) if one.is_open]) == (
        "One application is in progress."
    )


def test_a_week_in_which_the_last_one_ended_is_no_rest() -> None:
    assert rests(live_weeks(journal(ended("2026-11-09", "2026-11-19")), TODAY)) == ()


def test_one_that_was_taken_up_again_rested_in_between() -> None:
    again = interview("2026-11-18")
    assert counts(ended("2026-10-05", "2026-10-14", "Northwind"), again) == [1, 1, 0, 0, 0, 0, 1]
    assert counts(ended("2026-11-09", "2026-11-12", "Northwind"), again) == [1, 1]


def test_one_that_is_taken_up_again_on_a_day_to_come_is_in_progress_today() -> None:
    coming = interview("2026-11-26")
    assert counts(ended("2026-10-26", "2026-10-28", "Northwind"), coming) == [1, 0, 0, 1]


def test_silence_that_they_broke_was_no_end() -> None:
    silent = interview("2026-10-26", outcome=OutcomeKind.NO_ANSWER)
    assert counts(silent, interview("2026-11-18")) == [1, 1, 1, 1]


def test_an_application_begins_on_the_day_i_applied() -> None:
    applied = interview("2026-11-16", applied=date(2026, 11, 2))
    assert counts(applied) == [1, 1, 1]


def test_an_end_without_a_day_is_that_of_the_last_interview() -> None:
    assert counts(interview("2026-11-02", outcome=REJECTED)) == [1, 0, 0]


def test_an_end_still_to_come_is_not_beyond_this_week() -> None:
    (now,) = live_weeks(journal(ended("2026-11-16", "2026-12-24")), TODAY)
    assert (len(now.live), len(now.over)) == (0, 1)


def test_a_slip_in_a_year_makes_no_thousand_weeks() -> None:
    found = live_weeks(journal(interview("0001-01-01", "Old"), interview("2026-11-16")), TODAY)
    assert (len(found), found[-1].first) == (520, date(2026, 11, 16))


def test_weeks_that_do_not_differ_are_put_together() -> None:
    told = journal(ended("2026-09-01", "2026-09-23"), interview("2026-09-15", "B"))
    found = stretches(live_weeks(told, date(2026, 10, 9)))
    assert [(one.first.day, one.last.day, len(one.live)) for one in found] == [
        (31, 7, 1),
        (14, 21, 2),
        (28, 5, 1),
    ]


def test_weeks_without_any_are_told_as_rests() -> None:
    told = journal(
        ended("2026-09-01", "2026-09-03"), ended("2026-09-29", "2026-10-01", "B"), interview("2026-11-18", "C")
    )  # fmt: skip
    found = rests(live_weeks(told, TODAY))
    assert found == (
        Rest(date(2026, 9, 7), date(2026, 9, 21)),
        Rest(date(2026, 10, 5), date(2026, 11, 9)),
    )
    assert [one.weeks for one in found] == [3, 6]


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 60)), max_size=12))
def test_each_day_of_each_application_lies_in_a_week_that_counts_it(
    told: list[tuple[int, int]],
) -> None:
    start = date(2026, 1, 1)
    spans = [(start + timedelta(first), start + timedelta(first + long)) for first, long in told]
    made = journal(*(ended(str(a), str(b), f"C{at}") for at, (a, b) in enumerate(spans)))
    for week in live_weeks(made, TODAY):
        days = {week.first + timedelta(at) for at in range(7)}
        expected = sum(1 for a, b in spans if any(a <= day <= b for day in days))
        assert len(week.live) == expected


def sentence(*interviews: Interview) -> tuple[str, str]:
    weeks = live_weeks(journal(*interviews), TODAY)
    return live_headline(weeks), rest_words(weeks)


def test_the_headline_says_now_and_the_most() -> None:
    assert sentence() == (
        "How many applications run side by side will stand here, week by week.",
        "",
    )
    one = interview("2026-11-16")
    assert sentence(one) == ("One application is in progress this week.", "")  # fmt: skip
    two = sentence(one, interview("2026-11-17", "B"))[0]
    assert two == "Two applications are in progress this week, as many as ever."
    past = ended("2026-11-02", "2026-11-03", "B"), ended("2026-11-02", "2026-11-03", "C")
    told = sentence(one, *past)
    assert told[0] == "One application is in progress this week; the most in one week was two."
    assert told[1] == "In one of three weeks none was in progress. A rest is part of a search."
    none = "No application is in progress this week; the most in one week was two."
    assert sentence(*past)[0] == none


@pytest.mark.parametrize(
    ("days", "open_days", "expected"),
    [
        ([3], [], "From three answers on"),
        (
            [3, 5, 9],
            [],
            "Half of all answers come within 5 days. Silence up to then says nothing yet.",
        ),
        ([3], [8, 9, 10], "Most answers have not come yet"),
    ],
)
def test_how_long_silence_usually_lasts(
    days: list[int], open_days: list[int], expected: str
) -> None:
    answered = (
        ended("2026-03-02", str(date(2026, 3, 2) + timedelta(one)), f"A{one}") for one in days
    )
    quiet = (interview(TODAY - timedelta(one), f"Q{one}") for one in open_days)
    assert silence_headline(waits(journal(*answered, *quiet), TODAY)).startswith(expected)


def test_where_no_answer_ever_came_silence_is_said_to_be_silence() -> None:
    never = (
        interview("2026-03-02", name, outcome=OutcomeKind.NO_ANSWER, decided="2026-04-20")
        for name in "ABC"
    )
    told = silence_headline(waits(journal(*never, interview("2026-11-10")), TODAY))
    assert told == "No answer has come on a day that is written. Silence says little about you."


@pytest.mark.parametrize(
    ("feelings", "expected"),
    [
        ([], "Write feeling: 4 into an entry"),
        ([4], "One interview says how it felt."),
        ([4, 4], "Two interviews say how it felt."),
        ([4, 4, 2], "Three interviews say how it felt; most often it was 4 of 5."),
        ([4, 4, 2, 2], "Four interviews say how it felt."),
    ],
)
def test_how_it_felt_is_told_without_a_verdict(feelings: list[int], expected: str) -> None:
    told = journal(
        *(interview(f"2026-03-0{at}", feeling=one) for at, one in enumerate(feelings, 1))
    )
    assert felt_headline(felt(told)).startswith(expected)


def page(told: Journal) -> str:
    return resilience_page(Edition(told, TODAY))


def test_the_page_says_how_each_silence_ended() -> None:
    told = page(
        journal(
            ended("2026-03-02", "2026-03-05", "Answered"),
            interview("2026-11-10", "Open"),
            interview("2026-03-02", "Unknown", outcome=OutcomeKind.ADVANCED, decision_by=TODAY),
            interview("2026-03-02", "Never", outcome=OutcomeKind.NO_ANSWER, decided="2026-04-20"),
            interview("2026-03-02", "Mine", outcome=OutcomeKind.WITHDRAWN, decided="2026-03-04"),
        )
    )
    assert "Mine: 2 days, until I withdrew<" in told
    assert "Answered: 3 days<" in told
    assert "Open: 10 days, so far<" in told
    assert "Never: 49 days, and none came<" in told


def test_when_something_always_ran_a_rest_is_allowed() -> None:
    told = sentence(interview("2026-11-09"))[1]
    assert told == "In each of two weeks something was in progress. A rest is allowed."


def test_an_empty_journal_says_what_will_stand_here() -> None:
    assert "will stand here, week by week" in page(journal())


def test_the_weeks_of_a_search_long_ago_are_no_rest_of_this_one() -> None:
    old = ended("2023-03-14", "2023-03-20", "Old")
    told = sentence(old, interview("2026-11-10"))[1]
    assert told == (
        "In each of two weeks something was in progress. A rest is allowed. "
        "Before it lies a rest of 189 weeks, between two searches."
    )
    alone = sentence(old, interview("2026-11-18"))[1]
    assert alone == "Before it lies a rest of 190 weeks, between two searches."


def test_the_picture_begins_with_this_search_and_says_its_year_where_it_spans_two() -> None:
    old = ended("2023-03-14", "2023-03-20", "Old")
    assert page(journal(old, interview("2026-11-10"))).count('class="aw-fill-open" x=') == 2
    assert "<span>3 Nov 2025</span>" in page(journal(interview("2025-11-04", follow_ups=(TODAY,))))


def test_a_rest_that_lasts_leaves_the_search_before_it_in_the_picture() -> None:
    weeks = live_weeks(journal(ended("2026-01-05", "2026-01-12")), TODAY)
    assert this_search(weeks) == weeks
