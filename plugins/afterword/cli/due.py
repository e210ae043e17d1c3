"""`afterword due`: what is due, what to leave alone, and what is coming, for the terminal and a shell's greeting."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from afterword.analysis.follow_ups.follow_up import CALLING, FollowUp, FollowUpState
from afterword.analysis.follow_ups.search import finished_search
from afterword.cli.document import exported_follow_up
from afterword.cli.old import old_lines, old_told
from afterword.cli.reading import journal_options, owed, read, tell_unread
from afterword.cli.reasons import beneath, in_paragraph
from afterword.cli.terminal import fitted
from afterword.days import later
from afterword.pages.words.today import accepted_told
from afterword.vocabulary.wording import WEEKDAYS, short_month

_LISTS = (
    ("Due", CALLING),
    ("Wait until", frozenset({FollowUpState.WAIT})),
    ("Coming up", frozenset({FollowUpState.UPCOMING})),
)


@click.command()
@journal_options
@click.option(
    "--days",
    type=click.IntRange(min=0),
    default=14,
    show_default=True,
    help="How far ahead to look.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option(
    "--old",
    "more",
    flag_value="old",
    help="List the old applications without an outcome, each with the line to write.",
)
@click.option(
    "--why", "more", flag_value="why", help="Say why each day is this one, and who says so."
)
def due(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    days: int,
    form: str,
    more: str | None,
) -> None:
    """Say what you owe today, what is not yet polite, and what is coming. Ends with status 0 whenever it could read."""
    reading = read(config, journal, today)
    tell_unread(reading)
    if more == "old":
        click.echo("\n".join(old_lines(reading.journal, reading.today)))
        return
    every = owed(reading)
    shown = [one for one in every if is_shown(one, reading.today, days)]
    if form == "json":
        click.echo(due_document(shown))
        return
    accepted = finished_search(reading.journal.applications, reading.today)
    told = in_paragraph(accepted_told(accepted, every, reading.today))
    lines = list(due_lines(shown, why=more == "why")) or [
        "Nothing is due, and nothing is coming up."
    ]
    click.echo("\n".join([*told, *lines]))
    if old := old_told(reading.journal, reading.today):
        click.echo(f"\n{old}")


def due_document(shown: Iterable[FollowUp]) -> str:
    """Follow-ups as JSON for other programs: a list, each as in the export."""
    return json.dumps([exported_follow_up(one) for one in shown], ensure_ascii=False, indent=2)


def is_shown(one: FollowUp, today: date, days: int) -> bool:
    """Whether a follow-up is open and lies within so many days."""
    return one.calls or (one.is_open and one.opens <= later(today, days))


def due_lines(shown: Sequence[FollowUp], *, why: bool = False) -> Iterator[str]:
    """The lists that have anything, with a blank line between them; no line is wider than a narrow terminal."""
    parted = False
    for title, states in _LISTS:
        members = [one for one in shown if one.state in states]
        if not members:
            continue
        if parted:
            yield ""
        parted = True
        yield click.style(title, bold=True)
        for one in members:
            yield _line(one)
            yield from beneath(one, why=why)


def _line(one: FollowUp) -> str:
    day = one.opens if one.state is FollowUpState.WAIT else one.day
    to = f" to {one.addressee}" if one.addressee else ""
    channel = f", by {one.channel}" if one.channel else ""
    weekday = WEEKDAYS[day.weekday()][:3]
    return fitted(
        f"  {weekday} {day.day:2} {short_month(day)}  {one.company}: {one.what}{to}{channel}"
    )
