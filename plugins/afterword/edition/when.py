"""The word about a follow-up's day: by when, since when, from when."""

from __future__ import annotations

from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState
from afterword.kinds import Party
from afterword.vocabulary.wording import WEEKDAYS, clock_words, short_month


def when(one: FollowUp, today: date) -> tuple[str, date]:
    """The word about its day, and the day that matters: until when to wait, when it is, since when it is due, or when it was done."""
    day = one.day
    if one.done:
        return "done", one.done
    if one.kind.is_appointment and one.is_open:
        return f"at {clock_words(one.at)} on" if one.at else "on", day
    if one.state is FollowUpState.WAIT:
        return "from", one.opens
    if one.state is FollowUpState.UPCOMING:
        return "on", day
    if one.state is FollowUpState.DROPPED:
        return "let go, was for", day
    if one.who is Party.THEM:
        return "since", day
    if day < today and one.overdue_from is None and one.lapses_on:
        return "until", one.lapses_on
    return ("since" if day < today else "by"), day


def when_short(one: FollowUp, today: date) -> str:
    """The same of one that is open for a list in columns: "since Tue 17 Nov", "today 14:00", and of one to come its day alone; with the year where it is another one."""
    word, day = when(one, today)
    clock = f" {clock_words(one.at)}" if one.kind.is_appointment and one.at else ""
    if day == today:
        return f"today{clock}"
    year = "" if day.year == today.year else f" {day.year}"
    said = f"{WEEKDAYS[day.weekday()][:3]} {day.day:2} {short_month(day)}{year}"
    return f"{word} {said}" if one.calls and not clock else f"{said}{clock}"
