"""What do an interview and what was said in it call for: its day, notes, a thank-you, what was promised?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.analysis.follow_ups.thanking import promised_thanks
from afterword.kinds import Party
from afterword.model import Advocate, Application, Interview, Promise


def coming(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The interviews of today and of the days to come, but for those of which only the month is known."""
    for interview in application.interviews:
        day = interview.when.day
        if day < clock.today or interview.when.whole_month:
            continue
        name = interview.round.name if interview.round else ""
        what = f"{name[:1].upper()}{name[1:]}"
        yield Occasion(interview=interview, since=day, what=what, at=interview.when.clock)


def _held(application: Application, clock: Clock) -> Iterator[Interview]:
    """The interviews that took place on a day that is known: not those that were arranged for a day after the end."""
    ended = None if application.live else application.outcome.decided
    last = min(clock.today, ended or clock.today)
    for interview in application.interviews:
        if interview.when.day <= last and not interview.when.whole_month:
            yield interview


def unnoted(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """The interviews of which nothing that counts is noted yet."""
    for interview in _held(application, clock):
        if not interview.observations:
            yield Occasion(interview=interview, since=interview.when.day)


def thank_yous(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """One for each interviewer named; one day sent does them all, several do one each."""
    for interview in _held(application, clock):
        if not interview.thank_you.skipped:
            promised = _thanks_among_promises(interview, application)
            yield from _thank_yous(interview, promised)


def _thanks_among_promises(interview: Interview, application: Application) -> dict[int, Promise]:
    """The promises that are notes of this interview, each by the number of its note; none once it has ended, or where no note is to be sent."""
    is_owed = application.live and not interview.thank_you.skipped
    return promised_thanks(interview) if is_owed else {}


def _thank_yous(interview: Interview, promised: Mapping[int, Promise]) -> Iterator[Occasion]:
    sent = interview.thank_you.sent
    names: list[str | None] = [one.name for one in interview.interviewers]
    for number, name in enumerate(names or [None], 1):
        done = sent[0] if len(sent) == 1 else sent[number - 1] if number <= len(sent) else None
        one = Occasion(
            interview=interview,
            since=interview.when.day,
            to=name,
            done=done,
            line=interview.thank_you_note_line,
            number=number,
        )
        promise = promised.get(number)
        yield _as_promised(one, promise) if promise else one


def _as_promised(note: Occasion, promise: Promise) -> Occasion:
    """A thank-you note that was promised, in the words and for the day of the promise: it is done with either."""
    is_kept = promise.kept and not (promise.done or note.done)
    return replace(
        note,
        what=promise.what,
        due=promise.by,
        done=note.done or promise.done,
        line=promise.line,
        lapses_from=max(promise.by or note.since, note.since),
        dropped="You have ticked it off." if is_kept else "",
    )


def good_words(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """A word of each who knows them, once there was a first interview."""
    first = next(_held(application, clock), None)
    if first is None:
        return
    for interview, number, one in _advocates(application):
        yield Occasion(
            interview=interview,
            since=first.when.day,
            done=one.asked,
            to=one.name,
            line=one.line,
            number=number,
        )


def _advocates(application: Application) -> Iterable[tuple[Interview, int, Advocate]]:
    """Each advocate once, whichever entries name them, with the number in the entry that says first that they were asked."""
    found: dict[str, tuple[Interview, int, Advocate]] = {}
    for interview in application.interviews:
        for number, one in enumerate(interview.advocates, 1):
            known = found.get(one.name.casefold())
            if known is None or (one.asked and not known[2].asked):
                found[one.name.casefold()] = interview, number, one
    return found.values()


def my_promises(kind: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """What I promised; before the interview, too, it can be made and kept. A thank-you note that was promised is owed as such."""
    thanks = [
        promise
        for interview in _held(application, clock)
        for promise in _thanks_among_promises(interview, application).values()
    ]
    for interview, number, promise in _promises(kind.who, application):
        if any(promise is one for one in thanks):
            continue
        opens = min(interview.when.day, promise.done or clock.today, clock.today)
        yield _promised(interview, number, promise, since=opens, due=promise.by)


def their_promises(kind: Kind, application: Application, _: Clock) -> Iterator[Occasion]:
    """What they promised, from the day they named, else from the interview."""
    for interview, number, promise in _promises(kind.who, application):
        since = promise.by or interview.when.day
        yield _promised(interview, number, promise, since=since)


def _promises(who: Party, application: Application) -> Iterator[tuple[Interview, int, Promise]]:
    """The promises of one side, each with its number in its entry, but for those kept on a day that nobody told."""
    for interview in application.interviews:
        for number, promise in enumerate(interview.promised, 1):
            if promise.who is who and (promise.done or not promise.kept):
                yield interview, number, promise


def _promised(
    interview: Interview,
    number: int,
    promise: Promise,
    *,
    since: date,
    due: date | None = None,
) -> Occasion:
    return Occasion(
        interview=interview,
        since=since,
        otherwise=promise.by is None,
        due=due,
        done=promise.done,
        what=promise.what,
        line=promise.line,
        number=number,
        lapses_from=promise.by,
    )
