"""What they said, as parts of the document: the rejections, and what came of each theme that one names."""

from __future__ import annotations

from afterword.analysis.rejections import Cell, Quote, rejections
from afterword.analysis.responses import responses
from afterword.cli.exporting.document import Document
from afterword.model import Journal


def exported_rejections(journal: Journal) -> Document:
    """The rejections with what they said, and what else ended without one."""
    answer = rejections(journal)
    return {
        "applications": len(answer.applications),
        "with_feedback": len(answer.with_feedback),
        "asked": len(answer.asked),
        "answered": len(answer.answered),
        "no_answer": answer.silent,
        "cancelled": len(answer.cancelled),
        "withdrawn": len(answer.withdrawn),
        "never_answered": len(answer.no_answer),
        "median_days": answer.median_days,
        "by_round": {kind.value: len(interviews) for kind, interviews in answer.by_round.items()},
        "themes": [
            {
                "theme": one.theme,
                "gap": one.gap,
                "praise": one.praised,
                "contradicted": one.contradicted,
                "quotes": [_quote(quote) for quote in (*one.gaps, *one.praise)],
            }
            for one in answer.themes
        ],
        "cells": {
            "both": _named(answer.cells.both),
            "only_they": _named(answer.cells.only_they),
            "only_i": _named(answer.cells.only_i),
            "both_praised": _named(answer.cells.both_praised),
        },
    }


def _named(cells: tuple[Cell, ...]) -> list[str]:
    return [one.theme for one in cells]


def _quote(quote: Quote) -> Document:
    interview = quote.interview
    return {
        "text": quote.feedback.text,
        "company": interview.company,
        "path": interview.path,
        "line": quote.feedback.line,
    }


def exported_responses(journal: Journal) -> list[Document]:
    """For each theme that a rejection names: they say, I say, tried, since then."""
    return [
        {
            "theme": one.theme,
            "named": len(one.named),
            "reasons": len(one.reasons),
            "mine": len(one.mine),
            "tried": len(one.tried),
            "helped": len(one.helped),
            "since": one.since.day.isoformat(),
            "well_since": len(one.since.well),
            "badly_since": len(one.since.badly),
            "notes_since": len(one.since.well) + len(one.since.badly),
            "reasons_since": len(one.since.reasons),
            "named_since": len(one.since.named),
        }
        for one in responses(journal)
    ]
