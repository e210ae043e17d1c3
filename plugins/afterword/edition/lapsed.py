"""The words about old applications that have no outcome, for the site and for the terminal alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date

from afterword.analysis.standing import last_event
from afterword.edition.commands import typed_log
from afterword.edition.naming import application_title, round_name
from afterword.frozen import NamedTuple
from afterword.kinds import OutcomeKind
from afterword.model import Application, ApplicationNote, Journal
from afterword.vocabulary.spelling import bare
from afterword.vocabulary.wording import counted_words, day_words, listed, sentence

# What ends an application that nobody ever answered, and one whose offer was taken or not.
_ENDING = {OutcomeKind.OFFER: ("outcome: accepted", "outcome: declined")}
_NO_ANSWER = ("outcome: no answer",)


class Old(NamedTuple):
    """An old application without an outcome, None for one that only a note tells of: its title, what is known of it last, the entry to write into, the lines of which one is to be written, and the command that does it."""

    application: Application | None
    title: str
    last: str
    path: str
    lines: tuple[str, ...]
    command: str


def lapsed_told(lapsed: Collection[Application], notes: Collection[ApplicationNote] = ()) -> str:
    """That old applications have no outcome, and old offers no answer, in one line; empty where every one has."""
    offers = sum(1 for one in lapsed if one.outcome.kind is OutcomeKind.OFFER)
    parts = [
        f"{counted_words(number, f'old {noun}')} {'has' if number == 1 else 'have'} no {what}"
        for number, noun, what in (
            (len(lapsed) - offers + len(notes), "application", "outcome"),
            (offers, "offer", "answer"),
        )
        if number
    ]
    return sentence(listed(parts))


def old_applications(lapsed: Iterable[Application], today: date) -> tuple[Old, ...]:
    """Old applications as a list to work through."""
    return tuple(_old(one, today) for one in lapsed)


def old_notes(notes: Iterable[ApplicationNote], journal: Journal, today: date) -> tuple[Old, ...]:
    """Old applications that led to no interview, as more of that list; the command stands there where the journal has no other application at the company."""
    every = Counter(
        bare(company)
        for company in (
            *(one.company for one in journal.notes),
            *(one.company for one in journal.applications),
        )
    )
    return tuple(
        Old(
            application=None,
            title=f"{one.company}, {one.role}" if one.role else one.company,
            last=f"Applied {day_words(one.applied, today)}",
            path=one.path,
            lines=_NO_ANSWER,
            command=typed_log(one.company, "no-answer") if every[bare(one.company)] == 1 else "",
        )
        for one in notes
    )


def _old(application: Application, today: date) -> Old:
    round_ = application.interviews[-1]
    last = f"{round_name(round_)}, {day_words(round_.when.day, today)}"
    event = last_event(application, today)
    if event > round_.when.day:
        last = f"{last}; nothing since {day_words(event, today)}"
    return Old(
        application=application,
        title=application_title(application),
        last=last,
        path=round_.path,
        lines=_ENDING.get(application.outcome.kind, _NO_ANSWER),
        command=""
        if application.outcome.kind in _ENDING
        else typed_log(application.company, "no-answer"),
    )
