"""The options that every verb shares, and the journal they lead to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.analysis.unread import not_read, read_in_part
from afterword.cli.project.configuration import Configuration, find_configuration
from afterword.cli.project.typed import today_for
from afterword.frozen import dataclass
from afterword.model import Journal
from afterword.reading import ReadingOptions, read_journal, read_source
from afterword.vocabulary.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Reading:
    """A journal as it stands on `today`, with where it came from."""

    journal: Journal
    today: date
    configuration: Configuration


def journal_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The options that say which journal and which day."""
    existing = click.Path(path_type=Path)
    command = click.option(
        "--today", metavar="DAY", help="Take this day as today, such as 2026-11-20 or yesterday."
    )(command)
    command = click.option(
        "--journal", type=existing, metavar="FOLDER", help="Read this folder with default options."
    )(command)
    return click.option("--config", type=existing, metavar="FILE", help="Use this mkdocs.yml.")(
        command
    )


def read(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    for_publishing: bool = False,
) -> Reading:
    """The journal that the options name; `for_publishing` without what its writer does not want published. Raises ConfigurationError."""
    configuration = find_configuration(config, journal, start=Path.cwd())
    day = today_for(configuration, today)
    options = reading_options(configuration, day, for_publishing=for_publishing)
    listing = configuration.listing()
    files = (*listing.entries, *listing.texts)
    journal_read = read_journal((read_source(*one) for one in files), options)
    problems = (*listing.problems, *journal_read.problems)
    return Reading(replace(journal_read, problems=problems), day, configuration)


def reading_options(
    configuration: Configuration, today: date, *, for_publishing: bool = False
) -> ReadingOptions:
    """How the files of a journal are read, by its configuration."""
    return ReadingOptions(
        synonyms=configuration.options.themes,
        extensions=configuration.extensions,
        extension_configs=configuration.extension_configs,
        holidays=configuration.options.holidays,
        for_publishing=for_publishing,
        themes_from_tags=configuration.options.themes_from_tags,
        dates=configuration.options.dates,
        today=today,
    )


def tell_unread(reading: Reading) -> None:
    """Say on standard error how many files an answer lacks because they could not be read; nothing where it lacks none."""
    if told := unread_told(reading.journal):
        click.echo(f"{told} afterword check says where.", err=True)


def unread_told(journal: Journal) -> str:
    """How many files could not be read, look like an interview, or were read in part, in a sentence; empty where there are none."""
    parts = []
    if number := not_read(journal):
        parts.append(f"{counted(number, 'file')} could not be read")
    if journal.lookalikes:
        parts.append(lookalikes_told(journal.lookalikes))
    if number := read_in_part(journal):
        parts.append(f"{counted(number, 'entry', 'entries')} could be read only in part")
    if not parts:
        return ""
    return f"Not everything is in this: {listed(parts)}."


def lookalikes_told(number: int) -> str:
    """How many files look like interviews and are not read as such."""
    return (
        "1 file looks like an interview and is not"
        if number == 1
        else f"{number} files look like interviews and are not"
    )


def owed(reading: Reading) -> tuple[FollowUp, ...]:
    """Every follow-up in the journal, by the rules that its options set."""
    options = reading.configuration.options
    return follow_ups(
        reading.journal,
        reading.today,
        holidays=options.holidays,
        feedback_delay=options.feedback_delay,
    )
