"""The funnel: rounds reached and passed, with intervals that admit how few there are, and how long answers took."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from afterword.analysis.funnel import Funnel, Stage, Wait, funnel, waits
from afterword.model import RoundKind
from afterword.pages import addresses
from afterword.pages.edition import Edition
from afterword.pages.naming import kind_name
from afterword.pages.page import Page
from afterword.pages.rendering import render
from afterword.pages.wording import counted, counted_words, round_word

# From this many answers on, a median is told.
ANSWERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class StageView:
    """A kind of round as a row: its bars in percent of the applications that reached any, and its share in words."""

    name: str
    stage: Stage
    passed_width: str
    ended_x: str
    ended_width: str
    open_x: str
    open_width: str
    share: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitView:
    """A kind of round in the table of waits."""

    name: str
    said: str
    took: str
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FunnelView:
    """Everything on the page."""

    headline: str
    counted: str
    stages: tuple[StageView, ...]
    waits_headline: str
    waits: tuple[WaitView, ...]


def funnel_page(edition: Edition) -> Page:
    """The page of the funnel."""
    answer = funnel(edition.journal, edition.today)
    waited = waits(edition.journal, edition.today)
    most = max((stage.reached for stage in answer.stages), default=1)
    view = FunnelView(
        headline=funnel_headline(answer),
        counted=f"Each application counts once for each kind of round it reached, {counted(len(edition.journal.applications), 'application')} in all.",
        stages=tuple(_stage(stage, most) for stage in answer.stages),
        waits_headline=waits_headline(waited),
        waits=_waits(waited),
    )
    return Page(
        addresses.FUNNEL, "Funnel", render(edition, addresses.FUNNEL, "funnel.md", view=view)
    )


def funnel_headline(answer: Funnel) -> str:
    """The stage where it narrows, if its interval lies wholly below all others'; else that nothing stands out."""
    if not answer.stages:
        return "The rounds you reach and pass will stand here."
    if answer.narrow is None:
        return "No stage stands out: the ranges overlap."
    stage = next(one for one in answer.stages if one.kind is answer.narrow)
    return (
        f"It narrows at {kind_name(stage.kind)} rounds: {stage.passed} of {stage.decided} passed."
    )


def _stage(stage: Stage, most: int) -> StageView:
    width = 100 / max(most, 1)
    passed, ended = stage.passed * width, stage.ended * width
    rest = (stage.open + stage.withdrawn) * width
    share = "nothing decided yet"
    if stage.share is not None:
        share = f"{stage.share:.0%} of {stage.decided} ({stage.interval.low:.0%} to {stage.interval.high:.0%})"
    return StageView(
        name="Other rounds" if stage.kind is RoundKind.OTHER else round_word(stage.kind),
        stage=stage,
        passed_width=f"{passed:.1f}%",
        ended_x=f"{passed:.1f}%",
        ended_width=f"{ended:.1f}%",
        open_x=f"{passed + ended:.1f}%",
        open_width=f"{rest:.1f}%",
        share=share,
    )


def waits_headline(waited: Iterable[Wait]) -> str:
    """What they said against what they took, over the answers where both are known, from three on."""
    both = [(one.said, one.took) for one in waited if one.said is not None and one.took is not None]
    if len(both) < ANSWERS:
        return "Too few answers to say yet whether they keep to their time."
    late = sum(1 for said, took in both if took > said)
    if late * 2 > len(both):
        return f"{counted_words(late, 'answer', capital=True)} of {len(both)} came later than they said."
    return f"{counted_words(len(both) - late, 'answer', capital=True)} of {len(both)} came when they said, or sooner."


def _waits(waited: tuple[Wait, ...]) -> tuple[WaitView, ...]:
    rows = []
    for kind in RoundKind:
        of_kind = [one for one in waited if one.kind is kind]
        if not of_kind:
            continue
        still = [one.open_for for one in of_kind if one.open_for is not None]
        rows.append(
            WaitView(
                name="Other rounds" if kind is RoundKind.OTHER else round_word(kind),
                said=_median([one.said for one in of_kind]),
                took=_median([one.took for one in of_kind]),
                open=f"{len(still)}, longest {counted(max(still), 'day')}" if still else "none",
            )
        )
    return tuple(rows)


def _median(days: list[int | None]) -> str:
    """The median of days and over how many; only the days where they are too few."""
    known = sorted(day for day in days if day is not None)
    if not known:
        return "not written"
    if len(known) < ANSWERS:
        return f"{', '.join(map(str, known))} ({counted(len(known), 'answer')})"
    return f"{counted(int(median(known) + 0.5), 'day')} (median of {len(known)})"
