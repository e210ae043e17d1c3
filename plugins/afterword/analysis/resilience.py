"""How many applications run side by side, week by week, and how each interview felt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from afterword.analysis.standing import begun_on, ended_on, ends_of, is_open, last_event
from afterword.days import monday_of
from afterword.frozen import NamedTuple, dataclass
from afterword.kinds import OutcomeKind
from afterword.model import Application, Interview, Journal

WEEK = timedelta(weeks=1)
# So many weeks are looked at, the newest: a slip in a year shall not make thousands of them.
_MOST = 520
# A rest of so many weeks, half a year, lies between two searches.
_BETWEEN = 26


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday, with the applications that were in progress on any of its days.

    The week at hand counts as it stands today: what ended in it is `over`, and in progress no more.
    """

    first: date
    live: tuple[Application, ...]
    over: tuple[Application, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """Weeks in a row with the same applications in progress, by the first Monday and the last."""

    first: date
    last: date
    live: tuple[Application, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Weeks in a row without an application in progress, by the first Monday and the last."""

    first: date
    last: date

    @property
    def weeks(self) -> int:
        """How many weeks it lasted."""
        return (self.last - self.first).days // 7 + 1


def live_weeks(journal: Journal, today: date) -> tuple[Week, ...]:
    """Every week from the first application to today; an ended one counts until the day it ended, one that was let go until anything last happened.

    One that was taken up again after its end counts anew from the day on which it was.
    """
    spans = [span for one in journal.applications for span in _spans(one, today)]
    if not spans:
        return ()
    monday = monday_of(today)
    count = min(_MOST, (monday - monday_of(min(span.first for span in spans))).days // 7 + 1)
    # A dictionary keeps one that ended and went on in the same week from being counted twice.
    weeks: list[dict[str, Application]] = [{} for _ in range(count)]
    for span in spans:
        days = span.first, span.last
        start, end = (count - 1 - (monday - monday_of(day)).days // 7 for day in days)
        for at in range(max(0, start), min(end, count - 1) + 1):
            weeks[at][span.application.id] = span.application
    *past, now = (tuple(those.values()) for those in weeks)
    return (
        *(Week(monday - WEEK * (count - 1 - at), live) for at, live in enumerate(past)),
        Week(
            monday,
            tuple(one for one in now if is_open(one, today)),
            tuple(one for one in now if not is_open(one, today)),
        ),
    )


def stretches(weeks: Sequence[Week]) -> tuple[Stretch, ...]:
    """The weeks, those put together that do not differ."""
    runs = [list(run) for _, run in groupby(weeks, key=_live_ids)]
    return tuple(Stretch(run[0].first, run[-1].first, run[0].live) for run in runs)


def _live_ids(week: Week) -> tuple[str, ...]:
    return tuple(one.id for one in week.live)


def rests(weeks: Sequence[Week]) -> tuple[Rest, ...]:
    """The stretches of weeks without any."""
    runs = [list(run) for empty, run in groupby(weeks, key=_is_empty) if empty]
    return tuple(Rest(run[0].first, run[-1].first) for run in runs)


def this_search(weeks: Sequence[Week]) -> Sequence[Week]:
    """The weeks since the last rest that was so long that another search began after it; all of them where there was none."""
    long = [one for one in rests(weeks) if one.weeks >= _BETWEEN and one.last < weeks[-1].first]
    return [week for week in weeks if week.first > long[-1].last] if long else weeks


def most_live(weeks: Sequence[Week]) -> int:
    """The most applications that were in progress in one week; 0 without a week."""
    return max((len(week.live) for week in weeks), default=0)


def weeks_since_begun(journal: Journal, today: date) -> int | None:
    """The whole weeks since the newest application was begun; None without one."""
    begun = max(map(begun_on, journal.applications), default=None)
    return None if begun is None else (today - begun).days // 7


def felt(journal: Journal) -> tuple[Interview, ...]:
    """The interviews of which I wrote how they felt, the oldest first."""
    return tuple(one for one in journal.interviews if one.feeling is not None)


def _is_empty(week: Week) -> bool:
    return not (week.live or week.over)


class _Span(NamedTuple):
    """The days on which an application was in progress without an end between them."""

    application: Application
    first: date
    last: date


def _spans(application: Application, today: date) -> Iterator[_Span]:
    """The stretches of days up to today on which an application was in progress: after each end a new one, where it was taken up again.

    What is arranged for a day to come is in progress today, though nobody wrote since when.
    """
    first = begun_on(application)
    if first > today and not is_open(application, today):
        return
    first = min(first, today)
    for end in ends_of(application):
        later = (one.when.day for one in application.interviews if one.when.day > end.day)
        again = min(later, default=None)
        if again is None:
            break
        # Silence that they broke after all was no end.
        if end.outcome.kind is not OutcomeKind.NO_ANSWER:
            yield _Span(application, first, end.day)
            first = min(again, today)
    yield _Span(application, first, _last(application, today))


def _last(application: Application, today: date) -> date:
    """The last day on which it was in progress: today while something may still come of it, and of one that is let go the last on which anything happened."""
    if is_open(application, today):
        return today
    return last_event(application, today) if application.live else ended_on(application)
