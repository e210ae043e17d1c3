"""A review of each quarter: what happened, what improved, what came back, what was tried, and three things to practise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from afterword.analysis.quarters import MonthNotes, month_notes, quarters
from afterword.analysis.review import Exercise, Review, reviews
from afterword.days import Quarter
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.edition.rendering import render
from afterword.model import Attempt, Interview, Journal, Noted
from afterword.pages.commitments import HELPED
from afterword.pages.words.reviews import (
    back_told,
    better_told,
    exercise_told,
    happened,
    review_headline,
)
from afterword.vocabulary.wording import MONTHS

# So many themes and items are shown, the newest of each; the pages of the themes have the rest.
SHOWN = 5
# Of what to practise most stands further up already.
REMINDED = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A theme with what is said of it, the newest of its items, and for one to practise what to take up."""

    theme: str
    told: str
    items: tuple[Noted, ...]
    resolve: Noted | None = None
    question: Noted | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """A commitment tried in an interview, and whether it helped."""

    interview: Interview
    item: Attempt
    helped: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Everything on the page of one quarter; `months` hold every note of it."""

    review: Review
    title: str
    headline: str
    happened: tuple[str, ...]
    better: tuple[Told, ...]
    back: tuple[Told, ...]
    exercises: tuple[Told, ...]
    tried: tuple[Attempted, ...]
    months: tuple[MonthNotes, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A quarter on the page that leads to all of them."""

    path: str
    title: str
    headline: str
    happened: tuple[str, ...]


def reviews_page(edition: Edition) -> Page:
    """The page that leads to the review of each quarter, the newest first."""
    made = [
        Row(
            path=addresses.review_path(quarter),
            title=quarter_name(quarter),
            headline=review_headline(one),
            happened=happened(one),
        )
        for quarter, one in edition.answer_today(_reviews)
    ]
    text = render(edition, addresses.REVIEWS, "reviews.md", rows=tuple(reversed(made)))
    return Page(addresses.REVIEWS, "Reviews", text)


def review_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each quarter with an interview."""
    return tuple(_page(edition, quarter, one) for quarter, one in edition.answer_today(_reviews))


def _reviews(journal: Journal, today: date) -> tuple[tuple[Quarter, Review], ...]:
    """Each quarter with an interview, oldest first, with what had happened in it by today."""
    found = tuple(quarters(journal))
    stretches = ((one.first, min(one.last, today)) for one in found)
    return tuple(zip(found, reviews(journal, stretches), strict=True))


def quarter_name(quarter: Quarter) -> str:
    """A quarter by its months: "January to March 2026"."""
    first, last = MONTHS[quarter.first.month - 1], MONTHS[quarter.last.month - 1]
    return f"{first} to {last} {quarter.year}"


def _page(edition: Edition, quarter: Quarter, one: Review) -> Page:
    path, view = addresses.review_path(quarter), _view(edition, quarter, one)
    return Page(path, view.title, render(edition, path, "review.md", view=view), listed=False)


def _view(edition: Edition, quarter: Quarter, one: Review) -> ReviewView:
    return ReviewView(
        review=one,
        title=quarter_name(quarter),
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
        months=month_notes(edition.answer(quarters)[quarter]),
    )


def _exercise(one: Exercise) -> Told:
    return Told(
        theme=one.theme,
        told=exercise_told(one),
        items=_newest(one.items)[:REMINDED],
        resolve=one.resolve,
        question=one.question,
    )


def _newest(items: tuple[Noted, ...]) -> tuple[Noted, ...]:
    return tuple(reversed(items))[:SHOWN]
