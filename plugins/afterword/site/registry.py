"""Which pages of ours a site has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from afterword.audience.audience import Profile
from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.pages.application import application_pages, application_places
from afterword.pages.commitments import commitments_page
from afterword.pages.forecast import forecast_page
from afterword.pages.funnel import funnel_page
from afterword.pages.narrowing import narrowed_pages
from afterword.pages.practice import practice_page
from afterword.pages.problems import problems_page
from afterword.pages.questions import questions_page
from afterword.pages.reflections import reflections_page
from afterword.pages.rejections import rejections_page
from afterword.pages.report import report_page
from afterword.pages.resilience import resilience_page
from afterword.pages.reviews import review_pages, reviews_page
from afterword.pages.stories import stories_page
from afterword.pages.theme import theme_pages
from afterword.pages.timeline import timeline_pages
from afterword.pages.today import today_page

Maker = Callable[[Edition], Page | tuple[Page, ...]]
# The path and the title of a page.
Place = tuple[str, str]

_FULL: tuple[Maker, ...] = (
    today_page,
    timeline_pages,
    reflections_page,
    rejections_page,
    forecast_page,
    funnel_page,
    commitments_page,
    questions_page,
    stories_page,
    resilience_page,
    practice_page,
    reviews_page,
    problems_page,
    review_pages,
    theme_pages,
    narrowed_pages,
    application_pages,
)
_COACH: tuple[Maker, ...] = (
    today_page,
    reflections_page,
    commitments_page,
    review_pages,
    theme_pages,
    narrowed_pages,
    application_pages,
)
_MAKERS: dict[Profile, tuple[Maker, ...]] = {
    Profile.FULL: _FULL,
    Profile.COACH: _COACH,
    Profile.REPORT: (report_page,),
}
# What takes about half of the time in a large journal, and shares few notes with the rest, which shows the same ones again and
# again and remembers them.
LARGE: frozenset[Maker] = frozenset(
    {timeline_pages, questions_page, practice_page, forecast_page, funnel_page, resilience_page}
)
# Pages that are known before they are laid out, by the function that tells their places.
LATE: Mapping[Maker, Callable[[Edition], Iterable[Place]]] = {application_pages: application_places}


def makers_for(profile: Profile) -> tuple[Maker, ...]:
    """What makes the pages of a profile, in the order in which they stand in the navigation."""
    return _MAKERS[profile]


def made_pages(edition: Edition, maker: Maker) -> tuple[Page, ...]:
    """The pages that one of these makes."""
    made = maker(edition)
    return (made,) if isinstance(made, Page) else made
