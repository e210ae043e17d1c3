"""What is counted over the whole journal, over each quarter, and over each part that the reflections can be narrowed to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date

from afterword.analysis.notes import note_counts
from afterword.analysis.review import Better, Review, quarter_reviews
from afterword.analysis.themes import theme_notes
from afterword.analysis.timeline import months
from afterword.cli.exporting.document import Document
from afterword.cli.exporting.findings import sides_of
from afterword.model import Journal, Noted
from afterword.pages.narrowed import COMPARED
from afterword.pages.parts.choices import Part, choices


def exported_totals(journal: Journal, today: date) -> Document:
    """How many interviews lie behind us and before us, in how many months, with how many notes."""
    behind = sum(1 for one in journal.interviews if one.happened(today))
    counts = note_counts(journal.interviews, today)
    return {
        "interviews": behind,
        "to_come": len(journal.interviews) - behind,
        "months": len(months(journal)),
        "notes": counts.notes,
        "noted_in": counts.interviews,
        "inferred": counts.inferred,
        "unthemed": counts.unthemed,
    }


def exported_reviews(journal: Journal, today: date) -> list[Document]:
    """What each quarter was."""
    return [
        {"quarter": quarter.slug, **_review(one)}
        for quarter, one in quarter_reviews(journal, today)
    ]


def _review(one: Review) -> Document:
    return {
        "interviews": len(one.interviews),
        "companies": len({each.company for each in one.interviews}),
        "begun": len(one.begun),
        "decisions": len(one.decided),
        "decided": dict(Counter(each.outcome.value for each in one.decided)),
        "better": [_better(each) for each in one.better],
        "back": [{"theme": each.theme, "interviews": _touched(each.items)} for each in one.back],
        "practise": [
            {"theme": each.theme, "interviews": _touched(each.items)} for each in one.exercises
        ],
        "tried": len(one.tried),
        "feedback": len(one.feedback),
    }


def _better(one: Better) -> Document:
    return {
        "theme": one.theme,
        "well_before": one.well_before,
        "before": one.before,
        "well_since": one.well_since,
        "since": len(one.since),
        "chance": one.chance,
        "tier": one.tier.value,
    }


def _touched(items: Iterable[Noted]) -> int:
    return len({each.interview.path for each in items})


def exported_narrowed(journal: Journal, today: date) -> list[Document]:
    """What is counted of each part that has a page of its own: by kind of round, by outcome, by period."""
    return [
        _part(journal, one, today) for choice in choices(journal, today) for one in choice.parts
    ]


def _part(journal: Journal, part: Part, today: date) -> Document:
    alone = replace(journal, interviews=part.interviews)
    notes = [one for one in theme_notes(alone) if one.well or one.badly]
    return {
        "page": part.path.removesuffix(".md"),
        **asdict(note_counts(part.interviews, today)),
        "themes": [
            {"theme": one.theme, "went_well": len(one.well), "went_badly": len(one.badly)}
            for one in notes
        ],
        **sides_of(notes, minimum=COMPARED),
    }
