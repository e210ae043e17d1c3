"""The few cards at the top of the home page: next, due, practise, keep doing."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.themes import Practice, ThemeNotes, keep_doing
from afterword.edition import addresses
from afterword.frozen import NamedTuple
from afterword.pages.parts.lists import Lists
from afterword.vocabulary.wording import counted, day_words


class Card(NamedTuple):
    """One of the few cards at the top: what it is about, its name, its sentence, and where it leads."""

    label: str
    name: str
    text: str
    path: str
    line: int | None = None


def cards_of(lists: Lists) -> tuple[Card, ...]:
    """What comes next and what is due first."""
    found = []
    coming = [task.follow_up for task in lists.every_coming]
    interviews = [one for one in coming if one.kind.is_appointment]
    if interviews:
        first = interviews[0]
        found.append(
            Card(
                label="Next",
                name=first.company,
                text=f"{first.what}, {day_words(first.day, lists.today)}.",
                path=first.path,
            )
        )
    if lists.every_due:
        first_due = lists.every_due[0]
        task = first_due.follow_up
        found.append(
            Card(
                label="Due",
                name=task.what,
                text=f"{task.company}, {first_due.word} {day_words(first_due.day, lists.today)}.",
                path=task.path,
            )
        )
    return tuple(found)


def steady_cards(practice: Practice | None, notes: Sequence[ThemeNotes]) -> tuple[Card, ...]:
    """What to practise and what to keep doing."""
    found = []
    if practice:
        theme = practice.notes.theme
        found.append(
            Card(
                label="Practise",
                name=theme,
                text=f"Went badly in {counted(practice.interviews, 'interview')}.",
                path=addresses.theme_path(theme),
            )
        )
    if best := keep_doing(notes):
        text = f"Went well {len(best.well)} times out of {len(best.well) + len(best.badly)}."
        found.append(
            Card(
                label="Keep doing",
                name=best.theme,
                text=text,
                path=addresses.theme_path(best.theme),
            )
        )
    return tuple(found)
