"""What is a follow-up, and how does it stand on a day?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, time
from enum import StrEnum

from afterword.analysis.follow_ups.kind import CalendarDay, Clock, Kind, Occasion
from afterword.days import Span
from afterword.frozen import dataclass
from afterword.kinds import Party


class FollowUpState(StrEnum):
    """Where a follow-up stands: not yet polite, due, past its day, done, still to come, or let go."""

    WAIT = "wait"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    UPCOMING = "upcoming"
    DROPPED = "dropped"


# What is let go within so many days has a near day, though it is never late.
_NEAR = Span(7)
CALLING = frozenset({FollowUpState.DUE, FollowUpState.OVERDUE})
OPEN = CALLING | {FollowUpState.WAIT, FollowUpState.UPCOMING}


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing owed: what, to whom and by which channel, from when it is polite, until when it is due, and its state.

    `due` is None where no day binds; `overdue_from` is the first day on which it is late, None where it never is; `lapses_on`
    the last day on which it is owed, None where no day is. `number`
    tells those of one kind in one entry apart, `why` gives the reason for its state in a sentence, `at` is the clock time
    of an interview to come. `planned` is the day to come on which it will be done, as the entry says. `tick` are the lines to
    write into the entry once it is done, none where it is done or let go. One that is `at_leisure` calls, and has no day by which it
    has to be done.
    """

    kind: Kind
    what: str
    company: str
    path: str
    opens: date
    due: date | None = None
    overdue_from: date | None = None
    lapses_on: date | None = None
    done: date | None = None
    state: FollowUpState
    to: str | None = None
    channel: str | None = None
    line: int | None = None
    at: time | None = None
    number: int = 1
    why: str = ""
    planned: date | None = None
    tick: tuple[str, ...] = ()
    at_leisure: bool = False

    @property
    def id(self) -> str:
        """A name that stays the same from build to build."""
        return f"{self.kind.name}-{self.number}-{self.path}"

    @property
    def who(self) -> Party:
        """The side that owes it."""
        return self.kind.who

    @property
    def day(self) -> date:
        """The day that binds; the first on which it is polite where none does."""
        return self.due or self.opens

    @property
    def calendar_day(self) -> date:
        """The day it has in a calendar, if it is in one."""
        return self.day if self.kind.calendar is CalendarDay.DUE else self.opens

    @property
    def addressee(self) -> str | None:
        """Whom it is for; None where nobody is named, or `what` says it already."""
        return self.to if self.to and self.to not in self.what else None

    @property
    def calls(self) -> bool:
        """Whether it is due now, or overdue."""
        return self.state in CALLING

    @property
    def is_open(self) -> bool:
        """Whether it is neither done nor let go."""
        return self.state in OPEN


def follow_up_of(kind: Kind, occasion: Occasion, clock: Clock, *, ended: str = "") -> FollowUp:
    """The follow-up that an occasion calls for, by the row of its kind, as it stands on the clock's day.

    `ended` is why nothing of its kind is owed in its application any more, empty while something is.
    """
    bound = kind.opening(otherwise=occasion.otherwise)
    opens = occasion.opens or clock.after(occasion.since, bound.span)
    due, overdue_from = _binding(kind, occasion, clock, opens)
    interview = occasion.interview
    counted_from = occasion.lapses_from or occasion.since
    lapses_on = clock.after(counted_from, kind.lapses.span) if kind.lapses else None
    state, dropped = FollowUpState.DONE, ""
    is_done = clock.is_past(occasion.done)
    if not is_done:
        lapsed = kind.lapses.why if kind.lapses and lapses_on and lapses_on < clock.today else ""
        dropped = occasion.dropped or lapsed or ended
        state = _state(kind, clock, opens, due, overdue_from)
    found = FollowUp(
        kind=kind,
        what=occasion.what or kind.words.format(to=occasion.to),
        company=interview.company,
        path=interview.path,
        opens=opens,
        due=due,
        overdue_from=overdue_from,
        lapses_on=lapses_on,
        done=occasion.done if is_done else None,
        planned=None if is_done else occasion.done,
        tick=() if is_done or dropped else kind.ticks(occasion, clock.today),
        state=FollowUpState.DROPPED if dropped else state,
        to=occasion.to,
        channel=interview.contact if kind.by_contact else None,
        line=occasion.line,
        at=occasion.at,
        number=occasion.number,
        why=dropped or occasion.why or bound.why,
    )
    return replace(found, at_leisure=True) if _is_at_leisure(found, clock) else found


def _is_at_leisure(one: FollowUp, clock: Clock) -> bool:
    """Whether it calls and no day binds: nobody minds, or it is never late, its day has passed, and it is not let go within a week."""
    if not one.calls or one.kind.may_be_left:
        return one.calls
    if one.overdue_from or one.lapses_on is None or (one.due and one.due >= clock.today):
        return False
    return one.lapses_on > clock.after(clock.today, _NEAR)


def _binding(
    kind: Kind, occasion: Occasion, clock: Clock, opens: date
) -> tuple[date | None, date | None]:
    """The day until which one is due, and the first on which it is late: never by a guess, nor on a day without work."""
    nominal = occasion.due
    if nominal is None and kind.due and occasion.is_dated:
        nominal = clock.after(opens, kind.due)
    if nominal is None:
        return None, None
    late = None
    if kind.overdue and occasion.is_dated:
        late = clock.business_day(clock.after(nominal, kind.overdue))
    return clock.business_day(nominal) if kind.is_office_work else nominal, late


def _state(
    kind: Kind, clock: Clock, opens: date, due: date | None, overdue_from: date | None
) -> FollowUpState:
    """How one that is not done stands: to come, to wait for, due, or overdue if it ever is."""
    if kind.soon and due and due > clock.after(clock.today, kind.soon):
        return FollowUpState.UPCOMING
    if clock.today < opens:
        return FollowUpState.UPCOMING if kind.is_planned else FollowUpState.WAIT
    late = overdue_from is not None and clock.today >= overdue_from
    return FollowUpState.OVERDUE if late else FollowUpState.DUE


def things(found: Iterable[FollowUp]) -> int:
    """How many things to do these follow-ups are: what says the same to several companies is one."""
    return len({one.kind.name if one.kind.together else one.id for one in found})


def in_order(one: FollowUp) -> tuple[date, str, str, str, int]:
    """The order of follow-ups: by the day that binds, then by names."""
    return one.day, one.company, one.kind.name, one.path, one.number
