"""The review of a quarter: what happened, what improved, what came back, what was tried, what to practise; and every note in it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from afterword.analysis.quarters import MonthNotes, Quarter, month_notes, quarters
from afterword.analysis.review import Noted, Practice, Review, review
from afterword.model import Application, Attempt, Interview
from afterword.pages import addresses
from afterword.pages.commitments import HELPED
from afterword.pages.edition import Edition
from afterword.pages.figures import Figure, Item, of_applications, of_interviews
from afterword.pages.page import Page
from afterword.pages.rendering import render
from afterword.pages.review_words import compared_words, practise_words, review_headline
from afterword.pages.wording import MONTHS, short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Everything on the page; `others` are the names and paths of the quarters before and after."""

    name: str
    headline: str
    happened: tuple[tuple[Figure, str], ...]
    ended: tuple[Application, ...]
    improved: tuple[tuple[str, str], ...]
    came_back: tuple[tuple[str, str], ...]
    tried: tuple[tuple[Interview, Attempt, str], ...]
    practise: tuple[tuple[Practice, str], ...]
    months: tuple[MonthNotes, ...]
    others: tuple[tuple[str, str], ...]


def review_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each quarter with an interview."""
    found = quarters(edition.journal)
    return tuple(
        _page(edition, quarter, interviews, [one for one in _beside(quarter) if one in found])
        for quarter, interviews in found.items()
    )


def review_links(edition: Edition) -> tuple[tuple[str, str], ...]:
    """The names and paths of all quarters, the newest first."""
    return tuple(_link(one) for one in reversed(list(quarters(edition.journal))))


def _link(quarter: Quarter) -> tuple[str, str]:
    return quarter_name(quarter), addresses.review_path(quarter.year, quarter.number)


def _beside(quarter: Quarter) -> tuple[Quarter, Quarter]:
    at = quarter.year * 4 + quarter.number - 1
    before, after = divmod(at - 1, 4), divmod(at + 1, 4)
    return Quarter(before[0], before[1] + 1), Quarter(after[0], after[1] + 1)


def _page(
    edition: Edition, quarter: Quarter, interviews: tuple[Interview, ...], others: Sequence[Quarter]
) -> Page:
    name, path = _link(quarter)
    answer = review(edition.journal, quarter.first, min(quarter.last, edition.today))
    view = ReviewView(
        name=name,
        headline=review_headline(answer),
        happened=_happened(f"reviews {quarter.year}-q{quarter.number}", answer),
        ended=answer.ended,
        improved=tuple((one.theme, compared_words(one)) for one in answer.improved),
        came_back=tuple((one.theme, compared_words(one)) for one in answer.came_back),
        tried=tuple((one, attempt, HELPED[attempt.helped]) for one, attempt in answer.tried),
        practise=tuple((one, practise_words(one)) for one in answer.practise),
        months=month_notes(interviews),
        others=tuple(_link(one) for one in others),
    )
    return Page(path, name, render(edition, path, "review.md", view=view), listed=False)


def _happened(name: str, answer: Review) -> tuple[tuple[Figure, str], ...]:
    return (
        (of_interviews(f"{name} interviews", answer.interviews), "interviews"),
        (of_applications(f"{name} ended", answer.ended), "applications ended"),
        (_noted(f"{name} went_well", answer.well), "notes went well"),
        (_noted(f"{name} went_badly", answer.badly), "notes went badly"),
    )


def _noted(name: str, notes: Iterable[Noted]) -> Figure:
    items = (
        Item(f"{one.item.text} ({_where(one.interview)})", one.interview.path, one.item.line)
        for one in notes
    )
    return Figure(name, tuple(items))


def _where(interview: Interview) -> str:
    day: date = interview.when.day
    return f"{interview.company}, {short_day(day)}"


def quarter_name(quarter: Quarter) -> str:
    """A quarter by its months: "January to March 2026"."""
    months = MONTHS[quarter.first.month - 1], MONTHS[quarter.last.month - 1]
    return f"{months[0]} to {months[1]} {quarter.year}"
