"""The page of an application: its course, its rounds, and what they said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial

from afterword.analysis.exchanges import Exchange, exchanges, usual_days
from afterword.analysis.follow_ups.turns import turn
from afterword.analysis.standing import ends_of, has_lapsed, last_event, standing
from afterword.analysis.timeline import lanes
from afterword.analysis.told import ToldTo, told_things
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.naming import application_title
from afterword.edition.page import Page, outlined
from afterword.edition.rendering import render
from afterword.edition.standing import application_words
from afterword.frozen import NamedTuple
from afterword.kinds import FeedbackKind, OutcomeKind, Party
from afterword.model import Application, Feedback, Interview, Journal
from afterword.pages.pictures.lanes import LanePicture, lane_picture
from afterword.vocabulary.wording import (
    away,
    clock_words,
    counted,
    counted_words,
    day_words,
    inside,
    month_words,
    outcome_word,
)


class Said(NamedTuple):
    """A piece of their feedback with the interview it came after."""

    interview: Interview
    item: Feedback
    side: str


class ApplicationView(NamedTuple):
    """Everything on the page."""

    application: Application
    headline: str
    counted: str
    picture: LanePicture | None
    rounds: tuple[Interview, ...]
    said: tuple[Said, ...]
    applied_until: str
    reopened: str
    turn: str
    exchanges: tuple[Exchange, ...]
    took: str
    told: tuple[tuple[str, ToldTo], ...]


def application_pages(edition: Edition) -> tuple[Page, ...]:
    """One page for each application, with nothing but HTML below its heading."""
    return tuple(_planned(edition, one) for one in edition.journal.applications)


def _planned(edition: Edition, application: Application) -> Page:
    path, title = addresses.application_path(application.id), application_title(application)
    return Page(path, title, partial(_made, edition, application, path, title), outlined(title))


def _made(edition: Edition, application: Application, path: str, title: str) -> str:
    alone = Journal(interviews=application.interviews, applications=(application,))
    first, known = application.interviews[0], exchanges(application)
    view = ApplicationView(
        application=application,
        headline=course_headline(application, edition),
        counted=_counted(application),
        picture=lane_picture(lanes(alone, edition.today), edition.today),
        rounds=tuple(reversed(application.interviews)),
        said=_said(application),
        applied_until=counted((first.when.day - application.applied).days, "day")
        if application.applied and application.applied <= first.when.day
        else "",
        reopened=reopened_told(application, edition.today),
        turn=turn_headline(application, edition),
        exchanges=known,
        took=took_headline(known),
        told=tuple((one.name, told) for one in told_things(alone) for told in one.told),
    )
    return render(edition, path, "application.md", view=view, title=title)


def course_headline(application: Application, edition: Edition) -> str:
    """Where it stands: what is next or awaited while it is live, else how it ended and when."""
    rounds = application.interviews
    if not application.live:
        ended = application.outcome.decided
        told = f"{application_words(application, edition.today)} after {counted_words(len(rounds), 'round')}"
        return f"{told}, on {day_words(ended, edition.today)}." if ended else f"{told}."
    coming = [one for one in rounds if edition.stands(one).is_ahead]
    if coming:
        return _next_round(coming[0], application, edition.today)
    last = rounds[-1]
    if has_lapsed(application, edition.today):
        event = day_words(last_event(application, edition.today), edition.today)
        is_offer = application.outcome.kind is OutcomeKind.OFFER
        missing = "No answer to their offer" if is_offer else "No outcome"
        return f"{missing} is written; nothing has happened since {event}."
    if last.decision_by and last.decision_by >= edition.today:
        return f"They said they would decide by {day_words(last.decision_by, edition.today)}."
    return f"The last round was {away(last.when.day, edition.today)}."


def _next_round(interview: Interview, application: Application, today: date) -> str:
    when = interview.when
    if when.whole_month:
        return f"The next round is in {month_words(when.day)}."
    clock = standing(interview, application, today).at
    at = f" at {clock_words(clock)}" if clock else ""
    if when.day == today:
        return f"The next round is today{at}."
    return f"The next round is {away(when.day, today)}, on {day_words(when.day, today)}{at}."


def reopened_told(application: Application, today: date) -> str:
    """That an application was taken up again after it had ended; empty where it was not."""
    ends = ends_of(application)
    if not application.live or not ends:
        return ""
    last = ends[-1].outcome
    day = f" on {day_words(last.decided, today)}" if last.decided else ""
    return f"{outcome_word(last.kind)}{day}, and taken up again since."


def turn_headline(application: Application, edition: Edition) -> str:
    """Whose turn it is, since when, and what they said; nothing where neither side waits for the other."""
    owed = [one for path in application.paths for one in edition.owed_in(path)]
    answer = turn(application, owed, edition.today)
    if answer is None:
        return ""
    if answer.who is Party.ME:
        return f"It is your turn: {inside(answer.what)}."
    days = (edition.today - answer.since).days
    told = f"It is their turn, for {counted(days, 'day')} now" if days else "It is their turn"
    if answer.until is None:
        return f"{told}; they named no day."
    return f"{told}; they said {day_words(answer.until, edition.today)}."


def took_headline(found: Sequence[Exchange]) -> str:
    """Within how many days each side wrote half of the time, where it is known."""
    usual = usual_days(found)
    parts = []
    if usual.mine is not None:
        parts.append(f"you wrote {_within(usual.mine, [one.mine for one in found])}")
    if usual.theirs is not None:
        parts.append(f"they answered {_within(usual.theirs, [one.theirs for one in found])}")
    told = ", ".join(parts)
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _within(days: int, each: Sequence[int | None]) -> str:
    """How many days; within them half of the time where more than one is known."""
    known = len(each) - each.count(None)
    return (
        f"after {counted(days, 'day')}"
        if known == 1
        else f"within {counted(days, 'day')} half of the time"
    )


def _counted(application: Application) -> str:
    rounds = counted(len(application.interviews), "round")
    notes = sum(len(one.went_well) + len(one.went_badly) for one in application.interviews)
    if not notes:
        return f"{rounds}, without a note of what went well or badly yet."
    return f"{rounds}, {counted(notes, 'note')} of what went well or badly."


def _said(application: Application) -> tuple[Said, ...]:
    return tuple(
        Said(interview=one, item=item, side="praise" if item.kind is FeedbackKind.PRAISE else "")
        for one in application.interviews
        for item in one.feedback
    )
