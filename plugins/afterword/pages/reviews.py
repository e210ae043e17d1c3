"""The page that leads to the review of each quarter."""

from __future__ import annotations

from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.pages.words.reviews import happened, quarter_name, review_headline


class Row(NamedTuple):
    """A quarter on the page that leads to all of them."""

    path: str
    title: str
    headline: str
    happened: tuple[str, ...]


def reviews_page(edition: Edition) -> str:
    """The quarters, the newest first, as Markdown."""
    made = [
        Row(
            path=addresses.review_path(quarter),
            title=quarter_name(quarter),
            headline=review_headline(one),
            happened=happened(one),
        )
        for quarter, one in edition.reviews
    ]
    return render(edition, addresses.REVIEWS, "reviews.md", rows=tuple(reversed(made)))
