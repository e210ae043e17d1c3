"""A review of each quarter: what happened, what improved, what came back, what was tried, and three things to practise."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.analysis.review import Exercise, Place, Review, quarters, review
from afterword.model import Attempt, Interview
from afterword.pages import addresses
from afterword.pages.commitments import HELPED
from afterword.pages.edition import Edition
from afterword.pages.page import Page
from afterword.pages.rendering import render
from afterword.pages.review_words import (
    back_told,
    better_told,
    exercise_told,
    happened,
    quarter_title,
    review_headline,
)

# So many themes and items are shown, the newest of each; the pages of the themes have the rest.
SHOWN = 5
# Of what to practise most stands further up already.
REMINDED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A theme with what is said of it, the newest of its items, and for one to practise what to take up."""

    theme: str
    told: str
    items: tuple[Place, ...]
    resolve: Place | None = None
    question: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """A commitment tried in an interview, and whether it helped."""

    interview: Interview
    item: Attempt
    helped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Everything on the page of one quarter; `others` are the other quarters by path and title."""

    review: Review
    title: str
    headline: str
    happened: tuple[str, ...]
    better: tuple[Told, ...]
    back: tuple[Told, ...]
    exercises: tuple[Told, ...]
    tried: tuple[Attempted, ...]
    others: tuple[tuple[str, str], ...]


def review_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each quarter with an interview; the newest quarter's stands in the navigation."""
    spans = quarters(edition.journal, edition.today)
    made = [review(edition.journal, first, last) for first, last in spans]
    titles = tuple((_path(one, made[0]), quarter_title(one)) for one in made)
    return tuple(
        _page(edition, one, path, titles) for one, (path, _) in zip(made, titles, strict=True)
    )


def _path(one: Review, newest: Review) -> str:
    if one is newest:
        return addresses.REVIEW
    return f"review/{one.first.year}-q{(one.first.month + 2) // 3}.md"


def _page(edition: Edition, one: Review, path: str, titles: tuple[tuple[str, str], ...]) -> Page:
    view = _view(one, tuple(other for other in titles if other[0] != path))
    is_newest = path == addresses.REVIEW
    title = "Review" if is_newest else view.title
    return Page(path, title, render(edition, path, "review.md", view=view), listed=is_newest)


def _view(one: Review, others: tuple[tuple[str, str], ...]) -> ReviewView:
    return ReviewView(
        review=one,
        title=quarter_title(one),
        headline=review_headline(one),
        happened=happened(one),
        better=tuple(
            Told(theme=each.theme, told=better_told(each), items=_newest(each.since))
            for each in one.better
        ),
        back=tuple(
            Told(theme=each.theme, told=back_told(each), items=_newest(each.items))
            for each in one.back[:SHOWN]
        ),
        exercises=tuple(_exercise(each) for each in one.exercises),
        tried=tuple(
            Attempted(interview=interview, item=item, helped=HELPED[item.helped])
            for interview, item in one.tried
        ),
        others=others,
    )


def _exercise(one: Exercise) -> Told:
    return Told(
        theme=one.theme,
        told=exercise_told(one),
        items=_newest(one.items)[:REMINDED],
        resolve=one.resolve,
        question=one.question,
    )


def _newest(items: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(reversed(items))[:SHOWN]
