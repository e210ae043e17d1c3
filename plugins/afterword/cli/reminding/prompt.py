"""One short line for a shell's greeting: how much is owed, and whether there is an interview today or tomorrow."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState, things
from afterword.analysis.unread import not_read
from afterword.model import Journal
from afterword.vocabulary.wording import away, clock_words, counted


def prompt_line(owed: Sequence[FollowUp], journal: Journal, today: date) -> str:
    """What calls, in numbers and without a name, since others may look at the screen; empty where nothing does."""
    near = [one for one in owed if _is_near(one, today)]
    # What is owed for an interview of today begins after it.
    later = {one.path for one in near if one.day == today}
    rest = [one for one in owed if one.path not in later]
    parts = [
        *(_interview(one, today) for one in near),
        *_number(rest, FollowUpState.OVERDUE),
        *_number(rest, FollowUpState.DUE),
    ]
    if unread := not_read(journal) + journal.lookalikes:
        parts.append(f"{counted(unread, 'file')} not read")
    return f"Afterword: {', '.join(parts)}" if parts else ""


def _is_near(one: FollowUp, today: date) -> bool:
    return one.kind.is_appointment and one.is_open and (one.day - today).days in {0, 1}


def _interview(one: FollowUp, today: date) -> str:
    clock = f" at {clock_words(one.at)}" if one.at else ""
    return f"interview {away(one.day, today)}{clock}"


def _number(owed: Sequence[FollowUp], state: FollowUpState) -> list[str]:
    # As on the home page: what no day binds is not counted among what is due.
    number = things(
        one
        for one in owed
        if one.state is state and not one.kind.is_appointment and not one.at_leisure
    )
    return [f"{number} {state.value}"] if number else []
