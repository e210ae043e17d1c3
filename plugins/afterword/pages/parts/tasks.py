"""A follow-up as a line of a list: what it is, to whom, and the day that matters."""

from __future__ import annotations

from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.edition.commands import log_command
from afterword.edition.when import when
from afterword.frozen import dataclass
from afterword.vocabulary.wording import away


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A follow-up with whom it is for unless it says so, the word about its day, that day, and how far away it lies.

    `reason` is why the rule is as it is, where that is not said already; `written` are the lines that tick it off, as they are
    shown, and `copied` as they are copied, `command` what does it, all with the day `written_on`. One that `is_alike` says the same as others of its kind to another company. `moves` is what becomes of it on later days, as JSON for the script; empty where the day is pinned.
    """

    follow_up: FollowUp
    to: str | None
    word: str
    day: date
    away: str
    reason: str
    written: tuple[str, ...]
    copied: str
    command: str
    written_on: str
    is_alike: bool
    moves: str = ""


def task(one: FollowUp, today: date) -> Task:
    """Until when to wait, when it is, since when it is due, or when it was done."""
    word, day = when(one, today)
    return Task(
        follow_up=one,
        to=one.addressee,
        word=word,
        day=day,
        away=away(day, today),
        reason=one.kind.reason if one.kind.reason != one.why else "",
        written=tuple(line for line in one.tick if line.strip("- ")),
        copied="\n".join(one.tick),
        command=log_command(one),
        written_on=today.isoformat(),
        is_alike=bool(one.kind.together) and one.what == one.kind.words,
    )
