"""`afterword review`: a stretch of the search as Markdown, to read, to print, or to take along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import click

from afterword.analysis.responses import responses
from afterword.analysis.review import Review, eventful_days
from afterword.analysis.review import review as reviewed
from afterword.cli.output import say
from afterword.cli.project.options import journal_options, read, tell_unread
from afterword.cli.project.typed import typed_day
from afterword.errors import ConfigurationError
from afterword.model import Journal, Noted
from afterword.pages.words.commitments import HELPED
from afterword.pages.words.responses import response_told
from afterword.pages.words.reviews import (
    back_told,
    better_told,
    exercise_told,
    happened,
    place_told,
    review_headline,
    span_title,
)

_SHOWN = 5
# What begins like markup in an item's text is to be read as text.
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_[]<>#|"})

_EPILOG = """\b
Examples:
  afterword review --since "1 aug"
  afterword review --since 2026-08-01 > review.md
"""


@click.command(epilog=_EPILOG)
@journal_options
@click.option(
    "--since",
    metavar="DAY",
    help="The first day, such as 2026-08-01, 1 aug or last monday; that on which the first application began if left out.",
)
@click.option("--until", metavar="DAY", help="The last day; today if left out.")
def review(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    since: str | None,
    until: str | None,
) -> None:
    """Look back: what happened, what improved, what came back, what was tried, and what to practise, as Markdown."""
    reading = read(config, journal, today)
    tell_unread(reading)
    order = reading.configuration.options.dates
    first = _first(reading.journal, reading.today)
    if since:
        first = typed_day(since, "--since", reading.today, order)
    last = typed_day(until, "--until", reading.today, order) if until else reading.today
    if last < first:
        raise ConfigurationError(f"--until {last} lies before {first}. Write a later day.")
    answer = reviewed(reading.journal, first, last)
    told = {
        one.theme: response_told(one, reading.today)
        for one in responses(reading.journal)
        if one.lies_in(first, last)
    }
    say("\n".join(_lines(answer, reading.journal.theme_names, told)))


def _first(journal: Journal, today: date) -> date:
    return min((day for day in eventful_days(journal) if day <= today), default=today)


def _lines(answer: Review, names: dict[str, str], since_then: dict[str, str]) -> Iterator[str]:
    yield f"# Review, {span_title(answer)}"
    yield ""
    yield review_headline(answer)
    yield from _section("What happened", (f"- {_safe(line)}" for line in happened(answer)))
    yield from _section(
        "What improved",
        (f"- **{_safe(names[one.theme])}** {better_told(one)}" for one in answer.better),
    )
    yield from _section(
        "What came back",
        (
            line
            for one in answer.back[:_SHOWN]
            for line in (
                f"- **{_safe(names[one.theme])}** {back_told(one)}",
                *_items(one.items, answer.last),
            )
        ),
    )
    yield from _section(
        "What was tried",
        (
            f"- {_safe(item.text)} ({_safe(interview.company)}): {HELPED[item.helped]}"
            for interview, item in answer.tried
        ),
    )
    yield from _section(
        "What they said",
        (f"- “{_safe(item.text)}” ({_safe(one.company)})" for one, item in answer.feedback),
    )
    yield from _section(
        "They say, I say, tried, since then",
        (f"- **{_safe(names[theme])}** {told}" for theme, told in since_then.items()),
    )
    yield from _section("To practise", _exercises(answer, names))


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    """A section with its heading, where it has anything to say."""
    if kept := list(lines):
        yield from ("", f"## {title}", "", *kept)


def _items(items: tuple[Noted, ...], last: date) -> Iterator[str]:
    for place in tuple(reversed(items))[:_SHOWN]:
        yield f"    - {_safe(place.item.text)} ({_safe(place_told(place, last))})"


def _exercises(answer: Review, names: dict[str, str]) -> Iterator[str]:
    for number, one in enumerate(answer.exercises, 1):
        yield f"{number}. **{_safe(names[one.theme])}** {exercise_told(one)}"
        if one.resolve:
            yield f"    - You meant to: {_safe(one.resolve.item.text)}"
        if one.question:
            yield f"    - You were asked: {_safe(one.question.item.text)}"


def _safe(text: str) -> str:
    return " ".join(text.split()).translate(_MARKS)
