"""The same line to several companies is drawn as one list."""

from __future__ import annotations

import re
from datetime import date

from tests.builders import interview, journal

from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind
from afterword.pages.today import today_page

TODAY = date(2026, 11, 19)
_LINE = re.compile(
    r'<li class="aw-task [^"]*"([^>]*)>.*?<span class="aw-task-company">(.*?)</span>'
)


def drawn(*others: OutcomeKind) -> dict[str, bool]:
    """Each company that is told that an offer was accepted, with whether its line says the same as others."""
    accepted = interview("2026-10-12", "First", outcome=OutcomeKind.ACCEPTED, decided="2026-11-18")
    every = [
        interview("2026-11-02", f"Other {number}", outcome=kind)
        for number, kind in enumerate(others, 1)
    ]
    home = today_page(Edition(journal(accepted, *every), TODAY))
    return {
        re.sub(r"<[^>]+>", "", company): "data-aw-alike" in attributes
        for attributes, company in _LINE.findall(home)
    }


def test_the_line_to_each_company_is_alike_and_its_company_leads_to_the_entry() -> None:
    assert drawn(OutcomeKind.PENDING, OutcomeKind.ADVANCED) == {"Other 1": True, "Other 2": True}


def test_an_offer_that_is_declined_is_told_in_words_of_its_own() -> None:
    assert drawn(OutcomeKind.PENDING, OutcomeKind.OFFER) == {"Other 1": True, "Other 2": False}
