"""The reflections of a part of the journal: of one kind of round, of one outcome, or of one period.

Each part is a page of its own, so that it works without script, has an address that can be kept, and is exchanged in
place by a theme that does so.
"""

from __future__ import annotations

from functools import partial

from afterword.analysis.notes import note_counts
from afterword.analysis.themes import theme_notes, theme_sides
from afterword.edition.edition import Edition
from afterword.edition.page import Heading, Page, outlined
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Interview, Noted
from afterword.pages.parts.choices import Choice, Part, choices
from afterword.pages.pictures.balance import Balance, balances
from afterword.pages.words.reflections import balance_headline, notes_in

# So many themes are shown, those that went badly most often.
THEMES = 12
# So many of the newest notes of a side are shown with their words; older ones are named by their interview.
SHOWN = 20
# So many of the newest interviews are listed; the timeline has them all.
LISTED = 100
# A theme of so many notes is compared with the others: fewer than among all interviews, as a part has fewer.
COMPARED = 2


class Side(NamedTuple):
    """The notes of one side of a theme, the newest first: those shown with their words, and those named alone."""

    shown: tuple[Noted, ...]
    older: tuple[Noted, ...]

    @property
    def earlier(self) -> int:
        """How many of them are folded away."""
        return len(self.older)


class Sides(NamedTuple):
    """What went badly and well with a theme."""

    theme: str
    badly: Side
    well: Side


class NarrowedView(NamedTuple):
    """Everything on the page of one part."""

    part: Part
    headline: str
    counted: str
    balances: tuple[Balance, ...]
    themes: tuple[Sides, ...]
    interviews: tuple[Interview, ...]
    earlier: int
    choices: tuple[Choice, ...]


def narrowed_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each part."""
    every = edition.answer_today(choices)
    return tuple(_planned(edition, part, every) for one in every for part in one.parts)


def _planned(edition: Edition, part: Part, every: tuple[Choice, ...]) -> Page:
    outline = outlined(part.title, Heading("With the whys"), Heading("The interviews"))
    return Page(part.path, part.title, partial(_made, edition, part, every), outline)


def _made(edition: Edition, part: Part, every: tuple[Choice, ...]) -> str:
    notes = theme_sides(edition.answer(theme_notes), part.interviews)
    counts = note_counts(part.interviews, edition.today)
    shown = notes[:THEMES]
    view = NarrowedView(
        part=part,
        headline=balance_headline(
            notes, edition.journal.theme_names, unthemed=counts.unthemed, minimum=COMPARED
        ),
        counted=f"{notes_in(counts)}.",
        balances=balances(shown),
        themes=tuple(
            Sides(theme=one.theme, badly=_side(one.badly), well=_side(one.well)) for one in shown
        ),
        interviews=part.interviews[-LISTED:],
        earlier=max(0, len(part.interviews) - LISTED),
        choices=every,
    )
    return render(edition, part.path, "narrowed.md", view=view)


def _side(notes: tuple[Noted, ...]) -> Side:
    newest = tuple(reversed(notes))
    return Side(shown=newest[:SHOWN], older=newest[SHOWN:])
