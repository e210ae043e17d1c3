"""When did what happen: by month, and application beside application."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from afterword.analysis.standing import Standing, ends_of, is_open, standing
from afterword.days import month_of, months_spanned
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind
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
    """Something that happened on a day of an application, with the interview it belongs to; `number` counts its rounds.

    `standing` is how a round stands, `outcome` how a decision went.
    """

    day: date
    kind: StopKind
    interview: Interview
    number: int = 0
    standing: Standing | None = None
    outcome: OutcomeKind = OutcomeKind.PENDING


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One application from its first day to its last, or to today while something may still come of it."""

    application: Application
    first: date
    last: date
    stops: tuple[Stop, ...]
    is_open: bool


def months(journal: Journal) -> tuple[Month, ...]:
    """Every month from the newest interview to the oldest; of more than fifty years, only those with an interview."""
    by_month: dict[date, list[Interview]] = {}
    for interview in reversed(journal.interviews):
        by_month.setdefault(month_of(interview.when.day), []).append(interview)
    every = sorted({*by_month, *months_spanned(by_month)}, reverse=True)
    return tuple(Month(first=month, interviews=tuple(by_month.get(month, ()))) for month in every)


def lanes(journal: Journal, today: date) -> tuple[Lane, ...]:
    """Each application's lane: those that are open first, then by the day they last moved, the newest first."""
    every = [_lane(application, today) for application in journal.applications]
    return tuple(sorted(every, key=_newest_first))


def _newest_first(lane: Lane) -> tuple[bool, int, str]:
    return not lane.is_open, -lane.last.toordinal(), lane.application.id


def _lane(application: Application, today: date) -> Lane:
    stops = sorted(stops_of(application, today), key=lambda stop: (stop.day, stop.kind))
    last = max(stop.day for stop in stops)
    goes_on = is_open(application, today)
    return Lane(
        application=application,
        first=stops[0].day,
        last=max(last, today) if goes_on else last,
        stops=tuple(stops),
        is_open=goes_on,
    )


def stops_of(application: Application, today: date) -> tuple[Stop, ...]:
    """What happened in an application, round by round."""
    stops: list[Stop] = []
    if application.applied:
        stops.append(
            Stop(
                day=application.applied, kind=StopKind.APPLIED, interview=application.interviews[0]
            )
        )
    for number, one in enumerate(application.interviews, 1):
        stops.append(
            Stop(
                day=one.when.day,
                kind=StopKind.ROUND,
                interview=one,
                number=number,
                standing=standing(one, application, today),
            )
        )
        stops += (
            Stop(day=day, kind=kind, interview=one)
            for kind, days in (
                (StopKind.THANK_YOU, one.thank_you.sent),
                (StopKind.FOLLOW_UP, one.follow_ups),
            )
            # A day to come is a plan.
            for day in days
            if day <= today
        )
    stops += (
        Stop(
            day=end.outcome.decided,
            kind=StopKind.DECISION,
            interview=end.interview,
            outcome=end.outcome.kind,
        )
        for end in ends_of(application)
        if end.outcome.decided
    )
    return tuple(stops)
