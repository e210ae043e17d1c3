"""What an entry's page shows beside its prose: the facts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Generic, TypeVar

from afterword.edition.addresses import line_id
from afterword.edition.edition import Edition
from afterword.edition.naming import entry_title
from afterword.edition.rendering import render
from afterword.edition.standing import Told
from afterword.escaping import markdown_safe
from afterword.frozen import NamedTuple
from afterword.kinds import Severity
from afterword.model import (
    Advocate,
    Application,
    Interview,
    Observation,
    Problem,
    Promise,
    Reference,
    Said,
)
from afterword.pages.parts.tasks import Task, task
from afterword.pages.parts.thanks import ThanksView, thanks_view
from afterword.vocabulary.sections import AS_KEYS, TITLES, items_of
from afterword.vocabulary.wording import percent_words

Item = TypeVar("Item", Advocate, Promise, Reference, Said, Observation)


class Listed(NamedTuple, Generic[Item]):
    """An item in the front matter; `place` is its id, empty where an item before it stands on the same line."""

    item: Item
    place: str


class EntryView(NamedTuple):
    """The facts of an entry, its problems, its neighbours in the application, its items from front matter, and what follows of it.

    `thanks_place` is the id of what stands about its thank-you note, empty where another element has it.
    """

    interview: Interview
    application: Application
    problems: tuple[Problem, ...]
    trouble: str
    confidence: str
    thanked: tuple[date, ...]
    before: Interview | None
    after: Interview | None
    promised: tuple[Listed[Promise], ...]
    said: tuple[Listed[Said], ...]
    references: tuple[Listed[Reference], ...]
    advocates: tuple[Listed[Advocate], ...]
    listed: tuple[tuple[str, tuple[Listed[Observation], ...]], ...]
    told: Told
    tasks: tuple[Task, ...]
    thanks: ThanksView | None
    thanks_place: str


def _trouble(problems: tuple[Problem, ...]) -> str:
    """What stands above the problems of an entry."""
    could_not = any(one.severity is Severity.ERROR for one in problems)
    return "Not everything here could be read" if could_not else "Is this what you meant?"


def entry_markdown(interview: Interview) -> str:
    """The prose of an entry below a heading of ours."""
    return f"# {markdown_safe(entry_title(interview))}\n\n{interview.body}"


def entry_card(edition: Edition, interview: Interview) -> str:
    """The facts of an entry as HTML, to stand below its heading."""
    application = edition.application_of(interview.path)
    rounds = application.interviews
    at = application.paths.index(interview.path)
    problems = edition.problems.get(interview.path, ())
    share = interview.confidence
    places = _Places(interview)
    view = EntryView(
        interview=interview,
        application=application,
        problems=tuple(one for one in problems if one.severity is not Severity.HINT),
        trouble=_trouble(problems),
        confidence="" if share is None else percent_words(share),
        # Two notes to two people on one day are one day, and those to come are plans.
        thanked=tuple(
            dict.fromkeys(day for day in interview.thank_you.sent if day <= edition.today)
        ),
        before=rounds[at - 1] if at else None,
        after=rounds[at + 1] if at + 1 < len(rounds) else None,
        promised=places.of(interview.promised),
        said=places.of(interview.said),
        references=places.of(interview.references),
        advocates=places.of(interview.advocates),
        listed=_listed(interview, places),
        told=edition.stands(interview),
        tasks=_tasks(edition, interview),
        thanks=thanks_view(edition, interview),
        thanks_place=places.new(interview.thank_you_note_line),
    )
    return render(edition, interview.path, "entry.html", view=view)


def _tasks(edition: Edition, interview: Interview) -> tuple[Task, ...]:
    """What follows of this interview, done and let go too; the interview itself stands above."""
    owed = edition.owed_in(interview.path)
    return tuple(task(one, edition.today) for one in owed if not one.kind.is_appointment)


def _listed(
    interview: Interview, places: _Places
) -> tuple[tuple[str, tuple[Listed[Observation], ...]], ...]:
    """The items that stand in the front matter, which the prose does not show."""
    groups = []
    for section in AS_KEYS:
        items = items_of(interview, section)
        if listed := places.of(one for one in items if one.line < interview.body_line):
            groups.append((TITLES[section], listed))
    return tuple(groups)


class _Places:
    """The ids on the card of an interview, each given away once; the prose has those of its own items."""

    def __init__(self, interview: Interview) -> None:
        lines = (one.line for one in interview.observations)
        self._taken = {line for line in lines if line >= interview.body_line}

    def of(self, items: Iterable[Item]) -> tuple[Listed[Item], ...]:
        """Items with their ids."""
        return tuple(Listed(item=one, place=self.new(one.line)) for one in items)

    def new(self, line: int | None) -> str:
        """The id of what stands on a line; empty where there is no line, or an element that has its id."""
        if line is None or line in self._taken:
            return ""
        self._taken.add(line)
        return line_id(line)
