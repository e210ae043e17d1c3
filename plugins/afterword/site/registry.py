"""The pages of a site: one row a page, in the order of the navigation, and nothing else lists them.

To add a page, write its module and its template, and add its row.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from functools import partial

from afterword.audience.audience import Profile
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.frozen import dataclass
from afterword.pages.application import application_pages
from afterword.pages.commitments import commitments_pages
from afterword.pages.forecast import forecast_page
from afterword.pages.funnel import funnel_page
from afterword.pages.narrowed import narrowed_pages
from afterword.pages.practice import practice_page
from afterword.pages.problems import has_problems, problems_page
from afterword.pages.questions import questions_page
from afterword.pages.reflections import reflections_page
from afterword.pages.rejections import rejections_page
from afterword.pages.report import report_page
from afterword.pages.resilience import resilience_page
from afterword.pages.review import review_pages
from afterword.pages.reviews import reviews_page
from afterword.pages.stories import stories_page
from afterword.pages.theme import theme_pages
from afterword.pages.timeline import timeline_pages
from afterword.pages.today import today_page
from afterword.pages.told import has_told, told_page
from afterword.pages.without_outcome import has_lapsed_ones, without_outcome_page

FULL = frozenset({Profile.FULL})
SHARED = frozenset({Profile.FULL, Profile.COACH})
PROOF = frozenset({Profile.REPORT})


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A page of ours, or several of one kind: how they are planned, the address that stands in the navigation, and whose sites have them.

    `listed` is empty for pages that are reached from others alone. A site has them where its edition is `wanted` for them, and
    where the user's own navigation names them.
    """

    pages: Callable[[Edition], Iterable[Page]]
    listed: str = ""
    profiles: frozenset[Profile] = FULL
    wanted: Callable[[Edition], bool] = lambda _: True


def page(
    path: str,
    title: str,
    make: Callable[[Edition], str],
    *,
    profiles: frozenset[Profile] = FULL,
    is_listed: bool = True,
    wanted: Callable[[Edition], bool] = lambda _: True,
) -> Row:
    """The row of a single page, made of an edition as Markdown."""

    def planned(edition: Edition) -> tuple[Page, ...]:
        return (Page(path, title, partial(make, edition)),)

    listed = path if is_listed else ""
    return Row(pages=planned, listed=listed, profiles=profiles, wanted=wanted)


REGISTRY = (
    page(addresses.TODAY, "Today", today_page, profiles=SHARED),
    page(addresses.TODAY, "Applications and interviews", report_page, profiles=PROOF),
    Row(listed=addresses.TIMELINE, pages=timeline_pages),
    page(addresses.REFLECTIONS, "Reflections", reflections_page, profiles=SHARED),
    page(addresses.REJECTIONS, "Rejections", rejections_page),
    page(addresses.FORECAST, "Forecast", forecast_page),
    page(addresses.FUNNEL, "Funnel", funnel_page),
    Row(listed=addresses.COMMITMENTS, pages=commitments_pages, profiles=SHARED),
    page(addresses.QUESTIONS, "Questions", questions_page),
    page(addresses.STORIES, "Stories", stories_page),
    page(addresses.TOLD, "What I told them", told_page, wanted=has_told),
    page(addresses.RESILIENCE, "Resilience", resilience_page),
    page(addresses.PRACTICE, "Practice sheet", practice_page, is_listed=False),
    page(addresses.REVIEWS, "Reviews", reviews_page),
    page(addresses.PROBLEMS, "Problems", problems_page, wanted=has_problems),
    page(
        addresses.WITHOUT_OUTCOME,
        "Without an outcome",
        without_outcome_page,
        is_listed=False,
        wanted=has_lapsed_ones,
    ),
    Row(pages=review_pages, profiles=SHARED),
    Row(pages=theme_pages, profiles=SHARED),
    Row(pages=narrowed_pages, profiles=SHARED),
    Row(pages=application_pages, profiles=SHARED),
)


def catalogue(
    edition: Edition, registry: Iterable[Row] = REGISTRY, named: Collection[str] = ()
) -> dict[str, Page]:
    """Every page of an edition's site by its path, none of them made yet; `named` are the paths in a navigation of the user's own."""
    return {
        one.path: replace(one, listed=one.path == row.listed)
        for row in registry
        if edition.audience.profile in row.profiles and (row.wanted(edition) or row.listed in named)
        for one in row.pages(edition)
    }


def listed_paths(registry: Iterable[Row] = REGISTRY) -> tuple[str, ...]:
    """The paths of the pages in the navigation, in their order, where the user has written none."""
    return tuple(dict.fromkeys(row.listed for row in registry if row.listed))
