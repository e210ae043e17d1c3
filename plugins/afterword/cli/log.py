"""`afterword log`: what has happened since, put into its entry in two seconds, shown, and undone if it was wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from afterword.cli.changes import diff_of
from afterword.cli.output import say, tell
from afterword.cli.project.completing import company_and_what
from afterword.cli.project.configuration import find_configuration_file
from afterword.cli.project.options import Reading, journal_options, read, reading_options
from afterword.errors import AfterwordError, ConfigurationError, OutputError
from afterword.frozen import NamedTuple
from afterword.model import ApplicationNote, Interview, Problem
from afterword.reading import read_source
from afterword.reading.for_writer import INBOX, inbox_in
from afterword.vocabulary.speaking import language_of_most
from afterword.vocabulary.wording import counted
from afterword.writing.changing import UNDO, Change, apply, undo
from afterword.writing.entries.companies import company_and_rest
from afterword.writing.noting.applications import noted_on_application
from afterword.writing.noting.change import SeveralError, entry_meant, noted, unknown_company
from afterword.writing.noting.inbox import sorted_lines, without
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.statements import SIGNS, WHAT, Statement, statement_of

_EPILOG = f"""\b
WHAT is one of: {WHAT.replace(', + -', ',' + chr(10) + '+ -')}.
\b
Examples:
  afterword log northwind thanked
  afterword log northwind rejected fri
  afterword log northwind told Dana
  afterword log northwind + "drew before coding #system-design"
  afterword log northwind feedback "Gap: depth in streaming #kafka"
  afterword log --undo
"""  # fmt: skip


@click.command(epilog=_EPILOG, context_settings={"ignore_unknown_options": True})
@click.argument(
    "words",
    nargs=-1,
    type=click.UNPROCESSED,
    metavar="COMPANY WHAT [DAY]",
    shell_complete=company_and_what,
)
@journal_options
@click.option(
    "--role",
    metavar="ROLE",
    default="",
    help="The role, where several applications at the company are under way.",
)
@click.option(
    "--entry",
    metavar="PATH",
    help="The entry, by its path in the journal, where another one is meant.",
)
@click.option(
    "--inbox", is_flag=True, help=f"Sort the lines of {INBOX} in the journal into their entries."
)
@click.option("--dry-run", is_flag=True, help="Show the change, and change nothing.")
@click.option("--undo", "undo_last", is_flag=True, help="Undo the last change.")
def log(  # noqa: PLR0913  one argument an option
    words: tuple[str, ...],
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    role: str,
    entry: str | None,
    inbox: bool,
    dry_run: bool,
    undo_last: bool,
) -> None:
    """Note WHAT has happened with COMPANY in its entry, and show the lines that change.

    The beginning of a name is enough. With - in place of COMPANY, lines such as "Northwind + drew first" are read from standard input.
    """  # fmt: skip
    store = _store(config, journal)
    if undo_last:
        if words:
            raise ConfigurationError(
                "--undo stands alone: afterword log --undo. What begins with a dash goes behind --, as in: log -- company …"
            )
        _undone(store)
        return
    reading = read(config, journal, today)
    if inbox or words == ("-",):
        _sort(reading, store, inbox=inbox, dry_run=dry_run)
        return
    if not words:
        raise ConfigurationError(
            "Name the company and what happened: afterword log northwind thanked."
        )
    line = " ".join(words)
    if entry is not None:
        meant = _named(reading, entry), _statement_behind_company(line, reading)
    else:
        meant = _asked(reading, line, role)
    _finish(reading, _changes(reading, [meant], _language(reading)), store, dry_run=dry_run)


# What a line is about: an entry, or the note on an application that led to no interview.
Logged = Interview | ApplicationNote


class _Planned(NamedTuple):
    """What changes, what is said of the entries then, and the entries that say so already, once for each statement."""

    changes: list[Change]
    warnings: list[Problem]
    there: list[str]


def _store(config: Path | None, journal: Path | None) -> Path:
    """Where what undoes the last change is kept."""
    if journal is not None:
        return journal.absolute().parent / UNDO
    return find_configuration_file(config, start=Path.cwd()).absolute().parent / UNDO


def _undone(store: Path) -> None:
    paths = undo(store)
    if not paths:
        tell("There is nothing to undo.")
    for path in paths:
        tell(f"{path.name} is as it was before.")


def _statement(typed: str, reading: Reading) -> Statement:
    return statement_of(typed, reading.today, order=reading.configuration.options.dates)


def _statement_behind_company(line: str, reading: Reading) -> Statement:
    """What a line says, where the entry is named beside it: its first words may be the company's."""
    found = company_and_rest(line.split(), reading.journal)
    return _statement(" ".join(found[1]) if found else line, reading)


def _language(reading: Reading) -> str:
    """The language that most of the journal is in."""
    files = reading.configuration.listing().entries
    return language_of_most(read_source(*one).text or "" for one in files)


def _named(reading: Reading, entry: str) -> Logged:
    """The entry at a path, or the note on an application, as it is called in the journal or from here."""
    folder = reading.configuration.folder
    here = Path(entry).absolute()
    paths = {entry, entry.removeprefix(f"{folder.name}/")}
    if here.is_relative_to(folder.absolute()):
        paths.add(here.relative_to(folder.absolute()).as_posix())
    every: tuple[Logged, ...] = (*reading.journal.interviews, *reading.journal.every_note)
    found = next((one for one in every if one.path in paths), None)
    if found is None:
        raise ConfigurationError(f"There is no entry {entry} in {folder}.")
    return found


def _changes(
    reading: Reading, statements: Iterable[tuple[Logged, Statement]], language: str
) -> _Planned:
    """What changes in which file, several statements on one entry together, and what is said of these then."""
    changes: dict[Path, Change] = {}
    warnings: list[Problem] = []
    there: list[str] = []
    for entry, statement in statements:
        path = reading.configuration.folder / entry.path
        known = changes.get(path)
        before = known.before if known else bytes_in(path, reading.configuration.folder)
        mark, text = _text(known.after if known else before, path)
        options = reading_options(reading.configuration, reading.today)
        if isinstance(entry, ApplicationNote):
            done = noted_on_application(entry, text, statement, options, language=language)
        else:
            done = noted(entry.path, text, statement, options, language=language)
        if done.was_there:
            there.append(entry.path)
        warnings += done.warnings
        changes[path] = Change(path, before, mark + done.text.encode())
    changed = [one for one in changes.values() if one.before != one.after]
    return _Planned(changed, warnings, there)


def bytes_in(path: Path, folder: Path) -> bytes:
    """What a file of the journal holds. Raises OutputError for one that leads out of it, or cannot be opened."""
    if not path.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{path} leads out of the journal, so it is not changed.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise OutputError(f"{path} could not be opened: {error.strerror}.") from error


def _text(data: bytes, path: Path) -> tuple[bytes, str]:
    """The byte order mark of a file, where it has one, and its text."""
    mark = b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
    try:
        return mark, data[len(mark) :].decode()
    except UnicodeDecodeError as error:
        raise OutputError(f"{path} is not text in UTF-8, so it is not changed.") from error


def _finish(reading: Reading, planned: _Planned, store: Path, *, dry_run: bool) -> None:
    """Show what changes and change it; with `dry_run` show it only."""
    for path in planned.there:
        tell(f"{path} says so already.")
    for change in planned.changes:
        say(diff_of(change, reading.configuration.folder))
    for warning in planned.warnings:
        tell(str(warning))
    if dry_run or not planned.changes:
        tell("Nothing was changed.")
        return
    apply(planned.changes, store)
    tell("Noted. Undo it with: afterword log --undo")


def _sort(reading: Reading, store: Path, *, inbox: bool, dry_run: bool) -> None:
    """Put lines that were jotted down into the entries that they are about, and tell what is left."""
    path = inbox_in(reading.configuration.folder)
    if inbox and not path.is_file():
        raise ConfigurationError(
            f"There is no {path}. Write lines such as 'Northwind + drew first' into it, on your phone for example."
        )
    data = bytes_in(path, reading.configuration.folder) if inbox else sys.stdin.buffer.read()
    mark, text = _text(data, path)
    found = sorted_lines(text, lambda line: _meant(reading, line))
    planned = _Planned([], [], [])
    taken: list[int] = []
    left = [*found.left]
    language = _language(reading)
    for at, meant in found.statements:
        try:
            planned = _changes(
                reading,
                [*(pair for number, pair in found.statements if number in taken), meant],
                language,
            )
        except AfterwordError as error:
            left.append((at, str(error)))
            continue
        taken.append(at)
    _tell_left(left, text)
    if inbox and taken:
        rest = without(text, taken)
        planned.changes.append(Change(path, data, mark + rest.encode()))
    tell(f"{counted(len(taken), 'line')} understood.")
    _finish(reading, planned, store, dry_run=dry_run)


def _asked(reading: Reading, line: str, role: str) -> tuple[Logged, Statement]:
    """What is meant; at a terminal the role is asked for where several applications are under way."""
    try:
        return _meant(reading, line, role)
    except SeveralError as several:
        if not (several.roles and sys.stdin.isatty()):
            raise
        chosen: str = click.prompt("Which role", type=click.Choice(several.roles), err=True)
        return _meant(reading, line, chosen)


def _meant(reading: Reading, line: str, role: str = "") -> tuple[Logged, Statement]:
    """The entry that a line is about, whose first words name the company, and what it says of it."""
    words = line.split()
    # No name goes on behind a sign.
    named = next((at for at, word in enumerate(words) if at and word[0] in SIGNS), len(words))
    found = company_and_rest([word.rstrip(":,") for word in words[:named]], reading.journal)
    if found is None:
        raise unknown_company(line, reading.journal)
    company, rest = found
    said = words[named - len(rest) :]
    statement = _statement(" ".join(said), reading)
    return entry_meant(reading.journal, company, statement, reading.today, role=role), statement


def _tell_left(left: Iterable[tuple[int, str]], text: str) -> None:
    lines = Lines.of(text)
    for at, why in sorted(left):
        tell(f"Left where it is: '{lines[at].strip()[:80]}'. {why}")
