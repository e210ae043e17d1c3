"""What keeps the bridge after a rejection: a reply, one question, and a day to write again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from afterword.analysis.follow_ups import rules
from afterword.analysis.follow_ups.follow_up import (
    Clock,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    let_go,
)
from afterword.days import business_days_later, later, months_later
from afterword.model import Interview, Party


def after_rejection(interview: Interview, clock: Clock) -> Iterator[FollowUp]:
    """A reply, one question for feedback, and a day to write again."""
    base = interview.outcome.decided or interview.when.day
    if base > clock.today:
        return
    yield _reply(interview, base, clock)
    if asking := _feedback(interview, base, clock):
        yield asking
    good_terms = interview.feedback or interview.feedback_received or (interview.feeling or 0) > 3
    if interview.reconnect_never:
        return
    if interview.reconnect:
        yield reconnect(interview, interview.reconnect, clock)
    elif good_terms:
        day = months_later(base, rules.RECONNECT_MONTHS.days)
        yield replace(reconnect(interview, day, clock), why=rules.RECONNECT_MONTHS.reason)


def _reply(interview: Interview, base: date, clock: Clock) -> FollowUp:
    done = next((day for day in interview.follow_ups if day >= base), None)
    due = clock.after(base, rules.REPLY)
    one = FollowUp(
        kind=FollowUpKind.REPLY,
        what="Reply and thank them",
        company=interview.company,
        path=interview.path,
        channel=interview.contact,
        opens=base,
        due=due,
        overdue_from=later(due, 1),
        done=done,
        state=FollowUpState.DONE if done else clock.state(base, later(due, 1)),
        why=rules.REPLY.reason,
    )
    late = clock.today > clock.after(base, rules.REPLY_TOO_LATE)
    return let_go(one, rules.REPLY_TOO_LATE.reason) if late else one


def _feedback(interview: Interview, base: date, clock: Clock) -> FollowUp | None:
    """The question for feedback, or once it is asked their answer; None where they gave any unasked, or said they will not."""
    given = bool(interview.feedback or interview.feedback_received or interview.feedback_none)
    asked = interview.feedback_asked
    if given and not asked:
        return None
    opens = business_days_later(base, clock.feedback_delay, clock.holidays)
    due = clock.after(opens, rules.ROOM_TO_WRITE)
    one = FollowUp(
        kind=FollowUpKind.FEEDBACK,
        what="Ask for feedback",
        company=interview.company,
        path=interview.path,
        channel=interview.contact,
        opens=min(opens, asked) if asked else opens,
        due=due,
        overdue_from=None,
        done=asked if given else None,
        state=FollowUpState.DONE if given else clock.state(opens, None),
        why="Asked once and kindly, it is often answered.",
    )
    if asked and not given:
        until = clock.after(asked, rules.FEEDBACK_SILENCE)
        waiting = replace(
            one, what="Their feedback", who=Party.THEM, opens=until, due=None, done=None
        )
        if clock.today < until:
            return replace(
                waiting,
                state=FollowUpState.WAIT,
                why="You have asked; the answer is theirs to give.",
            )
        return replace(waiting, state=FollowUpState.DROPPED, why=rules.FEEDBACK_SILENCE.reason)
    late = clock.today > clock.after(base, rules.FEEDBACK_TOO_LATE)
    return let_go(one, rules.FEEDBACK_TOO_LATE.reason) if late else one


def reconnect(interview: Interview, day: date, clock: Clock) -> FollowUp:
    """The day on which to write to them again."""
    state = FollowUpState.UPCOMING if clock.today < day else FollowUpState.DUE
    one = FollowUp(
        kind=FollowUpKind.RECONNECT,
        what="Write to them again",
        company=interview.company,
        path=interview.path,
        channel=interview.contact,
        opens=day,
        due=day,
        state=state,
        why="You meant to keep the door open.",
    )
    late = clock.today > clock.after(day, rules.RECONNECT_TOO_LATE)
    return let_go(one, rules.RECONNECT_TOO_LATE.reason) if late else one
