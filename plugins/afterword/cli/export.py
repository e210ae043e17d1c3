"""`afterword export`: the journal and every answer about it, for other programs."""

from __future__ import annotations

import csv
import io
from datetime import date
from pathlib import Path

import click

from afterword.analysis.standing import Standing, standings
from afterword.cli.answers import exported
from afterword.cli.calendar import calendar
from afterword.cli.document import percent, said_by_thing
from afterword.cli.output import as_json, form_of, hand_out, outside
from afterword.cli.reading import Reading, journal_options, owed, read, tell_unread
from afterword.model import Interview, Journal, Observation
from afterword.vocabulary.sections import Section, items_of

# A spreadsheet takes a cell that begins like this for a formula; what somebody wrote to you may not run there.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_EPILOG = """\b
Examples:
  afterword export --format json
  afterword export --output interviews.ics
  afterword export --format csv > interviews.csv
"""


@click.command(epilog=_EPILOG)
@journal_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "ics"]),
    help="What to write; if left out, what the name of the file says, else json.",
)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Write into this file, as UTF-8; it replaces nothing but an earlier export.",
)
@click.option(
    "--force", is_flag=True, help="Let it replace a file that is no earlier export as well."
)
def export(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    form: str | None,
    output: Path | None,
    force: bool,
) -> None:
    """Print the journal: as one JSON document with every answer, as a table with a row for each interview, or as a calendar."""
    reading = read(config, journal, today)
    # What is made of a bare folder is not known.
    if output is not None and journal is None:
        outside(output, reading.configuration.sources)
    tell_unread(reading)
    form = form or form_of(output)
    hand_out(_document(reading, form), form, output, force=force)


def _document(reading: Reading, form: str) -> str | bytes:
    if form == "json":
        return as_json(exported(reading))
    if form == "csv":
        return table(reading.journal, reading.today)
    return calendar(owed(reading), reading.journal, reading.today)


def table(journal: Journal, today: date) -> str:
    """The interviews as CSV, a row each below a row of names; several texts in a cell are parted by line breaks."""
    rows = [_row(one, stands) for one, stands in standings(journal, today)]
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=list(_COLUMNS), lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: _cell(value) for name, value in row.items()} for row in rows)
    return text.getvalue()


# A spreadsheet has no more than these of the sections.
_SECTIONS = (
    Section.WENT_WELL,
    Section.WENT_BADLY,
    Section.DO_DIFFERENTLY,
    Section.TAKEAWAYS,
    Section.SKILLS,
    Section.QUESTIONS,
    Section.FEEDBACK,
)
_COLUMNS = (
    "path", "company", "role", "date", "round", "kind", "format", "outcome", "decided", "confidence", "feeling", "applied", "source",
    "themes", "said", *_SECTIONS,
)  # fmt: skip


def _row(one: Interview, stands: Standing) -> dict[str, object]:
    told = said_by_thing(one)
    return {
        "path": one.path,
        "company": one.company,
        "role": one.role,
        "date": f"{one.when.day:%Y-%m}" if one.when.whole_month else one.when.day.isoformat(),
        "round": one.round.name if one.round else None,
        "kind": one.kind.value,
        "format": one.format,
        "outcome": stands.outcome.value,
        "decided": one.outcome.decided,
        "confidence": percent(one.confidence),
        "feeling": one.feeling,
        "applied": one.applied,
        "source": one.source,
        "themes": " ".join(one.themes),
        "said": "\n".join(f"{what}: {text}" if what else text for what, text in told.items()),
        **{section.value: _texts(items_of(one, section)) for section in _SECTIONS},
    }


def _texts(items: tuple[Observation, ...]) -> str:
    return "\n".join(item.text for item in items)


def _cell(value: object) -> str:
    """A value as text that no spreadsheet runs."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
