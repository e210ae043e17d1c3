"""What an entry's page shows beside its prose: the facts."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from afterword.analysis.follow_ups.follow_up import FollowUpKind
from afterword.edition.addresses import line_id
from afterword.edition.edition import Edition
from afterword.edition.naming import entry_title
from afterword.edition.rendering import render
from afterword.escaping import markdown_safe
from afterword.model import Application, Interview, Observation, Problem, Severity
from afterword.pages.parts.tasks import Task, task
from afterword.pages.parts.thanks import ThanksView, thanks_view

_SECTIONS = (
    ("Went well", "went_well"),
    ("Went badly", "went_badly"),
    ("Do differently", "do_differently"),
    ("Take-aways", "takeaways"),
    ("Skills to develop", "skills"),
    ("Questions", "questions"),
    ("Stories used", "stories"),
    ("Feedback", "feedback"),
)


class Listed(NamedTuple):
    """An item in the front matter; `place` is its id, empty where an item before it stands on the same line."""

    item: Observation
    place: str


class EntryView(NamedTuple):
    """The facts of an entry, its problems, its neighbours in the application, its items from front matter, and what follows of it."""

    interview: Interview
    application: Application
    problems: tuple[Problem, ...]
    trouble: str
    confidence: str
    thanked: tuple[date, ...]
    before: Interview | None
    after: Interview | None
    listed: tuple[tuple[str, tuple[Listed, ...]], ...]
    coming: bool
    tasks: tuple[Task, ...]
    thanks: ThanksView | None


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
    at = rounds.index(interview)
    problems = edition.problems.get(interview.path, ())
    share = interview.confidence
    view = EntryView(
        interview=interview,
        application=application,
        problems=tuple(one for one in problems if one.severity is not Severity.HINT),
        trouble=_trouble(problems),
        confidence="" if share is None else f"{share:.0%}",
        # Two notes to two people on one day are one day.
        thanked=tuple(dict.fromkeys(interview.thank_you.sent)),
        before=rounds[at - 1] if at else None,
        after=rounds[at + 1] if at + 1 < len(rounds) else None,
        listed=_listed(interview),
        coming=not interview.happened(edition.today),
        tasks=_tasks(edition, interview),
        thanks=thanks_view(edition, interview),
    )
    return render(edition, interview.path, "entry.html", view=view)


def _tasks(edition: Edition, interview: Interview) -> tuple[Task, ...]:
    """What follows of this interview, done and let go too; the interview itself stands above."""
    owed = edition.owed_in(interview.path)
    return tuple(task(one, edition.today) for one in owed if one.kind is not FollowUpKind.INTERVIEW)


def _listed(interview: Interview) -> tuple[tuple[str, tuple[Listed, ...]], ...]:
    """The items that stand in the front matter, which the prose does not show."""
    found, taken = [], set()
    for title, section in _SECTIONS:
        listed = []
        for item in getattr(interview, section):
            if item.line < interview.body_line:
                place = "" if item.line in taken else line_id(item.line)
                listed.append(Listed(item=item, place=place))
                taken.add(item.line)
        if listed:
            found.append((title, tuple(listed)))
    return tuple(found)
