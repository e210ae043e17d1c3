"""What is a kind of follow-up, and what calls for one of it?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from datetime import date, time
from enum import StrEnum

from afterword.analysis.follow_ups.search import NO_OTHERS, Search
from afterword.days import Span, business_days_later
from afterword.frozen import dataclass
from afterword.kinds import Party
from afterword.model import Application, Interview

# The business days to wait before asking for feedback, where the option `feedback_delay` says no other.
FEEDBACK_DELAY = 2


class CalendarDay(StrEnum):
    """On which of its days a follow-up stands in a calendar: the first on which it is polite, or the one that binds."""

    OPENS = "opens"
    DUE = "due"


@dataclass(frozen=True, slots=True)
class Clock:
    """The day at hand, which days are no business days, the business days to wait before asking for feedback, and the whole search."""

    today: date
    holidays: Set[date] = frozenset()
    feedback_delay: int = FEEDBACK_DELAY
    search: Search = NO_OTHERS

    def after(self, day: date, span: Span) -> date:
        """The day on which a span after `day` ends."""
        return span.after(day, self.holidays)

    def business_day(self, day: date) -> date:
        """The day itself, or the first business day after it."""
        return business_days_later(day, 0, self.holidays)

    def is_past(self, day: date | None) -> bool:
        """Whether something was done on a day: one to come is only a plan."""
        return day is not None and day <= self.today

    def past(self, days: Iterable[date]) -> tuple[date, ...]:
        """Those of these days that are not to come, in order."""
        return tuple(sorted(day for day in days if day <= self.today))


@dataclass(frozen=True, slots=True)
class Bound:
    """One end of a follow-up: how long after another day it lies, and what is said of it beside the follow-up."""

    span: Span
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What calls for one follow-up: the entry, the day that everything is counted from, and what is known besides.

    `opens` and `due` stand where the row of the kind cannot tell them; `otherwise` chooses its second bound. Unless it
    `is_dated`, the day it is counted from is a guess: no day binds but one that is given, and nobody is late for that. It lapses so long after `lapses_from`, where that is another
    day than the one that all else is counted from. `done` may be a day to come: then it is a plan.
    `dropped` is why it is let go, empty where nothing but its row says so. `number` tells those of one kind in one entry apart.
    """

    interview: Interview
    since: date
    otherwise: bool = False
    opens: date | None = None
    due: date | None = None
    is_dated: bool = True
    done: date | None = None
    what: str = ""
    why: str = ""
    to: str | None = None
    line: int | None = None
    at: time | None = None
    number: int = 1
    dropped: str = ""
    lapses_from: date | None = None


def _nothing_to_write(_: Occasion, __: date) -> tuple[str, ...]:
    """What ticks off a kind that passes by itself."""
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One row of the table of follow-ups: everything that is said of a kind anywhere.

    `name` is its name in the export and in calendars; `words` what it is called on pages, in calendars and by `due`, with
    `{to}` where it names whom it is for. `occasions` finds what calls for one in an application.

    It `opens` so long after its occasion (`otherwise` where what that is counted from is missing), is `due` so long after it
    opens, `overdue` so long after it was due (None: never; never on a weekend or holiday), and `lapses` so long after
    its occasion. One that `is_office_work` is due on a business day. One that is `soon` is
    still to come until so long before the day it is due; one that `is_planned` is to come, and not to be waited for, until it opens.

    `done_by` is the key of front matter that ticks it off, empty where nothing does, and `ticks` the lines to write into the
    entry for it; `instead` is a line that may stand in their place, `command` what `afterword log` is told of it, with `{to}` and `{what}`, `where` says beside what they are written where they are no key of the entry. Those of a lower `order` are shown first. `calendar` is the day it has in a calendar (None: it is in none),
    `by_contact` says that it goes by the entry's channel, `is_awaited` that the company waits for it, `is_appointment` that it is
    no work but something to be at, `survives_end` that it is owed after the application has ended, `survives_acceptance` that
    it is owed after an offer was accepted elsewhere, `survives_acceptance_here` that it is owed to those whose offer was accepted,
    `may_be_left` that nobody minds where it is never done. Those that say the same to several companies stand `together`: the name of
    all of them in a sentence, with `{companies}`; they count as one thing, and are listed as one. `reason` and `source` say why its
    days are these, and who says so.
    """

    name: str
    words: str
    occasions: Callable[[Kind, Application, Clock], Iterable[Occasion]]
    opens: Bound = Bound(Span(0))
    otherwise: Bound | None = None
    due: Span | None = None
    overdue: Span | None = None
    lapses: Bound | None = None
    is_office_work: bool = False
    soon: Span | None = None
    is_planned: bool = False
    done_by: str
    ticks: Callable[[Occasion, date], tuple[str, ...]] = _nothing_to_write
    instead: str = ""
    where: str = ""
    command: str = ""
    order: int
    who: Party = Party.ME
    calendar: CalendarDay | None = CalendarDay.OPENS
    by_contact: bool = True
    is_awaited: bool = True
    is_appointment: bool = False
    survives_end: bool = False
    survives_acceptance: bool = False
    may_be_left: bool = False
    together: str = ""
    survives_acceptance_here: bool = False
    reason: str
    source: str

    def opening(self, *, otherwise: bool) -> Bound:
        """The bound at which it opens: the usual one, or the one for where what that is counted from is missing."""
        return self.otherwise if otherwise and self.otherwise else self.opens
