"""The ways to name a day in a sentence, each with which day it is, reckoned from another: "by 24 Dec", "on the 2nd", "in two weeks"."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from afterword.days import DayOrder, Span, Unit, last_of_month, later, monday_of
from afterword.reading.matter import dates
from afterword.reading.matter.day_forms import Clock, Form
from afterword.vocabulary.days import named_days as words
from afterword.vocabulary.days.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.speaking import is_day_first
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.wording import WEEKDAYS

# A day without a year is the next one; one that would be further off is as likely to be of another year.
_FURTHEST = 183
# Of the numbers that a month has, those that a time has for its minutes.
_HOURS, _ROUND_MINUTES = 24, frozenset({"05", "10"})
# How many of which unit of the calendar one of what people count is.
_UNITS = {
    "days": (1, Unit.DAYS),
    "weeks": (7, Unit.DAYS),
    "months": (1, Unit.MONTHS),
    "business days": (1, Unit.BUSINESS_DAYS),
}
_HINT = "Write it as 2026-11-12: year, month, day."
_ORDINAL = r"(?:st|nd|rd|th)"
_BEFORE = rf"(?:(?P<until>{words.UNTIL}|[(]\s*)|(?P<on>{words.ON}))"
_WEEKDAY = rf"(?:(?<![^\W_])(?P<weekday>{words.WEEKDAY})\.?,?\s+(?:the\s+)?)?"
_MONTH = rf"(?P<month>{words.MONTH})(?![^\W\d_])\.?"
_DAY = rf"(?P<day>\d{{1,2}})(?:{_ORDINAL}|\.)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"


def _written(found: re.Match[str], clock: Clock) -> date | None:
    """A date in figures with its year."""
    return dates.day(found["date"], order=clock.order)


def _worded(found: re.Match[str], clock: Clock) -> date | None:
    """A day of a month that is named by a word, with its year or without."""
    month = found["month"]
    is_sure = not month[0].islower() or found["year"] or found["until"]
    if not is_sure and found.string[found.end() :][:1] not in {"", ".", ",", ";", ":", ")", "!"}:
        return None
    number = MONTH_NUMBERS[month.casefold()]
    if found["year"]:
        day = dates.day(f"{found['year']}-{number}-{found['day']}")
    else:
        day = _next(number, int(found["day"]), clock.start, bare_day(found))
    _see_weekday(found, day)
    return day


def _figured(found: re.Match[str], clock: Clock) -> date | None:
    """A day and a month in figures without a year: "24.12." and "24/12", but not "3/4" where that could be two days."""
    first, second = int(found["first"]), int(found["second"])
    if found["mark"] == "/" and _is_month_first(first, second, found, clock):
        first, second = second, first
    if not (1 <= second <= 12 and 1 <= first <= 31):
        return None
    day = _next(second, first, clock.start, bare_day(found))
    _see_weekday(found, day)
    return day


def _figured_or_time(found: re.Match[str], clock: Clock) -> date | None:
    """Two numbers with a dot between: a day, or a time or an amount, such as "until 10.05" and "until 9.12", which nobody can tell."""
    is_time = int(found["first"]) < _HOURS and found["second"] in _ROUND_MINUTES
    is_doubtful = is_time or len(found["first"]) == 1
    if is_doubtful and not found["weekday"] and not is_day_first():
        raise doubt_of(f"'{bare_day(found)}' may be a day, a time or an amount.")
    return _figured(found, clock)


def _is_month_first(first: int, second: int, found: re.Match[str], clock: Clock) -> bool:
    """Whether the month stands before the day: as the numbers allow, as the journal or its language has it, or since the other would be far off.

    Raises UnreadableDate where it may be either.
    """
    if first > 12 or second > 12 or first == second:
        return second > 12
    if clock.order is not None or is_day_first():
        return clock.order is DayOrder.MONTH_FIRST
    near = [one for one in DayOrder if _is_soon(first, second, one, found, clock)]
    if (number := _weekday_number(found)) is not None:
        days = {one: _next(*_by_order(first, second, one), clock.start, "") for one in near}
        near = [one for one, day in days.items() if day.weekday() == number]
    if len(near) != 1:
        raise doubt_of(f"'{bare_day(found)}' could be two days.")
    return near[0] is DayOrder.MONTH_FIRST


def _is_soon(first: int, second: int, order: DayOrder, found: re.Match[str], clock: Clock) -> bool:
    """Whether two numbers in this order are a day within half a year."""
    try:
        _next(*_by_order(first, second, order), clock.start, bare_day(found))
    except dates.UnreadableDate:
        return False
    return True


def _by_order(first: int, second: int, order: DayOrder) -> tuple[int, int]:
    """The month and the day that two numbers are in this order."""
    return (second, first) if order is DayOrder.DAY_FIRST else (first, second)


def _weekday_number(found: re.Match[str]) -> int | None:
    """The number of the weekday in front of a day; None where none stands there for sure."""
    named = found["weekday"]
    return WEEKDAY_NUMBERS[named.casefold()] if named and words.is_sure_weekday(named) else None


def _of_month(found: re.Match[str], clock: Clock) -> date | None:
    """A day that is named by its number alone: the next one of that number."""
    number = int(found["day"])
    if not 1 <= number <= 31:
        return None
    month = clock.start if number >= clock.start.day else later(last_of_month(clock.start), 1)
    while number > monthrange(month.year, month.month)[1]:
        month = later(last_of_month(month), 1)
    day = month.replace(day=number)
    _see_weekday(found, day)
    return day


def on_weekday(found: re.Match[str], clock: Clock) -> date | None:
    """The next day of a week by its name."""
    name = found["name"]
    if not words.is_sure_weekday(name):
        return None
    return later(
        clock.start, (WEEKDAY_NUMBERS[name.casefold()] - clock.start.weekday() - 1) % 7 + 1
    )


def _named(found: re.Match[str], clock: Clock) -> date | None:
    name = words.named_day(found["name"])
    if name.startswith("end of") and name.endswith("week"):
        if clock.start.weekday() > 4:
            raise doubt_of(f"Which week '{bare_day(found)}' means after a weekend is not said.")
        return later(monday_of(clock.start), 4 if name == "end of week" else 11)
    if name == "end of month":
        return last_of_month(clock.start)
    return later(clock.start, ("today", "tomorrow", "day after tomorrow").index(name))


def _last_of_month(found: re.Match[str], clock: Clock) -> date | None:
    number = MONTH_NUMBERS[found["month"].casefold()]
    if found["year"]:
        return last_of_month(dates.day(f"{found['year']}-{number}-1"))
    year = clock.start.year + (number < clock.start.month)
    return _next(number, monthrange(year, number)[1], clock.start, bare_day(found))


def _after_span(found: re.Match[str], clock: Clock) -> date | None:
    number = found["count"].casefold()
    count = int(number) if number.isdigit() else words.COUNTS[spoken(number)]
    times, unit = _UNITS[words.UNITS[spoken(found["unit"])]]
    return Span(count * times, unit).after(clock.start, clock.holidays)


def _unclear(found: re.Match[str], _: Clock) -> date | None:
    raise doubt_of(f"Which day '{bare_day(found)}' is cannot be told.")


def _next(month: int, number: int, start: date, written: str) -> date:
    """The first such day from `start` on. Raises UnreadableDate where there is none, or where it is as likely one before."""
    for year in range(start.year, min(start.year + 9, date.max.year)):
        if 1 <= number <= monthrange(year, month)[1]:
            day = date(year, month, number)
            if (day - start).days > _FURTHEST:
                break
            if day >= start:
                return day
    else:
        message = f"There is no day {written}."
        raise dates.UnreadableDate("impossible-date", message, _HINT)
    raise dates.UnreadableDate("no-year", f"'{written}' does not say which year.", _HINT)


def _see_weekday(found: re.Match[str], day: date) -> None:
    """Raise UnreadableDate where another weekday stands before a date than the one it falls on."""
    if (number := _weekday_number(found)) is not None and number != day.weekday():
        raise dates.UnreadableDate(
            "other-weekday", f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}.", _HINT
        )


def bare_day(found: re.Match[str]) -> str:
    """The words of a day that were found, without the word before it."""
    groups = found.groupdict()
    before = groups.get("until") or groups.get("on") or ""
    return found[0].strip().removeprefix(before.strip()).strip(" ()")


def doubt_of(message: str) -> dates.UnreadableDate:
    """What is raised where a day cannot be told."""
    return dates.UnreadableDate("unclear-day", message, _HINT)


_OPTIONAL = rf"(?:(?<![^\W_]){_BEFORE}\s*)?"
_NEEDED = rf"(?<![^\W_]){_BEFORE}\s+"
_FIGURES = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}"
# Behind the bare number of a day, or two with a dot, only what begins another thought: "on the 24th: no", but not "on the 2nd floor" or "by 4.12 million".
_THOUGHT = r"(?=\s*(?:$|[.,;:!?)(–—-]|(?:to|and|at|with|that|but|from|because)\b))"
_ANOTHER = rf"(?:(?:the\s+)?\d{{1,2}}(?![\w:%])|(?:{words.WEEKDAY}|{words.NAMED})(?!\w))"
BEHIND_A_DAY = rf"\s*,?\s*(?:(?:{words.BETWEEN_DAYS})\s+{_ANOTHER}|(?<=\S)[-–/]{_ANOTHER}|(?:{words.MORE_OR_LESS})(?!\w))|\s+week(?!\w)"
BEFORE_A_DAY = rf"(?<![\w./-])(?:\d{{1,2}}{_ORDINAL}?|(?:{words.WEEKDAY}))\s*(?:(?:{words.BETWEEN_DAYS})\s+|[-–/])$"
DENIED = rf"(?<!\w)(?:{words.DENIED})\s*$"
FORMS = (
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-])(?P<date>{_FIGURES})(?![\w/-])", _written, is_date=True, has_figure=True),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-]){_DAY}(?:\s+(?:of|de))?\s*{_MONTH}{_YEAR}", _worded, is_date=True, has_figure=True),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![^\W_]){_MONTH}\s+{_DAY}(?![\w:%]){_YEAR}", _worded, is_date=True, has_figure=True, words=(words.WORDS_OF_MONTHS,)),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-])(?P<first>\d{{1,2}})(?P<mark>\.)\s?(?P<second>\d{{1,2}})\.(?!\d)", _figured, is_date=True, has_figure=True),
    Form(rf"(?<![^\W_])(?P<until>{words.UNTIL})\s+{_WEEKDAY}(?P<first>\d{{1,2}})(?P<mark>\.)(?P<second>\d{{2}})(?![\w.:/]){_THOUGHT}", _figured_or_time, is_date=True, has_figure=True),
    Form(rf"{_NEEDED}{_WEEKDAY}(?P<first>\d{{1,2}})(?P<mark>/)(?P<second>\d{{1,2}})(?![\w/]){_THOUGHT}", _figured, is_date=True, has_figure=True),
    Form(rf"(?<![^\W_])(?P<weekday>{words.WEEKDAY})\.?,?\s+(?P<first>\d{{1,2}})(?P<mark>/)(?P<second>\d{{1,2}})(?![\w/])", _figured, is_date=True, has_figure=True, words=(words.WORDS_OF_WEEKDAYS,)),
    Form(rf"{_NEEDED}{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}{_THOUGHT}", _of_month, is_date=True, has_figure=True),
    Form(rf"(?:(?<![^\W_])(?P<until>{words.UNTIL})\s+)?(?<![^\W_])(?:{words.LAST_OF})\s+{_MONTH}{_YEAR}", _last_of_month, is_date=True, words=(words.WORDS_OF_MONTHS, words.WORDS_OF_LAST)),
    Form(rf"(?:(?<![^\W_])(?P<until>{words.UNTIL})\s+)?(?<![^\W_])(?P<name>{words.NAMED})(?!\w)", _named, is_date=False, words=(words.WORDS_OF_NAMED_DAYS,)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN}|{words.UNTIL})?\s*(?:{words.UNCLEAR})\s+(?:the\s+)?(?:{words.WEEKDAY}|{words.MONTH}|{words.UNIT})(?!\w)", _unclear, is_date=True, words=(words.WORDS_OF_WEEKDAYS | words.WORDS_OF_MONTHS | words.WORDS_OF_UNITS, words.WORDS_OF_UNCLEAR)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN})\s+(?:(?:{words.SEVERAL})|\d+\s*(?:[-–]|\w+)\s*\d+)\s+(?:{words.UNIT})(?!\w)", _unclear, is_date=True, words=(words.WORDS_OF_UNITS, words.WORDS_OF_WITHIN)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN})\s+(?:the\s+)?(?P<count>\d{{1,3}}|{words.COUNT})\s+(?P<unit>{words.UNIT})(?!\w)", _after_span, is_date=False, words=(words.WORDS_OF_UNITS, words.WORDS_OF_WITHIN)),
    Form(rf"{_NEEDED}(?P<name>{words.WEEKDAY})(?!\w)", on_weekday, is_date=False, words=(words.SURE_WEEKDAYS,)),
    Form(rf"{words.TO_SOMEBODY}(?P<name>{words.WEEKDAY})(?!\w)(?=\s*(?:$|[.,;!?)]))", on_weekday, is_date=False, words=(words.SURE_WEEKDAYS,)),
    Form(rf"(?<![^\W_])(?:{words.UNTIL})\s+(?:{words.MONTH})(?![\w.])", _unclear, is_date=True, words=(words.WORDS_OF_MONTHS, words.WORDS_OF_UNTIL)),
)  # fmt: skip
FORMS_IN_LETTERS = tuple(form for form in FORMS if not form.has_figure)
# One of these is in every text without a figure that names a day.
IN_LETTERS = frozenset[str]().union(*(form.words[0] for form in FORMS_IN_LETTERS))
