"""The follow-ups and the interviews to come as a calendar, in the iCalendar format (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from uuid import NAMESPACE_URL, uuid5

from icalendar import Alarm, Calendar, Event

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.kind import CalendarDay
from afterword.days import earlier
from afterword.kinds import Party

# What was done or let go within so many days is cancelled, so that it leaves the calendar that it was imported into.
_REMEMBERED = 60
_LASTS = timedelta(hours=1)
_FIRST_DAY = date(2020, 1, 1)


def calendar(owed: Iterable[FollowUp], today: date) -> bytes:
    """The calendar in UTF-8, whose lines end as the format wants on every system; the same name for the same thing each time, so that importing it again makes no double."""
    made = Calendar()
    made.add("prodid", "-//Afterword//follow-ups//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Interviews")
    for one in owed:
        fresh = one.is_open or _day(one) >= earlier(today, _REMEMBERED)
        if one.kind.calendar and fresh:
            made.add_component(_event(one, today))
    return bytes(made.to_ical())


def _event(one: FollowUp, today: date) -> Event:
    event = Event()
    start = _start(one)
    event.add("uid", str(uuid5(NAMESPACE_URL, f"afterword:{one.id}")))
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
    event.add("status", "CONFIRMED" if one.is_open else "CANCELLED")
    if one.is_open:
        for trigger in _alarms(start):
            event.add_component(_alarm(trigger, _summary(one)))
    return event


def _day(one: FollowUp) -> date:
    return one.day if one.kind.calendar is CalendarDay.DUE else one.opens


def _start(one: FollowUp) -> date:
    """The day, or the moment where a clock time is known: in UTC where its zone is, else wherever the reader is."""
    if one.at is None:
        return _day(one)
    moment = datetime.combine(_day(one), one.at)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment
    except OverflowError:
        return _day(one)


def _alarms(start: date) -> tuple[timedelta, ...]:
    """The evening before and an hour before a moment; nine in the morning of a day."""
    if isinstance(start, datetime):
        return -timedelta(days=1), -timedelta(hours=1)
    return (timedelta(hours=9),)


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
