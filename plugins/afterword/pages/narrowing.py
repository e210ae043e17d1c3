"""The reflections of a part of the journal: of one kind of round, of one outcome, or of one period.

Each part is a page of its own, so that it works without script, has an address that can be kept, and is exchanged in
place by a theme that does so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from afterword.analysis.quarters import quarter_of, quarters
from afterword.analysis.themes import Noted, theme_notes
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import standing
from afterword.edition.page import Page
from afterword.edition.rendering import render
from afterword.model import Interview, Journal, RoundKind
from afterword.pages.pictures.balance import Balance, balances
from afterword.pages.reviews import quarter_name
from afterword.pages.words.reflections import balance_headline, notes_in
from afterword.vocabulary.spelling import slug
from afterword.vocabulary.wording import round_word

# So many themes are shown, those that went badly most often.
THEMES = 12
# So many of the newest notes of a side are shown with their words; older ones are named by their interview.
SHOWN = 20
# So many of the newest interviews are listed; the timeline has them all.
LISTED = 100
# Beyond so many quarters a period is a year.
QUARTERS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the journal: what it is called in its group, the page it has, and its interviews."""

    name: str
    title: str
    path: str
    interviews: tuple[Interview, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to narrow the reflections, with its parts."""

    name: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The notes of one side of a theme, the newest first: those shown with their words, and those named alone."""

    shown: tuple[Noted, ...]
    older: tuple[Noted, ...]

    @property
    def earlier(self) -> int:
        """How many of them are folded away."""
        return len(self.older)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """What went badly and well with a theme."""

    theme: str
    badly: Side
    well: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrowedView:
    """Everything on the page of one part."""

    part: Part
    headline: str
    counted: str
    balances: tuple[Balance, ...]
    themes: tuple[Sides, ...]
    interviews: tuple[Interview, ...]
    earlier: int
    choices: tuple[Choice, ...]


def choices(edition: Edition) -> tuple[Choice, ...]:
    """Every way to narrow the reflections that leaves something out and something in."""
    journal = edition.journal
    found = (
        Choice(name="Round", parts=tuple(_rounds(journal))),
        Choice(name="Outcome", parts=tuple(_outcomes(journal))),
        Choice(name="Period", parts=tuple(_periods(journal))),
    )
    return tuple(one for one in found if len(one.parts) > 1)


def narrowed_pages(edition: Edition) -> tuple[Page, ...]:
    """A page for each part."""
    every = choices(edition)
    return tuple(_page(edition, part, every) for one in every for part in one.parts)


def _rounds(journal: Journal) -> Iterator[Part]:
    for kind in RoundKind:
        name = "Other rounds" if kind is RoundKind.OTHER else round_word(kind)
        yield from _part(
            name, f"round-{kind.value}", (one for one in journal.interviews if one.kind is kind)
        )


def _outcomes(journal: Journal) -> Iterator[Part]:
    """By how the application stands that an interview belongs to."""
    found: dict[str, list[Interview]] = {}
    for application in journal.applications:
        found.setdefault(standing(application), []).extend(application.interviews)
    for name in sorted(found):
        yield from _part(name, f"outcome-{slug(name)}", found[name])


def _periods(journal: Journal) -> Iterator[Part]:
    every = quarters(journal)
    if len(every) <= QUARTERS:
        for quarter, those in reversed(every.items()):
            yield from _part(quarter_name(quarter), f"{quarter.year}-q{quarter.number}", those)
        return
    for year in sorted({quarter.year for quarter in every}, reverse=True):
        of_year = (one for one in journal.interviews if quarter_of(one.when.day).year == year)
        yield from _part(str(year), str(year), of_year)


def _part(name: str, identity: str, interviews: Iterable[Interview]) -> Iterator[Part]:
    """The part, where any of its interviews has a note."""
    those = tuple(sorted(interviews, key=lambda one: (one.when.day, one.path)))
    if any(one.went_well or one.went_badly for one in those):
        yield Part(
            name=name,
            title=f"Reflections: {name}",
            path=addresses.narrowed_path(identity),
            interviews=those,
        )


def _page(edition: Edition, part: Part, every: tuple[Choice, ...]) -> Page:
    alone = replace(edition.journal, interviews=part.interviews)
    notes = [one for one in theme_notes(alone) if one.well or one.badly]
    shown = tuple(notes[:THEMES])
    view = NarrowedView(
        part=part,
        headline=balance_headline(notes, edition.journal.theme_names),
        counted=f"{notes_in(part.interviews, edition.today)}.",
        balances=balances(shown),
        themes=tuple(
            Sides(theme=one.theme, badly=_side(one.badly), well=_side(one.well)) for one in shown
        ),
        interviews=part.interviews[-LISTED:],
        earlier=max(0, len(part.interviews) - LISTED),
        choices=every,
    )
    text = render(edition, part.path, "narrowed.md", view=view)
    return Page(part.path, part.title, text, listed=False)


def _side(notes: tuple[Noted, ...]) -> Side:
    newest = tuple(reversed(notes))
    return Side(shown=newest[:SHOWN], older=newest[SHOWN:])
