"""Months, and applications side by side."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal

from afterword.analysis.timeline import StopKind, lanes, months
from afterword.kinds import OutcomeKind
from afterword.model import ThankYou

TODAY = date(2026, 11, 20)


def test_months_run_from_the_newest_to_the_oldest_with_the_empty_ones_between() -> None:
    found = months(
        journal(interview("2026-01-31"), interview("2026-03-01"), interview("2026-03-02"))
    )
    assert [(one.first, len(one.interviews)) for one in found] == [
        (date(2026, 3, 1), 2),
        (date(2026, 2, 1), 0),
        (date(2026, 1, 1), 1),
    ]
    assert [one.when.day.day for one in found[0].interviews] == [2, 1]


def test_a_journal_without_interviews_has_no_months() -> None:
    assert months(journal()) == ()


def test_a_year_mistyped_makes_no_thousand_months_and_loses_no_interview() -> None:
    found = months(journal(interview("1026-01-31"), interview("2026-03-01")))
    assert len(found) < 610
    assert sum(len(one.interviews) for one in found) == 2


def test_live_applications_come_first_then_the_one_that_moved_last() -> None:
    found = lanes(
        journal(
            interview("2026-10-01", "Acme", outcome=OutcomeKind.REJECTED, decided="2026-10-05"),
            interview("2026-10-02", "Quill", outcome=OutcomeKind.REJECTED, decided="2026-11-05"),
            interview("2026-09-01", "Live"),
        ),
        TODAY,
    )
    assert [lane.application.company for lane in found] == ["Live", "Quill", "Acme"]


def test_lanes_that_moved_on_one_day_come_by_their_names() -> None:
    ended = [
        interview("2026-10-01", name, path=path, outcome=OutcomeKind.REJECTED, decided="2026-10-05")
        for name, path in (("Quill", "1.md"), ("Acme", "2.md"))
    ]
    found = lanes(journal(*ended), TODAY)
    assert [lane.application.company for lane in found] == ["Acme", "Quill"]


def test_a_thank_you_of_the_same_day_stands_behind_its_round() -> None:
    thanked = interview("2026-10-02", thank_you=ThankYou(sent=(date(2026, 10, 2),)))
    (lane,) = lanes(journal(thanked, interview("2026-10-02", path="b.md")), TODAY)
    assert [(stop.kind, stop.number) for stop in lane.stops] == [
        (StopKind.ROUND, 1),
        (StopKind.ROUND, 2),
        (StopKind.THANK_YOU, 0),
    ]


def test_a_lane_stops_at_everything_that_happened_on_a_day() -> None:
    one = interview(
        "2026-10-02",
        applied=date(2026, 9, 20),
        thank_you=ThankYou(sent=(date(2026, 10, 3),)),
        follow_ups=(date(2026, 10, 12),),
        outcome=OutcomeKind.ADVANCED,
        decided="2026-10-14",
    )
    two = interview("2026-10-20", outcome=OutcomeKind.REJECTED, decided="2026-10-22")
    (lane,) = lanes(journal(one, two), TODAY)
    assert [(stop.kind, stop.day.isoformat(), stop.number) for stop in lane.stops] == [
        (StopKind.APPLIED, "2026-09-20", 0),
        (StopKind.ROUND, "2026-10-02", 1),
        (StopKind.THANK_YOU, "2026-10-03", 0),
        (StopKind.FOLLOW_UP, "2026-10-12", 0),
        (StopKind.ROUND, "2026-10-20", 2),
        (StopKind.DECISION, "2026-10-22", 0),
    ]
    assert (lane.first, lane.last) == (date(2026, 9, 20), date(2026, 10, 22))


def test_a_letter_of_a_day_to_come_is_a_plan_and_no_stop() -> None:
    planned = interview(
        "2026-11-12",
        thank_you=ThankYou(sent=(date(2026, 11, 13), date(2026, 11, 23))),
        follow_ups=(date(2026, 11, 24),),
    )
    (lane,) = lanes(journal(planned), date(2026, 11, 20))
    assert [(stop.kind, stop.day) for stop in lane.stops] == [
        (StopKind.ROUND, date(2026, 11, 12)),
        (StopKind.THANK_YOU, date(2026, 11, 13)),
    ]


def test_a_live_lane_reaches_to_today() -> None:
    (lane,) = lanes(journal(interview("2026-10-02")), TODAY)
    assert lane.last == TODAY
