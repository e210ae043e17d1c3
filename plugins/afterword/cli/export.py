"""`afterword export`: the journal and every answer about it, for other programs."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from afterword.analysis.standing import Standing, standings
from afterword.cli.exporting.answers import exported
from afterword.cli.exporting.calendar import calendar
from afterword.cli.exporting.document import percent, said_by_thing
from afterword.cli.exporting.report import Span, report_table, reported, span, tell_about
from afterword.cli.exporting.sheets import for_excel, sheet
from afterword.cli.output import as_json, form_of, hand_out, outside
from afterword.cli.project.options import Reading, journal_options, owed, read, tell_unread
from afterword.errors import AfterwordError
from afterword.model import Interview, Journal, Observation
from afterword.vocabulary.sections import Section, items_of

_EPILOG = """\b
Examples:
  afterword export --format json
  afterword export --output interviews.ics
  afterword export --format csv > interviews.csv
  afterword export --format report --from "1 nov" --until today --weekly 3 --output november.csv
"""


@click.command(epilog=_EPILOG)
@journal_options
@click.option(
    "--format",
    "form",
    type=click.Choice(["json", "csv", "report", "ics"]),
    help="What to write; if left out, what the name of the file says, else json. A report is a table of applications and interviews "
    "for an office, without reflections.",
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
@click.option(
    "--excel", is_flag=True, help="Begin a table with the mark by which Excel reads every letter."
)
@click.option(
    "--from",
    "first",
    metavar="DAY",
    help="A report's first day, such as 2026-11-01 or last monday.",
)
@click.option(
    "--until", "--to", "last", metavar="DAY", help="A report's last day, such as today or 12 nov."
)
@click.option(
    "--weekly",
    type=click.IntRange(min=1),
    metavar="N",
    help="Say how many steps each week of a report has, where N are wanted.",
)
def export(
    config: Path | None,
    journal: Path | None,
    today: str | None,
    *,
    form: str | None,
    output: Path | None,
    force: bool,
    **choices: Any,
) -> None:
    """Print the journal: as one JSON document with every answer, as a table with a row for each interview, as a report for an office, or as a calendar."""
    form = form or form_of(output)
    _require_sense(form, choices)
    # What its writer wants nobody to see is not for an office either.
    reading = read(config, journal, today, for_publishing=form == "report")
    days = span(choices["first"], choices["last"], choices["weekly"], reading)
    # What is made of a bare folder is not known.
    if output is not None and journal is None:
        outside(output, reading.configuration.sources)
    tell_unread(reading)
    document = _document(reading, form, days)
    if choices["excel"]:
        document = for_excel(str(document))
    hand_out(document, form, output, force=force)


def _require_sense(form: str, choices: Mapping[str, Any]) -> None:
    """Raises AfterwordError for choices that belong to another form than this."""
    if form != "report" and any(choices[name] is not None for name in ("first", "last", "weekly")):
        raise AfterwordError("--from, --until and --weekly are for a report: add --format report.")
    if choices["excel"] and form not in {"csv", "report"}:
        raise AfterwordError("--excel is for a table: add --format csv or --format report.")


def _document(reading: Reading, form: str, days: Span) -> str | bytes:
    if form == "json":
        return as_json(exported(reading))
    if form == "csv":
        return table(reading.journal, reading.today)
    if form == "report":
        rows = reported(reading, days)
        tell_about(reading, rows, days)
        return report_table(rows)
    return calendar(owed(reading), reading.journal, reading.today)


def table(journal: Journal, today: date) -> str:
    """The interviews as CSV, a row each below a row of names; several texts in a cell are parted by line breaks."""
    return sheet(_COLUMNS, (_row(one, stands) for one, stands in standings(journal, today)))


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
