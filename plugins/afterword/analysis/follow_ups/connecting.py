"""When is it polite to connect on a network? Never before the process is over, unless they asked."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.analysis.standing import ended_on
from afterword.model import Application, Interview
from afterword.vocabulary.wording import counted_words, listed


def connections(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """One for an application that has ended and names whom to connect with, or to whose people I was invited."""
    done = min((one.connected for one in application.interviews if one.connected), default=None)
    inviting = [one for one in application.interviews if one.invited]
    if inviting:
        since = min(inviting[0].when.day, clock.today)
        what = "Accept their invitation to connect"
        yield Occasion(interview=inviting[0], since=since, otherwise=True, done=done, what=what)
        return
    ended = ended_on(application)
    met = [one for one in application.interviews if one.interviewers and one.when.day <= ended]
    if met and not application.live and ended <= clock.today:
        yield Occasion(interview=met[-1], since=ended, done=done, to=_names(met))


def _names(met: list[Interview]) -> str:
    """Whom to connect with: one or two by name, of more the first."""
    names = [*dict.fromkeys(person.name for one in met for person in one.interviewers)]
    more = len(names) - 1
    return listed(names) if more < 2 else f"{names[0]} and {counted_words(more, 'other')}"
