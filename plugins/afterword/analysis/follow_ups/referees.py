"""When do those who vouch for me have to know, and when are they thanked?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.analysis.follow_ups.kind import Clock, Kind, Occasion
from afterword.analysis.follow_ups.offer import offered_in, offered_on
from afterword.analysis.standing import ended_on
from afterword.kinds import RoundKind
from afterword.model import Application, Interview, Reference


def to_tell(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """Referees who have to know now, since there is a final round or an offer."""
    opens = _calls_from(application, clock)
    if opens is None:
        return
    for interview, number, one in _named(application):
        told = _day(application, one, "told")
        since = min(opens, told) if told else opens
        yield _occasion(interview, number, one, since=since, done=told)


def _calls_from(application: Application, clock: Clock) -> date | None:
    """The day from which they may call a referee; None while they will not."""
    days = [
        _final_known_on(one, application, clock)
        for one in application.interviews
        if one.kind is RoundKind.FINAL
    ]
    if offer := offered_in(application):
        days.append(offered_on(offer) or offer.when.day)
    return min((day for day in days if day <= clock.today), default=None)


def _final_known_on(final: Interview, application: Application, clock: Clock) -> date:
    """The day from which a final round was known to come: that of the round before it, else its own, today at the latest."""
    if final.happened(clock.today):
        return final.when.day
    before = [one.when.day for one in application.interviews if one.when.day < final.when.day]
    return min(before[-1] if before else final.when.day, clock.today)


def to_thank(_: Kind, application: Application, clock: Clock) -> Iterator[Occasion]:
    """Referees who were told, once it has ended: they want to know how."""
    ended = ended_on(application)
    if application.live or ended > clock.today:
        return
    for interview, number, one in _named(application):
        if clock.is_past(_day(application, one, "told")):
            thanked = _day(application, one, "thanked")
            yield _occasion(interview, number, one, since=ended, done=thanked)


def _named(application: Application) -> Iterator[tuple[Interview, int, Reference]]:
    """Each referee once, whichever entries name them, with the number in the entry that says most of them."""
    found: dict[str, tuple[Interview, int, Reference]] = {}
    for interview in application.interviews:
        for number, one in enumerate(interview.references, 1):
            known = found.get(one.name.casefold())
            if known is None or (one.told and not known[2].told):
                found[one.name.casefold()] = interview, number, one
    yield from found.values()


def _day(application: Application, referee: Reference, key: str) -> date | None:
    """The first day on which a referee was told or thanked, in whichever entry that is written."""
    days = (
        getattr(one, key)
        for interview in application.interviews
        for one in interview.references
        if one.name.casefold() == referee.name.casefold()
    )
    return min(filter(None, days), default=None)


def _occasion(
    interview: Interview, number: int, one: Reference, *, since: date, done: date | None
) -> Occasion:
    return Occasion(
        interview=interview, since=since, done=done, to=one.name, line=one.line, number=number
    )
