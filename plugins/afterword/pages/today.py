"""Today: what is due, what to leave alone and until when, what is coming, what is in progress, and one thing to practise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from afterword.analysis.follow_up import FollowUp, FollowUpKind, FollowUpState
from afterword.analysis.follow_ups import follow_ups
from afterword.analysis.themes import Practice, ThemeNotes, Trend, practise_next, theme_notes
from afterword.analysis.timeline import lanes
from afterword.model import Problem, Severity
from afterword.pages import addresses
from afterword.pages.edition import Edition
from afterword.pages.page import Page
from afterword.pages.pictures.lanes import LanePicture, lane_picture
from afterword.pages.rendering import render
from afterword.pages.today_words import live_headline, resilience, today_lead
from afterword.pages.wording import away, counted, day_words

HINTS = 12
# What comes within this many days stands open; the rest is folded away.
SOON = 21
# So many tasks of one list and so many lanes are shown; a page that lists a hundred things helps nobody.
TASKS = 25
LANES = 12
# What is due is shown in this order: people who wait for you first, what may rest last.
_ORDER = (
    FollowUpKind.INTERVIEW,
    FollowUpKind.THANK_YOU,
    FollowUpKind.PROMISE,
    FollowUpKind.REFERENCE,
    FollowUpKind.REPLY,
    FollowUpKind.DECISION,
    FollowUpKind.FEEDBACK,
    FollowUpKind.CLOSE,
    FollowUpKind.RECONNECT,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A follow-up as a line of a list: what it is, to whom unless it says so, the word about its day, and that day."""

    follow_up: FollowUp
    to: str | None
    word: str
    day: date
    away: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One of the few cards at the top: what it is about, its name, its sentence, and where it leads."""

    label: str
    name: str
    text: str
    path: str
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TodayView:
    """Everything on the page."""

    heading: str
    lead: str
    cards: tuple[Card, ...]
    due: tuple[Task, ...]
    more_due: int
    waiting: tuple[Task, ...]
    coming: tuple[Task, ...]
    later: tuple[Task, ...]
    live_headline: str
    live: LanePicture | None
    resilience: str
    practice: Practice | None
    practice_counted: str
    hints: tuple[Problem, ...]
    more_hints: int
    problems: int
    empty: bool


def today_page(edition: Edition) -> Page:
    """The home page."""
    text = render(edition, addresses.TODAY, "today.md", view=_view(edition))
    return Page(addresses.TODAY, "Today", text)


def _view(edition: Edition) -> TodayView:
    journal, today = edition.journal, edition.today
    owed = follow_ups(
        journal, today, holidays=edition.holidays, feedback_delay=edition.feedback_delay
    )
    due = tuple(
        sorted(_tasks(owed, {FollowUpState.DUE, FollowUpState.OVERDUE}, today), key=_urgency)
    )
    waiting = _tasks(owed, {FollowUpState.WAIT}, today)
    coming = _tasks(owed, {FollowUpState.UPCOMING}, today)
    notes = theme_notes(journal)
    practice = practise_next(notes, today)
    live = [lane for lane in lanes(journal, today) if lane.application.live]
    hints = [one for one in journal.problems if one.severity is Severity.HINT]
    return TodayView(
        heading=day_words(today, today),
        lead=today_lead(
            [task.follow_up for task in due], [task.follow_up for task in coming], today
        ),
        cards=_cards(due, coming, practice, notes, today),
        due=due[:TASKS],
        more_due=max(0, len(due) - TASKS),
        waiting=waiting[:TASKS],
        coming=tuple(task for task in coming if (task.day - today).days <= SOON)[:TASKS],
        later=tuple(task for task in coming if (task.day - today).days > SOON)[:TASKS],
        live_headline=live_headline(live),
        live=lane_picture(live[:LANES], today),
        resilience=resilience(journal, live, today),
        practice=practice,
        practice_counted=_practice_counted(practice),
        hints=tuple(hints[:HINTS]),
        more_hints=max(0, len(hints) - HINTS),
        problems=sum(1 for one in journal.problems if one.severity is not Severity.HINT),
        empty=not journal.interviews,
    )


def _tasks(owed: Sequence[FollowUp], states: set[FollowUpState], today: date) -> tuple[Task, ...]:
    return tuple(_task(one, today) for one in owed if one.state in states)


def _task(one: FollowUp, today: date) -> Task:
    """The word and the day that matter: until when to wait, when it is, or since when it is due."""
    to = one.to if one.to and one.to not in one.what else None
    if one.state is FollowUpState.WAIT:
        return Task(follow_up=one, to=to, word="from", day=one.opens, away=away(one.opens, today))
    day = one.due or one.opens
    if one.state is FollowUpState.UPCOMING:
        return Task(follow_up=one, to=to, word="on", day=day, away=away(day, today))
    word = "since" if day < today else "by"
    return Task(follow_up=one, to=to, word=word, day=day, away=away(day, today))


def _urgency(task: Task) -> tuple[int, date]:
    return _ORDER.index(task.follow_up.kind), task.day


def _cards(
    due: Sequence[Task],
    coming: Sequence[Task],
    practice: Practice | None,
    notes: Sequence[ThemeNotes],
    today: date,
) -> tuple[Card, ...]:
    found = []
    interviews = [
        task.follow_up for task in coming if task.follow_up.kind is FollowUpKind.INTERVIEW
    ]
    if interviews:
        first = interviews[0]
        day = first.due or first.opens
        found.append(
            Card(
                label="Next",
                name=first.company,
                text=f"{first.what}, {day_words(day, today)}.",
                path=first.path,
            )
        )
    if due:
        task = due[0].follow_up
        found.append(
            Card(
                label="Due",
                name=task.what,
                text=f"{task.company}, {due[0].word} {day_words(due[0].day, today)}.",
                path=task.path,
            )
        )
    if practice:
        theme = practice.notes.theme
        count = len({noted.interview.path for noted in practice.notes.badly})
        found.append(
            Card(
                label="Practise",
                name=theme,
                text=f"Went badly in {counted(count, 'interview')}.",
                path=addresses.theme_path(theme),
            )
        )
    if best := _carries(notes):
        text = f"Went well {len(best.well)} times out of {len(best.well) + len(best.badly)}."
        found.append(
            Card(
                label="Keep doing",
                name=best.theme,
                text=text,
                path=addresses.theme_path(best.theme),
            )
        )
    return tuple(found)


def _carries(notes: Sequence[ThemeNotes]) -> ThemeNotes | None:
    """The theme noted as going well most often, if that is five times and four in five of its notes."""
    strong = [one for one in notes if len(one.well) >= 5 and len(one.well) >= 4 * len(one.badly)]
    return max(strong, key=lambda one: (len(one.well), one.theme), default=None)


def _practice_counted(practice: Practice | None) -> str:
    if practice is None:
        return ""
    notes = practice.notes
    interviews = {noted.interview.path for noted in notes.badly}
    told = f"It went badly in {counted(len(interviews), 'interview')}, last at {notes.badly[-1].interview.company}"
    return f"{told}, and keeps coming back." if notes.trend is Trend.RECURRING else f"{told}."
