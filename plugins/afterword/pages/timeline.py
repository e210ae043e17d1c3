"""The timeline: every interview by month, and the applications as lanes side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from afterword.analysis.timeline import Lane, Month, lanes, months
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Heading, Page, outlined
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import ApplicationNote, Interview
from afterword.pages.pictures.axis import FOLDED
from afterword.pages.pictures.lanes import LanePicture, lane_picture
from afterword.pages.pictures.tiles import Column, columns_of
from afterword.vocabulary.wording import counted_words, month_words, number_word

# A page that holds more interviews than this is divided by year.
WHOLE = 150


class TimelineView(NamedTuple):
    """One page of the timeline; `year` is None on the page that holds them all."""

    year: int | None
    months: tuple[Month, ...]
    columns: tuple[Column, ...]
    headline: str
    counted: str
    picture: LanePicture | None
    lanes_headline: str
    others: tuple[tuple[int, str], ...]
    notes: tuple[ApplicationNote, ...]


def timeline_pages(edition: Edition) -> tuple[Page, ...]:
    """The timeline, in one page or in one for each year, the newest year's at the address of the whole."""
    every = months(edition.journal)
    side_by_side = edition.answer_today(lanes)
    if len(edition.journal.interviews) <= WHOLE:
        return (_planned(edition, None, every, side_by_side, ()),)
    years = sorted({month.first.year for month in every if month.interviews}, reverse=True)
    others = tuple((year, _path(year, years)) for year in years)
    return tuple(
        _planned(
            edition,
            year,
            tuple(month for month in every if month.first.year == year),
            tuple(lane for lane in side_by_side if lane.first.year <= year <= lane.last.year),
            others,
        )
        for year in years
    )


def _path(year: int, years: Sequence[int]) -> str:
    return addresses.TIMELINE if year == years[0] else f"timeline/{year}.md"


def _planned(
    edition: Edition,
    year: int | None,
    shown: tuple[Month, ...],
    side_by_side: tuple[Lane, ...],
    others: tuple[tuple[int, str], ...],
) -> Page:
    path = addresses.TIMELINE if year is None else dict(others)[year]
    title = "Timeline" if path == addresses.TIMELINE else f"Timeline {year}"

    def made() -> str:
        view = _view(edition, year, shown, side_by_side, others)
        return render(edition, path, "timeline.md", view=view, title=title)

    return Page(
        path, title, made, _outline(title, shown, side_by_side, others, _noted(edition, year))
    )


def _outline(
    title: str,
    shown: Sequence[Month],
    side_by_side: Sequence[Lane],
    others: Sequence[object],
    notes: Sequence[object],
) -> str:
    noted = (Heading("Applied, without an interview"),) if notes else ()
    named = [Heading(month_words(one.first), level=3) for one in shown if one.interviews]
    if not named:
        return outlined(title, *noted, has_part=not noted)
    lanes_below = (Heading("Side by side"),) if side_by_side else ()
    below = (
        Heading("Interviews by month"),
        *lanes_below,
        Heading("Every interview", has_part=False),
    )
    return outlined(title, *below, *named, *noted, has_part=bool(others))


def _view(
    edition: Edition,
    year: int | None,
    shown: tuple[Month, ...],
    side_by_side: tuple[Lane, ...],
    others: tuple[tuple[int, str], ...],
) -> TimelineView:
    return TimelineView(
        year=year,
        months=tuple(month for month in shown if month.interviews),
        columns=columns_of(tuple(reversed(shown)), edition.today),
        headline=months_headline(shown, edition.today),
        counted="One tile is one interview; the letters are the company's.",
        picture=lane_picture(side_by_side, edition.today, year=year),
        lanes_headline=lanes_headline(side_by_side),
        others=tuple((one, there) for one, there in others if one != year),
        notes=_noted(edition, year),
    )


def _noted(edition: Edition, year: int | None) -> tuple[ApplicationNote, ...]:
    """The applications without an interview that went out in a year, or ever, the newest first."""
    notes = reversed(edition.journal.notes)
    return tuple(one for one in notes if year is None or one.applied.year == year)


def months_headline(shown: Sequence[Month], today: date) -> str:
    """How many interviews in how many months, where most of them lie if one month stands out by half again, and how many are to come."""
    happened = [_happened(month.interviews, today) for month in shown]
    total = sum(happened)
    ahead = sum(len(month.interviews) for month in shown) - total
    coming = f"{number_word(ahead)} {'is' if ahead == 1 else 'are'} to come"
    if not total:
        return f"No interview has happened yet{f'; {coming}' if ahead else ''}."
    told = _told(shown, happened, total)
    return f"{told}; {coming}." if ahead else f"{told}."


def _told(shown: Sequence[Month], happened: Sequence[int], total: int) -> str:
    first = counted_words(total, "interview", capital=True)
    if len(shown) == 1:
        return f"{first} in {month_words(shown[0].first)}"
    held = sum(1 for number in happened if number)
    of_all = f"{number_word(held)} of " if len(shown) - held >= FOLDED else ""
    plain = f"{first} in {of_all}{number_word(len(shown))} months"
    most = max(happened)
    rest = sorted(happened)[-2]
    if most >= 3 and most >= 1.5 * rest:
        busiest = shown[happened.index(most)]
        return f"{plain}, {number_word(most)} of them in {month_words(busiest.first)}"
    return plain


def _happened(interviews: Iterable[Interview], today: date) -> int:
    return sum(1 for one in interviews if one.happened(today))


def lanes_headline(shown: Sequence[Lane]) -> str:
    """How many applications are in progress, how many have ended, and how many have no outcome though nothing happened for long."""
    if not shown:
        return "Applications will stand here side by side."
    live = sum(1 for lane in shown if lane.is_open)
    ended = sum(1 for lane in shown if not lane.application.live)
    quiet = len(shown) - live - ended
    clauses: list[str] = []
    for number, has, have in (
        (live, "is in progress", "are in progress"),
        (ended, "has ended", "have ended"),
        (quiet, "has no outcome", "have no outcome"),
    ):
        if number:
            first = counted_words(number, "application", capital=True)
            clauses.append(
                f"{number_word(number) if clauses else first} {has if number == 1 else have}"
            )
    return f"{', '.join(clauses)}{'' if live else '; none is in progress'}."
