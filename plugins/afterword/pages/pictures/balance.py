"""Themes as bars to both sides, as rows of months, and as small columns: the numbers behind tables that are pictures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from afterword.analysis.themes import ThemeNotes
from afterword.days import month_of
from afterword.frozen import NamedTuple, dataclass
from afterword.model import Noted
from afterword.vocabulary.wording import counted, month_words, short_month

# Fewer months than this are no course to draw.
DRAWN = 3


class Balance(NamedTuple):
    """A theme's bars: how often it went badly and well, and their widths in percent of the longest."""

    theme: str
    badly: int
    well: int
    badly_x: str
    badly_width: str
    well_width: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeatCell:
    """A theme in a month: how often it went badly, and how strongly that is filled: none, some, many."""

    month: date
    count: int
    strength: str
    label: str


class HeatHead(NamedTuple):
    """A month above the rows, with its year in the first column of each where they span several; else empty."""

    month: date
    year: str


class HeatRow(NamedTuple):
    """A theme over all months; `months` counts those in which it went badly at least once, `span` says it."""

    theme: str
    cells: tuple[HeatCell, ...]
    months: int
    total: int
    span: str


class Column(NamedTuple):
    """A month of a small picture: where its column lies, and how high its bars are, in percent."""

    x: str
    width: str
    well_y: str
    well_height: str
    badly_height: str
    month: date
    well: int
    badly: int


class Small(NamedTuple):
    """A theme's small picture: up went well, down went badly."""

    theme: str
    well: int
    badly: int
    columns: tuple[Column, ...]
    words: str
    first: str
    last: str


def balances(notes: Iterable[ThemeNotes]) -> tuple[Balance, ...]:
    """The bars of these themes, in their order."""
    counts = [(one.theme, len(one.badly), len(one.well)) for one in notes]
    longest = max((max(badly, well) for _, badly, well in counts), default=1) or 1
    return tuple(
        Balance(
            theme=theme,
            badly=badly,
            well=well,
            badly_x=f"{100 - 88 * badly / longest:.1f}%",
            badly_width=f"{88 * badly / longest:.1f}%",
            well_width=f"{88 * well / longest:.1f}%",
        )
        for theme, badly, well in counts
    )


def heat_heads(months: Sequence[date]) -> tuple[HeatHead, ...]:
    """The heads of the columns."""
    has_years = bool(months) and months[0].year != months[-1].year
    begins = [at == 0 or month.year != months[at - 1].year for at, month in enumerate(months)]
    return tuple(
        HeatHead(month, str(month.year) if has_years and first else "")
        for month, first in zip(months, begins, strict=True)
    )


def heat_rows(notes: Iterable[ThemeNotes], months: Sequence[date]) -> tuple[HeatRow, ...]:
    """Each theme that ever went badly, month by month, the one that came back in most months first."""
    rows = [_heat_row(one, months) for one in notes if one.badly]
    kept = [row for row in rows if row.total]
    return tuple(sorted(kept, key=lambda row: (-row.months, -row.total, row.theme)))


def _heat_row(notes: ThemeNotes, months: Sequence[date]) -> HeatRow:
    counts = Counter(month_of(noted.day) for noted in notes.badly)
    cells = tuple(
        HeatCell(
            month=month,
            count=counts[month],
            strength="none" if not counts[month] else "some" if counts[month] == 1 else "many",
            label=f"{month_words(month)}: {counts[month]}",
        )
        for month in months
    )
    back = sum(1 for cell in cells if cell.count)
    return HeatRow(
        theme=notes.theme,
        cells=cells,
        months=back,
        span=f"{back} of {counted(len(cells), 'month')}",
        total=sum(cell.count for cell in cells),
    )


def smalls(notes: Iterable[ThemeNotes], months: Sequence[date]) -> tuple[Small, ...]:
    """The small picture of each theme over the same months, all to one height."""
    kept = [one for one in notes if one.well or one.badly]
    counts = [(_by_month(one.well), _by_month(one.badly)) for one in kept]
    highest = max((max([*well.values(), *badly.values(), 1]) for well, badly in counts), default=1)
    return tuple(
        Small(
            theme=one.theme,
            well=len(one.well),
            badly=len(one.badly),
            columns=_columns(well, badly, months, highest),
            words=f"{len(one.well)} well, {len(one.badly)} badly",
            first=_end(months, months[0]) if months else "",
            last=_end(months, months[-1]) if months else "",
        )
        for one, (well, badly) in zip(kept, counts, strict=True)
    )


def _end(months: Sequence[date], month: date) -> str:
    """An end of a course in words, with the year where it lies in two."""
    year = f" {month.year}" if months[0].year != months[-1].year else ""
    return f"{short_month(month)}{year}"


def _by_month(noted: Iterable[Noted]) -> Counter[date]:
    return Counter(month_of(one.day) for one in noted)


def _columns(
    well: Counter[date], badly: Counter[date], months: Sequence[date], highest: int
) -> tuple[Column, ...]:
    wide = 100 / max(len(months), 1)
    return tuple(
        Column(
            x=f"{at * wide + wide * 0.1:.2f}%",
            width=f"{wide * 0.8:.2f}%",
            well_y=f"{50 - 48 * well[month] / highest:.1f}%",
            well_height=f"{48 * well[month] / highest:.1f}%",
            badly_height=f"{48 * badly[month] / highest:.1f}%",
            month=month,
            well=well[month],
            badly=badly[month],
        )
        for at, month in enumerate(months)
    )
