"""What do I owe, what do they owe, and when is it polite?"""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date

from afterword.analysis.follow_ups import rules
from afterword.analysis.follow_ups.after_rejection import after_rejection, reconnect
from afterword.analysis.follow_ups.asking import asking_about_decision
from afterword.analysis.follow_ups.follow_up import (
    Clock,
    FollowUp,
    FollowUpKind,
    FollowUpState,
    let_go,
)
from afterword.days import later
from afterword.model import (
    Application,
    Interview,
    Journal,
    OutcomeKind,
    Party,
    Promise,
    Reference,
    RoundKind,
)


def follow_ups(
    journal: Journal,
    today: date,
    *,
    holidays: Set[date] = frozenset(),
    feedback_delay: int = 2,
) -> tuple[FollowUp, ...]:
    """Every follow-up in the journal as it stands today, in the order of their days; done and dropped ones as well."""
    clock = Clock(today, holidays, feedback_delay)
    accepted = _last_accepted(journal)
    found: list[FollowUp] = []
    for application in journal.applications:
        owed = list(_of_application(application, clock))
        if why := _ended(application, accepted):
            owed = [let_go(one, why) if one.kind not in _AFTER_THE_END else one for one in owed]
        found += owed
    return tuple(sorted(found, key=in_order))


_AFTER_THE_END = frozenset({FollowUpKind.REPLY, FollowUpKind.FEEDBACK, FollowUpKind.RECONNECT})


def in_order(one: FollowUp) -> tuple[date, str, str, str, int]:
    """The order of follow-ups: by the day that binds, then by names."""
    return one.due or one.opens, one.company, one.kind.value, one.path, one.number


def _last_accepted(journal: Journal) -> Application | None:
    """The offer accepted last; one accepted on an unknown day counts as the last."""
    found = [one for one in journal.applications if one.outcome.kind is OutcomeKind.ACCEPTED]
    return max(found, key=lambda one: one.outcome.decided or date.max, default=None)


def _ended(application: Application, accepted: Application | None) -> str:
    """Why nothing more is owed in an application; empty while something is."""
    if not application.live:
        return f"This application has ended: {application.outcome.kind.value}."
    # Another search may follow: only what lay open when the offer was accepted is let go.
    decided = accepted.outcome.decided if accepted else None
    if accepted and (decided is None or application.interviews[0].when.day <= decided):
        return f"You accepted the offer of {accepted.company}."
    return ""


def _of_application(application: Application, clock: Clock) -> Iterator[FollowUp]:
    refused = [one for one in application.interviews if one.outcome.kind is OutcomeKind.REJECTED]
    for interview in application.interviews:
        yield from _thank_yous(interview, clock)
        yield from _promises(interview, clock)
        yield from _coming(interview, clock)
        # A no written into several entries is one no: it is answered once.
        if refused and interview is refused[-1]:
            yield from after_rejection(interview, clock)
        elif interview.reconnect:
            yield reconnect(interview, interview.reconnect, clock)
    yield from _references(application, clock)
    yield from asking_about_decision(application, clock)


def _thank_yous(interview: Interview, clock: Clock) -> Iterator[FollowUp]:
    """One for each interviewer named; one day sent does them all, several do one each."""
    start, sent = interview.when.day, interview.thank_you.sent
    if (
        interview.thank_you.skipped
        or interview.when.whole_month
        or not interview.happened(clock.today)
    ):
        return
    names: list[str | None] = [one.name for one in interview.interviewers]
    overdue = clock.after(start, rules.THANK_YOU_OVERDUE)
    for number, name in enumerate(names or [None], 1):
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
            one = let_go(one, rules.THANK_YOU_TOO_LATE.reason)
        yield one


def _promises(interview: Interview, clock: Clock) -> Iterator[FollowUp]:
    for number, promise in enumerate(interview.promised, 1):
        if promise.who is Party.ME:
            yield _mine(interview, promise, number, clock)
        else:
            yield _theirs(interview, promise, number, clock)


def _mine(interview: Interview, promise: Promise, number: int, clock: Clock) -> FollowUp:
    # What is promised before the interview can be done before it as well.
    opens = min(interview.when.day, promise.done or clock.today)
    overdue = later(promise.by, 1) if promise.by else None
    state = clock.state(opens, overdue)
    if promise.by and promise.by > later(clock.today, rules.PROMISE_SOON.days):
        state = FollowUpState.UPCOMING
    return FollowUp(
        kind=FollowUpKind.PROMISE,
        what=promise.what,
        company=interview.company,
        path=interview.path,
        line=promise.line,
        channel=interview.contact,
        opens=opens,
        due=promise.by,
        overdue_from=overdue,
        done=promise.done,
        state=FollowUpState.DONE if promise.done else state,
        number=number,
        why="You promised this.",
    )


def _theirs(interview: Interview, promise: Promise, number: int, clock: Clock) -> FollowUp:
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


def _coming(interview: Interview, clock: Clock) -> Iterator[FollowUp]:
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


def _references(application: Application, clock: Clock) -> Iterator[FollowUp]:
    """Referees to tell, once there is a final round or an offer."""
    finals = [
        one
        for one in application.interviews
        if one.kind is RoundKind.FINAL or one.outcome.kind is OutcomeKind.OFFER
    ]
    if not finals:
        return
    first = finals[0]
    before = [one.when.day for one in application.interviews if one.when.day < first.when.day]
    opens = before[-1] if before and not first.happened(clock.today) else first.when.day
    # There is no day to wait for: they need to know now, even of a round that lies far ahead.
    opens = min(opens, clock.today)
    due = max(first.when.day, opens)
    for interview in application.interviews:
        for number, one in enumerate(interview.references, 1):
            yield _telling(interview, one, number, opens=opens, due=due)


def _telling(
    interview: Interview, reference: Reference, number: int, *, opens: date, due: date
) -> FollowUp:
    return FollowUp(
        kind=FollowUpKind.REFERENCE,
        what=f"Tell {reference.name} to expect a call",
        to=reference.name,
        company=interview.company,
        path=interview.path,
        line=reference.line,
        opens=min(opens, reference.told or opens),
        due=due,
        done=reference.told,
        state=FollowUpState.DONE if reference.told else FollowUpState.DUE,
        number=number,
        why="There is a final round or an offer.",
    )
