"""Where the marks of each application's lane lie between the first month shown and the last."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from afterword.analysis.timeline import Lane, Stop, StopKind
from afterword.days import later, month_of
from afterword.edition.naming import round_name
from afterword.edition.standing import (
    GLYPHS,
    TONES,
    application_tone,
    application_words,
    standing_tone,
    standing_words,
)
from afterword.frozen import NamedTuple
from afterword.model import Application, Interview
from afterword.pages.pictures.axis import Axis, Fold, Tick, axis
from afterword.vocabulary.wording import counted, dated, listed

# Room at the right for what lies after today, in days.
_MARGIN = 12
# Over more days than this, rounds a week apart have no room for their numbers.
_WIDE = 280
# What a mark is called that is no round.
_NAMES = {
    StopKind.APPLIED: "applied",
    StopKind.THANK_YOU: "thank-you note",
    StopKind.FOLLOW_UP: "follow-up",
    StopKind.DECISION: "their decision",
}


class Mark(NamedTuple):
    """A mark on a lane: its place in percent, its kind, its tone, and the sentence that says it."""

    x: str
    kind: StopKind
    tone: str
    label: str
    number: int
    path: str
    line: int | None = None


class LaneRow(NamedTuple):
    """One application drawn: its bar in percent, its marks, and what the picture says in words."""

    application: Application
    x: str
    width: str
    tone: str
    standing: str
    glyph: str
    role: str
    marks: tuple[Mark, ...]
    words: str


class LanePicture(NamedTuple):
    """Lanes side by side over the same months; `today` is the place of the dotted line, None where it is not shown.

    `dense` says that rounds are dots without their number, `folded` what is left out between the months shown; empty where nothing is.
    """

    rows: tuple[LaneRow, ...]
    ticks: tuple[Tick, ...]
    folds: tuple[Fold, ...]
    folded: str
    has_years: bool
    today: str | None
    dense: bool


def lane_picture(
    lanes: Sequence[Lane], today: date, *, year: int | None = None
) -> LanePicture | None:
    """The picture of these lanes, over the months in which they lie or over one year; None without a lane."""
    if not lanes:
        return None
    first, last = min(lane.first for lane in lanes), max(lane.last for lane in lanes)
    if year is not None:
        first, last = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
    end = last if year and last.month == 12 else later(last, _MARGIN)
    scale = axis(((lane.first, lane.last) for lane in lanes), month_of(first), end)
    ticks, folds = scale.ticks(today), tuple(scale.folds())
    return LanePicture(
        rows=tuple(_row(lane, scale, today) for lane in lanes),
        ticks=ticks,
        folds=folds,
        folded=_folded(folds),
        has_years=any(one.year for one in ticks),
        today=scale.place(today) if scale.shows(today) else None,
        dense=scale.days > _WIDE,
    )


def _folded(folds: Sequence[Fold]) -> str:
    """What the picture leaves out, in a sentence."""
    return (
        f"Folded, since nothing was in progress: {listed([one.words for one in folds])}."
        if folds
        else ""
    )


def _row(lane: Lane, scale: Axis, today: date) -> LaneRow:
    application = lane.application
    tone = application_tone(application)
    role, apart = application.role or "", application.told_apart
    rounds = [stop for stop in lane.stops if stop.kind is StopKind.ROUND]
    standing = application_words(application, today)
    return LaneRow(
        application=application,
        x=scale.place(lane.first),
        width=scale.width(lane.first, lane.last),
        tone=tone,
        standing=standing,
        glyph=GLYPHS[tone],
        role=f"{role} ({apart})".strip() if apart else role,
        marks=tuple(_mark(stop, scale, today) for stop in lane.stops if scale.shows(stop.day)),
        words=_words(standing, [stop.interview for stop in rounds], today),
    )


def _mark(stop: Stop, scale: Axis, today: date) -> Mark:
    stands = stop.standing
    if stands:
        name = f"{round_name(stop.interview)}: {standing_words(stands, today).lower()}"
    else:
        name = _NAMES[stop.kind]
    return Mark(
        x=scale.place(stop.day),
        kind=stop.kind,
        tone=standing_tone(stands) if stands else TONES[stop.outcome],
        label=f"{dated(stop.day, today)}, {name}",
        number=stop.number,
        path=stop.interview.path,
        line=None,
    )


def _words(standing: str, rounds: list[Interview], today: date) -> str:
    """What a lane shows, for those who do not see it."""
    told = [f"{round_name(one).lower()} on {dated(one.when.day, today)}" for one in rounds]
    return f"{counted(len(rounds), 'round')}: {listed(told)}. {standing}."
