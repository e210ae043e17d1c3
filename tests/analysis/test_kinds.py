"""The table of follow-ups: what each row has to say."""

from __future__ import annotations

from dataclasses import fields

import pytest

from afterword.analysis.follow_ups.kind import CalendarDay, Kind
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.kinds import Party
from afterword.model import Interview

ROWS = pytest.mark.parametrize("kind", KINDS, ids=[kind.words for kind in KINDS])


@ROWS
def test_a_row_says_why_its_days_are_these_and_where_to_look_it_up(kind: Kind) -> None:
    assert kind.reason.endswith(".")
    assert kind.source
    assert "issue" not in kind.source


@ROWS
def test_what_ticks_it_off_is_a_fact_of_an_entry(kind: Kind) -> None:
    assert kind.done_by in {"", *(field.name for field in fields(Interview))}


@ROWS
def test_what_lapses_says_why(kind: Kind) -> None:
    assert kind.lapses is None or kind.lapses.why.endswith(".")


@ROWS
def test_only_what_is_due_can_be_overdue(kind: Kind) -> None:
    """A promise is due on the day that was promised, which no row knows."""
    assert kind.overdue is None or kind.due or kind.name == "promise"


@ROWS
def test_what_they_owe_has_no_day_that_binds_me(kind: Kind) -> None:
    assert kind.who is Party.ME or (kind.due, kind.overdue) == (None, None)


def test_names_that_differ_have_places_of_their_own_and_the_same_name_shares_one() -> None:
    assert len({(kind.name, kind.order) for kind in KINDS}) == len({kind.name for kind in KINDS})
    assert len({kind.order for kind in KINDS}) == len({kind.name for kind in KINDS})


def test_every_kind_is_in_the_calendar_and_those_that_bind_on_their_last_day() -> None:
    days = {kind.words: kind.calendar for kind in KINDS if kind.calendar is not CalendarDay.OPENS}
    assert set(days.values()) == {CalendarDay.DUE}
    assert set(days) == {
        "Interview",
        "Answer their offer",
        "Thank-you note",
        "Promise",
        "Tell {to} to expect a call",
    }
