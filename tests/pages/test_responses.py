"""They say, I say, tried, since then: said in the same words on every page that has them."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal, observed, said

from afterword.analysis.responses import responses
from afterword.edition.edition import Edition
from afterword.kinds import Helped, OutcomeKind
from afterword.model import Attempt, Interview, Journal
from afterword.pages.rejections import rejections_page
from afterword.pages.review import review_pages
from afterword.pages.theme import theme_pages
from afterword.pages.today import today_page
from afterword.pages.words.responses import response_told, responses_headline

TODAY = date(2026, 11, 20)


def rejected(day: str, *themes: str) -> Interview:
    return interview(day, day, outcome=OutcomeKind.REJECTED, feedback=said(*themes))


def tried(day: str, helped: Helped | None = Helped.HELPED) -> Interview:
    return interview(
        day,
        f"T{day}",
        tried=(Attempt(text="Breathe", line=30, helped=helped, themes=("pace",)),),
    )


def well(day: str, times: int = 1) -> Interview:
    return interview(day, f"W{day}", went_well=observed(*["pace"] * times))


def badly(day: str, times: int = 1) -> Interview:
    return interview(day, f"B{day}", went_badly=observed(*["pace"] * times))


MARCH = rejected("2026-03-02", "pace")


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((), "They: 1 of 1 rejection that gave a reason · I: never · not tried yet · since 2 March: no news"),
        ((rejected("2026-05-01", "sql"),), "They: 1 of 2 rejections that gave a reason · I: never · not tried yet · since 2 March: named by none of 1 rejection"),
        ((badly("2026-02-01"), tried("2026-04-01"), tried("2026-04-02")), "They: 1 of 1 rejection that gave a reason · I: once · tried twice, helped twice · since 1 April: no news"),
        ((badly("2025-02-01", 2), tried("2025-04-01", None), badly("2025-05-01")), "They: 1 of 1 rejection that gave a reason · I: 3 times · tried once · since 1 April 2025: went well in 0 of 1 note, named by 1 of 1 rejection"),
        ((rejected("2026-03-01", "sql"), rejected("2026-05-01", "sql"), well("2026-04-01", 3), badly("2026-04-02")), "They: 1 of 3 rejections that gave a reason · I: once · not tried yet · since 2 March: went well in 3 of 4 notes, named by none of 1 rejection"),
    ],
)  # fmt: skip
def test_it_is_told_in_one_line(others: tuple[Interview, ...], expected: str) -> None:
    (told,) = (one for one in responses(journal(MARCH, *others)) if one.theme == "pace")
    assert response_told(told, TODAY) == expected


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ((rejected("2026-03-01", "sql"),), "Rejections name 2 themes; none was tried yet."),
        ((rejected("2026-03-01", "sql"), tried("2026-04-01")), "1 of 2 themes that rejections name was tried."),
        ((rejected("2026-03-01", "sql"), well("2026-04-01", 3)), "1 of 2 themes has gone well more often than badly since, and no rejection has named it again."),
        ((), "Rejections name one theme; it was not tried yet."),
        ((tried("2026-04-01"),), "Rejections name one theme; it was tried."),
        ((well("2026-04-01", 2),), "Rejections name one theme; it was not tried yet."),
        ((well("2026-04-01", 3),), "The one theme that rejections name has gone well more often than badly since, and none has named it again."),
    ],
)  # fmt: skip
def test_the_headline_counts_what_has_gone_well_since(
    others: tuple[Interview, ...], expected: str
) -> None:
    assert responses_headline(responses(journal(MARCH, *others))) == expected


def improved() -> Journal:
    return journal(MARCH, tried("2026-04-01"), well("2026-05-01", 3))


LINE = "They: 1 of 1 rejection that gave a reason · I: never · tried once, helped once · since 1 April: went well in 3 of 3 notes"


def test_who_has_improved_sees_it_on_every_page() -> None:
    edition = Edition(improved(), TODAY)
    (theme,) = theme_pages(edition)
    first, second = (one.markdown for one in review_pages(edition))
    pages = (today_page(edition), rejections_page(edition), theme.markdown, first, second)
    assert [LINE in one for one in pages] == [True] * 5


def test_a_count_opens_into_its_items() -> None:
    told = rejections_page(Edition(improved(), TODAY))
    assert 'data-figure="responses pace well_since"><summary>3 well since</summary>' in told
    assert "about pace (W2026-05-01, 1 May 2026)" in told


def test_the_theme_to_practise_says_it_too() -> None:
    slips = [badly(f"2026-10-0{at}") for at in (1, 2, 3)]
    told = today_page(Edition(journal(MARCH, *slips), TODAY))
    assert "since 2 March: went well in 0 of 3 notes" in told


def test_after_an_acceptance_and_without_a_rejection_today_says_nothing_of_it() -> None:
    accepted = interview("2026-11-02", "Yes", outcome=OutcomeKind.ACCEPTED, decided="2026-11-10")
    for told in (journal(*improved().interviews, accepted), journal(well("2026-04-01"))):
        assert "I say, tried, since then" not in today_page(Edition(told, TODAY))
