"""What do I owe, what do they owe, and when is it polite?"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date, time
from enum import StrEnum

from afterword.analysis import follow_up_rules as rules
from afterword.analysis.business_days import business_days_later, later, months_later
from afterword.model import Application, Interview, Journal, OutcomeKind, Party, Promise, RoundKind


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


OPEN = frozenset({FollowUpState.WAIT, FollowUpState.DUE, FollowUpState.OVERDUE, FollowUpState.UPCOMING})


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
class _Clock:
    """The day at hand, and what a business day is."""

    today: date
    holidays: Set[date]
    feedback_delay: int

    def after(self, day: date, rule: rules.Rule) -> date:
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


def follow_ups(
    journal: Journal,
    today: date,
    *,
    holidays: Set[date] = frozenset(),
    feedback_delay: int = 2,
) -> tuple[FollowUp, ...]:
    """Every follow-up in the journal as it stands today, in the order of their days; done and dropped ones as well."""
    clock = _Clock(today, holidays, feedback_delay)
    accepted = next((one for one in journal.applications if one.outcome.kind is OutcomeKind.ACCEPTED), None)
    found: list[FollowUp] = []
    for application in journal.applications:
        owed = list(_of_application(application, clock))
        if why := _ended(application, accepted):
            owed = [_let_go(one, why) if one.kind not in _AFTER_THE_END else one for one in owed]
        found += owed
    return tuple(sorted(found, key=_in_order))


_AFTER_THE_END = frozenset({FollowUpKind.REPLY, FollowUpKind.FEEDBACK, FollowUpKind.RECONNECT})


def _in_order(one: FollowUp) -> tuple[date, str, str, str, int]:
    return one.due or one.opens, one.company, one.kind.value, one.path, one.number


def _ended(application: Application, accepted: Application | None) -> str:
    """Why nothing more is owed in an application; empty while something is."""
    if not application.live:
        return f"This application has ended: {application.outcome.kind.value}."
    # Another search may follow: only what lay open when the offer was accepted is let go.
    decided = accepted.outcome.decided if accepted else None
    if accepted and (decided is None or application.interviews[0].when.day <= decided):
        return f"You accepted the offer of {accepted.company}."
    return ""


def _let_go(one: FollowUp, why: str) -> FollowUp:
    return replace(one, state=FollowUpState.DROPPED, why=why) if one.state in OPEN else one


def _of_application(application: Application, clock: _Clock) -> Iterator[FollowUp]:
    for interview in application.interviews:
        yield from _thank_yous(interview, clock)
        yield from _promises(interview, clock)
        yield from _coming(interview, clock)
        if interview.outcome.kind is OutcomeKind.REJECTED:
            yield from _after_rejection(interview, application, clock)
        elif interview.reconnect:
            yield _reconnect(interview, interview.reconnect, application, clock)
    yield from _references(application, clock)
    yield from _decision(application, clock)


def _thank_yous(interview: Interview, clock: _Clock) -> Iterator[FollowUp]:
    """One for each interviewer named; one day sent does them all, several do one each."""
    start, sent = interview.when.day, interview.thank_you.sent
    if interview.thank_you.skipped or interview.when.whole_month or not interview.happened(clock.today):
        return
    names = [one.name for one in interview.interviewers] or [None]
    overdue = clock.after(start, rules.THANK_YOU_OVERDUE)
    for number, name in enumerate(names, 1):
        done = sent[0] if len(sent) == 1 else sent[number - 1] if number <= len(sent) else None
        one = FollowUp(
            kind=FollowUpKind.THANK_YOU,
            what="Thank-you note",
            to=name,
            channel=interview.contact,
            company=interview.company,
            path=interview.path,
            line=interview.thank_you_note_line,
            opens=start,
            due=clock.after(start, rules.THANK_YOU_DUE),
            overdue_from=overdue,
            done=done,
            state=FollowUpState.DONE if done else clock.state(start, overdue),
            number=number,
        )
        if clock.today > clock.after(start, rules.THANK_YOU_TOO_LATE):
            one = _let_go(one, rules.THANK_YOU_TOO_LATE.reason)
        yield one


def _promises(interview: Interview, clock: _Clock) -> Iterator[FollowUp]:
    for number, promise in enumerate(interview.promised, 1):
        if promise.who is Party.ME:
            yield _mine(interview, promise, number, clock)
        else:
            yield _theirs(interview, promise, number, clock)


def _mine(interview: Interview, promise: Promise, number: int, clock: _Clock) -> FollowUp:
    overdue = later(promise.by, 1) if promise.by else None
    state = clock.state(min(interview.when.day, clock.today), overdue)
    if promise.by and promise.by > later(clock.today, rules.PROMISE_SOON.days):
        state = FollowUpState.UPCOMING
    return FollowUp(
        kind=FollowUpKind.PROMISE,
        what=promise.what,
        company=interview.company,
        path=interview.path,
        line=promise.line,
        channel=interview.contact,
        opens=interview.when.day,
        due=promise.by,
        overdue_from=overdue,
        done=promise.done,
        state=FollowUpState.DONE if promise.done else state,
        number=number,
        why="You promised this.",
    )


def _theirs(interview: Interview, promise: Promise, number: int, clock: _Clock) -> FollowUp:
    if promise.by:
        opens = later(promise.by, 1)
        why = "They promised this; once the day has passed it is a good reason to write."
    else:
        opens = clock.after(interview.when.day, rules.WHEN_NOTHING_WAS_SAID)
        why = "They promised this without a day."
    return FollowUp(
        kind=FollowUpKind.PROMISE,
        what=promise.what,
        company=interview.company,
        path=interview.path,
        line=promise.line,
        channel=interview.contact,
        opens=opens,
        done=promise.done,
        state=FollowUpState.DONE if promise.done else clock.state(opens, None),
        who=Party.THEM,
        number=number,
        why=why,
    )


def _coming(interview: Interview, clock: _Clock) -> Iterator[FollowUp]:
    if interview.when.day < clock.today or interview.when.whole_month:
        return
    name = interview.round.name if interview.round else "interview"
    yield FollowUp(
        kind=FollowUpKind.INTERVIEW,
        what=f"{name[:1].upper()}{name[1:]}",
        company=interview.company,
        path=interview.path,
        opens=interview.when.day,
        due=interview.when.day,
        state=FollowUpState.DUE if interview.when.day == clock.today else FollowUpState.UPCOMING,
        at=interview.when.clock,
    )


def _references(application: Application, clock: _Clock) -> Iterator[FollowUp]:
    """Referees to tell, once there is a final round or an offer."""
    finals = [
        one
        for one in application.interviews
        if one.kind is RoundKind.FINAL or one.outcome.kind is OutcomeKind.OFFER
    ]
    if not finals:
        return
    first = finals[0]
    behind = [one.when.day for one in application.interviews if one.when.day < first.when.day]
    opens = behind[-1] if behind and not first.happened(clock.today) else first.when.day
    for interview in application.interviews:
        for number, one in enumerate(interview.references, 1):
            yield FollowUp(
                kind=FollowUpKind.REFERENCE,
                what=f"Tell {one.name} to expect a call",
                to=one.name,
                company=application.company,
                path=interview.path,
                line=one.line,
                opens=min(opens, one.told) if one.told else opens,
                due=max(first.when.day, opens),
                done=one.told,
                state=FollowUpState.DONE if one.told else clock.state(min(opens, clock.today), None),
                number=number,
                why="There is a final round or an offer.",
            )


def _decision(application: Application, clock: _Clock) -> Iterator[FollowUp]:
    """At most two questions about a decision, then a word to let it rest, then one to close it."""
    last = application.interviews[-1]
    waiting = last.outcome.kind in {OutcomeKind.PENDING, OutcomeKind.ADVANCED}
    if not waiting or not last.happened(clock.today):
        return
    base = max(filter(None, (last.decision_by, last.outcome.decided, last.when.day)))
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
        yield _let_go(one, rules.CLOSE_ANYWAY.reason) if close else one
    if close:
        yield close


def _asking(interview: Interview, number: int, opens: date, done: date | None, clock: _Clock) -> FollowUp:
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
        why=rules.BEFORE_THE_SECOND.reason if number > 1 else said if interview.decision_by else unsaid,
    )


def _close(interview: Interview, base: date, sent: list[date], clock: _Clock) -> FollowUp | None:
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


def _after_rejection(interview: Interview, application: Application, clock: _Clock) -> Iterator[FollowUp]:
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
        yield _reconnect(interview, interview.reconnect, application, clock)
    elif good_terms:
        day = months_later(base, rules.RECONNECT_MONTHS.days)
        yield replace(_reconnect(interview, day, application, clock), why=rules.RECONNECT_MONTHS.reason)


def _reply(interview: Interview, base: date, clock: _Clock) -> FollowUp:
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
    return _let_go(one, rules.REPLY_TOO_LATE.reason) if late else one


def _feedback(interview: Interview, base: date, clock: _Clock) -> FollowUp | None:
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
        waiting = replace(one, what="Their feedback", who=Party.THEM, opens=until, due=None, done=None)
        if clock.today < until:
            return replace(waiting, state=FollowUpState.WAIT, why="You have asked; the answer is theirs to give.")
        return replace(waiting, state=FollowUpState.DROPPED, why=rules.FEEDBACK_SILENCE.reason)
    late = clock.today > clock.after(base, rules.FEEDBACK_TOO_LATE)
    return _let_go(one, rules.FEEDBACK_TOO_LATE.reason) if late else one


def _reconnect(interview: Interview, day: date, application: Application, clock: _Clock) -> FollowUp:
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
    return _let_go(one, rules.RECONNECT_TOO_LATE.reason) if late else one
