"""Which day a person meant by what they wrote, or why it cannot be told.

"12 Nov 2026", "Nov 12, 2026", "12.11.2026", "2026/11/12", "Thursday, 12th of November 2026", "2026-11-12T14:30+01:00". A day
that could be two is refused: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from typing import TYPE_CHECKING

from afterword.days import DayOrder, last_of_month
from afterword.frozen import dataclass
from afterword.model import When
from afterword.patterns import seldom
from afterword.vocabulary.days.calendar import (
    MONTH_NUMBERS,
    WEEKDAY_NUMBERS,
)
from afterword.vocabulary.days.named_days import has_figure
from afterword.vocabulary.speaking import is_year_first

if TYPE_CHECKING:
    from afterword.reading.matter.clock_times import SpokenTime

# A word that may be a weekday. Every name of one in the pattern would be dear to compile.
_FIRST_WORD = seldom(r"^([^\W\d_]+)\.?,?\s+(?=\S)")
# "(Thu)" behind a day, which is looked at in front of it.
_WEEKDAY_BEHIND = seldom(
    rf"^(?P<day>.*\d)\s*[(（](?P<weekday>{'|'.join(map(re.escape, WEEKDAY_NUMBERS))})\.?[)）],?\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(r"^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})$")
_COMPACT = seldom(r"^(\d{4})(\d{2})(\d{2})$")
_MONTH_ONLY = seldom(r"^(\d{4})\s*[-/.]\s*(\d{1,2})$")
_DOTTED = seldom(r"^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$")
_NUMBERED = seldom(
    r"(?<!\d)(\d{1,2})\s*([/-])\s*(\d{1,2})\s*\2\s*(\d{4})(?!\d)|(?<![\d/])(\d{1,2})/(\d{1,2})/(\d\d)(?![\d/])"
)
_SLASHED = seldom(r"^(\d{1,2})\s*([/-])\s*(\d{1,2})\s*\2\s*(\d{4})$")
_DAY_MONTH = seldom(
    r"^(\d{1,2})(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+([^\W\d_]+)\.?,?[\s-]+(\d{4})$", re.IGNORECASE
)
_MONTH_DAY = seldom(r"^([^\W\d_]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$", re.IGNORECASE)
_MONTH_YEAR = seldom(r"^([^\W\d_]+)\.?,?\s+(\d{4})$")
_SHORT_YEAR = seldom(r"^\d{1,2}[./-]\s*(?:\d{1,2}|[a-z]+)[./-]\s*'?\d{2}$", re.IGNORECASE)
_SHORT_WORDED = seldom(r"^(?:\d{1,2}\.?\s+[^\W\d_]+\.?|[^\W\d_]+\.?\s+\d{1,2}),?\s+'?\d{2}$")
# A year of two digits behind a day and a month; between dashes it may as well be the day.
_TWO_DIGITS = seldom(r"(?P<before>.*?(?:[./,\s]\s*|(?<=[^\W\d_])-))'?(?P<year>\d\d)")
_NO_YEAR = seldom(
    r"^(?:\d{1,2}(?:st|nd|rd|th|\.)?(?:\s+of)?[\s-]+([^\W\d_]+)\.?|([^\W\d_]+)\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}[./]\d{1,2}\.?)$",
    re.IGNORECASE,
)
# A day, whichever way it is written, before anything else.
_LEADING = seldom(
    r"^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{4}|(?:\d{1,2}\S{0,2}\s)?[^\W\d_]+\.?\s(?:\d{1,2}\S{0,2},?\s)?\d{4})\b[\s,;:(–-]"
)
# No interview that somebody notes lies before it; a year that does has its digits mixed up.
_FIRST_YEAR = 1900
# In a longer text no day is looked for.
_LONGEST = 1000
# A smaller number of two digits is a day, behind a year that stands first: 26/11/05.
_FIRST_SHORT_YEAR = 15


@dataclass(frozen=True)
class UnreadableDate(Exception):  # noqa: N818  it is what the text is, not a failure of ours
    """No one day can be told from the text: a code, a sentence, how to mend it, and the words in question where they are but a part."""

    code: str
    message: str
    suggestion: str
    written: str = ""


def when(text: str, *, order: DayOrder | None = None) -> When:
    """The day meant, with its clock time where there is one; "2026-11" is a month.

    `order` tells which number is the day where it could be two. Raises UnreadableDate for anything else.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise _refusal(text, text)
    # Nearly every day is written so, and looked at by no other pattern.
    if found := _YEAR_FIRST.match(text):
        return _made(text, int(found[1]), int(found[2]), int(found[3]))
    turned = _weekday_in_front(text)
    plain = turned[named.end() :] if (named := _weekday_first(turned)) else turned
    order = order_in(turned) or order
    whole = _day(plain, order)
    if whole is not None:
        return whole
    # Nearly every day stands alone.
    from afterword.reading.matter.clock_times import time_behind  # noqa: PLC0415

    spoken = time_behind(plain)
    if spoken and (meant := _day(spoken.before, order)) and not meant.whole_month:
        return When(day=meant.day, clock=_clock(spoken, meant.day, text))
    if (english := in_english(turned)) != turned:
        return _translated(text, english, order)
    raise _refusal(text, plain)


def in_english(text: str) -> str:
    """A day, a time or a span that is written in another language, in English; the text as it is where it is none."""
    if text.isascii() and not any(map(str.isalpha, text)):
        return text
    # What reads them is not needed by a journal in English, and takes a while to make.
    from afterword.vocabulary.days import days_in_english  # noqa: PLC0415

    return days_in_english.in_english(text)


def days_abroad(text: str) -> Iterator[tuple[str, int, int]]:
    """Each stretch of a sentence that names a day in another language: in English, and from where to where it goes."""
    from afterword.vocabulary.days import days_in_english  # noqa: PLC0415

    return days_in_english.days_in(text)


def _translated(text: str, english: str, order: DayOrder | None) -> When:
    """The day that a text in another language means, by its English; what is refused is told in the text's own words."""
    try:
        return when(english, order=order)
    except UnreadableDate as refusal:
        message = refusal.message.replace(english, text)
        raise UnreadableDate(refusal.code, message, refusal.suggestion) from None


def day(text: str, *, order: DayOrder | None = None) -> date:
    """The day meant, which has to be a whole date. Raises UnreadableDate."""
    meant = when(text, order=order)
    if meant.whole_month:
        raise UnreadableDate(
            "month-only",
            f"'{text}' is a month, and a day is needed here.",
            f"Write the day too, such as {meant.day.isoformat()}.",
        )
    return meant.day


def order_in(text: str) -> DayOrder | None:
    """The order that the numbers of a date with slashes or dashes can only have, by themselves or by the weekday in front of it."""
    found = None if _YEAR_FIRST.match(text) else _NUMBERED.search(text)
    if found is None:
        return None
    first, second = int(found[1] or found[5]), int(found[3] or found[6])
    year = int(found[4] or _with_century(found[7]))
    named = _weekday_first(text)
    weekday = WEEKDAY_NUMBERS[named[1].casefold()] if named else None
    ways = {DayOrder.DAY_FIRST: (second, first), DayOrder.MONTH_FIRST: (first, second)}
    likely = [order for order, way in ways.items() if _is_day(year, *way, weekday)]
    return likely[0] if len(likely) == 1 and first != second else None


def _is_day(year: int, month: int, number: int, weekday: int | None) -> bool:
    try:
        return date(year, month, number).weekday() == weekday or weekday is None
    except ValueError:
        return False


def _weekday_in_front(text: str) -> str:
    """A day with the weekday that stands in brackets behind it in front of it: "2026-11-12 (Thu), 14:30"."""
    found = _WEEKDAY_BEHIND.match(text) if "(" in text or "（" in text else None
    return f"{found['weekday']} {found['day']} {found['rest']}".rstrip() if found else text


def other_weekday(text: str, day: date) -> bool:
    """Whether a text names a weekday that the day it means does not fall on."""
    text = _weekday_in_front(" ".join(text.split()))
    if not text[:1].isalpha():
        return False
    named = _weekday_first(text) or _weekday_first(in_english(text))
    return named is not None and WEEKDAY_NUMBERS[named[1].casefold()] != day.weekday()


def _weekday_first(text: str) -> re.Match[str] | None:
    """The first word of a text, where that is a weekday and something stands behind it."""
    named = _FIRST_WORD.match(text)
    return named if named and named[1].casefold() in WEEKDAY_NUMBERS else None


def _day(text: str, order: DayOrder | None) -> When | None:
    """The date in a text that is a date and nothing else; None when it is not one that we know."""
    if not has_figure(text):
        return None
    if found := _YEAR_FIRST.match(text) or _COMPACT.match(text):
        return _made(text, int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_ONLY.match(text):
        return _made(text, int(found[1]), int(found[2]), None)
    if found := _DOTTED.match(text):
        return _made(text, int(found[3]), int(found[2]), int(found[1]))
    if found := _SLASHED.match(text):
        return _slashed(text, int(found[1]), int(found[3]), int(found[4]), order)
    if (found := _DAY_MONTH.match(text)) and (month := MONTH_NUMBERS.get(found[2].lower())):
        return _made(text, int(found[3]), month, int(found[1]))
    if (found := _MONTH_DAY.match(text)) and (month := MONTH_NUMBERS.get(found[1].lower())):
        return _made(text, int(found[3]), month, int(found[2]))
    if (found := _MONTH_YEAR.match(text)) and (month := MONTH_NUMBERS.get(found[1].lower())):
        return _made(text, int(found[2]), month, None)
    return _day_of_short_year(text, order)


def _day_of_short_year(text: str, order: DayOrder | None) -> When | None:
    """The date whose year has two digits, and can only be that; none where people write the year first."""
    short = _SHORT_YEAR.match(text) or _SHORT_WORDED.match(text)
    found = _TWO_DIGITS.fullmatch(text) if short else None
    if found is None or int(found["year"]) < _FIRST_SHORT_YEAR or is_year_first():
        return None
    return _day(f"{found['before']}{_with_century(found['year'])}", order)


def _with_century(year: str) -> str:
    return f"20{year}"


def _made(text: str, year: int, month: int, number: int | None) -> When:
    if year < _FIRST_YEAR:
        raise UnreadableDate(
            "impossible-date",
            f"The year {year} in '{text}' is long ago.",
            "Write the year with four digits, such as 2026.",
        )
    try:
        return When(day=date(year, month, number or 1), whole_month=number is None)
    except ValueError:
        raise UnreadableDate(
            "impossible-date", f"There is no day {text}.", _nearest(year, month, number)
        ) from None


def _nearest(year: int, month: int, number: int | None) -> str:
    if number and month > 12 and number <= 12 and month <= 31:
        return f"Did you mean {year}-{number:02}-{month:02}?"
    if number and 1 <= month <= 12 and number > 28:
        last = last_of_month(date(year, month, 1))
        return f"The last day of that month is {last.isoformat()}."
    return "A day is written as 2026-11-12: year, month, day."


def _slashed(text: str, first: int, second: int, year: int, order: DayOrder | None) -> When:
    """A date with slashes: its order is told by a number over twelve, by both being the same, or by its journal."""
    if first <= 12 and second <= 12 and first != second and order is None:
        one, other = f"{year}-{first:02}-{second:02}", f"{year}-{second:02}-{first:02}"
        raise UnreadableDate(
            "ambiguous-date",
            f"'{text}' could be {one} or {other}.",
            f"Write {one} or {other}, or set the option dates to day-first or month-first.",
        )
    is_month_first = second > 12 or (first <= 12 and order is DayOrder.MONTH_FIRST)
    month, number = (first, second) if is_month_first else (second, first)
    return _made(text, year, month, number)


def _refusal(text: str, plain: str) -> UnreadableDate:
    if has_figure(plain) and (nearly := _nearly_a_day(text, plain)):
        return nearly
    return UnreadableDate(
        "not-a-date",
        f"'{text}' is not a day that can be read.",
        "Write it as 2026-11-12: year, month, day.",
    )


def _nearly_a_day(text: str, plain: str) -> UnreadableDate | None:
    """What a text with figures lacks of a day, or has too much; None where it is nothing like one."""
    if _SHORT_YEAR.match(plain) or _SHORT_WORDED.match(plain):
        return UnreadableDate(
            "short-year",
            f"The year in '{text}' has two digits.",
            "Write all four, such as 2026-11-12.",
        )
    bare = _NO_YEAR.match(plain)
    if bare and (not (name := bare[1] or bare[2]) or name.lower() in MONTH_NUMBERS):
        return UnreadableDate(
            "no-year",
            f"'{text}' does not say which year.",
            "Write it as 2026-11-12: year, month, day.",
        )
    if day := _followed(plain):
        told, how = f"'{text}' is a day with words behind it.", f"Write {day.isoformat()} alone."
        return UnreadableDate("not-a-date", told, how)
    return None


def _followed(text: str) -> date | None:
    """The whole day that a text begins with, and goes on from."""
    found = _LEADING.match(text)
    with suppress(UnreadableDate):
        meant = _day(found[1], None) if found else None
        return meant.day if meant and not meant.whole_month else None
    return None


def _clock(spoken: SpokenTime, on: date, text: str) -> time:
    if not spoken.has_minutes:
        raise UnreadableDate(
            "not-a-time", f"The time in '{text}' has no minutes.", "Write it as 14:30."
        )
    try:
        return spoken.on(on)
    except (ValueError, OSError, KeyError):
        raise UnreadableDate(
            "not-a-time",
            f"The time in '{text}' cannot be read.",
            "Write it as 2026-11-12 14:30 or 2026-11-12T14:30+01:00.",
        ) from None
