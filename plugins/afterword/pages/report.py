"""The page that proves a search: when and how I applied, when I was interviewed, how it ended, and nothing else."""

from __future__ import annotations

from afterword.analysis.report import report_rows
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.vocabulary.wording import counted


def report_page(edition: Edition) -> str:
    """The one page of a site that proves a search, as Markdown."""
    days = edition.audience
    rows = report_rows(edition.journal, edition.today, first=days.first, last=days.last)
    applications = len({(row.company, row.position) for row in rows})
    lead = f"{counted(len(rows), 'step')} in {counted(applications, 'application')}"
    return render(
        edition,
        addresses.TODAY,
        "report.md",
        rows=rows,
        lead=lead,
        first=days.first,
        last=days.last,
    )
