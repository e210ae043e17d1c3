"""A kind of follow-up is one row: on a page, for `due`, and in the calendar, with nothing else changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

import vobject
from tests.builders import interview, journal

from afterword.analysis.follow_ups.kind import Bound, Clock, Kind, Occasion
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.cli.due import due_document
from afterword.cli.exporting.calendar import calendar
from afterword.days import Span
from afterword.edition.edition import Edition
from afterword.model import Application, Journal, ThankYou
from afterword.pages.today import today_page

INTERVIEWED, TODAY = date(2026, 11, 19), date(2026, 11, 20)


def unsketched(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The entries behind us in which no question is written down yet."""
    for one in application.interviews:
        if one.happened(clock.today) and not one.questions:
            yield Occasion(interview=one, since=one.when.day)


SKETCH = Kind(
    name="sketch",
    words="Draw the whiteboard once more",
    occasions=unsketched,
    due=Span(1),
    lapses=Bound(Span(5), "After five days little of it is left."),
    done_by="questions",
    order=99,
    by_contact=False,
    is_awaited=False,
    reason="A drawing is soon forgotten.",
    source="Tannenbaum and Cerasoli (2013)",
)


def edition(*kinds: Kind) -> Edition:
    thanked = interview(INTERVIEWED, thank_you=ThankYou(sent=(INTERVIEWED,)))
    return Edition(journal(thanked), TODAY, kinds=(*KINDS, *kinds))


def test_a_row_is_enough_for_a_page() -> None:
    assert "Draw the whiteboard once more" in today_page(edition(SKETCH))
    assert "Draw the whiteboard once more" not in today_page(edition())


def test_a_row_is_enough_for_what_is_due() -> None:
    (told,) = (
        one for one in json.loads(due_document(edition(SKETCH).owed)) if one["kind"] == "sketch"
    )
    assert (told["what"], told["state"], told["opens"], told["due"]) == (
        "Draw the whiteboard once more",
        "due",
        "2026-11-19",
        "2026-11-20",
    )


def test_a_row_is_enough_for_the_calendar() -> None:
    events = vobject.readOne(calendar(edition(SKETCH).owed, Journal(), TODAY).decode()).vevent_list
    assert "Northwind: Draw the whiteboard once more" in [one.summary.value for one in events]
