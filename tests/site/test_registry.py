"""Which pages a site has, by whom it is for."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.audience.audience import Audience, Profile
from afterword.edition.edition import Edition
from afterword.site.registry import catalogue, listed_paths

TOLD = journal(interview("2026-11-12"))
LISTED = [
    *("index.md", "timeline.md", "reflections.md", "rejections.md", "forecast.md", "funnel.md"),
    *(
        "commitments.md",
        "questions.md",
        "stories.md",
        "told.md",
        "resilience.md",
        "reviews.md",
        "problems.md",
    ),
]
WHOLE = {*LISTED, "practice.md"} - {"problems.md", "told.md"}
PAGES = {
    Profile.FULL: WHOLE,
    Profile.COACH: {"index.md", "reflections.md", "commitments.md"},
    Profile.REPORT: {"index.md"},
}


@pytest.mark.parametrize(("profile", "expected"), PAGES.items(), ids=[one.value for one in PAGES])
def test_a_profile_has_the_pages_that_its_readers_may_see(
    profile: Profile, expected: set[str]
) -> None:
    edition = Edition(TOLD, date(2026, 11, 20), audience=Audience(profile=profile))
    assert {path for path in catalogue(edition) if "/" not in path} == expected


@pytest.mark.parametrize(("profile", "expected"), PAGES.items(), ids=[one.value for one in PAGES])
def test_in_the_navigation_stand_all_of_these_but_the_practice_sheet(
    profile: Profile, expected: set[str]
) -> None:
    edition = Edition(TOLD, date(2026, 11, 20), audience=Audience(profile=profile))
    pages = catalogue(edition)
    assert {path for path, one in pages.items() if one.listed} == expected - {"practice.md"}


def test_the_pages_in_the_navigation_have_one_order() -> None:
    assert list(listed_paths()) == LISTED


@pytest.mark.parametrize("profile", [Profile.FULL, Profile.COACH])
def test_each_application_has_a_page_in_what_is_shared(profile: Profile) -> None:
    edition = Edition(TOLD, date(2026, 11, 20), audience=Audience(profile=profile))
    assert [path for path in catalogue(edition) if path.startswith("applications/")] != []


def test_a_page_that_comes_and_goes_stays_where_the_user_named_it() -> None:
    """Whoever pastes the page of problems into a nav and mends them has no dead link."""
    edition = Edition(TOLD, date(2026, 11, 20))
    page = catalogue(edition, named={"problems.md"})["problems.md"]
    assert "Nothing is wrong: everything in your entries counts." in page.markdown
