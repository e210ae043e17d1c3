"""`afterword new`: the next entry, with what the journal knows, ready to be written on."""

from __future__ import annotations

import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from afterword.cli.output import hand_out, tell
from afterword.cli.project.completing import companies
from afterword.cli.project.options import Reading, journal_options, read
from afterword.errors import ConfigurationError, OutputError
from afterword.reading import read_source
from afterword.reading.typed_days import day_from
from afterword.vocabulary.speaking import language_of_most
from afterword.vocabulary.spelling import bare
from afterword.writing.entries.companies import nearly_called
from afterword.writing.entries.names import entry_name
from afterword.writing.entries.next_entry import (
    Known,
    RoleError,
    known_of,
    next_entry_text,
    same_day,
)
from afterword.writing.entries.places import folder_for
from afterword.writing.entries.templates import TEMPLATE, from_template
from afterword.writing.files import create_apart
from afterword.writing.starting.example import (
    EXAMPLE_NAME,
    has_example,
    take_example_away,
    without_example,
)

_EPILOG = """\b
Examples:
  afterword new Northwind
  afterword new north --round final --date yesterday
  afterword new "Müller & Söhne" --date "12 nov" --edit
"""


@click.command(epilog=_EPILOG)
@click.argument("company", required=False, shell_complete=companies)
@journal_options
@click.option(
    "--round",
    "round_name",
    metavar="ROUND",
    default="",
    help="screen, technical, final, or your own word; a guess from the last one is offered otherwise.",
)
@click.option(
    "--role",
    metavar="ROLE",
    default="",
    help="The role, where the company has several or none is known.",
)
@click.option(
    "--date",
    "day",
    metavar="DAY",
    default="today",
    show_default=True,
    help="2026-11-12, 12 nov, yesterday, fri: the last one.",
)
@click.option(
    "--from",
    "template",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    metavar="FILE",
    help=f"Use this template; else your own {TEMPLATE} in the journal's folder, where there is one.",
)
@click.option(
    "--edit",
    is_flag=True,
    help="Open it in your editor ($VISUAL or $EDITOR) and wait until that is closed.",
)
@click.option(
    "--whole-name",
    is_flag=True,
    help="COMPANY is a whole name, and no beginning of one that you have written about.",
)
@click.option("--print", "print_only", is_flag=True, help="Print the entry and write nothing.")
def new(  # noqa: PLR0913  one argument an option
    company: str | None,
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    round_name: str,
    role: str,
    day: str,
    template: Path | None,
    edit: bool,
    whole_name: bool,
    print_only: bool,
) -> None:
    """Begin the next entry on COMPANY, with everything that the journal knows filled in.

    The beginning of a name is enough for a company you have written about. No file is ever written over.
    """  # fmt: skip
    reading = _reading(config, journal, today)
    typed = _company(company)
    known = _known(reading, typed, day=day, role=role, round_name=round_name, whole_name=whole_name)
    text = _text(reading, known, template)
    if print_only:
        hand_out(text, "md")
        return
    _require_another(reading, known)
    path = _written(reading, known, text)
    _without_example(reading.configuration.folder)
    tell(f"{_shown(path)} is new{_told(known)}.")
    if bare(typed) != bare(known.company):
        tell(
            f"'{typed}' was taken for {known.company}. For a company called just so: --whole-name."
        )
    elif known.last is None and (near := nearly_called(typed, reading.journal)) is not None:
        tell(f"Is {near} meant? Then call it so behind company: in the new file.")
    if edit:
        _opened(path)
    else:
        tell("Write in it with any editor; afterword check says what cannot be read.")
    if not sys.stdout.isatty():
        click.echo(str(path))


def _reading(config: Path | None, journal: Path | None, today: str | None) -> Reading:
    """The journal without the example, which says nothing of its writer."""
    reading = read(config, journal, today)
    if has_example(reading.configuration.folder):
        return replace(reading, journal=without_example(reading.journal))
    return reading


def _company(typed: str | None) -> str:
    """The company that was typed, or is asked for at a terminal."""
    if typed is None and sys.stdin.isatty():
        typed = click.prompt("Company", err=True)
    if typed is None or not typed.strip():
        raise ConfigurationError("Name the company: afterword new Northwind.")
    return typed


def _known(
    reading: Reading, company: str, *, day: str, role: str, round_name: str, whole_name: bool
) -> Known:
    """What is known of the interview; at a terminal the role is asked for where several are under way."""
    ask = partial(
        known_of,
        reading.journal,
        company,
        day_from(day, reading.today, order=reading.configuration.options.dates),
        round_name=round_name,
        language=_language(reading),
        is_whole=whole_name,
    )
    try:
        return ask(role=role)
    except RoleError as several:
        if not sys.stdin.isatty():
            raise
        return ask(role=click.prompt("Which role", type=click.Choice(several.roles), err=True))


def _require_another(reading: Reading, known: Known) -> None:
    """Ask at a terminal whether a second interview of one company and day is meant. Raises ConfigurationError where it is not, or nobody can be asked."""
    if (there := same_day(reading.journal, known)) is None:
        return
    told = f"{known.company} has an entry on {known.day} already: {there.path}."
    if sys.stdin.isatty() and click.confirm(f"{told} Begin a second one?", err=True):
        return
    raise ConfigurationError(
        f"{told} Write into that one. For another interview on that day say which round it was: --round panel."
    )


def _language(reading: Reading) -> str:
    """The language that most of the journal is in."""
    files = reading.configuration.listing().entries
    return language_of_most(read_source(*one).text or "" for one in files)


def _text(reading: Reading, known: Known, template: Path | None) -> str:
    """The entry by the template that is named, by the journal's own, or by ours."""
    own = reading.configuration.folder / TEMPLATE
    path = template or (own if own.is_file() else None)
    if path is None:
        return next_entry_text(known)
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return from_template(file.read(), known)
    except OSError as error:
        raise ConfigurationError(f"{path} could not be opened: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise ConfigurationError(f"{path} is not text in UTF-8. Save it as UTF-8.") from error


def _written(reading: Reading, known: Known, text: str) -> Path:
    """The new file, in the folder where its like are."""
    folder = reading.configuration.folder / folder_for(reading.journal, known.company, known.day)
    if not folder.resolve().is_relative_to(reading.configuration.folder.resolve()):
        raise OutputError(f"{folder} leads out of the journal, so nothing was written.")
    round_name = "" if known.is_guessed else known.round
    return create_apart(folder / entry_name(known.day, known.company, round_name), text.encode())


def _without_example(folder: Path) -> None:
    """Take the example away that a new journal begins with, where it is as it was written."""
    if take_example_away(folder):
        tell(f"The example, {EXAMPLE_NAME}, is gone: this is your first own entry.")


def _told(known: Known) -> str:
    """What the journal knew."""
    application = known.application
    if application is None:
        return f", the first about {known.company}" if known.last is None else ""
    return f", interview {len(application.interviews) + 1} of this application"


def _shown(path: Path) -> str:
    """A path as it is typed from here."""
    here = Path.cwd()
    return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)


def _opened(path: Path) -> None:
    """Open the entry in its writer's editor, and wait."""
    try:
        click.edit(filename=str(path))
    except click.ClickException as error:
        raise OutputError(
            f"No editor could be opened ({error.message}). The entry is there: open {path} yourself, or set EDITOR."
        ) from error
