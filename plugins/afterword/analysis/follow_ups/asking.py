"""When is it polite to ask about a decision, and when to let it rest?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.analysis.follow_ups import rules
from afterword.analysis.follow_ups.follow_up import (
    Clock,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    let_go,
)
from afterword.days import later, months_later
from afterword.model import Application, Interview, OutcomeKind


def asking_about_decision(application: Application, clock: Clock) -> Iterator[FollowUp]:
    """At most two questions about a decision, then a word to let it rest, then one to close it."""
    last = application.interviews[-1]
    waiting = last.outcome.kind in {OutcomeKind.PENDING, OutcomeKind.ADVANCED}
    if not waiting or not last.happened(clock.today):
        return
    base = max(filter(None, (last.decision_by, last.outcome.decided, _held(last))))
    rule = rules.AFTER_THEIR_DAY if last.decision_by == base else rules.WHEN_NOTHING_WAS_SAID
    sent = [day for day in last.follow_ups if day >= last.when.day][: rules.MOST_FOLLOW_UPS]
    close = _close(last, base, sent, clock)
    opens = clock.after(base, rule)
    if sent:
        yield _asking(last, 1, min(opens, sent[0]), sent[0], clock)
        opens = max(opens, clock.after(sent[0], rules.BEFORE_THE_SECOND))
    if len(sent) == rules.MOST_FOLLOW_UPS:
        yield _asking(last, 2, min(opens, sent[1]), sent[1], clock)
    else:
        one = _asking(last, len(sent) + 1, opens, None, clock)
        yield let_go(one, rules.CLOSE_ANYWAY.reason) if close else one
    if close:
        yield close


def _held(interview: Interview) -> date:
    """The day on which an interview has surely been: of a month, its last."""
    day = interview.when.day
    return later(months_later(day, 1), -1) if interview.when.whole_month else day


def _asking(
    interview: Interview, number: int, opens: date, done: date | None, clock: Clock
) -> FollowUp:
    due = clock.after(opens, rules.ROOM_TO_WRITE)
    overdue = later(due, 1)
    said = "They said when they would decide; give them until the second business day after."
    unsaid = "They named no day; a week and a half is what most teams take."
    return FollowUp(
        kind=FollowUpKind.DECISION,
        what="Ask how it stands" if number == 1 else "Ask once more, for the last time",
        company=interview.company,
        path=interview.path,
        channel=interview.contact,
        opens=opens,
        due=due,
        overdue_from=overdue,
        done=done,
        state=FollowUpState.DONE if done else clock.state(opens, overdue),
        number=number,
        why=rules.BEFORE_THE_SECOND.reason
        if number > 1
        else said
        if interview.decision_by
        else unsaid,
    )


def _close(interview: Interview, base: date, sent: list[date], clock: Clock) -> FollowUp | None:
    """The suggestion to call it no answer, once it is one; before that, after two questions, that it may rest."""
    anyway = clock.after(base, rules.CLOSE_ANYWAY)
    if len(sent) == rules.MOST_FOLLOW_UPS:
        rest = clock.after(sent[1], rules.BEFORE_THE_SECOND)
        opens = min(anyway, max(rest, clock.after(base, rules.CLOSE_AFTER_TWO)))
        opens = max(opens, sent[1])
    elif clock.today < anyway:
        return None
    else:
        opens = anyway
    resting = clock.today < opens
    how = "Their own time is long past. Write outcome: no answer into the entry, or leave it."
    return FollowUp(
        kind=FollowUpKind.CLOSE,
        what="Let it rest" if resting else "Mark it as no answer",
        company=interview.company,
        path=interview.path,
        opens=opens,
        state=clock.state(opens, None),
        why="You have asked twice; more would not help." if resting else how,
    )
