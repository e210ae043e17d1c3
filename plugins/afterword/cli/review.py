"""`afterword review`: a span of days in Markdown, for the terminal and for wherever one keeps notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import click

from afterword.analysis.quarters import quarter_of
from afterword.analysis.review import Review, ThemeThen, review
from afterword.cli.reading import journal_options, read
from afterword.model import Journal
from afterword.pages.commitments import HELPED
from afterword.pages.review_words import compared_words, practise_words, review_headline
from afterword.pages.wording import MONTHS

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("review")
@journal_options
@click.option("--since", type=_DAY, help="The first day; that of this quarter unless given.")
@click.option("--until", type=_DAY, help="The last day; today unless given.")
def review_command(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    since: datetime | None,
    until: datetime | None,
) -> None:
    """Say what happened, what improved, what came back, what was tried, and three things to practise, in Markdown."""
    reading = read(config, journal, today)
    first = since.date() if since else quarter_of(reading.today).first
    last = until.date() if until else reading.today
    answer = review(reading.journal, first, last)
    click.echo("\n".join(lines(answer, reading.journal)))


def lines(answer: Review, journal: Journal) -> Iterator[str]:
    """The review, line by line."""
    yield f"# {_day(answer.first)} to {_day(answer.last)}"
    yield ""
    yield review_headline(answer)
    yield f"Notes: {len(answer.well)} went well, {len(answer.badly)} badly."
    for title, items in _parts(answer, journal):
        yield from ("", f"## {title}", "")
        yield from items or ["Nothing."]


def _parts(answer: Review, journal: Journal) -> Iterator[tuple[str, list[str]]]:
    yield "What improved", _compared(answer.improved, journal)
    yield "What came back", _compared(answer.came_back, journal)
    tried = (
        f"- {attempt.text} ({one.company}: {HELPED[attempt.helped]})"
        for one, attempt in answer.tried
    )
    yield "What was tried", list(tried)
    practise = []
    for number, one in enumerate(answer.practise, 1):
        resolve = f" You meant to: {one.resolve[1].text}" if one.resolve else ""
        practise.append(f"{number}. {_name(one.theme, journal)}: {practise_words(one)}.{resolve}")
    yield "To practise", practise


def _compared(themes: tuple[ThemeThen, ...], journal: Journal) -> list[str]:
    return [f"- {_name(one.theme, journal)}: {compared_words(one)}" for one in themes]


def _name(theme: str, journal: Journal) -> str:
    return journal.theme_names.get(theme, theme)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
