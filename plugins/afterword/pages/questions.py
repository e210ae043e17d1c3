"""The questions: every one that was asked of me, by theme, how I answered, and who asked it again."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.questions import (
    Asked,
    AskedQuestion,
    answer_counts,
    asked_questions,
)
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.kinds import Answered
from afterword.pages.words.questions import ANSWERED
from afterword.vocabulary.wording import counted, counted_words, number_word

# So many questions of a theme are shown, those asked most often.
QUESTIONS = 40

_TONES = {Answered.WELL: "on", Answered.OK: "mine", Answered.BADLY: "not", None: "open"}


class QuestionView(NamedTuple):
    """A question with each time it was asked, the newest first; `number` is its place among all."""

    text: str
    number: int
    times: int
    last: str
    asked: tuple[tuple[Asked, str, str], ...]


class QuestionGroup(NamedTuple):
    """The questions on one theme; the theme is empty for those on none."""

    theme: str
    questions: tuple[QuestionView, ...]


def questions_page(edition: Edition) -> str:
    """The page of questions, as Markdown."""
    asked = edition.answer(asked_questions)
    views = [_view(at, one) for at, one in enumerate(asked)]
    again = tuple(one for one in views if one.times > 1)[:QUESTIONS]
    return render(
        edition,
        addresses.QUESTIONS,
        "questions.md",
        headline=questions_headline(asked),
        counted=_counted(asked),
        asked_again=again,
        groups=_groups(asked, views, edition),
    )


def questions_headline(asked: Sequence[AskedQuestion]) -> str:
    """How many questions came up, and how many of them more than once."""
    if not asked:
        return "Every question that was asked of you will stand here, with how you answered."
    counts = answer_counts(asked)
    total = counted_words(counts.questions, "question", capital=True)
    if not counts.again:
        return f"{total}, none asked twice yet."
    return f"{total}, {number_word(counts.again)} of them asked more than once."


def _counted(asked: Sequence[AskedQuestion]) -> str:
    """How I answered, over how many times that I said so."""
    counts = answer_counts(asked)
    if not counts.judged:
        return (
            "Write (well), (ok) or (badly) after a question, and how you answered is counted here."
        )
    told = f"Of {counted(counts.judged, 'answer')} that I judged"
    return f"{told}, {counts.well} went well, {counts.ok} ok and {counts.badly} badly."


def _groups(
    asked: Sequence[AskedQuestion], views: Sequence[QuestionView], edition: Edition
) -> tuple[QuestionGroup, ...]:
    """Each question under its first theme, the themes by name, those without one last."""
    found: dict[str, list[QuestionView]] = {}
    for one, view in zip(asked, views, strict=True):
        found.setdefault(one.themes[0] if one.themes else "", []).append(view)
    names = sorted(found, key=lambda theme: (not theme, edition.theme_name(theme).casefold()))
    return tuple(
        QuestionGroup(theme=theme, questions=tuple(found[theme][:QUESTIONS])) for theme in names
    )


def _view(number: int, one: AskedQuestion) -> QuestionView:
    return QuestionView(
        text=one.text,
        number=number,
        times=len(one.asked),
        last=one.asked[-1].company,
        asked=tuple(
            (time, ANSWERED[time.answered], _TONES[time.answered]) for time in reversed(one.asked)
        ),
    )
