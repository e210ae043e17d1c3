"""The options that every verb shares, and the journal they lead to."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.owed import follow_ups
from afterword.cli.configuration import Configuration, find_configuration
from afterword.model import Journal
from afterword.options import choose_today
from afterword.reading import ReadingOptions, read_journal, read_source


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
        "--today", metavar="DAY", help="Take this day as today, such as 2026-11-20."
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
    clock = datetime.now().astimezone().date()
    day = choose_today(today, configuration.options, os.environ, clock)
    options = ReadingOptions(
        synonyms=configuration.options.themes,
        extensions=configuration.extensions,
        extension_configs=configuration.extension_configs,
        holidays=configuration.options.holidays,
        for_publishing=for_publishing,
        themes_from_tags=configuration.options.themes_from_tags,
        dates=configuration.options.dates,
    )
    listing = configuration.listing()
    journal_read = read_journal((read_source(*one) for one in listing.entries), options)
    problems = (*listing.problems, *journal_read.problems)
    return Reading(replace(journal_read, problems=problems), day, configuration)


def owed(reading: Reading) -> tuple[FollowUp, ...]:
    """Every follow-up in the journal, by the rules that its options set."""
    options = reading.configuration.options
    return follow_ups(
        reading.journal,
        reading.today,
        holidays=options.holidays,
        feedback_delay=options.feedback_delay,
    )
