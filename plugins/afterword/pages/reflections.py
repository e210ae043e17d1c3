"""The reflections: what went well and what went badly by theme, with the whys, over time, and what I mean to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.notes import note_counts
from afterword.analysis.quarters import MonthNotes, month_notes
from afterword.analysis.themes import Share, ThemeNotes, shares_over_time, theme_notes
from afterword.days import months_spanned
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Interview, Journal, Noted, Observation
from afterword.pages.parts.choices import choices
from afterword.pages.parts.figures import Figure, Item
from afterword.pages.pictures.balance import (
    DRAWN,
    Balance,
    HeatHead,
    HeatRow,
    Small,
    balances,
    heat_heads,
    heat_rows,
    smalls,
)
from afterword.pages.pictures.share import SharePicture, share_picture
from afterword.pages.words.reflections import (
    TRENDS,
    balance_headline,
    heat_headline,
    notes_in,
    share_headline,
    smalls_headline,
)
from afterword.vocabulary.sections import TITLES, Section, items_of

# So many themes are drawn, and so many of the newest items listed; the rest stand on the pages of the themes.
THEMES = 12
LISTED = 40
# So many notes without a theme can be listed; a journal that has more of them does not use themes.
UNTHEMED = 200
# The months that fit beside each other; older ones are on the timeline.
MONTHS = 14


class Sides(NamedTuple):
    """A theme's newest items of both sides, and how many there are besides."""

    notes: ThemeNotes
    badly: tuple[Noted, ...]
    well: tuple[Noted, ...]
    more: int
    trend: str


class Listing(NamedTuple):
    """The newest items of one section, and how many older ones there are."""

    title: str
    items: tuple[tuple[Interview, Observation], ...]
    older: int


class ReflectionsView(NamedTuple):
    """Everything on the page; `noted_months` hold every note of the newest months where no note has a theme."""

    balance_headline: str
    balance_counted: str
    balances: tuple[Balance, ...]
    sides: tuple[Sides, ...]
    share_headline: str
    share: SharePicture | None
    smalls_headline: str
    smalls: tuple[Small, ...]
    heads: tuple[HeatHead, ...]
    heat_headline: str
    heat: tuple[HeatRow, ...]
    listings: tuple[Listing, ...]
    unthemed: Figure | None
    many_unthemed: str
    noted_months: tuple[MonthNotes, ...]
    themes: tuple[str, ...]


def reflections_page(edition: Edition) -> str:
    """The page of reflections, as Markdown."""
    return render(
        edition,
        addresses.REFLECTIONS,
        "reflections.md",
        view=_view(edition, edition.answer(theme_notes)),
        choices=edition.answer_today(choices),
    )


def _view(edition: Edition, notes: tuple[ThemeNotes, ...]) -> ReflectionsView:
    journal = edition.journal
    noted = [one for one in notes if one.well or one.badly]
    drawn = noted[:THEMES]
    shares = shares_over_time(journal)
    months = _months(journal)
    heat = heat_of(journal, notes)
    unthemed = _unthemed(journal)
    return ReflectionsView(
        balance_headline=balance_headline(noted, journal.theme_names, unthemed=unthemed.number),
        balance_counted=_counted(journal, edition.today),
        balances=balances(drawn),
        sides=tuple(_sides(one) for one in drawn),
        share_headline=share_headline(shares),
        share=share_picture(_recent(shares)),
        smalls_headline=smalls_headline(notes, journal.theme_names),
        smalls=smalls(drawn[:8], months) if len(months) >= DRAWN else (),
        heads=heat_heads(months),
        heat_headline=heat_headline(heat, journal.theme_names),
        heat=heat if len(months) >= DRAWN else (),
        listings=_listings(journal),
        unthemed=unthemed if unthemed.number <= UNTHEMED else None,
        many_unthemed=f"More than {UNTHEMED}",
        noted_months=() if noted else _noted_months(journal),
        themes=tuple(
            sorted(
                (one.theme for one in notes),
                key=lambda theme: journal.theme_names[theme].casefold(),
            )
        ),
    )


def heat_of(journal: Journal, notes: Sequence[ThemeNotes]) -> tuple[HeatRow, ...]:
    """The months in which each theme that is drawn went badly, among those that are drawn."""
    noted = [one for one in notes if one.well or one.badly]
    return heat_rows(noted[:THEMES], _months(journal))


def _months(journal: Journal) -> tuple[date, ...]:
    return tuple(months_spanned(one.when.day for one in journal.interviews))[-MONTHS:]


def _recent(shares: Sequence[Share]) -> Sequence[Share]:
    return shares[-24:]


def _counted(journal: Journal, today: date) -> str:
    """What the bars count, over how many interviews."""
    counts = note_counts(journal.interviews, today)
    told = f"How often each theme stands in my notes: {notes_in(counts)}. A note can name several"
    if counts.inferred:
        return f"{told}; in {counts.inferred} the theme is inferred from the words."
    return f"{told}."


def _unthemed(journal: Journal) -> Figure:
    """The notes that name no theme, the newest first; the export counts them nowhere."""
    notes = (
        (one, item)
        for one in reversed(journal.interviews)
        for item in (*one.went_well, *one.went_badly)
    )
    bare = ((one, item) for one, item in notes if not item.all_themes)
    return Figure(
        "", tuple(Item(f"{item.text} ({one.company})", one.path, item.line) for one, item in bare)
    )


def _noted_months(journal: Journal) -> tuple[MonthNotes, ...]:
    """The newest months with a note, the newest first."""
    every = [one for one in month_notes(journal.interviews) if one.well or one.badly]
    return tuple(reversed(every[-MONTHS:]))


def _sides(notes: ThemeNotes) -> Sides:
    badly, well = tuple(reversed(notes.badly[-5:])), tuple(reversed(notes.well[-5:]))
    return Sides(
        notes=notes,
        badly=badly,
        well=well,
        more=len(notes.badly) + len(notes.well) - len(badly) - len(well),
        trend=TRENDS[notes.trend],
    )


def _listings(journal: Journal) -> tuple[Listing, ...]:
    made = []
    for section in (Section.DO_DIFFERENTLY, Section.TAKEAWAYS, Section.SKILLS):
        items = [
            (one, item) for one in reversed(journal.interviews) for item in items_of(one, section)
        ]
        made.append(
            Listing(
                title=TITLES[section],
                items=tuple(items[:LISTED]),
                older=max(0, len(items) - LISTED),
            )
        )
    return tuple(made)
