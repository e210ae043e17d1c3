"""`afterword import`: what you have in a tracker or a sheet, first said, then written as new files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from afterword.cli.importing.document import table_document
from afterword.cli.importing.new_files import tell_of_each
from afterword.cli.importing.notes import import_notes
from afterword.cli.output import hand_out, say, tell
from afterword.cli.project.options import Reading, journal_options, read, reading_options
from afterword.days import DayOrder
from afterword.errors import ConfigurationError, OutputError
from afterword.reading import read_source
from afterword.vocabulary.sections import TITLES
from afterword.vocabulary.wording import counted, listed
from afterword.writing.entries.names import entry_name
from afterword.writing.entries.places import IMPORTED
from afterword.writing.files import copy_apart
from afterword.writing.importing.columns import Understood, understood
from afterword.writing.importing.known import Known
from afterword.writing.importing.meanings import SECTION_OF, Meaning
from afterword.writing.importing.note_files import Notes, notes_in, notes_in_file
from afterword.writing.importing.plan import Plan, plan_of
from afterword.writing.importing.rows import Made
from afterword.writing.importing.tables import table_in
from afterword.writing.starting.example import take_example_away

DOUBTED = 1
_SAID = {
    Meaning.ROUND_DAY: "an interview of its own",
    Meaning.KEPT: "kept as it is",
    Meaning.NOTES: "the text below",
    **{meaning: f"section {TITLES[section]}" for meaning, section in SECTION_OF.items()},
}
# So much of a cell tells which one it is.
_SHOWN = 60
_EPILOG = """\b
Examples:
  afterword import applications.csv
  afterword import applications.csv --dates day-first --write
  afterword import tracker.json --column "Org=company" --write
  afterword import ~/Vault/Interviews
"""


@click.command("import", epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path))
@journal_options
@click.option(
    "--dates",
    type=click.Choice([one.value for one in DayOrder]),
    help="How 03/04/2026 is meant; else by the column's own days, or by mkdocs.yml.",
)
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="HEADER=KEY",
    help="What a column is: company, role, applied, outcome, date, round, source, notes, or a section such as went_well or feedback.",
)
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True
)
@click.option("--write", is_flag=True, help="Write the new files; without it nothing is written.")
def import_(  # noqa: PLR0913  one argument an option
    file: Path,
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    dates: str | None,
    columns: tuple[str, ...],
    form: str,
    write: bool,
) -> None:
    """Read what you have elsewhere from FILE: a tracker's export or a sheet of your own as CSV or JSON, a note, a diary of Day One or jrnl, or a folder of notes.

    Says what it understood; with --write it makes new files, and nothing that is there is changed. An application without an
    interview becomes a note on the application, each interview an entry. Importing twice adds nothing.
    Ends with the status 1 where something is doubtful or left out.
    """  # fmt: skip
    reading = read(config, journal, today)
    if (notes := _notes(file)) is not None:
        sys.exit(DOUBTED * import_notes(notes, reading, dates=dates, form=form, write=write))
    table, told = _table(file, reading, dates, columns)
    sources = [read_source(*one) for one in reading.configuration.listing().entries]
    texts = {one.path: one.text or "" for one in sources}
    options = reading_options(reading.configuration, reading.today)
    plan = plan_of(table, reading.journal, texts, options, reading.today)
    if form == "json":
        hand_out(table_document(table, plan, told, write=write), form)
    else:
        say("\n".join([*told, *_columns(table), *_rows(plan)]))
    if write:
        tell_of_each(_written(plan, reading.configuration.folder))
        if plan.new:
            take_example_away(reading.configuration.folder)
    tell(_summary(plan, write=write))
    if any(one.doubts or one.dropped for one in plan.read):
        sys.exit(DOUBTED)


def _notes(file: Path) -> Notes | None:
    """The notes that a folder or a file holds; None for what may be a table."""
    if file.is_dir():
        return notes_in(file)
    return notes_in_file(file) if file.is_file() else None


def _table(
    file: Path, reading: Reading, dates: str | None, columns: tuple[str, ...]
) -> tuple[Understood, tuple[str, ...]]:
    """The table in a file with its columns told apart, and what is said of how it was read."""
    if file.exists() and not file.is_file():
        raise OutputError(f"{file} is no file that ends, such as a table or a note.")
    try:
        data = file.read_bytes()
    except OSError as error:
        raise OutputError(f"{file} could not be opened: {error.strerror}.") from error
    table = table_in(data)
    order = DayOrder(dates) if dates else reading.configuration.options.dates
    return understood(table, order, _named(columns)), table.told


def _named(columns: tuple[str, ...]) -> dict[str, str]:
    """The meanings of columns that were given by hand."""
    named = {}
    known = [one.value for one in Meaning if one not in {Meaning.ROUND_DAY, Meaning.KEPT}]
    for one in columns:
        header, _, key = one.rpartition("=")
        if not header or key not in known:
            raise ConfigurationError(
                f"--column wants a header and what it is, such as 'Org=company': {listed(known)}."
            )
        named[header] = key
    return named


def _columns(table: Understood) -> Iterator[str]:
    yield "Columns"
    for one in table.columns:
        order = f", {one.order.value.replace('-', ' ')}" if one.order else ""
        yield f"  {one.header or '(no header)'} → {_SAID.get(one.meaning, one.meaning.value)}{order}"


def _rows(plan: Plan) -> Iterator[str]:
    """What becomes of each row, and of which nothing does."""
    lists = (
        ("To write", [(one.line, f"{_what(one.made.company, one.made.role)}: {_kind(one.made)}, {one.made.day}") for one in plan.new]),
        ("There already", [(0, _known(one)) for one in plan.known]),
        ("Left out", [(one.line, f"{_what(one.company, one.role)}: {one.dropped}") for one in plan.read if one.dropped]),
        ("Doubtful", [(one.line, f"{_what(one.company, one.role)}: {doubt}") for one in plan.read for doubt in one.doubts]),
    )  # fmt: skip
    for title, lines in lists:
        if lines:
            yield ""
            yield title
            yield from (
                f"  {f'line {line}  ' if line else ''}{' '.join(text.split())}"
                for line, text in lines
            )


def _known(one: Known) -> str:
    """What is there already, and what its row says beside what the entry has, which is for the person to add."""
    what = f"{_what(one.made.company, one.made.role)}, {one.made.day}"
    if not one.lacks:
        return what
    more = "; ".join(f'{key} "{_shown(value)}"' for key, value in one.lacks)
    return (
        f"{what}: {one.path} does not have {more}. Add there what matters; import changes no entry"
    )


def _shown(value: str) -> str:
    """The beginning of a cell, on one line."""
    words = " ".join(value.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rsplit(' ', 1)[0]} …"


def _what(company: str, role: str) -> str:
    return ", ".join(filter(None, (company, role))) or "no name"


def _kind(made: Made) -> str:
    if made.is_note:
        return "application note, applied"
    return f"interview ({made.round})" if made.round else "interview"


def _written(plan: Plan, folder: Path) -> Iterator[Path]:
    """The new files, in a folder of their own in the journal."""
    inside = folder / IMPORTED
    if not inside.resolve().is_relative_to(folder.resolve()):
        raise OutputError(f"{inside} leads out of the journal, so nothing was written.")
    for one in plan.new:
        name = entry_name(
            one.made.day,
            one.made.company,
            one.made.round or ("application" if one.made.is_note else ""),
        )
        # Whoever imports the same at the same moment writes the same.
        yield copy_apart(inside / name, one.text.encode())


def _summary(plan: Plan, *, write: bool) -> str:
    notes = sum(1 for one in plan.new if one.made.is_note)
    parts = [counted(notes, "application note"), counted(len(plan.new) - notes, "interview")]
    doubtful = [one for one in plan.read if one.doubts]
    unwritten = sum(1 for one in doubtful if not one.is_written)
    dropped = sum(1 for one in plan.read if one.dropped)
    of_which = f", of which {unwritten} {'is' if unwritten == 1 else 'are'} not written"
    rest = f"{len(doubtful)} doubtful{of_which if unwritten else ''}, {dropped} left out, {len(plan.known)} there already"
    if more := sum(1 for one in plan.known if one.lacks):
        rest += f", {more} of which the table says more of"
    done = "written" if write else "to write"
    how = "" if write or not plan.new else " Nothing is written yet: add --write."
    return f"{listed(parts)} {done}; {rest}.{how}"
