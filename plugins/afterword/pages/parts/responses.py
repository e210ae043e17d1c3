"""What came of what they said, as rows: one for each theme that a rejection names, with everything that is counted in it."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from afterword.analysis.responses import Response, responses
from afterword.edition.edition import Edition
from afterword.frozen import NamedTuple
from afterword.model import Noted
from afterword.pages.parts.figures import Figure, Item, of_applications
from afterword.pages.words.responses import response_told
from afterword.vocabulary.wording import short_day


class ResponseRow(NamedTuple):
    """A theme with the line that is said of it, and the counts in that line, each with a word."""

    theme: str
    told: str
    counts: tuple[tuple[Figure, str], ...]


class ResponseLine(NamedTuple):
    """A theme with the line that is said of it."""

    theme: str
    told: str


def response_lines(edition: Edition, told: Iterable[Response]) -> tuple[ResponseLine, ...]:
    """A line for each of these."""
    return tuple(ResponseLine(one.theme, response_told(one, edition.today)) for one in told)


def response_rows(
    edition: Edition, themes: Collection[str] | None = None
) -> tuple[ResponseRow, ...]:
    """A row for each theme that a rejection names, or for those of these themes that one does."""
    return tuple(
        ResponseRow(theme=one.theme, told=response_told(one, edition.today), counts=_counts(one))
        for one in edition.answer(responses)
        if themes is None or one.theme in themes
    )


def _counts(one: Response) -> tuple[tuple[Figure, str], ...]:
    name, since = f"responses {one.theme}", one.since
    every = (
        (of_applications(f"{name} named", one.named), "named it"),
        (of_applications(f"{name} reasons", one.reasons), "gave a reason"),
        (_notes(f"{name} mine", one.mine), "in my notes, badly"),
        (_notes(f"{name} tried", one.tried), "tried"),
        (_notes(f"{name} helped", one.helped), "helped"),
        (_notes(f"{name} well_since", since.well), "well since"),
        (_notes(f"{name} badly_since", since.badly), "badly since"),
        (of_applications(f"{name} reasons_since", since.reasons), "gave a reason since"),
        (of_applications(f"{name} named_since", since.named), "named it since"),
    )
    return tuple((figure, word) for figure, word in every if figure.items)


def _notes(name: str, notes: Iterable[Noted]) -> Figure:
    return Figure(name, tuple(_item(one) for one in notes))


def _item(one: Noted) -> Item:
    words = f"{one.item.text} ({one.interview.company}, {short_day(one.day)} {one.day.year})"
    return Item(words, one.interview.path, one.item.line)
