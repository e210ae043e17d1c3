"""`afterword check`: every problem in the journal, one a line, where an editor can jump to it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from afterword.analysis.unread import not_read
from afterword.cli.exporting.document import exported_problem
from afterword.cli.output import as_json, hand_out, say
from afterword.cli.project.configuration import find_configuration
from afterword.cli.project.options import (
    Reading,
    journal_options,
    lookalikes_told,
    read,
    reading_options,
)
from afterword.cli.project.watching import BEGUN, ENDED, changes
from afterword.edition.inbox import copies_told, waiting_told
from afterword.kinds import Severity
from afterword.model import ApplicationNote, Interview, Journal, Problem, Unread
from afterword.reading import read_journal, read_source
from afterword.reading.folder import is_markdown, printable
from afterword.reading.for_writer import (
    inbox_in,
    is_inbox_or_copy,
    lies_among_templates,
    lines_waiting,
)
from afterword.site.finished.blocked import blocked
from afterword.vocabulary.wording import counted, listed

_EPILOG = """\b
Examples:
  afterword check
  afterword check --hints
  afterword check --watch
"""


@click.command(epilog=_EPILOG)
@journal_options
@click.option(
    "--hints", is_flag=True, help="Say what is thin as well, such as a went-badly without a why."
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--watch", is_flag=True, help="Look again whenever a file changes, until Ctrl+C.")
def check(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    hints: bool,
    form: str,
    watch: bool,
) -> None:
    """Say what in the journal could not be read, or is probably not what you meant.

    Ends with status 0 when all is well, 1 when there is an error or a warning, 2 when it could not run.
    """
    if watch:
        with suppress(KeyboardInterrupt):
            looks = changes(lambda: find_configuration(config, journal, start=Path.cwd()))
            while True:
                next(looks)
                click.echo(BEGUN, err=True)
                _checked(config, journal, today, hints=hints, form=form)
                sys.stdout.flush()
                click.echo(ENDED, err=True)
    elif not _checked(config, journal, today, hints=hints, form=form):
        sys.exit(1)


def _checked(
    config: Path | None, journal: Path | None, today: str | None, *, hints: bool, form: str
) -> bool:
    """Say what is wrong, and whether nothing is but hints."""
    reading = read(config, journal, today)
    problems = [
        one for one in reading.journal.problems if hints or one.severity is not Severity.HINT
    ]
    problems += _stopped(reading)
    problems += _called_like_inbox(reading)
    if form == "json":
        hand_out(as_json([exported_problem(one) for one in problems]), form)
    else:
        for problem in problems:
            say(line(problem, reading.configuration.folder, caret=sys.stdout.isatty()))
    _tell_the_rest(reading, problems)
    return all(one.severity is Severity.HINT for one in problems)


def _tell_the_rest(reading: Reading, problems: Sequence[Problem]) -> None:
    """Say beside the problems how many files there are of each kind, and what waits in the inbox and in copies of it."""
    folder = reading.configuration.folder
    apart = reading.configuration.listing().for_writer
    templates = sum(1 for one in apart if is_markdown(one) and lies_among_templates(one))
    click.echo(summary(reading.journal, problems, templates=templates), err=True)
    if told := waiting_told(lines_waiting(folder)):
        click.echo(f"{told} Whenever you like: afterword log --inbox", err=True)
    entries = {one.path for one in problems}
    if told := copies_told(
        [printable(one) for one in _copies_of_inbox(reading) if one not in entries]
    ):
        click.echo(told, err=True)


def _copies_of_inbox(reading: Reading) -> list[str]:
    """The names of files that are called like copies of the inbox."""
    inbox = inbox_in(reading.configuration.folder).name
    apart = reading.configuration.listing().for_writer
    return [one for one in apart if is_inbox_or_copy(one) and one != inbox]


def _called_like_inbox(reading: Reading) -> Iterator[Problem]:
    """A warning for each interview whose name is that of a copy of the inbox, which nothing reads."""
    options = reading_options(reading.configuration, reading.today)
    for name in filter(is_markdown, _copies_of_inbox(reading)):
        read_by_itself = read_journal(
            [read_source(reading.configuration.folder / name, name)], options
        )
        if read_by_itself.interviews or read_by_itself.unread:
            told = "This says that it is an interview, and is called like a copy of your inbox, so nothing reads it."
            yield Problem(
                path=name,
                line=1,
                column=1,
                severity=Severity.WARNING,
                code="called-inbox",
                message=told,
                suggestion="Call it by its company and day, such as 2026-11-12-acme.md.",
            )


def _stopped(reading: Reading) -> Iterator[Problem]:
    """A hint for each thing that a browser will not load or run on pages that are no entries: nothing else shows it to their writer."""
    journal = reading.journal
    read_as_ours: tuple[Interview | Unread | ApplicationNote, ...] = (
        *journal.interviews,
        *journal.unread,
        *journal.every_note,
    )
    entries = {one.path for one in read_as_ours}
    for path, name in reading.configuration.listing().entries:
        if name not in entries:
            yield from blocked(read_source(path, name), reading.configuration.site_url)


def line(problem: Problem, folder: Path, *, caret: bool) -> str:
    """The problem with its path as seen from here; on a terminal with its line as written and a caret below."""
    here = replace(problem, path=printable(os.path.relpath(folder / problem.path)))
    if not caret or not problem.excerpt.strip():
        return str(here)
    before = problem.excerpt[: problem.column - 1]
    indent = "".join("\t" if letter == "\t" else " " for letter in before)
    return f"{here}\n    {problem.excerpt}\n    {indent}^"


def _read(journal: Journal) -> str:
    """How many interviews there are, and how many notes on applications."""
    notes = len(journal.every_note)
    noted = [counted(notes, "application note")] if notes else []
    return listed([counted(len(journal.interviews), "interview"), *noted])


def summary(journal: Journal, problems: Sequence[Problem], *, templates: int = 0) -> str:
    """How many files were read, look like interviews or are left alone, and how much is wrong, in one line; `templates` are those that no site has."""
    parts = [f"{_read(journal)} read"]
    if number := not_read(journal):
        parts.append(f"{counted(number, 'file')} could not be read")
    if journal.lookalikes:
        parts.append(lookalikes_told(journal.lookalikes))
    if number := journal.left_alone + templates:
        what = "template or other page" if number == 1 else "templates or other pages"
        parts.append(f"{number} {what} left alone")
    wrong = [
        counted(number, severity.value)
        for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT)
        if (number := sum(1 for one in problems if one.severity is severity))
    ]
    if not wrong:
        return f"{'; '.join(parts)}, nothing wrong."
    return f"{'; '.join([*parts, ', '.join(wrong)])}."
