"""The table that proves a search to an office, and what there is to say beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import click

from afterword.analysis.report import ReportRow, report_rows
from afterword.analysis.weekly import Week, weeks
from afterword.audience.audience import Audience, Profile
from afterword.audience.profiles import seen_by
from afterword.cli.exporting.sheets import sheet
from afterword.cli.project.options import Reading
from afterword.cli.project.typed import days_between
from afterword.frozen import dataclass
from afterword.model import Application
from afterword.vocabulary.wording import counted, short_day

_COLUMNS = ("date", "company", "position", "status", "method", "result", "result_date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days that a report is about, and how many steps a week are wanted; None where that is not said."""

    first: date | None = None
    last: date | None = None
    weekly: int | None = None


def span(first: str | None, last: str | None, weekly: int | None, reading: Reading) -> Span:
    """The days as they were typed, in the order of numbers that the journal's options name. Raises ConfigurationError where one cannot be read, or the last comes first."""
    order = reading.configuration.options.dates
    begins, ends = days_between(first, last, reading.today, order)
    return Span(first=begins, last=ends, weekly=weekly)


def reported(reading: Reading, days: Span) -> tuple[ReportRow, ...]:
    """The rows as a report's readers may see them, by the rules of that profile."""
    audience = Audience(profile=Profile.REPORT, shared=True, first=days.first, last=days.last)
    roles = reading.configuration.options.report_roles
    seen = seen_by(reading.journal, audience, roles=roles)
    return report_rows(seen, reading.today, first=days.first, last=days.last)


def report_table(rows: Sequence[ReportRow]) -> str:
    """The rows as CSV."""
    return sheet(_COLUMNS, (_cells(row) for row in rows))


def _cells(row: ReportRow) -> dict[str, object]:
    return {
        "date": f"{row.day:%Y-%m}" if row.whole_month else row.day.isoformat(),
        "company": row.company,
        "position": row.position,
        "status": row.status,
        "method": row.method,
        "result": row.result,
        "result_date": row.heard,
    }


def tell_about(reading: Reading, rows: Sequence[ReportRow], days: Span) -> None:
    """Say on standard error what the table holds, lacks, and is not."""
    for line in (*_about(reading, rows, days), *_weekly(rows, days, reading.today)):
        click.echo(line, err=True)


def _about(reading: Reading, rows: Sequence[ReportRow], days: Span) -> Iterator[str]:
    yield f"{counted(len(rows), 'row')}. Your office's own form decides what it wants to know; this is to copy from."
    if any(row.position.startswith("Position ") for row in rows):
        yield "Roles are only numbered. The words of them that it may say: report: {roles: [cook, senior]}, below afterword: in mkdocs.yml."
    if without := sum(1 for row in rows if not row.method):
        yield f"{counted(without, 'row')} without a method: source: says how an application went out, format: how an interview was held."
    if undated := sum(1 for one in reading.journal.applications if _is_undated(one, days)):
        noun = "application has" if undated == 1 else "applications have"
        yield f"{undated} {noun} no applied:, so only the interviews are rows."
    if withheld := len(reading.journal.withheld.paths):
        yield f"{counted(withheld, 'file')} with draft: true or publish: false left out."


def _is_undated(one: Application, days: Span) -> bool:
    """Whether nobody knows when an application went out that has an interview in these days."""
    met = (each.when.day for each in one.interviews)
    first, last = days.first or date.min, days.last or date.max
    return one.applied is None and any(first <= day <= last for day in met)


def _weekly(rows: Sequence[ReportRow], days: Span, today: date) -> Iterator[str]:
    """How many steps each week has, and how many of the whole weeks have as many as are wanted."""
    done = [row.day for row in rows if not (row.coming or row.whole_month or row.day > today)]
    if days.weekly is None or not (days.first or done):
        return
    first, last = days.first or done[0], min(days.last or today, today)
    found = weeks(done, first, last)
    yield f"Steps in each week, from Monday to Sunday ({days.weekly} wanted):"
    yield from (f"  {_week(one, days.weekly, today)}" for one in found)
    whole = [one for one in found if one.is_whole]
    enough = sum(1 for one in whole if one.steps >= days.weekly)
    yield f"{enough} of {counted(len(whole), 'whole week')} with {days.weekly} or more."
    if months := sum(1 for row in rows if row.whole_month):
        yield f"{counted(months, 'row')} with a month only, counted in no week."


def _week(one: Week, wanted: int, today: date) -> str:
    told = f"{short_day(one.first)} to {short_day(one.last)} {one.last.year}: {one.steps}"
    if one.steps >= wanted:
        return told
    if one.is_whole:
        return f"{told}, {wanted - one.steps} short"
    return f"{told} so far" if one.last == today else f"{told}, part of a week"
