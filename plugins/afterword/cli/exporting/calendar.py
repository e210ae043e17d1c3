"""The follow-ups and the interviews to come as a calendar, in the iCalendar format (RFC 5545)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.kind import CalendarDay
from afterword.days import earlier
from afterword.kinds import ENDED, Party
from afterword.model import Journal
from afterword.vocabulary.spelling import spoken

# What was done or let go within so many days is cancelled, so that it leaves the calendar that it was imported into.
_REMEMBERED = 60
_LASTS = timedelta(hours=1)
_FIRST_DAY = date(2020, 1, 1)
_CANCELLED = "CANCELLED"


def calendar(owed: Iterable[FollowUp], journal: Journal, today: date) -> bytes:
    """The calendar in UTF-8, in lines of at most 75 bytes that end as the format wants on every system.

    The same thing has the same name each time, also when its entry goes by another name or moves to another day, so that importing it
    again makes no double.
    """
    made = Calendar()
    made.add("prodid", "-//Afterword//follow-ups//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Interviews")
    entries = _entries(journal)
    for one in owed:
        fresh = one.is_open or _day(one) >= earlier(today, _REMEMBERED)
        if one.kind.calendar and fresh:
            made.add_component(_event(one, entries.get(one.path, _Entry(one.path)), today))
    return bytes(made.to_ical())


class _Entry(NamedTuple):
    """What an entry is called in a calendar, and whether it says itself that nothing comes of it any more."""

    name: str
    has_ended: bool = False


def _entries(journal: Journal) -> dict[str, _Entry]:
    """Each entry by its path: named by its application, and by the how-manieth round of that name it is there."""
    found = {}
    for application in journal.applications:
        before: Counter[str] = Counter()
        for one in application.interviews:
            name = spoken(one.round.name) if one.round else ""
            before[name] += 1
            called = f"{application.id}:{name}:{before[name]}"
            found[one.path] = _Entry(called, one.outcome.kind in ENDED)
    return found


def _event(one: FollowUp, entry: _Entry, today: date) -> Event:
    event = Event()
    start = _start(one)
    name = f"afterword:{entry.name}:{one.kind.name}:{one.number}"
    event.add("uid", str(uuid5(NAMESPACE_URL, name)))
    # A calendar takes the event with the higher number, so a later day's export wins over an earlier one's.
    event.add("sequence", max(0, (today - _FIRST_DAY).days))
    event.add("dtstamp", datetime.combine(today, time(), UTC))
    event.add("dtstart", start)
    if isinstance(start, datetime):
        event.add("duration", _LASTS)
    else:
        event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(one))
    event.add("description", "\n".join(_description(one)))
    event.add("class", "PRIVATE")
    event.add("categories", [one.kind.name])
    status = _status(one, entry, today)
    event.add("status", status)
    if status != _CANCELLED:
        for trigger in _alarms(start):
            event.add_component(_alarm(trigger, _summary(one)))
    return event


def _status(one: FollowUp, entry: _Entry, today: date) -> str:
    """Whether it stands; an interview to come that was let go does so tentatively, until its own entry says that it is off."""
    if one.is_open:
        return "CONFIRMED"
    is_to_come = one.kind.is_appointment and one.day >= today
    return "TENTATIVE" if is_to_come and not entry.has_ended else _CANCELLED


def _day(one: FollowUp) -> date:
    return one.day if one.kind.calendar is CalendarDay.DUE else one.opens


def _start(one: FollowUp) -> date:
    """The day, or the moment where a clock time is known: in UTC where its zone is, else wherever the reader is.

    Midnight is what programs write that know no time: it is a whole day.
    """
    if one.at is None or one.at.replace(tzinfo=None) == time():
        return _day(one)
    moment = datetime.combine(_day(one), one.at)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:
        return _day(one)


def _alarms(start: date) -> tuple[timedelta, ...]:
    """The day before and an hour before a moment; nine in the morning of the day before a whole day.

    Of an alarm after the beginning of a whole day Outlook, Google and Apple take no notice.
    """
    if isinstance(start, datetime):
        return -timedelta(days=1), -timedelta(hours=1)
    return (-timedelta(hours=15),)


def _alarm(trigger: timedelta, summary: str) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", trigger)
    alarm.add("description", summary)
    return alarm


def _summary(one: FollowUp) -> str:
    to = f" to {one.addressee}" if one.addressee else ""
    side = "They promised: " if one.who is Party.THEM else ""
    return f"{one.company}: {side}{one.what}{to}"


def _description(one: FollowUp) -> Iterator[str]:
    if one.why:
        yield one.why
    if one.channel:
        yield f"By {one.channel}."
    if one.due and one.due != _day(one):
        yield f"By {one.due.isoformat()} at the latest."
    yield f"Entry: {one.path}"
