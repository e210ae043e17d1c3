"""The page of what I told them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.analysis.told import told_things
from afterword.audience.audience import Audience, Profile
from afterword.audience.profiles import seen_by
from afterword.edition.edition import Edition
from afterword.model import Interview, Said
from afterword.pages.application import application_pages
from afterword.pages.told import told_page
from afterword.pages.words.told import told_headline
from afterword.site.registry import catalogue

TODAY = date(2026, 11, 20)


def telling(day: str, company: str, text: str, what: str = "salary") -> Interview:
    return interview(day, company, said=(Said(what=what, text=text, line=9),))


def twice(company: str) -> tuple[Interview, Interview]:
    return telling("2026-03-02", company, "82 000"), telling("2026-03-09", company, "85 000")


def headline(*interviews: Interview) -> str:
    return told_headline(told_things(journal(*interviews)))


def test_the_headline_says_where_i_did_not_say_the_same() -> None:
    assert headline().startswith("What you tell them will stand here")
    assert headline(twice("A")[0]) == "No application was told two different things."
    assert headline(*twice("A")) == "Not the same in each round: salary at A."
    assert (
        headline(*twice("A"), *twice("B"))
        == "Not the same in each round: salary at A and salary at B."
    )
    many = (one for company in "ABCDE" for one in twice(company))
    assert (
        headline(*many)
        == "Not the same in each round: salary at A, salary at B, salary at C and 2 more."
    )


def test_the_page_has_each_thing_with_the_newest_application_first() -> None:
    told = told_page(
        Edition(
            journal(*twice("Acme"), telling("2026-05-02", "Bolt", "No weekends", what="")), TODAY
        )
    )
    assert "## Salary" in told
    assert "## Without a name" in told
    assert "not the same in each round" in told
    assert ">Interview, " in told
    assert ": 82 000</li>" in told


def test_an_application_shows_what_it_was_told() -> None:
    (page,) = application_pages(Edition(journal(*twice("Acme")), TODAY))
    assert page.markdown.count("not the same in each round") == 1
    assert ": 85 000</li>" in page.markdown


@pytest.mark.parametrize(
    ("profile", "has_page"),
    [(Profile.FULL, True), (Profile.COACH, False), (Profile.REPORT, False)],
)
def test_it_is_shown_to_nobody_else(profile: Profile, *, has_page: bool) -> None:
    whole = journal(*twice("Acme"))
    audience = Audience(profile=profile)
    edition = Edition(seen_by(whole, audience, key=b"k"), TODAY, audience=audience)
    pages = catalogue(edition)
    assert ("told.md" in pages) is has_page
    assert any("82 000" in one.markdown for one in pages.values()) is has_page


def test_where_nothing_was_told_there_is_no_page() -> None:
    edition = Edition(journal(interview("2026-03-02")), TODAY)
    assert "told.md" not in catalogue(edition)
    assert "will stand here" in catalogue(edition, named={"told.md"})["told.md"].markdown
