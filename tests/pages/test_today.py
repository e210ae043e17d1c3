"""What Today says to practise next, and what to keep doing."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal, observed

from afterword.edition.edition import Edition
from afterword.model import Journal
from afterword.pages.today import today_page

TODAY = date(2026, 11, 20)


def badly(*companies: str) -> Journal:
    return journal(
        *(
            interview(f"2026-11-{day}", company, went_badly=observed("estimation"))
            for day, company in enumerate(companies, 10)
        )
    )


def test_what_went_badly_is_to_be_practised_with_how_often_and_where_last() -> None:
    page = today_page(Edition(badly("Northwind", "Teal", "Quill"), TODAY))
    assert "Practise" in page
    assert "It went badly in 3 interviews, last at Quill" in page


def test_where_nothing_went_badly_there_is_nothing_to_practise() -> None:
    well = journal(interview("2026-11-10", went_well=observed("estimation")))
    assert "It went badly" not in today_page(Edition(well, TODAY))


def test_what_went_well_often_is_to_be_kept_up_with_how_often() -> None:
    well = journal(
        *(
            interview(f"2026-11-{day}", f"C{day}", went_well=observed("pace"))
            for day in range(10, 15)
        )
    )
    page = today_page(Edition(well, TODAY))
    assert "Keep doing" in page
    assert "Went well 5 times out of 5." in page


def test_lines_that_wait_are_told_once_with_what_sorts_them() -> None:
    told = [
        [
            line
            for line in today_page(Edition(those, TODAY, waiting=3)).splitlines()
            if "inbox" in line
        ]
        for those in (badly("Northwind"), Journal())
    ]
    line = '<p class="aw-soft">Three lines wait in your inbox. Whenever you like: <code>afterword log --inbox</code>.</p>'
    assert told == [[line], [line]]


def test_where_none_waits_nothing_is_said_of_it() -> None:
    assert "inbox" not in today_page(Edition(badly("Northwind"), TODAY))
