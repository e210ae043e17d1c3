"""The rejections: what they said, theme by theme and in their words, held against what I said."""

from __future__ import annotations

from dataclasses import replace

from afterword.analysis.rejections import Cell, Quote, Rejections, ThemeFeedback, rejections
from afterword.analysis.responses import responses
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple, dataclass
from afterword.kinds import RoundKind
from afterword.pages.parts.figures import Figure, of_applications, of_interviews
from afterword.pages.parts.responses import ResponseRow, response_rows
from afterword.pages.words.rejections import (
    cells_headline,
    contradictions_headline,
    feedback_headline,
    given_words,
    kept_apart,
    rejections_headline,
    rounds_headline,
)
from afterword.pages.words.responses import responses_headline
from afterword.vocabulary.wording import counted, round_word

# So many quotes of a side stand open, and so many contradictions are shown: those named most often.
QUOTES = 6
CONTRADICTIONS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWords:
    """One theme in their words: the quotes of each side, the newest first, and the older ones, which stand folded."""

    feedback: ThemeFeedback
    gaps: tuple[Quote, ...]
    older_gaps: tuple[Quote, ...]
    praise: tuple[Quote, ...]
    older_praise: tuple[Quote, ...]
    counted: str
    contradicted: bool
    width: str


class RoundEnd(NamedTuple):
    """A kind of round with the interviews that ended there, and its bar in percent."""

    name: str
    figure: Figure
    width: str


class CellView(NamedTuple):
    """A theme in one of the four cells: how often in my notes, in how many rejections, and on which side of both."""

    theme: str
    side: str
    heard: str
    mine: int
    theirs: int
    quotes: tuple[Quote, ...] = ()


class FourCells(NamedTuple):
    """The four cells as laid out."""

    both: tuple[CellView, ...]
    only_they: tuple[CellView, ...]
    only_i: tuple[CellView, ...]
    both_praised: tuple[CellView, ...]


class RejectionsView(NamedTuple):
    """Everything on the page."""

    answer: Rejections
    headline: str
    kept_apart: str
    feedback_headline: str
    asked: tuple[tuple[str, Figure, str], ...]
    themes: tuple[ThemeWords, ...]
    rounds_headline: str
    rounds: tuple[RoundEnd, ...]
    cells_headline: str
    cells: FourCells
    given: str
    contradictions_headline: str
    contradictions: tuple[ThemeWords, ...]
    responses_headline: str
    responses: tuple[ResponseRow, ...]


def rejections_page(edition: Edition) -> str:
    """The page of rejections, as Markdown."""
    answer = edition.answer_today(rejections)
    return render(edition, addresses.REJECTIONS, "rejections.md", view=_view(edition, answer))


def _view(edition: Edition, answer: Rejections) -> RejectionsView:
    names = edition.journal.theme_names
    total = len(answer.applications)
    themes = tuple(_theme_words(one, total) for one in answer.themes)
    return RejectionsView(
        answer=answer,
        headline=rejections_headline(answer, names),
        kept_apart=kept_apart(answer),
        feedback_headline=feedback_headline(answer),
        asked=_asked(answer),
        themes=themes,
        rounds_headline=rounds_headline(answer),
        rounds=_rounds(answer),
        cells_headline=cells_headline(answer.cells, names),
        cells=_cells(answer),
        given=given_words(answer),
        contradictions_headline=contradictions_headline(answer, names),
        contradictions=tuple(_newest(one) for one in themes if one.contradicted)[:CONTRADICTIONS],
        responses_headline=responses_headline(edition.answer(responses)),
        responses=response_rows(edition),
    )


def _asked(answer: Rejections) -> tuple[tuple[str, Figure, str], ...]:
    """The rejections in rows: all of them, those I asked, those that answered, those that gave any feedback."""
    rows = (
        ("Rejections", "applications", answer.applications),
        ("Asked for feedback", "asked", answer.asked),
        ("Answered", "answered", answer.answered),
        ("No answer", "no_answer", answer.unanswered),
        ("Any feedback at all", "with_feedback", answer.with_feedback),
    )
    total = len(answer.applications)
    return tuple(
        (title, of_applications(f"rejections {name}", those), _width(len(those), total))
        for title, name, those in rows
    )


def _width(count: int, total: int) -> str:
    return f"{100 * count / total if total else 0:.1f}%"


def _theme_words(one: ThemeFeedback, total: int) -> ThemeWords:
    parts = []
    if one.gap:
        parts.append(f"a gap in {one.gap} of {counted(total, 'rejection')}")
    if one.praised:
        parts.append(f"praised in {one.praised}")
    told = ", ".join(parts)
    gaps, praise = tuple(reversed(one.gaps)), tuple(reversed(one.praise))
    return ThemeWords(
        feedback=one,
        gaps=gaps[:QUOTES],
        older_gaps=gaps[QUOTES:],
        praise=praise[:QUOTES],
        older_praise=praise[QUOTES:],
        counted=f"{told[:1].upper()}{told[1:]}.",
        contradicted=one.contradicted,
        width=_width(one.gap, total),
    )


def _newest(one: ThemeWords) -> ThemeWords:
    """The newest two quotes of each side, to stand beside each other."""
    return replace(one, gaps=one.gaps[:2], praise=one.praise[:2])


def _rounds(answer: Rejections) -> tuple[RoundEnd, ...]:
    most = max((len(interviews) for interviews in answer.by_round.values()), default=1)
    return tuple(
        RoundEnd(
            name="Other rounds" if kind is RoundKind.OTHER else round_word(kind),
            figure=of_interviews(f"rejections by_round {kind.value}", interviews),
            width=_width(len(interviews), most),
        )
        for kind, interviews in answer.by_round.items()
    )


def _cells(answer: Rejections) -> FourCells:
    cells = answer.cells
    return FourCells(
        both=tuple(_cell(one) for one in cells.both),
        only_they=tuple(
            _cell(one, quotes=tuple(reversed(one.quotes))[:3]) for one in cells.only_they
        ),
        only_i=tuple(_cell(one) for one in cells.only_i),
        both_praised=tuple(_cell(one, side="well", heard="praise") for one in cells.both_praised),
    )


def _cell(
    one: Cell, *, side: str = "badly", heard: str = "gap", quotes: tuple[Quote, ...] = ()
) -> CellView:
    return CellView(
        theme=one.theme, side=side, heard=heard, mine=one.mine, theirs=one.theirs, quotes=quotes
    )
