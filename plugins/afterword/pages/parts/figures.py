"""A figure and what it counts: no number on a page without the items behind it."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.edition import addresses
from afterword.edition.naming import application_title, round_name
from afterword.frozen import NamedTuple
from afterword.model import Application, Interview, Journal
from afterword.vocabulary.wording import short_day


class Item(NamedTuple):
    """One thing that was counted: its words, and the page and line that it stands on."""

    words: str
    path: str
    line: int | None = None


class Figure(NamedTuple):
    """A number with its items; `name` is its place in the export, word by word ("funnel technical passed")."""

    name: str
    items: tuple[Item, ...]

    @property
    def number(self) -> int:
        """How many items there are: a figure cannot say anything else."""
        return len(self.items)


def of_interviews(name: str, interviews: Iterable[Interview]) -> Figure:
    """A figure that counts interviews."""
    return Figure(name, tuple(map(_of_interview, interviews)))


def interview_items(journal: Journal) -> dict[str, Item]:
    """Every interview as a thing that was counted, by its path, for pages that count many of them in turn."""
    return {one.path: _of_interview(one) for one in journal.interviews}


def _of_interview(one: Interview) -> Item:
    return Item(_interview_words(one), one.path)


def of_applications(name: str, applications: Iterable[Application]) -> Figure:
    """A figure that counts applications."""
    return Figure(
        name,
        tuple(
            Item(application_title(one), addresses.application_path(one.id)) for one in applications
        ),
    )


def _interview_words(one: Interview) -> str:
    day = one.when.day
    return f"{one.company}, {round_name(one).lower()}, {short_day(day)} {day.year}"
