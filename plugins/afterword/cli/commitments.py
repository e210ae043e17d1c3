"""`afterword commitments`: what you meant to do differently and have not tried yet, for the terminal."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.analysis.commitments import Commitment, commitments
from afterword.cli.exporting.practice import exported_commitments
from afterword.cli.output import as_json, hand_out, say
from afterword.cli.project.options import journal_options, read, tell_unread
from afterword.cli.terminal import columns, heading, wrapped
from afterword.vocabulary.wording import counted, span

_EPILOG = """\b
Examples:
  afterword commitments
  afterword commitments --format json
"""


@click.command("commitments", epilog=_EPILOG)
@journal_options
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
def open_commitments(
    config: Path | None, journal: Path | None, today: str | None, *, form: str
) -> None:
    """List each do-differently that you have not tried yet, the oldest first, and how long it has been open."""
    reading = read(config, journal, today)
    tell_unread(reading)
    if form == "json":
        every = exported_commitments(reading.journal, reading.today)
        still = [one for one in every if one["state"] == "open"]
        hand_out(as_json(still), form)
        return
    left = [one for one in commitments(reading.journal) if not one.tries]
    if not left:
        say("Nothing you meant to do differently is left untried.")
        return
    say(heading(f"{counted(len(left), 'commitment')} not tried yet"))
    width = columns()
    for one in left:
        say("\n".join(_lines(one, span(one.open_for(reading.today)), width)))


def _lines(one: Commitment, age: str, width: int | None) -> list[str]:
    return wrapped(f"{one.text} ({one.company})", width, first=f"  {age:>9}  ", indent=" " * 13)
