"""The review of a quarter: every note in it, month by month."""

from __future__ import annotations

from dataclasses import dataclass

from afterword.analysis.quarters import MonthNotes, Quarter, month_notes, quarters
from afterword.model import Interview
from afterword.pages import addresses
from afterword.pages.edition import Edition
from afterword.pages.page import Page
from afterword.pages.rendering import render
from afterword.pages.wording import MONTHS


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Everything on the page."""

    name: str
    months: tuple[MonthNotes, ...]


def review_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each quarter with an interview."""
    return tuple(
        _page(edition, quarter, interviews)
        for quarter, interviews in quarters(edition.journal).items()
    )


def _page(edition: Edition, quarter: Quarter, interviews: tuple[Interview, ...]) -> Page:
    path = addresses.review_path(quarter.year, quarter.number)
    name = quarter_name(quarter)
    view = ReviewView(name=name, months=month_notes(interviews))
    return Page(path, name, render(edition, path, "review.md", view=view), listed=False)


def quarter_name(quarter: Quarter) -> str:
    """A quarter by its months: "January to March 2026"."""
    months = MONTHS[quarter.first.month - 1], MONTHS[quarter.last.month - 1]
    return f"{months[0]} to {months[1]} {quarter.year}"
