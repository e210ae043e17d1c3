"""`afterword due`: what is due, what to leave alone, and what is coming, for the terminal and a shell's greeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from afterword.analysis.follow_ups.follow_up import FollowUp, FollowUpState
from afterword.analysis.follow_ups.rows_while_it_goes_on import THEIR_PROMISE
from afterword.analysis.follow_ups.search import finished_search
from afterword.cli.exporting.document import exported_follow_up
from afterword.cli.output import as_json, hand_out, say
from afterword.cli.project.options import Reading, journal_options, owed, read, tell_unread
from afterword.cli.reminding.old import old_lines, old_told
from afterword.cli.reminding.prompt import prompt_line
from afterword.cli.reminding.reasons import beneath
from afterword.cli.terminal import columns, heading, wrapped
from afterword.days import later
from afterword.edition.accepted import accepted_told
from afterword.edition.when import when, when_short
from afterword.vocabulary.wording import away

_LISTS = (
    ("Overdue", FollowUpState.OVERDUE),
    ("Due", FollowUpState.DUE),
    ("Wait until", FollowUpState.WAIT),
    ("Coming up", FollowUpState.UPCOMING),
)

_EPILOG = """\b
Examples:
  afterword due
  afterword due --days 0 --why
  afterword due --old
  afterword due --format prompt
"""


@click.command(epilog=_EPILOG)
@journal_options
@click.option(
    "--days",
    type=click.IntRange(min=0),
    default=14,
    show_default=True,
    help="How many days ahead to look; 0 is today.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "ics", "prompt"]),
    default="text",
    show_default=True,
    help="prompt is one short line without names for a shell's greeting, or nothing.",
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
    every = owed(reading)
    if form == "prompt":
        if line := prompt_line(every, reading.journal, reading.today):
            say(line)
        return
    tell_unread(reading)
    shown = [one for one in every if is_shown(one, reading.today, days)]
    if form == "json":
        hand_out(due_document(shown), form)
    elif form == "ics":
        # The library is not loaded by those who do not want it.
        from afterword.cli.exporting.calendar import calendar  # noqa: PLC0415

        hand_out(calendar(shown, reading.journal, reading.today), form)
    elif more == "old":
        say("\n".join(old_lines(reading.journal, reading.today, columns())))
    else:
        say("\n".join(_text(reading, every, shown, why=more == "why")))


def _text(
    reading: Reading, every: Sequence[FollowUp], shown: Sequence[FollowUp], *, why: bool
) -> Iterator[str]:
    """Everything in words, as lines that fit the terminal behind it."""
    width = columns()
    accepted = finished_search(reading.journal.applications, reading.today)
    if told := accepted_told(accepted, every, reading.today):
        yield from wrapped(told, width)
        yield ""
    lines = list(due_lines(shown, reading.today, width, why=why))
    yield from lines or ["Nothing is due, and nothing is coming up."]
    if old := old_told(reading.journal, reading.today):
        yield ""
        yield from wrapped(old, width)


def due_document(shown: Iterable[FollowUp]) -> str:
    """Follow-ups as JSON for other programs: a list, each as in the export."""
    listed = [exported_follow_up(one) for one in shown]
    return as_json(listed)


def is_shown(one: FollowUp, today: date, days: int) -> bool:
    """Whether a follow-up calls, or is open and has its day within so many days."""
    return one.calls or (one.is_open and when(one, today)[1] <= later(today, days))


def due_lines(
    shown: Sequence[FollowUp], today: date, width: int | None = None, *, why: bool = False
) -> Iterator[str]:
    """The lists that have anything, with a blank line between them; no line is wider than `width` where there is one."""
    days = max((len(when_short(one, today)) for one in shown), default=0)
    parted = False
    for title, state in _LISTS:
        members = sorted(
            (one for one in shown if one.state is state), key=lambda one: one.at_leisure
        )
        if not members:
            continue
        if parted:
            yield ""
        parted = True
        yield heading(title)
        for one in members:
            first = f"  {when_short(one, today):{days}}  "
            yield from wrapped(_what(one, today), width, first=first, indent=" " * len(first))
            yield from beneath(one, width, why=why)


def _what(one: FollowUp, today: date) -> str:
    to = f" to {one.addressee}" if one.addressee else ""
    channel = f", by {one.channel}" if one.channel else ""
    late = f" ({away(one.day, today)})" if one.state is FollowUpState.OVERDUE else ""
    theirs = " (they promised it)" if one.kind is THEIR_PROMISE else ""
    return f"{one.company}: {one.what}{theirs}{to}{channel}{late}"
