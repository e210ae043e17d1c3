"""What a follow-up is: something owed, by me or by them."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from afterword.analysis.follow_ups.rules import Rule
from afterword.days import business_days_later, later
from afterword.model import Party


class FollowUpKind(StrEnum):
    """What sort of thing is owed."""

    THANK_YOU = "thank-you"
    DECISION = "decision"
    PROMISE = "promise"
    REFERENCE = "reference"
    REPLY = "reply"
    FEEDBACK = "feedback"
    RECONNECT = "reconnect"
    CLOSE = "close"
    INTERVIEW = "interview"


class FollowUpState(StrEnum):
    """Where a follow-up stands: not yet polite, due, past its day, done, still to come, or let go."""

    WAIT = "wait"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    UPCOMING = "upcoming"
    DROPPED = "dropped"


OPEN = frozenset(
    {FollowUpState.WAIT, FollowUpState.DUE, FollowUpState.OVERDUE, FollowUpState.UPCOMING}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """One thing owed: what, to whom and by which channel, from when it is polite, until when it is due, and its state.

    `due` is None where no day binds; `overdue_from` is the first day on which it is late, None where it never is. `number`
    tells those of one kind in one entry apart, `why` gives the reason for its state in a sentence, `at` is the clock time
    of an interview to come.
    """

    kind: FollowUpKind
    what: str
    company: str
    path: str
    opens: date
    due: date | None = None
    overdue_from: date | None = None
    done: date | None = None
    state: FollowUpState
    to: str | None = None
    channel: str | None = None
    line: int | None = None
    who: Party = Party.ME
    at: time | None = None
    number: int = 1
    why: str = ""

    @property
    def id(self) -> str:
        """A name that stays the same from build to build."""
        return f"{self.kind}-{self.number}-{self.path}"


@dataclass(frozen=True, slots=True)
class Clock:
    """The day at hand, and what a business day is."""

    today: date
    holidays: Set[date]
    feedback_delay: int

    def after(self, day: date, rule: Rule) -> date:
        """The day on which a rule's span after `day` ends."""
        if rule.business:
            return business_days_later(day, rule.days, self.holidays)
        return later(day, rule.days)

    def state(self, opens: date, overdue_from: date | None) -> FollowUpState:
        """Wait until it opens, then due, then overdue if it ever is."""
        if self.today < opens:
            return FollowUpState.WAIT
        late = overdue_from is not None and self.today >= overdue_from
        return FollowUpState.OVERDUE if late else FollowUpState.DUE


def let_go(one: FollowUp, why: str) -> FollowUp:
    """The follow-up as dropped, with the reason, if anything of it was still open."""
    return replace(one, state=FollowUpState.DROPPED, why=why) if one.state in OPEN else one
