"""Where the days of a picture lie on its axis, with long stretches of nothing folded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from afterword.days import later, month_of, months_later, months_spanned
from afterword.frozen import NamedTuple, dataclass
from afterword.vocabulary.wording import month_words, short_month

# So many months in a row without anything are folded.
FOLDED = 4
# The room of one fold among all days that are drawn, and the least, in days.
_FOLD_SHARE = 0.07
_FOLD_LEAST = 8
# So many months are named at most.
_NAMED = 14


class Tick(NamedTuple):
    """The first day of a month on the axis: its line and, in the middle of the month, its name, and its year where that begins.

    `may_hide` says that its name gives way where there is little room.
    """

    x: str
    middle: str
    name: str
    year: str
    may_hide: bool


class Fold(NamedTuple):
    """Months that are folded: the place of the fold in percent, and what it leaves out."""

    x: str
    middle: str
    width: str
    words: str


class _Part(NamedTuple):
    """Days that are drawn in one piece, or the months of a fold; `at` is where it begins, and `room` what it takes, in days."""

    first: date
    last: date
    is_fold: bool
    at: float
    room: float


@dataclass(frozen=True, slots=True)
class Axis:
    """The days from `first` to `last` laid over a hundred percent; those of its folds share a narrow place."""

    first: date
    last: date
    parts: tuple[_Part, ...]

    @property
    def days(self) -> int:
        """How many days are drawn."""
        return round(sum(one.room for one in self.parts if not one.is_fold))

    def place(self, day: date) -> str:
        """The place of a day in percent; one outside lies on the edge."""
        return f"{self._share(day) * 100:.2f}%"

    def width(self, start: date, end: date) -> str:
        """The width between two days in percent, wide enough to be seen."""
        return f"{max((self._share(end) - self._share(start)) * 100, 0.8):.2f}%"

    def shows(self, day: date) -> bool:
        """Whether a day lies inside."""
        return self.first <= day <= self.last

    def _share(self, day: date) -> float:
        day = min(max(day, self.first), self.last)
        part = last = self.parts[-1]
        if day < part.first:
            part = next(one for one in reversed(self.parts) if one.first <= day)
        long = max((part.last - part.first).days, 1)
        return (part.at + part.room * min((day - part.first).days / long, 1)) / (
            last.at + last.room
        )

    def folds(self) -> Iterator[Fold]:
        """What is folded, the oldest first."""
        for one in self.parts:
            if one.is_fold:
                middle = later(one.first, (one.last - one.first).days // 2)
                until = months_later(month_of(one.last), -1)
                yield Fold(
                    x=self.place(one.first),
                    middle=self.place(middle),
                    width=self.width(one.first, one.last),
                    words=f"{month_words(one.first)} to {month_words(until)}",
                )

    def ticks(self, today: date) -> tuple[Tick, ...]:
        """A tick for each month that is drawn, named as far as the names have room; the year stands where it is not this one, or changes."""
        return _giving_way(tuple(self._ticks(today)))

    def _ticks(self, today: date) -> Iterator[Tick]:
        starts = [
            max(month, one.first)
            for one in self.parts
            if not one.is_fold
            for month in months_spanned((one.first, later(one.last, -1)))
        ]
        every = max(1, -(-len(starts) // _NAMED))
        said = today.year if starts and starts[-1].year == starts[0].year else None
        for at, start in enumerate(starts):
            is_named = at % every == 0
            changes = is_named and start.year != said
            said = start.year if changes else said
            yield Tick(
                x=self.place(start),
                middle=self.place(min(later(start, 15), self.last)),
                name=short_month(start) if is_named else "",
                year=str(start.year) if changes else "",
                may_hide=False,
            )


def _giving_way(ticks: Sequence[Tick]) -> tuple[Tick, ...]:
    """Every second name gives way, and the one before that of a year, which never does."""
    made: list[Tick] = []
    for at, one in enumerate(ticks):
        is_beside = bool(made) and not made[-1].may_hide
        is_before = at + 1 < len(ticks) and bool(ticks[at + 1].year)
        made.append(one._replace(may_hide=not one.year and (is_beside or is_before)))
    return tuple(made)


def axis(spans: Iterable[tuple[date, date]], first: date, last: date) -> Axis:
    """The axis from one day to another, on which these spans lie; months in which there is none are folded from four in a row on."""
    busy = {month for span in spans for month in months_spanned(span)}
    months = months_spanned((first, last))
    runs = [list(run) for _, run in groupby(months, key=busy.__contains__)]
    # The first month and the last are drawn, whatever lies in them.
    inner = [
        len(run) >= FOLDED and run[0] not in busy and run[0] != months[0] and run[-1] != months[-1]
        for run in runs
    ]
    return Axis(first, last, tuple(_parts(runs, inner, first, last)))


def _parts(
    runs: Sequence[Sequence[date]], are_folds: Sequence[bool], first: date, last: date
) -> Iterator[_Part]:
    """The pieces of an axis, those side by side that are drawn put together."""
    pieces: list[tuple[bool, date, date]] = []
    for is_fold, group in groupby(zip(are_folds, runs, strict=True), key=lambda one: one[0]):
        those = [month for _, run in group for month in run]
        pieces.append((is_fold, max(those[0], first), min(months_later(those[-1], 1), last)))
    drawn = sum((end - start).days for is_fold, start, end in pieces if not is_fold)
    at = 0.0
    for is_fold, start, end in pieces:
        fold = max(drawn * _FOLD_SHARE, _FOLD_LEAST)
        room = fold if is_fold else max((end - start).days, 1)
        yield _Part(start, end, is_fold, at, room)
        at += room
