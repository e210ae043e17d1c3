"""When is it polite to ask about a decision, and when to let it rest?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.analysis.standing import is_awaited
from afterword.days import last_of_month
from afterword.frozen import dataclass
from afterword.model import Application, Interview


@dataclass(frozen=True, slots=True)
class _Waiting:
    """The last round of an application whose decision is awaited: since which day, whether they named it, and what I sent.

    `planned` is the first letter that is to be sent on a day to come.
    """

    last: Interview
    since: date
    is_named: bool
    sent: tuple[date, ...]
    planned: date | None

    def opens(self, first: Kind, clock: Clock) -> date:
        """From when the first letter is polite, whatever was sent."""
        return clock.after(self.since, first.opening(otherwise=not self.is_named).span)

    def letter(self, kind: Kind, number: int, opens: date, clock: Clock) -> Occasion:
        """One letter; an open one is let go on the day on which it is suggested to close."""
        done = self.sent[number - 1] if len(self.sent) >= number else None
        lapses = kind.lapses and clock.today >= clock.after(self.since, kind.lapses.span)
        return Occasion(
            interview=self.last,
            since=self.since,
            otherwise=not self.is_named,
            opens=min(opens, done) if done else opens,
            done=done or self.planned,
            number=number,
            dropped=kind.lapses.why if kind.lapses and lapses else "",
        )


def _waiting(application: Application, clock: Clock) -> _Waiting | None:
    """What is waited for; None where it has not happened yet or is decided."""
    last = application.interviews[-1]
    if not is_awaited(last.outcome) or not last.happened(clock.today):
        return None
    # A whole month has surely been on its last day.
    held = last_of_month(last.when.day) if last.when.whole_month else last.when.day
    named = decision_day(application)
    since = max(filter(None, (named, last.outcome.decided, held)))
    letters = letters_since(application, last.when.day)
    planned = next((day for day in letters if day > clock.today), None)
    return _Waiting(last, since, named == since, clock.past(letters), planned)


def decision_day(application: Application) -> date | None:
    """The latest day that they named for their decision, in whichever round they said it."""
    return max((one.decision_by for one in application.interviews if one.decision_by), default=None)


def letters_since(application: Application, day: date) -> tuple[date, ...]:
    """The days of my letters from a day on, in whichever entry they are written; of one day there is one letter."""
    every = {sent for one in application.interviews for sent in one.follow_ups}
    return tuple(sorted(sent for sent in every if sent >= day))


def first_letter(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The first question about a decision."""
    if waiting := _waiting(application, clock):
        yield waiting.letter(kind, 1, waiting.opens(kind, clock), clock)


def second_letter(
    first: Kind, kind: Kind, application: Application, clock: Clock
) -> Iterator[Occasion]:
    """The second question, and the last, once the first was sent."""
    waiting = _waiting(application, clock)
    if waiting and waiting.sent:
        opens = max(waiting.opens(first, clock), clock.after(waiting.sent[0], kind.opens.span))
        yield waiting.letter(kind, 2, opens, clock)


def closing(second: Kind, kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The suggestion to call it no answer, once it is one; before that, after two questions, that it may rest."""
    waiting = _waiting(application, clock)
    if waiting is None:
        return
    anyway = clock.after(waiting.since, kind.opening(otherwise=True).span)
    opens = anyway
    if len(waiting.sent) > 1:
        rest = clock.after(waiting.sent[1], second.opens.span)
        polite = max(rest, clock.after(waiting.since, kind.opens.span))
        opens = max(min(anyway, polite), waiting.sent[1])
    elif clock.today < anyway:
        return
    resting = clock.today < opens
    yield Occasion(
        interview=waiting.last,
        since=waiting.since,
        opens=opens,
        what="Let it rest" if resting else "",
        why="You have asked twice; more would not help." if resting else "",
    )
