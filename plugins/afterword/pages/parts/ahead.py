"""What the home page will show on the days to come, so that a site built once stays right without being built again.

The lists of each coming day are made here, by the same rules as today's, and laid into the page as data: the script
moves lines between lists and knows no rule.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from afterword.analysis.follow_ups.follow_up import in_order
from afterword.analysis.follow_ups.search import company_key
from afterword.analysis.standing import is_open
from afterword.days import later
from afterword.edition.edition import Edition
from afterword.frozen import NamedTuple
from afterword.kinds import OutcomeKind
from afterword.model import Application, Journal
from afterword.pages.parts.lists import Lists, lists_on, urgency
from afterword.pages.parts.tasks import Task
from afterword.vocabulary.wording import day_words

# So many days are laid into the page, today among them; after them it says that it is too old.
DAYS = 42

Words = Mapping[str, object]
_Order = tuple[str, tuple[bool, int], tuple[date, str, str, str, int]]


class _Line(NamedTuple):
    """What makes a line of a list the same on another day."""

    id: str
    what: str
    why: str


class _Stand(NamedTuple):
    """How a line stands on a day: in which list, with which words about its day, and its order there."""

    place: str
    state: str
    word: str
    words: str
    day: str
    order: _Order


class Ahead(NamedTuple):
    """Today's lists with what becomes of each line, the lines that stand in none of them yet, and each day's words as JSON."""

    lists: Lists
    hidden: tuple[Task, ...]
    days: str


def ahead(edition: Edition, words: Callable[[Lists], Words]) -> Ahead:
    """The days to come; `words` says what is written around the lists of a day."""
    part = unsettled(edition)
    days = dict.fromkeys(later(edition.today, number) for number in range(DAYS))
    every = [lists_on(edition.owed_on(day, part), day) for day in days]
    lines = {_line(one): one for lists in reversed(every) for one in _shown(lists)}
    placed = [_placed(lists) for lists in every]
    stands = {line: [those.get(line) for those in placed] for line in lines}
    orders = {one.order for those in stands.values() for one in those if one}
    numbers = {order: number for number, order in enumerate(sorted(orders))}
    moving = {
        line: replace(one, moves=_moves(every, stands[line], numbers))
        for line, one in lines.items()
    }
    return Ahead(
        lists=_marked(every[0], moving),
        hidden=tuple(one for line, one in moving.items() if stands[line][0] is None),
        days=json.dumps(_changes(every, words), ensure_ascii=False),
    )


def unsettled(edition: Edition) -> Journal:
    """The part of the journal in which anything may still become due, with all of its companies; and accepted offers, which end the others."""
    owing = {one.path for one in edition.owed if one.is_open}

    def counts(one: Application) -> bool:
        decided = one.outcome.decided
        coming = decided is not None and decided > edition.today
        accepted = one.outcome.kind is OutcomeKind.ACCEPTED
        goes_on = is_open(one, edition.today)
        return goes_on or accepted or coming or not owing.isdisjoint(one.paths)

    # Another application at the same company may tell that they were met again.
    every = edition.journal.applications
    companies = {company_key(one.company) for one in every if counts(one)}
    kept = tuple(one for one in every if company_key(one.company) in companies)
    interviews = tuple(each for one in kept for each in one.interviews)
    return Journal(applications=kept, interviews=interviews)


def _shown(lists: Lists) -> Iterable[Task]:
    return (one for tasks in lists.shown.values() for one in tasks)


def _line(one: Task) -> _Line:
    return _Line(one.follow_up.id, one.follow_up.what, one.follow_up.why)


def _placed(lists: Lists) -> dict[_Line, _Stand]:
    """How each line stands on one day."""
    return {
        _line(one): _stand(one, place, lists.today)
        for place, tasks in lists.shown.items()
        for one in tasks
    }


def _stand(one: Task, place: str, today: date) -> _Stand:
    rank = urgency(one)[:2] if place == "due" else (False, 0)
    return _Stand(
        place=place,
        state=one.follow_up.state.value,
        word=one.word,
        words=day_words(one.day, today),
        day=one.day.isoformat(),
        order=(place, rank, in_order(one.follow_up)),
    )


def _moves(
    every: Sequence[Lists], stands: Sequence[_Stand | None], numbers: Mapping[_Order, int]
) -> str:
    """The days on which a line comes to stand otherwise, as JSON: each with its list and what is said there."""
    days = [lists.today.isoformat() for lists in every]
    made: list[list[object]] = []
    for stand, group in groupby(zip(days, stands, strict=True), key=lambda one: one[1]):
        since = next(iter(group))[0]
        made.append([since, *stand[:-1], numbers[stand.order]] if stand else [since])
    return json.dumps(made, ensure_ascii=False, separators=(",", ":"))


def _marked(lists: Lists, moving: Mapping[_Line, Task]) -> Lists:
    def marked(tasks: Iterable[Task]) -> tuple[Task, ...]:
        return tuple(moving.get(_line(one), one) for one in tasks)

    return replace(
        lists,
        every_due=marked(lists.every_due),
        waiting=marked(lists.waiting),
        every_coming=marked(lists.every_coming),
    )


def _changes(every: Sequence[Lists], words: Callable[[Lists], Words]) -> list[Words]:
    """The words of each day, but for those that are as on the day before."""
    made: list[Words] = []
    before: Words = {}
    for lists in every:
        now = words(lists)
        fresh = {name: said for name, said in now.items() if before.get(name) != said}
        made.append({"day": lists.today.isoformat(), **fresh})
        before = now
    return made
