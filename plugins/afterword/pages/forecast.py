"""The forecast: the chance I gave myself against what happened, and how sure it is that the two differ."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.forecast import (
    Bin,
    Forecast,
    KindForecast,
    Lean,
    Single,
    forecast,
)
from afterword.analysis.statistics.standing_out import MINIMUM, Tier
from afterword.edition import addresses
from afterword.edition.edition import Edition
from afterword.edition.rendering import render
from afterword.frozen import NamedTuple
from afterword.pages.parts.figures import Figure, Item, of_interviews
from afterword.vocabulary.wording import (
    counted,
    counted_words,
    listed,
    number_word,
    percent_words,
    round_word,
)

_EXPECTED = {Lean.OVER: "too much", Lean.UNDER: "too little"}
_OTHER_SIDE = {Lean.OVER: Lean.UNDER, Lean.UNDER: Lean.OVER}


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
    open: Figure
    is_all_silent: bool
    brier: str
    half: str
    known: str


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
        open=of_interviews("forecast open", answer.open),
        is_all_silent=answer.silent == answer.n,
        brier=_score(answer.brier),
        half=_score(answer.half_brier),
        known=_score(answer.known_brier),
    )
    return render(edition, addresses.FORECAST, "forecast.md", view=view)


def forecast_counted(answer: Forecast) -> str:
    """What the forecasts are that are counted, how many have no outcome yet, and how many are left out for good."""
    told = [
        f"{counted(answer.n, 'forecast')} whose outcome is known, in fifths. The bar is the 95\u202f% interval of what happened."
    ]
    if answer.open:
        told.append(f"No outcome yet: {counted(len(answer.open), 'forecast')}.")
    left_out = []
    if answer.withdrawn:
        left_out.append(f"{answer.withdrawn} where I withdrew")
    if answer.cancelled:
        left_out.append(f"{counted(answer.cancelled, 'job that was', 'jobs that were')} cancelled")
    if left_out:
        told.append(f"Left out: {listed(left_out)}.")
    return " ".join(told)


def forecast_headline(answer: Forecast) -> str:
    """Whether I expect too much or too little, on the whole or for some kinds of round, and how sure that is."""
    if not answer.n:
        return _before_any(answer)
    if answer.silent == answer.n:
        few = "the one forecast so far" if answer.n == 1 else f"any of {answer.n} forecasts"
        return f"No answer came to {few}. Silence says little about you."
    if not answer.enough:
        few = counted_words(answer.n, "forecast", capital=True)
        return f"{few} with an outcome {'is' if answer.n == 1 else 'are'} too few to say; from {number_word(MINIMUM)} on there is something to see."
    said, rate = percent_words(answer.said or 0), percent_words(answer.base_rate or 0)
    told = f"I said {said} on average, and {rate} went on"
    if answer.rests_on_silence:
        return f"{told}, where no answer counts as not going on. Silence says little about you."
    if answer.tier is Tier.OPEN:
        return f"{told}; that is within what chance allows."
    return f"{told}{_verdict(answer)}."


def _before_any(answer: Forecast) -> str:
    if answer.withdrawn or answer.cancelled:
        return _without_end(answer)
    if not answer.open:
        return (
            "Write confidence: 60 into an entry before you hear; what came of it will stand here."
        )
    few = counted_words(len(answer.open), "forecast has", "forecasts have", capital=True)
    them = "it" if len(answer.open) == 1 else "them"
    return f"{few} no outcome yet; what came of {them} will stand here."


def _without_end(answer: Forecast) -> str:
    """What is said where the only forecasts are of what was never decided."""
    number = answer.withdrawn + answer.cancelled
    told = counted_words(number, "forecast", capital=True)
    ended = [
        words
        for words, count in (
            ("I withdrew", answer.withdrawn),
            ("the job was cancelled", answer.cancelled),
        )
        if count
    ]
    coming = (
        f"; {counted_words(len(answer.open), 'more has', 'more have')} no outcome yet"
        if answer.open
        else ""
    )
    return f"{told} will have no outcome, since {' or '.join(ended)}{coming}."


def _verdict(answer: Forecast) -> str:
    """What is probable or more than that: that I expect too much or too little, of all rounds or of some."""
    perhaps = "" if answer.tier is Tier.CLEAR else "probably "
    by_kind = {
        lean: [round_word(one.kind).lower() for one in answer.by_kind if one.lean is lean]
        for lean in Lean
    }
    if answer.lean and not by_kind[_OTHER_SIDE[answer.lean]]:
        return f": {perhaps}I expect {_EXPECTED[answer.lean]}"
    sides = [
        f"too {word} for {listed(by_kind[lean])} rounds"
        for lean, word in ((Lean.UNDER, "low"), (Lean.OVER, "high"))
        if by_kind[lean]
    ]
    if sides and answer.lean:
        return f": {perhaps}{', '.join(sides)}"
    fair = f"Fair on average, {'and ' if perhaps else ''}{perhaps}not by round"
    few = "too few of any one kind to say which"
    return f". {fair}: {', '.join(sides) or few}"


def _score(brier: float | None) -> str:
    return "" if brier is None else f"{brier:.2f}"


def _percent(share: float | None) -> str:
    return "" if share is None else percent_words(share)


def _bin(at: int, one: Bin, answer: Forecast) -> BinView:
    happened = one.happened or 0
    return BinView(
        name=f"{percent_words(one.low)} to {percent_words(one.high)}",
        n=_figure(
            f"forecast bins {at} n", [single for single in answer.singles if single.bin == at]
        ),
        x=f"{100 * (one.said or 0):.1f}%",
        y=f"{100 - 100 * happened:.1f}%",
        low=f"{100 - 100 * one.interval.low:.1f}%",
        high=f"{100 - 100 * one.interval.high:.1f}%",
        said=_percent(one.said),
        happened=_percent(one.happened),
        interval=f"{percent_words(one.interval.low)} to {percent_words(one.interval.high)}",
    )


def _figure(name: str, singles: Sequence[Single]) -> Figure:
    return Figure(name, tuple(Item(_words(one), one.path) for one in reversed(singles)))


def _words(one: Single) -> str:
    return f"{one.company}, {round_word(one.kind).lower()}: I said {percent_words(one.confidence)}"


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
            verdict=_kind_verdict(one, answer),
        )
        for one in answer.by_kind
    )


def _kind_verdict(one: KindForecast, answer: Forecast) -> str:
    if one.n < MINIMUM:
        return "too few to say"
    if one.lean is None:
        return "no answer says little" if answer.rests_on_silence else "within chance"
    return f"{'' if answer.tier is Tier.CLEAR else 'probably '}I expect {_EXPECTED[one.lean]}"
