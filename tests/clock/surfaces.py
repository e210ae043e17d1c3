"""What each place where a person meets the clock says is open: the home page, `due`, the export, and the calendar."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from html import unescape
from typing import Any, NamedTuple

import vobject
from tests.clock.table import Case

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState
from afterword.cli.due import due_document, due_lines
from afterword.cli.exporting.calendar import calendar
from afterword.days import later
from afterword.kinds import ENDED

_LISTS = re.compile(r'<ul class="aw-tasks" data-aw-list="(\w*)".*?</ul>', re.DOTALL)
_LINE = re.compile(r'<li class="aw-task aw-task--([\w-]+)".*?</li>', re.DOTALL)
_WHAT = re.compile(
    r'<span class="aw-task-what">(.*?)</span> <span class="aw-task-company">(.*?)</span>'
)
_TAG = re.compile(r"<[^>]+>")


class Line(NamedTuple):
    """One thing that is open, as every place has to say it: how it stands, what it is, and of which company."""

    state: str
    company: str
    what: str


def owed_lines(owed: Iterable[FollowUp]) -> list[Line]:
    """What the rules say."""
    return sorted(Line(one.state.value, one.company, one.what) for one in owed if one.is_open)


def page_lines(case: Case) -> list[Line]:
    """What the lists of the home page show."""
    return sorted(
        _line(found) for listed in _LISTS.finditer(case.home) for found in _LINE.finditer(listed[0])
    )


def _line(found: re.Match[str]) -> Line:
    what = _WHAT.search(found[0])
    assert what, found[0]
    name = re.search(r"<a [^>]*>(.*?)</a>", what[1])
    assert name, what[1]
    return Line(found[1], _words(what[2]).partition(", by ")[0], _words(name[1]))


def _words(html: str) -> str:
    return unescape(_TAG.sub("", html)).strip()


def json_lines(case: Case) -> list[Line]:
    """What `due --format json` lists."""
    found = json.loads(due_document(_open(case)))
    return sorted(Line(one["state"], one["company"], one["what"]) for one in found)


def text_misses(case: Case) -> list[Line]:
    """What `due` does not say, of all that is open."""
    text = " ".join(_words(one) for one in due_lines(_open(case), case.today))
    bare = " ".join(re.sub(r"\x1b\[\d*m", "", text).split())
    return [
        one for one in owed_lines(case.edition.owed) if f"{one.company}: {one.what}" not in bare
    ]


def calendar_events(case: Case) -> list[Any]:
    """Every event of the calendar, as a parser reads it that did not write it."""
    made = calendar(case.edition.owed, case.edition.journal, case.today)
    return list(vobject.readOne(made.decode()).contents.get("vevent", ()))


def calendar_days(events: Iterable[Any]) -> list[tuple[str, date]]:
    """The company and the day of each event that stands in the calendar."""
    return sorted(
        (one.summary.value.partition(":")[0], _day(one.dtstart.value))
        for one in events
        if one.status.value == "CONFIRMED"
    )


def cancelled_ahead(events: Iterable[Any], case: Case) -> list[str]:
    """The interviews to come that the calendar says are off, though their own entries do not."""
    over = {one.path for one in case.edition.journal.interviews if one.outcome.kind in ENDED}
    return [
        one.summary.value
        for one in events
        if one.status.value == "CANCELLED"
        and one.categories.value == ["interview"]
        and _day(one.dtstart.value) >= case.today
        and one.description.value.rpartition("Entry: ")[2] not in over
    ]


def owed_days(case: Case) -> list[tuple[str, date]]:
    """The company and the day of each follow-up that is open and belongs into a calendar."""
    open_ = (one for one in case.edition.owed if one.is_open and one.kind.calendar)
    return sorted((one.company, one.calendar_day) for one in open_)


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _open(case: Case) -> list[FollowUp]:
    """Everything open, however far ahead."""
    far = later(case.today, 4000)
    return [one for one in case.edition.owed if one.is_open and one.opens <= far]


def states(owed: Iterable[FollowUp]) -> set[FollowUpState]:
    """The states that occur."""
    return {one.state for one in owed}
