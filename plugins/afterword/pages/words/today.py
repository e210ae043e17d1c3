"""The sentences of the home page: calm, short, and true of its lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from afterword.analysis.follow_ups.asking import decision_day
from afterword.analysis.follow_ups.follow_up import FollowUp, things
from afterword.analysis.resilience import weeks_since_begun
from afterword.analysis.standing import is_awaited, last_heard
from afterword.analysis.timeline import Lane
from afterword.analysis.unread import not_read
from afterword.kinds import Severity
from afterword.model import Journal
from afterword.vocabulary.wording import (
    WEEKDAYS,
    counted,
    counted_words,
    day_words,
    listed,
    number_word,
)


def today_lead(due: Sequence[FollowUp], coming: Sequence[FollowUp], today: date) -> str:
    """What is due and what comes next, in one sentence; that nothing is due is said as the good news it is.

    What no day binds is counted by itself: a large number of it is nothing to be afraid of.
    """
    parts = _counted_things(due)
    interviews = [one for one in coming if one.kind.is_appointment]
    if interviews:
        first = interviews[0].day
        near = WEEKDAYS[first.weekday()] if (first - today).days < 7 else day_words(first, today)
        parts.append(f"the next interview is on {near}")
    told = listed(parts)
    return " ".join([f"{told[:1].upper()}{told[1:]}.", *_together(due)])


def _counted_things(due: Sequence[FollowUp]) -> list[str]:
    """How many things have a day by which they are due, and how many may be done at leisure."""
    number = things(one for one in due if not one.at_leisure)
    rest = things(one for one in due if one.at_leisure)
    parts = ["nothing is urgent" if due else "nothing is due"]
    if number:
        parts = [f"{counted_words(number, 'thing')} {'is' if number == 1 else 'are'} due"]
    if rest:
        what = number_word(rest) if number else counted_words(rest, "thing")
        parts.append(f"{what}{' more' if number else ''} may be done at leisure")
    return parts


def _together(due: Sequence[FollowUp]) -> Iterator[str]:
    """What is one thing though it goes to several companies."""
    kinds = {one.kind.name: one.kind for one in due if one.kind.together}
    for name, kind in kinds.items():
        number = sum(one.kind.name == name for one in due)
        if number > 1:
            each = kind.together.format(companies=counted_words(number, "company", "companies"))
            yield f"It is {each}." if things(due) == 1 else f"One of them is {each}."


def lookalikes_told(number: int) -> str:
    """That some files look like interviews and do not count; empty where there is none."""
    if not number:
        return ""
    told = counted_words(
        number, "file looks like an interview", "files look like interviews", capital=True
    )
    return f"{told} and {'is' if number == 1 else 'are'} not read as {'one' if number == 1 else 'such'}."


def unread_told(journal: Journal) -> str:
    """What is said where there are entries and none of them could be read; empty where there is none."""
    count = not_read(journal) + journal.lookalikes
    if not count:
        return ""
    told = counted_words(count, "file", "files", capital=True)
    rest = "it counts once its line is" if count == 1 else "they count once their lines are"
    return f"{told} could not be read as an interview yet. Nothing that you wrote is lost: {rest} mended."


def trouble_told(journal: Journal) -> str:
    """What is said of problems on the first page; nothing of hints."""
    worst = {one.severity for one in journal.problems} - {Severity.HINT}
    lookalikes = lookalikes_told(journal.lookalikes)
    if Severity.ERROR in worst:
        return f"{lookalikes} Something in your entries could not be read.".strip()
    if lookalikes or not worst:
        return lookalikes
    return "Something in your entries may not be what you meant."


def live_headline(live: Sequence[Lane]) -> str:
    """How many applications are in progress, in the words of every other page that counts them."""
    told = counted_words(len(live), "application", capital=True)
    return f"{told} {'is' if len(live) == 1 else 'are'} in progress."


def resilience(
    journal: Journal, live: Sequence[Lane], today: date, *, has_accepted: bool = False
) -> str:
    """A word where only one application is left, or none, or none was begun for a while; and the longest silence.

    Who has accepted an offer is told nothing of going on.
    """
    if not journal.applications:
        return ""
    if has_accepted:
        return "" if live else "No application is in progress."
    if not live:
        return "No application is in progress. A rest is allowed; so is one new application."
    silence = _longest_silence(live, today)
    if len(live) == 1:
        return f"A second one makes the waiting easier. {silence}".strip()
    return f"{silence} {_nothing_new(journal, today)}".strip()


def _nothing_new(journal: Journal, today: date) -> str:
    """That no application was begun for a while, from three weeks on: waiting is a good time to begin one."""
    weeks = weeks_since_begun(journal, today)
    if weeks is None or weeks < 3:
        return ""
    return f"The newest was begun {counted_words(weeks, 'week')} ago; one more makes the waiting easier."


def _longest_silence(live: Sequence[Lane], today: date) -> str:
    """The one that has been quiet longest since its last round, from a week on; until the day they named nobody is silent."""
    quiet = []
    for lane in live:
        rounds = [one for one in lane.application.interviews if one.happened(today)]
        if len(rounds) < len(lane.application.interviews) or not rounds:
            continue
        last = rounds[-1]
        days = (today - last_heard(last)).days
        named = decision_day(lane.application)
        is_early = named is not None and named >= today
        if days >= 7 and is_awaited(last.outcome) and not is_early:
            quiet.append((days, last))
    if not quiet:
        return ""
    days, last = max(quiet, key=lambda one: (one[0], one[1].path))
    return f"The longest silence is {counted(days, 'day')}, from {last.company}."
