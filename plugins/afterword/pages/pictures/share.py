"""The share that went well over time: a line with its band, in percent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.themes import Share
from afterword.days import months_between
from afterword.frozen import NamedTuple
from afterword.vocabulary.wording import percent_words, short_month


class Point(NamedTuple):
    """One month: its place, its share, and the numbers behind it."""

    first: date
    x: str
    y: str
    name: str
    month_well: int
    month_badly: int
    words: str
    low: str
    high: str


class SharePicture(NamedTuple):
    """The line and the band as SVG paths in a box of 100 by 100, the points outside it in percent."""

    line: str
    band: str
    points: tuple[Point, ...]


def share_picture(shares: Sequence[Share]) -> SharePicture | None:
    """The picture of these shares; None with fewer than two months that have any notes."""
    told = [one for one in shares if one.share is not None]
    if len(told) < 2:
        return None
    first = shares[0].first
    months = max(months_between(first, shares[-1].first), 1)
    places = [3 + 94 * months_between(first, one.first) / months for one in told]
    every = max(1, -(-len(told) // 14))
    points = tuple(
        _point(one, place, named=at % every == 0)
        for at, (one, place) in enumerate(zip(told, places, strict=True))
    )
    line = [f"{x:.2f} {_y(one.share or 0):.2f}" for x, one in zip(places, told, strict=True)]
    upper = [f"{x:.2f} {_y(one.interval.high):.2f}" for x, one in zip(places, told, strict=True)]
    lower = [f"{x:.2f} {_y(one.interval.low):.2f}" for x, one in zip(places, told, strict=True)]
    band = f"M{'L'.join([*upper, *reversed(lower)])}Z"
    return SharePicture(line=f"M{'L'.join(line)}", band=band, points=points)


def _y(share: float) -> float:
    return 100 - 100 * share


def _point(one: Share, place: float, *, named: bool) -> Point:
    share = one.share or 0
    return Point(
        first=one.first,
        x=f"{place:.2f}%",
        y=f"{_y(share):.2f}%",
        name=short_month(one.first) if named else "",
        month_well=one.month_well,
        month_badly=one.month_badly,
        words=f"{one.well} of {one.well + one.badly}, {percent_words(share)}",
        low=percent_words(one.interval.low),
        high=percent_words(one.interval.high),
    )
