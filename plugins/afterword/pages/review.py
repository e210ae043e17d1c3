"""A review of each quarter: what happened, what improved, what came back, what was tried, and three things to practise."""

from __future__ import annotations

from afterword.analysis.quarters import MonthNotes, month_notes, quarters
from afterword.analysis.responses import Response, responses
from afterword.analysis.review import Exercise, Review
from afterword.days import Quarter, month_of
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Heading, Page, outlined
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Attempt, Interview, Noted
from afterword.pages.parts.responses import ResponseLine, response_lines
from afterword.pages.words.commitments import HELPED
from afterword.pages.words.reviews import (
    back_told,
    better_told,
    exercise_told,
    happened,
    quarter_name,
    review_headline,
)
from afterword.vocabulary.wording import month_words

# So many themes and items are shown, the newest of each; the pages of the themes have the rest.
SHOWN = 5
# Of what to practise most stands further up already.
REMINDED = 2
# Those of the template that stand on every review; a month's follow them.
_HEADINGS = (
    Heading("What improved"),
    Heading("What came back"),
    Heading("What was tried"),
    Heading("To practise"),
    Heading("The interviews"),
    Heading("Every note", has_part=False),
)


class Told(NamedTuple):
    """A theme with what is said of it, the newest of its items, and for one to practise what to take up."""

    theme: str
    told: str
    items: tuple[Noted, ...]
    resolve: Noted | None = None
    question: Noted | None = None


class Attempted(NamedTuple):
    """A commitment tried in an interview, and whether it helped."""

    interview: Interview
    item: Attempt
    helped: str


class ReviewView(NamedTuple):
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
    responses: tuple[ResponseLine, ...]


def review_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each quarter in which anything has happened."""
    return tuple(_planned(edition, quarter, one) for quarter, one in edition.reviews)


def _planned(edition: Edition, quarter: Quarter, one: Review) -> Page:
    def made() -> str:
        return render(edition, path, "review.md", view=_view(edition, quarter, one))

    path, title = addresses.review_path(quarter), quarter_name(quarter)
    months = sorted({month_of(each.when.day) for each in _interviews(edition, quarter)})
    below = (Heading(month_words(month), level=3) for month in months)
    return Page(path, title, made, outlined(title, *(_HEADINGS if months else ()), *below))


def _interviews(edition: Edition, quarter: Quarter) -> tuple[Interview, ...]:
    return edition.answer(quarters).get(quarter, ())


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
        months=month_notes(_interviews(edition, quarter)),
        responses=response_lines(edition, _touched(edition, one)),
    )


def _touched(edition: Edition, one: Review) -> list[Response]:
    """What came of the themes that were named by a rejection, or tried, in its days."""
    told = edition.answer(responses)
    return [each for each in told if each.lies_in(one.first, one.last)]


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
