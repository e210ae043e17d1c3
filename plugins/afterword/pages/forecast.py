"""The forecast: the chance I gave myself against what happened, silent while there is too little."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from afterword.analysis.forecast import MINIMUM, Bin, Forecast, Lean, Single, forecast
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.pages.parts.figures import Figure, Item
from afterword.vocabulary.wording import counted, counted_words, number_word, round_word


class BinView(NamedTuple):
    """A fifth of the forecasts: where its mean and its interval lie in percent, and its numbers in words."""

    name: str
    n: Figure
    x: str
    y: str
    low: str
    high: str
    said: str
    happened: str
    interval: str


class Dot(NamedTuple):
    """One forecast: whether it went on, what I said, and where it leads."""

    tone: str
    path: str
    label: str


class KindRow(NamedTuple):
    """A kind of round in the table: how many, what I said, what happened, and what that means."""

    key: str
    name: str
    n: Figure
    said: str
    happened: str
    brier: str
    verdict: str


class ForecastView(NamedTuple):
    """Everything on the page."""

    answer: Forecast
    headline: str
    counted: str
    bins: tuple[BinView, ...]
    dots: tuple[Dot, ...]
    kinds: tuple[KindRow, ...]
    brier: str
    base: str


def forecast_page(edition: Edition) -> str:
    """The page of forecasts, as Markdown."""
    answer = forecast(edition.journal, edition.today)
    view = ForecastView(
        answer=answer,
        headline=forecast_headline(answer),
        counted=forecast_counted(answer),
        bins=tuple(_bin(at, one, answer) for at, one in enumerate(answer.bins) if one.n),
        dots=_dots(answer.singles),
        kinds=_kinds(answer),
        brier="" if answer.brier is None else f"{answer.brier:.2f}",
        base="" if answer.base_brier is None else f"{answer.base_brier:.2f}",
    )
    return render(edition, addresses.FORECAST, "forecast.md", view=view)


def forecast_counted(answer: Forecast) -> str:
    """What the forecasts are that are counted, and how many are left out because the job was cancelled."""
    known = f"{counted(answer.n, 'forecast')} whose outcome is known, in fifths. The bar is the 95 % interval of what happened."
    left_out = counted(answer.cancelled, "job that was", "jobs that were")
    return f"{known} Left out: {left_out} cancelled." if answer.cancelled else known


def forecast_headline(answer: Forecast) -> str:
    """Whether I am over- or under-confident, where chance would hardly do as much; silent below eight forecasts."""
    if not answer.n:
        return (
            "Write confidence: 60 into an entry before you hear; what came of it will stand here."
        )
    said, rate = answer.said or 0, answer.base_rate or 0
    if not answer.enough:
        few = counted_words(answer.n, "forecast", capital=True)
        return f"{few} {'is' if answer.n == 1 else 'are'} too few to say; from {number_word(MINIMUM)} on there is something to see."
    told = f"I said {said:.0%} on average, and {rate:.0%} went on"
    if answer.lean is Lean.OVER:
        return f"{told}: I expect too much."
    if answer.lean is Lean.UNDER:
        return f"{told}: I expect too little."
    return f"{told}; that is within what chance allows."


def _percent(share: float | None) -> str:
    return "" if share is None else f"{share:.0%}"


def _bin(at: int, one: Bin, answer: Forecast) -> BinView:
    happened = one.happened or 0
    return BinView(
        name=f"{one.low:.0%} to {one.high:.0%}",
        n=_figure(
            f"forecast bins {at} n", [single for single in answer.singles if single.bin == at]
        ),
        x=f"{100 * (one.said or 0):.1f}%",
        y=f"{100 - 100 * happened:.1f}%",
        low=f"{100 - 100 * one.interval.low:.1f}%",
        high=f"{100 - 100 * one.interval.high:.1f}%",
        said=_percent(one.said),
        happened=_percent(one.happened),
        interval=f"{one.interval.low:.0%} to {one.interval.high:.0%}",
    )


def _figure(name: str, singles: Sequence[Single]) -> Figure:
    return Figure(name, tuple(Item(_words(one), one.path) for one in reversed(singles)))


def _words(one: Single) -> str:
    return f"{one.company}, {round_word(one.kind).lower()}: I said {one.confidence:.0%}"


def _dots(singles: tuple[Single, ...]) -> tuple[Dot, ...]:
    """The newest first."""
    return tuple(
        Dot(
            tone="on" if one.happened else "not",
            path=one.path,
            label=_words(one),
        )
        for one in reversed(singles)
    )


def _kinds(answer: Forecast) -> tuple[KindRow, ...]:
    verdicts = {Lean.OVER: "I expect too much", Lean.UNDER: "I expect too little"}
    return tuple(
        KindRow(
            key=one.kind.value,
            name=round_word(one.kind),
            n=_figure(
                f"forecast by_kind {one.kind.value} n",
                [single for single in answer.singles if single.kind is one.kind],
            ),
            said=_percent(one.said),
            happened=_percent(one.happened),
            brier=f"{one.brier:.2f}",
            verdict=verdicts[one.lean]
            if one.lean
            else ("within chance" if one.n >= MINIMUM else "too few to say"),
        )
        for one in answer.by_kind
    )
