"""The answers about a journal as parts of its document: the same functions that the pages lay out."""

from __future__ import annotations

from datetime import date

from afterword.analysis.applied import applied
from afterword.analysis.forecast import forecast
from afterword.analysis.funnel import funnel
from afterword.analysis.resilience import felt, live_weeks, most_live, rests, weeks_since_begun
from afterword.analysis.standing import standings
from afterword.analysis.themes import by_month, shares_over_time, theme_notes
from afterword.analysis.waits import by_length, half_within, stage_waits, waits
from afterword.cli.exporting.document import (
    Document,
    exported_application,
    exported_follow_up,
    exported_interview,
    exported_note,
    exported_problem,
)
from afterword.cli.exporting.feedback import exported_rejections, exported_responses
from afterword.cli.exporting.findings import exported_changes, exported_findings
from afterword.cli.exporting.parts import exported_narrowed, exported_reviews, exported_totals
from afterword.cli.exporting.practice import (
    exported_answers,
    exported_commitments,
    exported_effects,
    exported_practice,
    exported_questions,
    exported_stories,
    exported_tellings,
)
from afterword.cli.project.options import Reading, owed
from afterword.model import Journal

FORMAT = "afterword/1"


def exported(reading: Reading) -> Document:
    """The whole document."""
    journal, today = reading.journal, reading.today
    due = owed(reading)
    return {
        "format": FORMAT,
        "today": today.isoformat(),
        "totals": exported_totals(journal, today),
        "findings": exported_findings(journal, today),
        "changes": exported_changes(journal),
        "interviews": [
            exported_interview(one, stands) for one, stands in standings(journal, today)
        ],
        "applications": [
            *(
                exported_application(one, today, [each for each in due if each.path in one.paths])
                for one in journal.applications
            ),
            *map(exported_note, journal.notes),
        ],
        "applied": _applied(journal, today),
        "themes": _themes(journal),
        "shares": _shares(journal),
        "rejections": exported_rejections(journal),
        "responses": exported_responses(journal),
        "forecast": _forecast(journal, today),
        "funnel": _funnel(journal, today),
        "waits": _waits(journal, today),
        "resilience": _resilience(journal, today),
        "commitments": exported_commitments(journal, today),
        "questions": exported_questions(journal),
        "stories": exported_stories(journal),
        "told": exported_tellings(journal),
        "answers": exported_answers(journal),
        "effects": exported_effects(journal),
        "practise": exported_practice(journal, today),
        "reviews": exported_reviews(journal, today),
        "narrowed": exported_narrowed(journal, today),
        "follow_ups": [exported_follow_up(one) for one in due],
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
            "inferred": sum(1 for noted in (*one.well, *one.badly) if noted.item.inferred_themes),
            "trend": one.trend.value if one.trend else None,
            "interviews": list(one.paths),
            "months": {
                f"{month:%Y-%m}": {"went_well": len(well), "went_badly": len(badly)}
                for month, (well, badly) in by_month(one).items()
            },
            "months_badly": sum(1 for _, badly in by_month(one).values() if badly),
        }
        for one in theme_notes(journal)
    ]


def _shares(journal: Journal) -> list[Document]:
    return [
        {
            "month": f"{one.first:%Y-%m}",
            "went_well": one.month_well,
            "went_badly": one.month_badly,
            "three_months": {
                "went_well": one.well,
                "went_badly": one.badly,
                "notes": one.well + one.badly,
            },
            "share": one.share,
            "low": one.interval.low,
            "high": one.interval.high,
        }
        for one in shares_over_time(journal)
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
                "interval": {"low": one.interval.low, "high": one.interval.high},
            }
            for one in answer.bins
        ],
        "enough": answer.enough,
        "base_rate": answer.base_rate,
        "said": answer.said,
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
            "decided": stage.decided,
            "share": stage.share,
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
            "on_time": len(one.on_time),
            "late": len(one.late),
            "median_said": one.median_said,
            "median": one.median,
        }
        for one in stage_waits(waits(journal, today))
    ]


def _resilience(journal: Journal, today: date) -> Document:
    weeks, waited = live_weeks(journal, today), waits(journal, today)
    written = [one.feeling for one in felt(journal)]
    return {
        "weeks": [{"week": one.first.isoformat(), "live": len(one.live)} for one in weeks],
        "weeks_without": sum(one.weeks for one in rests(weeks)),
        "rests": [{"week": one.first.isoformat(), "weeks": one.weeks} for one in rests(weeks)],
        "weeks_since_begun": weeks_since_begun(journal, today),
        "most": most_live(weeks),
        "silences": [len(one) for one in by_length(waited)],
        "median": half_within(waited),
        "felt_in": len(written),
        "felt": {str(level): written.count(level) for level in range(1, 6)},
    }
