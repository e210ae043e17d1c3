"""The practice sheet: what they ask on one side, my own notes folded on the other, for the screen and for paper."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.questions import AskedQuestion, asked_questions, to_practise
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.model import Interview
from afterword.pages.words.questions import ANSWERED
from afterword.vocabulary.wording import counted_words

# Nobody practises more than so many; three sheets of paper hold them.
SHEET = 36
# So many of the latest times stand in the notes, each with so many of that day's notes on the same theme.
TIMES = 4
NOTED = 3


class SheetRow(NamedTuple):
    """A question, the themes it is about, and my notes on the latest times it was asked: how it went, where, what I noted."""

    question: str
    themes: tuple[str, ...]
    notes: tuple[tuple[str, str, str, int, tuple[str, ...]], ...]


def practice_page(edition: Edition) -> str:
    """The sheet, as Markdown; it is reached from the questions."""
    asked = edition.answer(asked_questions)
    return render(
        edition,
        addresses.PRACTICE,
        "practice.md",
        lead=practice_lead(asked),
        rows=tuple(_row(one, edition) for one in to_practise(asked)[:SHEET]),
    )


def practice_lead(asked: Sequence[AskedQuestion]) -> str:
    """How to use the sheet, and what it leaves out."""
    if not asked:
        return "Questions that you write down will stand here to be practised, with what you noted beside them."
    told = "Read one aloud, answer it aloud, then open your notes. On paper, fold along the dashed line."
    if len(asked) <= SHEET:
        return told
    return (
        f"{told} These are the {SHEET} most worth it, of {counted_words(len(asked), 'question')}."
    )


def _row(one: AskedQuestion, edition: Edition) -> SheetRow:
    return SheetRow(
        question=one.text,
        themes=one.themes,
        notes=tuple(
            (
                ANSWERED[time.answered],
                time.company,
                time.path,
                time.line,
                (
                    *filter(None, [time.why]),
                    *time.notes,
                    *_noted(one, edition.interviews[time.path]),
                ),
            )
            for time in reversed(one.asked[-TIMES:])
        ),
    )


def _noted(one: AskedQuestion, interview: Interview) -> tuple[str, ...]:
    """What I noted that day on the theme of a question: what went badly first, then what I meant to do, then what went well."""
    notes = (*interview.went_badly, *interview.do_differently, *interview.went_well)
    themes = set(one.themes)
    return tuple(item.text for item in notes if themes.intersection(item.all_themes))[:NOTED]
