"""The answers about a journal as parts of its document: the same functions that the pages lay out."""

from __future__ import annotations

from datetime import date

from afterword.analysis.applied import applied
from afterword.analysis.forecast import forecast
from afterword.analysis.funnel import funnel
from afterword.analysis.rejections import Cell, Quote, rejections
from afterword.analysis.resilience import live_weeks, rests
from afterword.analysis.responses import responses
from afterword.analysis.standing import standings
from afterword.analysis.themes import by_month, shares_over_time, theme_notes
from afterword.analysis.waits import by_length, stage_waits, waits
from afterword.cli.document import (
    Document,
    exported_application,
    exported_follow_up,
    exported_interview,
    exported_note,
    exported_problem,
)
from afterword.cli.practice import (
    exported_commitments,
    exported_questions,
    exported_stories,
    exported_tellings,
)
from afterword.cli.reading import Reading, owed
from afterword.model import Journal

FORMAT = "afterword/1"


def exported(reading: Reading) -> Document:
    """The whole document."""
    journal, today = reading.journal, reading.today
    return {
        "format": FORMAT,
        "today": today.isoformat(),
        "interviews": [
            exported_interview(one, stands) for one, stands in standings(journal, today)
        ],
        "applications": [
            *(exported_application(one, today) for one in journal.applications),
            *map(exported_note, journal.notes),
        ],
        "applied": _applied(journal, today),
        "themes": _themes(journal),
        "shares": _shares(journal),
        "rejections": _rejections(journal),
        "responses": _responses(journal),
        "forecast": _forecast(journal, today),
        "funnel": _funnel(journal, today),
        "waits": _waits(journal, today),
        "resilience": _resilience(journal, today),
        "commitments": exported_commitments(journal, today),
        "questions": exported_questions(journal),
        "stories": exported_stories(journal),
        "told": exported_tellings(journal),
        "follow_ups": [exported_follow_up(one) for one in owed(reading)],
        "problems": [exported_problem(one) for one in journal.problems],
    }


def _themes(journal: Journal) -> list[Document]:
    return [
        {
            "theme": one.theme,
            "went_well": len(one.well),
            "went_badly": len(one.badly),
            "praise": len(one.praise),
            "gap": len(one.gaps),
            "trend": one.trend.value if one.trend else None,
            "interviews": list(one.paths),
            "months": {
                f"{month:%Y-%m}": {"went_well": len(well), "went_badly": len(badly)}
                for month, (well, badly) in by_month(one).items()
            },
        }
        for one in theme_notes(journal)
    ]


def _shares(journal: Journal) -> list[Document]:
    return [
        {
            "month": f"{one.first:%Y-%m}",
            "went_well": one.month_well,
            "went_badly": one.month_badly,
            "three_months": {"went_well": one.well, "went_badly": one.badly},
            "share": one.share,
            "low": one.interval.low,
            "high": one.interval.high,
        }
        for one in shares_over_time(journal)
    ]


def _rejections(journal: Journal) -> Document:
    answer = rejections(journal)
    return {
        "applications": len(answer.applications),
        "with_feedback": len(answer.with_feedback),
        "asked": len(answer.asked),
        "answered": len(answer.answered),
        "no_answer": answer.silent,
        "cancelled": len(answer.cancelled),
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


def _responses(journal: Journal) -> list[Document]:
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
            "reasons_since": len(one.since.reasons),
            "named_since": len(one.since.named),
        }
        for one in responses(journal)
    ]


def _forecast(journal: Journal, today: date) -> Document:
    answer = forecast(journal, today)
    return {
        "n": answer.n,
        "brier": answer.brier,
        "by_kind": {
            one.kind.value: {
                "n": one.n,
                "said": one.said,
                "happened": one.happened,
                "brier": one.brier,
                "chance": one.chance,
                "lean": one.lean.value if one.lean else None,
            }
            for one in answer.by_kind
        },
        "bins": [
            {
                "low": one.low,
                "high": one.high,
                "n": one.n,
                "said": one.said,
                "happened": one.happened,
            }
            for one in answer.bins
        ],
        "enough": answer.enough,
        "base_rate": answer.base_rate,
        "half_brier": answer.half_brier,
        "known_brier": answer.known_brier,
        "chance": answer.chance,
        "lean": answer.lean.value if answer.lean else None,
        "rests_on_silence": answer.rests_on_silence,
        "silent": answer.silent,
        "open": len(answer.open),
        "withdrawn": answer.withdrawn,
        "cancelled": answer.cancelled,
    }


def _applied(journal: Journal, today: date) -> Document:
    """What came of the applications since the first that is noted without an interview."""
    answer = applied(journal, today)
    return {
        "since": answer.since and answer.since.isoformat(),
        "led": len(answer.led),
        "alone": len(answer.alone),
        "unanswered": answer.unanswered,
        "low": answer.interval.low,
        "high": answer.interval.high,
    }


def _funnel(journal: Journal, today: date) -> list[Document]:
    return [
        {
            "kind": stage.kind.value,
            "reached": stage.reached,
            "passed": stage.passed,
            "open": stage.open,
            "low": stage.interval.low,
            "high": stage.interval.high,
            "ended": stage.ended,
            "withdrawn": stage.withdrawn,
            "cancelled": stage.cancelled,
        }
        for stage in funnel(journal, today).stages
    ]


def _waits(journal: Journal, today: date) -> list[Document]:
    return [
        {
            "kind": one.kind.value,
            "said": len(one.said),
            "answered": len(one.answered),
            "open": len(one.open),
            "unanswered": len(one.unanswered),
            "ended_by_me": len(one.ended_by_me),
            "median_said": one.median_said,
            "median": one.median,
        }
        for one in stage_waits(waits(journal, today))
    ]


def _resilience(journal: Journal, today: date) -> Document:
    weeks = live_weeks(journal, today)
    return {
        "weeks": [{"week": one.first.isoformat(), "live": len(one.live)} for one in weeks],
        "weeks_without": sum(one.weeks for one in rests(weeks)),
        "silences": [len(one) for one in by_length(waits(journal, today))],
    }
