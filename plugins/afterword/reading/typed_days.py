"""Which day somebody at a terminal means: "yesterday", "fri", "12 nov", "3 days ago", "2026-11-12".

An entry is written after the day it is about, so that a bare weekday is the last one; where a day to come is asked for, it is the
next. A day of a month without its year is the last one, or one that comes within two months.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from afterword.days import DayOrder, earlier, later
from afterword.errors import AfterwordError
from afterword.patterns import seldom
from afterword.reading.matter import dates
from afterword.vocabulary.days.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.days.named_days import COUNTS
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.spelling import spoken

_EXAMPLES = "such as 2026-11-12, 12 nov, yesterday or fri"
# A day of a month without its year is one to come where it comes within so many days.
_SOON, _LAST = 60, 366
_NAMED = {
    "today": 0,
    "now": 0,
    "this morning": 0,
    "this afternoon": 0,
    "this evening": 0,
    "tonight": 0,
    "last night": -1,
    "yesterday": -1,
    "day before yesterday": -2,
    "tomorrow": 1,
}
# Days that have been, by what a vocabulary calls them.
_PAST = {"day yesterday": -1, "day day before yesterday": -2}
_DISTANCE = seldom(r"(?P<ahead>in )?(?P<count>\d{1,3}|[a-z]+) (?P<unit>day|week)s?(?P<ago> ago)?")
_DAY_MONTH = seldom(r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?(?: of)? (?P<month>[^\W\d_]+)\.?")
_MONTH_DAY = seldom(r"(?P<month>[^\W\d_]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th|\.)?")
_DOTTED = seldom(r"(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.?")
_SLASHED = seldom(r"(?P<first>\d{1,2})[/-](?P<second>\d{1,2})")
_WHICH = seldom(r"(?P<which>last|next|this|on) (?P<weekday>.+)")


class DayError(AfterwordError):
    """No one day can be told from what was typed; the text says how to."""


def day_from(text: str, today: date, *, order: DayOrder | None = None, ahead: bool = False) -> date:
    """The day that a few typed words mean on `today`; with `ahead`, a bare weekday is the next one. Raises DayError.

    `order` tells which number is the day where the two of 3/4 could be either.
    """
    words = " ".join(text.split()).casefold()
    found = (
        _named(words, today)
        or _at_distance(words, today)
        or _weekday(words, today, ahead=ahead)
        or _of_month(words, today, order)
    )
    if found is not None:
        return found
    english = dates.in_english(text)
    if " ".join(english.split()).casefold() != words:
        return day_from(english, today, order=order, ahead=ahead)
    try:
        return dates.day(text, order=order)
    except dates.UnreadableDate as refusal:
        raise DayError(f"{refusal.message} Write the day {_EXAMPLES}.") from None


def _named(words: str, today: date) -> date | None:
    plain = words.removeprefix("the ")
    away = _NAMED.get(plain)
    if away is None:
        away = next(
            (by for name, by in _PAST.items() if spoken(plain) in in_every_language(name)), None
        )
    return None if away is None else _moved(today, away)


def _at_distance(words: str, today: date) -> date | None:
    """A day so many days or weeks from today: "3 days ago", "in two weeks"."""
    found = _DISTANCE.fullmatch(words)
    if found is None or bool(found["ahead"]) == bool(found["ago"]):
        return None
    written = found["count"]
    count = int(written) if written.isdigit() else COUNTS.get(written)
    if count is None:
        return None
    days = count * (7 if found["unit"] == "week" else 1)
    return _moved(today, days if found["ahead"] else -days)


def _weekday(words: str, today: date, *, ahead: bool) -> date | None:
    """A day of the week by its name: the last one, today among them, or the next."""
    told = _WHICH.fullmatch(words)
    which = told["which"] if told else ""
    number = WEEKDAY_NUMBERS.get((told["weekday"] if told else words).strip(" .,"))
    if number is None:
        return None
    since = (today.weekday() - number) % 7
    if which == "last":
        return _moved(today, -(since or 7))
    if which == "next" or (ahead and which != "this"):
        return _moved(today, 7 - since)
    if which == "this":
        return _moved(today, number - today.weekday())
    return _moved(today, -since)


def _of_month(words: str, today: date, order: DayOrder | None) -> date | None:
    """A day of a month without its year: the nearest one."""
    if found := _DAY_MONTH.fullmatch(words) or _MONTH_DAY.fullmatch(words):
        month = MONTH_NUMBERS.get(found["month"])
        return None if month is None else _nearest(int(found["day"]), month, today, words)
    if found := _DOTTED.fullmatch(words):
        return _nearest(int(found["day"]), int(found["month"]), today, words)
    if found := _SLASHED.fullmatch(words):
        first, second = int(found["first"]), int(found["second"])
        return _nearest(*_in_order(first, second, order, words), today, words)
    return None


def _in_order(first: int, second: int, order: DayOrder | None, words: str) -> tuple[int, int]:
    """The day and the month of two numbers. Raises DayError where they could be either."""
    if first > 12 or first == second or order is DayOrder.DAY_FIRST:
        return first, second
    if second > 12 or order is DayOrder.MONTH_FIRST:
        return second, first
    raise DayError(f"'{words}' could be two days. Write the month as a word, {_EXAMPLES}.")


def _nearest(day: int, month: int, today: date, words: str) -> date:
    """The last such day, or the next where that is soon. Raises DayError where no year has it."""
    years = range(max(date.min.year, today.year - 4), min(date.max.year, today.year + 4) + 1)
    days = [
        date(year, month, day)
        for year in years
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]
    ]
    if not days:
        raise DayError(f"There is no day '{words}'. Write the day {_EXAMPLES}.")
    soon = [one for one in days if today <= one <= later(today, _SOON)]
    last = [one for one in days if earlier(today, _LAST) <= one <= today]
    if not soon + last:
        raise DayError(f"'{words}' does not say which year. Write the day {_EXAMPLES}.")
    return soon[0] if soon else last[-1]


def _moved(day: date, by: int) -> date:
    return later(day, by) if by > 0 else earlier(day, -by)


def written_day(text: str, *, order: DayOrder | None = None) -> date:
    """The whole date that a cell or a value holds, with its year, whatever time stands behind it. Raises DayError."""
    try:
        return dates.day(text, order=order)
    except dates.UnreadableDate as refusal:
        raise DayError(refusal.message) from None


def order_in(text: str) -> DayOrder | None:
    """The order of the numbers in a date that its own numbers allow alone: 31/10/2026 has the day first; None where either would do."""
    return dates.order_in(text)
