"""A figure and what it counts: no number on a page without the items behind it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from afterword.edition import addresses
from afterword.edition.naming import application_title, round_name
from afterword.model import Application, Interview
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
    return Figure(name, tuple(Item(_interview_words(one), one.path) for one in interviews))


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
