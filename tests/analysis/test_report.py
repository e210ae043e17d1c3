"""What an office is told of a search: a row for each application and interview, with how and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal

from afterword.analysis.report import ReportRow, report_rows
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import ApplicationNote, Interview, Journal, Outcome, When

DAY = date(2026, 11, 20)
NOTE = ApplicationNote(path="n.md", company="Acme", applied=date(2026, 11, 2), source="LinkedIn")


def rows(*met: Interview, last: str | None = None, first: str | None = None) -> list[ReportRow]:
    days = [date.fromisoformat(one) if one else None for one in (first, last)]
    return list(report_rows(journal(*met), DAY, first=days[0], last=days[1]))


def results(*met: Interview, last: str | None = None) -> list[str]:
    return [one.result for one in rows(*met, last=last)]


def noted(**facts: object) -> ReportRow:
    note = replace(NOTE, **facts)  # type: ignore[arg-type]
    (row,) = report_rows(Journal(notes=(note,)), DAY)
    return row


def test_an_application_that_led_to_an_interview_says_so_beside_what_came_of_that() -> None:
    one = interview(
        "2026-11-12",
        applied=date(2026, 11, 1),
        source="a friend",
        role="Cook",
        kind=RoundKind.TECHNICAL,
        format="video",
        outcome=OutcomeKind.REJECTED,
        decided="2026-11-18",
    )
    assert rows(one) == [
        ReportRow(
            day=date(2026, 11, 1),
            company="Northwind",
            position="Cook",
            status="Applied",
            method="through somebody I know",
            result="Interview",
        ),
        ReportRow(
            day=date(2026, 11, 12),
            company="Northwind",
            position="Cook",
            status="Interview: technical",
            method="video",
            result="Rejected",
            heard=date(2026, 11, 18),
        ),
    ]


def test_an_application_made_after_the_last_interview_ends_as_the_whole_does() -> None:
    ended = interview(
        "2026-11-02", applied=date(2026, 11, 5), outcome=OutcomeKind.OFFER, decided="2026-11-12"
    )
    assert [(one.status, one.result) for one in rows(ended)] == [
        ("Interview", "Offer"),
        ("Applied", "Offer"),
    ]


@pytest.mark.parametrize(
    ("facts", "method"),
    [
        ({"source": "LinkedIn", "contact": "email"}, "online"),
        ({"contact": "email"}, "email"),
        ({"source": "the mountains"}, ""),
    ],
)
def test_how_an_application_went_out_is_told_by_its_source_or_else_its_channel(
    facts: dict[str, Any], method: str
) -> None:
    assert rows(interview("2026-11-12", applied=date(2026, 11, 1), **facts))[0].method == method


def test_an_interview_to_come_and_one_of_today_have_no_result() -> None:
    coming = interview("2026-11-27", "Acme", kind=RoundKind.FINAL)
    today = interview("2026-11-20", "Brook")
    assert [(one.status, one.result, one.coming) for one in rows(coming, today)] == [
        ("Interview", "", False),
        ("Interview: final, to come", "", True),
    ]


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        (OutcomeKind.REJECTED, "Rejected"),
        (OutcomeKind.WITHDRAWN, "I withdrew"),
        (OutcomeKind.CANCELLED, "Cancelled"),
        (OutcomeKind.DECLINED, "I declined"),
        (OutcomeKind.NO_ANSWER, "No answer"),
    ],
)
def test_an_interview_to_come_whose_application_is_over_is_called_off(
    outcome: OutcomeKind, result: str
) -> None:
    one = interview(
        "2026-11-26",
        applied=date(2026, 11, 1),
        kind=RoundKind.FINAL,
        outcome=outcome,
        decided="2026-11-18",
    )
    assert [(row.day, row.status, row.result, row.heard, row.coming) for row in rows(one)] == [
        (date(2026, 11, 1), "Applied", result, date(2026, 11, 18), False),
        (date(2026, 11, 26), "Interview: final, called off", result, date(2026, 11, 18), False),
    ]


def test_one_that_was_held_before_another_was_called_off_is_an_interview() -> None:
    held = interview("2026-11-10", applied=date(2026, 11, 1), kind=RoundKind.SCREEN)
    off = interview("2026-11-26", kind=RoundKind.FINAL, outcome=OutcomeKind.REJECTED)
    first, *_ = rows(held, off)
    assert (first.status, first.result) == ("Applied", "Interview")
    assert rows(held, off)[-1].status == "Interview: final, called off"


def test_what_nobody_answered_is_awaited_and_after_ninety_days_only_not_noted() -> None:
    assert results(interview("2026-11-12")) == ["No answer yet"]
    assert results(interview("2026-06-12")) == ["No answer noted"]


def test_words_from_which_no_outcome_can_be_told_are_unclear() -> None:
    unclear = Outcome(is_unclear=True)
    assert results(interview("2026-11-12", outcome=unclear)) == ["Unclear"]
    assert noted(outcome=unclear).result == "Unclear"


def test_an_end_of_an_earlier_round_stays_when_they_came_back() -> None:
    rejected = interview("2026-09-02", outcome=OutcomeKind.REJECTED, decided="2026-09-12")
    again = interview("2026-11-02", outcome=OutcomeKind.OFFER, decided="2026-11-12")
    unknown = interview("2026-10-02", "Pellmoor", outcome=OutcomeKind.REJECTED)
    told = [(one.result, one.heard) for one in rows(rejected, again, unknown)]
    assert told == [
        ("Rejected", date(2026, 9, 12)),
        ("Rejected", None),
        ("Offer", date(2026, 11, 12)),
    ]


def test_nothing_that_was_heard_after_its_last_day_is_in_a_report() -> None:
    one = interview("2026-11-02", outcome=OutcomeKind.REJECTED, decided="2026-11-18")
    assert results(one, last="2026-11-15") == ["No answer by 15 Nov 2026"]
    assert results(one, last="2026-11-18") == ["Rejected"]


def test_a_round_after_its_last_day_is_in_it_neither_by_its_row_nor_by_what_it_shows() -> None:
    first = interview("2026-11-02", kind=RoundKind.SCREEN, applied=date(2026, 11, 1))
    second = interview("2026-11-17", kind=RoundKind.FINAL, outcome=OutcomeKind.REJECTED)
    told = [(one.status, one.result) for one in rows(first, second, last="2026-11-15")]
    assert told == [("Applied", "Interview"), ("Interview: screen", "No answer by 15 Nov 2026")]
    assert results(first, second, last="2026-11-01") == ["No answer by 1 Nov 2026"]


def test_a_report_is_about_its_days_and_a_month_about_any_of_them() -> None:
    month = When(day=date(2026, 11, 1), whole_month=True)
    met = interview("2026-11-01", "Acme", when=month), interview("2026-11-02"), interview("2026-11-19")  # fmt: skip
    within = rows(*met, first="2026-11-10", last="2026-11-30")
    assert [(one.day.day, one.whole_month) for one in within] == [(1, True), (19, False)]


def test_an_application_without_an_interview_is_a_row() -> None:
    assert noted(role="Cook") == ReportRow(
        day=date(2026, 11, 2),
        company="Acme",
        position="Cook",
        status="Applied",
        method="online",
        result="No answer yet",
    )


def test_what_came_of_an_application_without_an_interview_is_told_with_its_day() -> None:
    decided = date(2026, 11, 9)
    row = noted(source=None, outcome=Outcome(kind=OutcomeKind.REJECTED, decided=decided))
    assert (row.method, row.result, row.heard) == ("", "Rejected", decided)


def test_an_application_to_go_out_has_no_result_yet() -> None:
    assert noted(applied=date(2026, 12, 1)).result == ""
