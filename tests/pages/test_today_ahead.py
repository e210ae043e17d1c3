"""The days to come are laid into the home page by the same rules as today."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.builders import interview, journal, observed
from tests.end_to_end.projects import ROOT

from afterword.days import later
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Journal, Person, ThankYou
from afterword.pages.parts.ahead import DAYS, Ahead, ahead, unsettled
from afterword.pages.parts.lists import TASKS, Lists, lists_on
from afterword.pages.today import today_page
from afterword.reading import read_journal, read_source

TODAY, YESTERDAY = date(2026, 11, 20), date(2026, 11, 19)


def demonstration() -> Journal:
    folder = ROOT / "journal"
    paths: list[Path] = sorted(folder.rglob("20*.md"))
    return read_journal(read_source(path, path.relative_to(folder).as_posix()) for path in paths)


def of(whole: Journal, today: date = TODAY) -> Ahead:
    return ahead(Edition(whole, today), lambda lists: {"due": len(lists.every_due)})


@pytest.mark.no_cover
def test_what_can_still_become_due_is_all_that_is_looked_at() -> None:
    edition = Edition(demonstration(), TODAY)
    part = unsettled(edition)
    assert 0 < len(part.applications) < len(edition.journal.applications)
    for number in range(DAYS):
        day = later(TODAY, number)
        assert lists_on(edition.owed_on(day, part), day) == lists_on(edition.owed_on(day), day)


def test_what_has_ended_stays_with_the_offer_that_ended_the_others() -> None:
    settled = interview("2026-01-05", "Settled", outcome=OutcomeKind.WITHDRAWN)
    accepted = interview("2026-01-05", "Accepted", outcome=OutcomeKind.ACCEPTED)
    coming = interview("2026-01-05", "Coming", outcome=OutcomeKind.REJECTED, decided="2026-11-25")
    part = unsettled(Edition(journal(settled, accepted, coming), TODAY))
    assert [one.company for one in part.applications] == ["Accepted", "Coming"]


def test_a_company_that_was_met_again_stays_with_the_one_to_write_to_again() -> None:
    """Both have ended; without the later one the earlier would ask to be written to on its day."""
    earlier = interview(
        "2026-08-05",
        role="Tester",
        outcome=OutcomeKind.REJECTED,
        decided="2026-08-25",
        feeling=5,
        reconnect=date(2026, 11, 25),
        interviewers=(Person(name="Ada"),),
    )
    later_one = interview(
        "2026-10-20", role="Lead", outcome=OutcomeKind.WITHDRAWN, decided="2026-10-20"
    )
    edition = Edition(journal(earlier, later_one), date(2026, 10, 21))
    part = unsettled(edition)
    day = date(2026, 11, 26)
    assert lists_on(edition.owed_on(day, part), day) == lists_on(edition.owed_on(day), day)


def test_a_line_knows_each_day_on_which_it_changes() -> None:
    thanked = ThankYou(sent=(TODAY,))
    noted = interview(
        YESTERDAY, thank_you=thanked, decision_by=date(2026, 11, 24), went_well=observed("sql")
    )
    found = of(journal(noted))
    (asking,) = found.lists.waiting
    thursday = "Thursday 26 November"
    assert json.loads(asking.moves)[:3] == [
        ["2026-11-20", "wait", "wait", "from", thursday, "2026-11-26", 1],
        ["2026-11-26", "due", "due", "by", "Thursday 3 December", "2026-12-03", 0],
        ["2026-12-04", "due", "overdue", "since", "Thursday 3 December", "2026-12-03", 0],
    ]


def test_what_comes_later_is_there_and_hidden() -> None:
    found = of(journal(interview("2026-10-30", thank_you=ThankYou(skipped=True))))
    assert [one.follow_up.what for one in found.lists.due] == ["Ask how it stands"]
    (close,) = found.hidden
    first, then, *_ = json.loads(close.moves)
    assert close.follow_up.what == "Mark it as no answer"
    assert (first, then[1:3]) == (["2026-11-20"], ["due", "due"])


def test_words_stand_only_on_the_days_on_which_they_change() -> None:
    days = json.loads(of(journal(interview(YESTERDAY, went_well=observed("sql")))).days)
    assert len(days) == DAYS
    assert days[:3] == [
        {"day": "2026-11-20", "due": 1},
        {"day": "2026-11-21"},
        {"day": "2026-11-22"},
    ]
    assert {"day": "2026-11-27", "due": 0} in days


def test_at_the_end_of_the_calendar_there_are_fewer_days() -> None:
    assert len(json.loads(of(journal(), date.max).days)) == 1


@pytest.mark.no_cover
def test_more_than_a_page_can_hold_is_counted() -> None:
    noted = observed("sql")
    many = journal(*(interview(YESTERDAY, f"C{at:02}", went_well=noted) for at in range(TASKS + 3)))
    lists: Lists = of(many).lists
    assert (len(lists.due), lists.more_due) == (TASKS, 3)
    page = today_page(Edition(many, TODAY))
    assert "<span>3</span> more" in page


def test_a_pinned_day_has_no_days_to_come() -> None:
    whole = journal(interview(YESTERDAY))
    assert "data-aw-days" not in today_page(Edition(whole, TODAY))
    assert "data-aw-days" in today_page(Edition(whole, TODAY, follows_clock=True))
