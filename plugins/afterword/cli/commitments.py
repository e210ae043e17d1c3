"""`afterword commitments`: what you meant to do differently and have not tried yet, for the terminal."""

from __future__ import annotations

import json
from pathlib import Path

import click

from afterword.analysis.commitments import Commitment, commitments
from afterword.cli.practice import exported_commitments
from afterword.cli.reading import journal_options, read, tell_unread
from afterword.cli.terminal import fitted
from afterword.vocabulary.wording import counted, span


@click.command("commitments")
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
        click.echo(json.dumps(still, ensure_ascii=False, indent=2))
        return
    left = [one for one in commitments(reading.journal) if not one.tries]
    if not left:
        click.echo("Nothing you meant to do differently is left untried.")
        return
    click.echo(click.style(f"{counted(len(left), 'commitment')} not tried yet", bold=True))
    for one in left:
        click.echo(_line(one, span(one.open_for(reading.today))))


def _line(one: Commitment, age: str) -> str:
    return fitted(f"  {age:>9}  {one.text} ({one.company})")
