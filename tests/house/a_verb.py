"""A verb as a module of cli/ would be: what test_adding_a_verb adds to a copy of the table."""

from __future__ import annotations

from pathlib import Path

import click

from afterword.cli.project.options import journal_options, read


@click.command()
@journal_options
def companies(config: Path | None, journal: Path | None, today: str | None) -> None:
    """Name every company."""
    names = sorted({one.company for one in read(config, journal, today).journal.interviews})
    click.echo("\n".join(names))
