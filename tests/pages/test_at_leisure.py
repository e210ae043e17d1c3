"""What no day binds stands after what has one: on the home page, and in the terminal."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal, observed

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.cli.due import due_lines
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.model import Journal, Person, Promise, ThankYou
from afterword.pages.parts.ahead import ahead
from afterword.pages.parts.lists import lists_on
from afterword.pages.words.today import today_lead

TODAY = date(2026, 11, 27)


def searched() -> Journal:
    """A promise without a day, whom to connect with, and a promise for tomorrow: the two first have the earlier days."""
    return journal(
        interview(
            "2026-11-02",
            "Leisure",
            thank_you=ThankYou(skipped=True),
            went_well=observed("a"),
            promised=(Promise(what="Photograph", line=3),),
        ),
        interview(
            "2026-11-02",
            "Connect",
            outcome=OutcomeKind.WITHDRAWN,
            decided="2026-11-05",
            interviewers=(Person(name="Ada"),),
            went_well=observed("a"),
        ),
        interview(
            "2026-11-20",
            "Tomorrow",
            thank_you=ThankYou(skipped=True),
            went_well=observed("a"),
            promised=(Promise(what="Sizes", by=date(2026, 11, 28), line=3),),
        ),
    )


def calling() -> list[FollowUp]:
    return [one for one in Edition(searched(), TODAY).owed if one.calls]


def test_the_home_page_has_what_no_day_binds_last() -> None:
    due = lists_on(calling(), TODAY).every_due
    assert [one.follow_up.company for one in due[:1]] == ["Tomorrow"]
    assert [one.follow_up.at_leisure for one in due] == [False, False, True, True]


def test_so_has_the_terminal() -> None:
    lines = [
        line
        for line in due_lines(calling(), TODAY)
        if ("Photograph" in line or "Sizes" in line) and "to tick" not in line
    ]
    assert ["Sizes" in line for line in lines] == [True, False]


def test_the_script_orders_the_days_to_come_alike() -> None:
    edition = Edition(searched(), TODAY)
    due = ahead(edition, lambda _: {}).lists.every_due
    numbers = [int(one.moves.partition("]")[0].rpartition(",")[2]) for one in due]
    assert numbers == sorted(numbers)


def test_what_no_day_binds_is_counted_by_itself() -> None:
    due = calling()
    assert today_lead(due, [], TODAY) == "Two things are due and two more may be done at leisure."
    assert today_lead([], [], TODAY) == "Nothing is due."
