"""When did what happen: by month, and application beside application."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from afterword.days import month_of, months_spanned
from afterword.model import Application, Interview, Journal


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month by its first day, with its interviews, the newest first. A month without any has none."""

    first: date
    interviews: tuple[Interview, ...]


class StopKind(StrEnum):
    """What a mark on an application's lane stands for."""

    APPLIED = "applied"
    ROUND = "round"
    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    DECISION = "decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """Something that happened on a day of an application, with the interview it belongs to; `number` counts its rounds."""

    day: date
    kind: StopKind
    interview: Interview
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One application from its first day to its last, or to today while it is live."""

    application: Application
    first: date
    last: date
    stops: tuple[Stop, ...]


def months(journal: Journal) -> tuple[Month, ...]:
    """Every month from the newest interview to the oldest; of more than fifty years, only those with an interview."""
    by_month: dict[date, list[Interview]] = {}
    for interview in reversed(journal.interviews):
        by_month.setdefault(month_of(interview.when.day), []).append(interview)
    every = sorted({*by_month, *months_spanned(by_month)}, reverse=True)
    return tuple(Month(first=month, interviews=tuple(by_month.get(month, ()))) for month in every)


def lanes(journal: Journal, today: date) -> tuple[Lane, ...]:
    """Each application's lane: live ones first, then by the day they last moved, the newest first."""
    every = [_lane(application, today) for application in journal.applications]
    return tuple(sorted(every, key=_newest_first))


def _newest_first(lane: Lane) -> tuple[bool, int, str]:
    return not lane.application.live, -lane.last.toordinal(), lane.application.id


def _lane(application: Application, today: date) -> Lane:
    stops = sorted(stops_of(application), key=lambda stop: (stop.day, stop.kind, stop.number))
    last = max(stop.day for stop in stops)
    if application.live:
        last = max(last, today)
    return Lane(application=application, first=stops[0].day, last=last, stops=tuple(stops))


def stops_of(application: Application) -> tuple[Stop, ...]:
    """What happened in an application, round by round."""
    stops: list[Stop] = []
    if application.applied:
        stops.append(
            Stop(
                day=application.applied, kind=StopKind.APPLIED, interview=application.interviews[0]
            )
        )
    for number, one in enumerate(application.interviews, 1):
        stops.append(Stop(day=one.when.day, kind=StopKind.ROUND, interview=one, number=number))
        stops += (
            Stop(day=day, kind=StopKind.THANK_YOU, interview=one) for day in one.thank_you.sent
        )
        stops += (Stop(day=day, kind=StopKind.FOLLOW_UP, interview=one) for day in one.follow_ups)
    last = application.interviews[-1]
    if not application.live and application.outcome.decided:
        stops.append(Stop(day=application.outcome.decided, kind=StopKind.DECISION, interview=last))
    return tuple(stops)
