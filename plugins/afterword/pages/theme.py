"""The page of a theme: every item on it, well and badly, mine and theirs, over time."""

from __future__ import annotations

from datetime import date
from functools import partial

from afterword.analysis.themes import ENOUGH, ThemeNotes, carrying, slipping, theme_notes
from afterword.days import month_of, months_spanned
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.page import Heading, Page, outlined
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Noted
from afterword.pages.parts.figures import Figure, interview_items
from afterword.pages.parts.responses import ResponseRow, response_rows
from afterword.pages.pictures.balance import DRAWN, Small, smalls
from afterword.pages.words.reflections import TRENDS, among_all
from afterword.vocabulary.sections import TITLES, Section
from afterword.vocabulary.wording import counted_words, number_word

# So many of the newest items of a section are shown with their words; older ones are named by their interview, or left to it.
SHOWN = 60


class Group(NamedTuple):
    """The items of one section on a theme, the newest first."""

    title: str
    identity: str
    items: tuple[Noted, ...]
    side: str


class MonthItems(NamedTuple):
    """The items of one side in a month, the newest first; `brief` ones are named by their interview alone."""

    first: date
    items: tuple[Noted, ...]
    brief: bool


class ThemeView(NamedTuple):
    """Everything on the page."""

    name: str
    notes: ThemeNotes
    headline: str
    counted: str
    small: Small | None
    drawn: bool
    badly: tuple[MonthItems, ...]
    well: tuple[MonthItems, ...]
    touched: Figure
    interviews: str
    missed: int
    praised: int
    groups: tuple[Group, ...]
    quotes: tuple[Group, ...]
    responses: tuple[ResponseRow, ...]


def theme_pages(edition: Edition) -> tuple[Page, ...]:
    """One page for each theme that occurs, and for each that the options name."""
    every = edition.answer(theme_notes)
    slips, carries = slipping(every), carrying(every)
    found = {one.theme: one for one in every}
    keys = sorted(found.keys() | edition.journal.theme_names.keys())
    months = tuple(months_spanned(one.when.day for one in edition.journal.interviews))[-24:]
    return tuple(
        _planned(
            edition,
            found.get(key, ThemeNotes(theme=key)),
            months,
            among_all(key, slips, carries),
        )
        for key in keys
    )


def _planned(edition: Edition, notes: ThemeNotes, months: tuple[date, ...], stands: str) -> Page:
    path, name = addresses.theme_path(notes.theme), edition.theme_name(notes.theme)
    below = (Heading(one.title) for one in (*_quotes(notes), *_groups(notes)))
    return Page(
        path, name, partial(_made, edition, notes, months, path, stands), outlined(name, *below)
    )


def _made(
    edition: Edition, notes: ThemeNotes, months: tuple[date, ...], path: str, stands: str
) -> str:
    drawn, paths = smalls([notes], months), notes.paths
    items = edition.answer(interview_items)
    view = ThemeView(
        name=edition.theme_name(notes.theme),
        notes=notes,
        headline=f"{theme_headline(notes)} {stands}".strip(),
        counted=_counted(notes),
        small=drawn[0] if drawn else None,
        drawn=len(months) >= DRAWN,
        badly=_by_month(notes.badly),
        well=_by_month(notes.well),
        touched=Figure(f"themes {notes.theme} interviews", tuple(map(items.__getitem__, paths))),
        interviews="interview" if len(paths) == 1 else "interviews",
        missed=len(notes.gaps),
        praised=len(notes.praise),
        groups=_groups(notes),
        quotes=_quotes(notes),
        responses=response_rows(edition, {notes.theme}),
    )
    return render(edition, path, "theme.md", view=view)


def theme_headline(notes: ThemeNotes) -> str:
    """How often it went badly and well, and where it is going if there is enough to say."""
    badly, well = len(notes.badly), len(notes.well)
    if not badly and not well:
        return "None of my notes of what went well or badly names it."
    if not badly:
        told = f"It went well {_times(well)}, and never badly"
    elif not well:
        told = f"It went badly {_times(badly)}, and never well"
    else:
        told = f"It went badly {_times(badly)} and well {_times(well)}"
    if notes.trend is None:
        few = f"fewer than {number_word(ENOUGH)} notes are too few to say where it is going"
        return f"{told}; {few}."
    return f"{told}: {TRENDS[notes.trend]}."


def _by_month(items: tuple[Noted, ...]) -> tuple[MonthItems, ...]:
    """The items month by month, the newest first; from the sixtieth on, a page of prose would be too long to read."""
    found: dict[date, list[Noted]] = {}
    for noted in reversed(items):
        found.setdefault(month_of(noted.day), []).append(noted)
    made, shown = [], 0
    for first, those in found.items():
        made.append(MonthItems(first=first, items=tuple(those), brief=shown >= SHOWN))
        shown += len(those)
    return tuple(made)


def _newest(items: tuple[Noted, ...]) -> tuple[Noted, ...]:
    return tuple(reversed(items[-SHOWN:]))


def _times(number: int) -> str:
    return {1: "once", 2: "twice"}.get(number, f"{number_word(number)} times")


def _counted(notes: ThemeNotes) -> str:
    items = (*notes.well, *notes.badly)
    inferred = sum(1 for noted in items if noted.item.inferred_themes)
    if not inferred:
        return ""
    return f"In {counted_words(inferred, 'note')} the theme is inferred from the words, marked ~."


def _groups(notes: ThemeNotes) -> tuple[Group, ...]:
    sections = (
        (Section.DO_DIFFERENTLY, "do-differently", notes.do_differently),
        (Section.TRIED, "tried", notes.tried),
        (Section.TAKEAWAYS, "take-aways", notes.takeaways),
        (Section.SKILLS, "skills", notes.skills),
        (Section.QUESTIONS, "questions", notes.questions),
    )
    return tuple(
        Group(title=TITLES[section], identity=identity, items=_newest(items), side="")
        for section, identity, items in sections
        if items
    )


def _quotes(notes: ThemeNotes) -> tuple[Group, ...]:
    sides = (
        ("What they missed", "gaps", notes.gaps, ""),
        ("What they praised", "praise", notes.praise, "praise"),
    )
    return tuple(
        Group(title=title, identity=identity, items=tuple(reversed(items)), side=side)
        for title, identity, items, side in sides
        if items
    )
