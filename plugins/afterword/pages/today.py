"""Today: what is due, what to leave alone and until when, what is coming, what is in progress, and one thing to practise."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.applied import lapsed_notes
from afterword.analysis.follow_ups.search import finished_search
from afterword.analysis.responses import responses
from afterword.analysis.standing import lapsed
from afterword.analysis.themes import Practice, Trend, practise_next, theme_notes
from afterword.analysis.timeline import Lane, lanes
from afterword.audience.audience import Profile
from afterword.edition import addresses
from afterword.edition.accepted import accepted_told
from afterword.edition.edition import Edition
from afterword.edition.inbox import waiting_told
from afterword.edition.lapsed import lapsed_told
from afterword.edition.links import Links, depth_of
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.kinds import Severity
from afterword.model import Problem
from afterword.pages.parts.ahead import ahead
from afterword.pages.parts.cards import Card, cards_of, steady_cards
from afterword.pages.parts.lists import Lists, lists_on
from afterword.pages.parts.responses import ResponseRow, response_rows
from afterword.pages.parts.tasks import Task
from afterword.pages.pictures.lanes import LanePicture, lane_picture
from afterword.pages.words.today import (
    live_headline,
    resilience,
    today_lead,
    trouble_told,
    unread_told,
)
from afterword.vocabulary.wording import counted, day_words

HINTS = 12
# So many lanes are shown; a picture of a hundred helps nobody.
LANES = 12


class TodayView(NamedTuple):
    """Everything on the page; `hidden` and `days` are for later days, and empty where the day is pinned."""

    heading: str
    drawn_on: str
    lead: str
    cards: tuple[Card, ...]
    lists: Lists
    hidden: tuple[Task, ...]
    days: str
    live_headline: str
    live: LanePicture | None
    resilience: str
    accepted: str
    practice: Practice | None
    practice_counted: str
    since_then: tuple[ResponseRow, ...]
    hints: tuple[Problem, ...]
    more_hints: int
    trouble: str
    inbox: str
    unread: str
    without_outcome: str
    has_list: bool
    empty: bool


def today_page(edition: Edition) -> str:
    """The home page, as Markdown."""
    return render(edition, addresses.TODAY, "today.md", view=_view(edition))


def _view(edition: Edition) -> TodayView:
    journal, today = edition.journal, edition.today
    notes = edition.answer(theme_notes)
    accepted = finished_search(journal.applications, today)
    practice = None if accepted else practise_next(notes, today)
    live = [lane for lane in edition.answer_today(lanes) if lane.is_open]
    steady = () if accepted else steady_cards(practice, notes)
    words = _Words(edition, live, steady)
    coming_days = ahead(edition, words.on) if edition.follows_clock else None
    lists = coming_days.lists if coming_days else lists_on(edition.owed, today)
    hints = [one for one in journal.problems if one.severity is Severity.HINT]
    return TodayView(
        heading=day_words(today, today),
        drawn_on=day_words(today, today) if edition.follows_clock else "today",
        lead=words.lead(lists),
        cards=(*cards_of(lists), *steady),
        lists=lists,
        hidden=coming_days.hidden if coming_days else (),
        days=coming_days.days if coming_days else "",
        live_headline=live_headline(live),
        live=lane_picture(live[:LANES], today),
        resilience=words.resilience(today),
        accepted=accepted_told(accepted, edition.owed, today),
        practice=practice,
        practice_counted=_practice_counted(practice),
        since_then=() if accepted else since_then(edition, practice),
        hints=tuple(hints[:HINTS]),
        more_hints=max(0, len(hints) - HINTS),
        trouble=trouble_told(journal),
        inbox=waiting_told(edition.waiting),
        unread=unread_told(journal),
        without_outcome=lapsed_told(
            edition.answer_today(lapsed), edition.answer_today(lapsed_notes)
        ),
        has_list=edition.audience.profile is Profile.FULL,
        empty=not journal.interviews,
    )


class _Words(NamedTuple):
    """What is said around the lists of a day, as far as it changes from day to day."""

    edition: Edition
    live: Sequence[Lane]
    steady: Sequence[Card]

    def lead(self, lists: Lists) -> str:
        """The sentence on top."""
        due, coming = (
            [task.follow_up for task in tasks] for tasks in (lists.every_due, lists.every_coming)
        )
        return today_lead(due, coming, lists.today)

    def resilience(self, day: date) -> str:
        """The sentence below what is in progress."""
        journal = self.edition.journal
        accepted = finished_search(journal.applications, day)
        return resilience(journal, self.live, day, has_accepted=accepted is not None)

    def on(self, lists: Lists) -> dict[str, object]:
        """All of it, for the script."""
        cards = (*cards_of(lists), *self.steady)
        return {
            "heading": day_words(lists.today, lists.today),
            "lead": self.lead(lists),
            "more": lists.more_due,
            "resilience": self.resilience(lists.today),
            "cards": [[one.label, self._name(one), one.text, self._link(one)] for one in cards],
        }

    def _name(self, card: Card) -> str:
        return self.edition.theme_name(card.name)

    def _link(self, card: Card) -> str:
        depth = depth_of(self.edition, addresses.TODAY)
        return Links(self.edition, depth).page(card.path)


def since_then(edition: Edition, practice: Practice | None) -> tuple[ResponseRow, ...]:
    """What came of what they said on the theme to practise, and on that of most rejections which has gone well since."""
    good = next((one.theme for one in edition.answer(responses) if one.since.is_good), "")
    practised = practice.notes.theme if practice else ""
    return response_rows(edition, {practised, good})


def _practice_counted(practice: Practice | None) -> str:
    if practice is None:
        return ""
    notes = practice.notes
    told = f"It went badly in {counted(practice.interviews, 'interview')}, last at {notes.badly[-1].interview.company}"
    return f"{told}, and still comes up." if notes.trend is Trend.RECURRING else f"{told}."
