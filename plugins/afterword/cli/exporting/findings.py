"""What stands out, as parts of the document: the one of many that each page names, and the themes that have changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from afterword.analysis.funnel import funnel
from afterword.analysis.rejections import rejections
from afterword.analysis.statistics.standing_out import MINIMUM, Finding
from afterword.analysis.stories import ToldStory, stories
from afterword.analysis.themes import Change, ThemeNotes, carrying, changes, slipping, theme_notes
from afterword.cli.exporting.document import Document
from afterword.model import Journal
from afterword.pages.reflections import heat_of
from afterword.pages.words.reflections import coming_back

_T = TypeVar("_T")


def exported_findings(journal: Journal, today: date) -> Document:
    """What leads in each comparison of the site, with its counts, and how often chance alone does as much; null where nothing can be compared."""
    notes, said = theme_notes(journal), rejections(journal, today)
    return {
        **sides_of(notes),
        "comes_back": _finding(coming_back(heat_of(journal, notes))),
        "named": _finding(said.named),
        "blind_spot": _finding(said.cells.blind_spot),
        "ends": _finding(said.ends),
        "narrows": _finding(funnel(journal, today).narrow),
        "best_story": _finding(stories(journal).best),
    }


def sides_of(notes: Sequence[ThemeNotes], *, minimum: int = MINIMUM) -> Document:
    """The theme that slips, and the one that carries."""
    return {
        "slips": _finding(slipping(notes, minimum=minimum)),
        "carries": _finding(carrying(notes, minimum=minimum)),
    }


def _finding(found: Finding[_T] | None) -> Document | None:
    if found is None:
        return None
    return {
        "leaders": sorted(map(_name, found.leaders)),
        "hits": found.hits,
        "cases": found.cases,
        "all_hits": found.all_hits,
        "all_cases": found.all_cases,
        "chance": found.chance,
        "tier": found.tier.value,
    }


def _name(one: object) -> str:
    return one.name if isinstance(one, ToldStory) else str(one)


def exported_changes(journal: Journal) -> Document:
    """The themes whose newer half went otherwise than their older half."""
    found = changes(theme_notes(journal))
    return {"better": _changes(found.better), "worse": _changes(found.worse)}


def _changes(every: Iterable[Change]) -> list[Document]:
    return [
        {
            "theme": one.notes.theme,
            "older": one.older,
            "newer": one.newer,
            "half": one.half,
            "chance": one.chance,
        }
        for one in every
    ]
