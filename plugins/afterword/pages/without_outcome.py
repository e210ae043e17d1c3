"""Old applications without an outcome: a list to work through, at leisure, with the line to write for each."""

from __future__ import annotations

from afterword.analysis.applied import lapsed_notes
from afterword.analysis.standing import lapsed
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.lapsed import lapsed_told, old_applications, old_notes
from afterword.edition.rendering import render


def has_lapsed_ones(edition: Edition) -> bool:
    """Whether any application is let go without an outcome."""
    return bool(edition.answer_today(lapsed) or edition.answer_today(lapsed_notes))


def without_outcome_page(edition: Edition) -> str:
    """The list, as Markdown."""
    old, notes = edition.answer_today(lapsed), edition.answer_today(lapsed_notes)
    return render(
        edition,
        addresses.WITHOUT_OUTCOME,
        "without_outcome.md",
        lead=lapsed_told(old, notes) or "Every old application has its outcome.",
        old=(
            *old_applications(old, edition.today),
            *old_notes(notes, edition.journal, edition.today),
        ),
    )
