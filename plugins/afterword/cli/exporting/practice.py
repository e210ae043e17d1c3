"""What I practise, as parts of the document: commitments, questions and stories."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

from afterword.analysis.commitments import (
    Effect,
    ThemeNote,
    commitments,
    effects,
    since_made,
    tally,
)
from afterword.analysis.questions import answer_counts, asked_questions
from afterword.analysis.stories import stories
from afterword.analysis.themes import keep_doing, practise_next, theme_notes
from afterword.analysis.told import told_things
from afterword.cli.exporting.document import Document
from afterword.kinds import Answered
from afterword.model import Journal
from afterword.pages.practice import SHEET


def exported_commitments(journal: Journal, today: date) -> list[Document]:
    """Every commitment with its tries, and what came of its theme where that can be counted."""
    made = commitments(journal)
    told, since = effects(journal, made), since_made(journal, made)
    return [
        {
            "text": one.text,
            "made_in": one.made_in,
            "tried_in": [
                {"path": each.path, "helped": each.helped.value if each.helped else None}
                for each in one.tries
            ],
            "state": one.state.value,
            "themes": list(one.themes),
            "line": one.line,
            "company": one.company,
            "made_on": one.made_on.isoformat(),
            "open_for": None if one.tries else one.open_for(today),
            "since_made": _sides(since.get((one.made_in, one.line), ())),
            "effect": _effect(told.get((one.made_in, one.line))),
        }
        for one in made
    ]


def exported_effects(journal: Journal) -> Document:
    """How many commitments were tried and helped, and for how many the theme went better, and would without any effect."""
    made = commitments(journal)
    return asdict(tally(made, tuple(effects(journal, made).values())))


def exported_practice(journal: Journal, today: date) -> Document:
    """The theme to practise and the one to keep doing, as the first page names them; null where there is none."""
    notes = theme_notes(journal)
    practice, keep = practise_next(notes, today), keep_doing(notes)
    return {
        "next": practice and {"theme": practice.notes.theme, "interviews": practice.interviews},
        "keep": keep
        and {
            "theme": keep.theme,
            "well": len(keep.well),
            "notes": len(keep.well) + len(keep.badly),
        },
    }


def _effect(effect: Effect | None) -> Document | None:
    if effect is None:
        return None
    sides = (("before", effect.before), ("after", effect.after))
    return {
        "theme": effect.theme,
        **{when: _sides(notes) for when, notes in sides},
        "by_chance": effect.by_chance,
    }


def _sides(notes: Sequence[ThemeNote]) -> Document:
    well = sum(one.well for one in notes)
    return {"went_well": well, "went_badly": len(notes) - well}


def exported_questions(journal: Journal) -> list[Document]:
    """Every question with each time it was asked."""
    return [
        {
            "text": one.text,
            "themes": list(one.themes),
            "asked": [
                {
                    "path": each.path,
                    "company": each.company,
                    "answered": each.answered.value if each.answered else None,
                }
                for each in one.asked
            ],
        }
        for one in asked_questions(journal)
    ]


def exported_answers(journal: Journal) -> Document:
    """How many questions came up, how I answered, and how many of them stand on the practice sheet."""
    asked = asked_questions(journal)
    return {**asdict(answer_counts(asked)), "on_sheet": min(SHEET, len(asked))}


def exported_tellings(journal: Journal) -> list[Document]:
    """Every thing that I told them, with each time, and the applications that were told different things."""
    return [
        {
            "thing": one.name,
            "told": [
                {
                    "path": each.interview.path,
                    "company": each.interview.company,
                    "text": each.said.text,
                    "line": each.said.line,
                }
                for those in one.told
                for each in those.tellings
            ],
            "differs": [those.application.id for those in one.differing],
        }
        for one in told_things(journal)
    ]


def exported_stories(journal: Journal) -> list[Document]:
    """Every story with each time it was told, and how it landed."""
    answer = stories(journal)
    return [
        {
            "story": one.name,
            "themes": list(one.themes),
            "told": [
                {
                    "path": each.interview.path,
                    "company": each.interview.company,
                    "landed": each.story.landed.value if each.story.landed else None,
                }
                for each in one.told
            ],
            **{
                word.value: sum(1 for each in one.told if each.story.landed is word)
                for word in Answered
            },
            "carries": one in answer.carries,
            "worn_out": one in answer.worn_out,
        }
        for one in answer.stories
    ]
