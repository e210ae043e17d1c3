"""Which day a sentence names: "certificate by 24 Dec", "they call on Friday", "in two weeks", "by the end of the week".

What is said without a year, a month or any date is reckoned from the day of the interview. A day that could be two is told as
a doubt: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Set
from dataclasses import dataclass, replace
from datetime import date

from afterword.days import DayOrder, Span, Unit, last_of_month, later, monday_of
from afterword.reading.matter import dates
from afterword.reading.matter.day_forms import Clock, Form, compiled
from afterword.vocabulary import named_days as words
from afterword.vocabulary.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.speaking import Said, every_language, is_day_first, languages_spoken
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.wording import WEEKDAYS

# A day without a year is the next one; one that would be further off is as likely to be of another year.
_FURTHEST = 183
# How many of which unit of the calendar one of what people count is.
_UNITS = {
    "days": (1, Unit.DAYS),
    "weeks": (7, Unit.DAYS),
    "months": (1, Unit.MONTHS),
    "business days": (1, Unit.BUSINESS_DAYS),
}
# In a longer text no day is looked for.
_LONGEST = 1000
# The last word of a text, which is no short form of a name: "sat" is another word.
_LAST_WORD = re.compile(r"(?<=\s)(?P<word>[^\W\d_]{5,}(?:-[^\W\d_]+)?)[\s.!)]*$")
_NO_WEEKDAY_BEHIND = Said("no weekday behind")
_HINT = "Write it as 2026-11-12: year, month, day."
_ORDINAL = r"(?:st|nd|rd|th)"
_BEFORE = rf"(?:(?P<until>{words.UNTIL}|[(]\s*)|(?P<on>{words.ON}))"
_WEEKDAY = rf"(?:(?<![^\W_])(?P<weekday>{words.WEEKDAY})\.?,?\s+(?:the\s+)?)?"
_MONTH = rf"(?P<month>{words.MONTH})(?![^\W\d_])\.?"
_DAY = rf"(?P<day>\d{{1,2}})(?:{_ORDINAL}|\.)?"
_YEAR = r"(?:,?\s+(?P<year>\d{4})(?!\d))?"


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that a text names from `start` to `end`, with the word before it; `is_last` where that says that it is the last.

    `is_date` where it is named by its number in a month, `is_weekday` by its name in a week alone.
    """

    day: date
    start: int
    end: int
    is_last: bool = False
    is_date: bool = True
    is_weekday: bool = False


def may_name_one(text: str) -> bool:
    """Whether `day_in` may find a day in a text, or in a part of it: the quick look before it is taken apart."""
    if words.has_figure(text) or languages_spoken():
        return True
    letters = words.letters_of(text)
    may_have_any = letters is None or not _IN_LETTERS.isdisjoint(letters)
    return may_have_any and any(form.may_be_in(letters) for form in _FORMS_IN_LETTERS)


def _forms_in(text: str) -> Iterator[Form]:
    """The ways to name a day that a text may have."""
    letters, has_figure = words.letters_of(text), words.has_figure(text)
    forms = _FORMS if has_figure else _FORMS_IN_LETTERS
    return (form for form in forms if form.may_be_in(letters))


def day_in(
    text: str,
    start: date,
    *,
    holidays: Set[date] = frozenset(),
    order: DayOrder | None = None,
    dates_only: bool = False,
) -> NamedDay | None:
    """The one day that a text names, reckoned from `start`; None where it names none.

    `holidays` are no business days, `order` tells which number of a date with slashes is the day. With `dates_only`, a day that is not named by its number in the month is a doubt. Raises UnreadableDate for a doubt.
    """
    if len(text) > _LONGEST:
        return None
    clock = Clock(start, holidays, order)
    if not words.may_name_a_day(text):
        return _day_abroad(text, clock)
    doubts: list[dates.UnreadableDate] = []
    found = list(_found(text, clock, doubts))
    meant = [one for one in found if one.is_last]
    if doubts and not meant:
        raise doubts[0]
    meant = meant or found
    if len({one.day for one in meant}) > 1:
        named = " or ".join(one.day.isoformat() for one in meant[:2])
        raise dates.UnreadableDate("two-days", f"'{text}' names two days.", f"Write {named}.")
    if meant and dates_only and not any(one.is_date for one in meant):
        written = text[meant[0].start : meant[0].end].strip()
        raise _doubt(f"Which day '{written}' is cannot be told.")
    abroad = _day_abroad(text, clock)
    if meant and abroad and not _is_wider(abroad, meant[0]):
        return meant[0]
    return abroad or (meant[0] if meant else None)


def weekday_at_end(text: str, start: date) -> NamedDay | None:
    """The next such day where a text ends in the name of a weekday and nothing before that makes it another: "send the CV Friday"."""
    found = _LAST_WORD.search(text)
    english = dates.in_english(found["word"]) if found else ""
    if found is None or english.title() not in WEEKDAYS:
        return None
    before = text[: found.start("word")]
    is_other = spoken(before).rpartition(" ")[2] in _NO_WEEKDAY_BEHIND
    if is_other or compiled(_BEFORE_A_DAY).search(before):
        return None
    day = later(start, (WEEKDAYS.index(english.title()) - start.weekday() - 1) % 7 + 1)
    return NamedDay(day, found.start("word"), found.end("word"), is_date=False, is_weekday=True)


def _is_wider(one: NamedDay, other: NamedDay) -> bool:
    """Whether one says the same day with more words, such as the one before it in another language."""
    return one.day == other.day and one.start < other.start


def _day_abroad(text: str, clock: Clock) -> NamedDay | None:
    """The one day that a text names in another language, where its file is in one."""
    if not (spoken_in := languages_spoken()) or spoken_in == every_language():
        return None
    named, doubts = [], []
    for english, begin, end in dates.days_abroad(text):
        unclear: list[dates.UnreadableDate] = []
        named += [replace(one, start=begin, end=end) for one in _found(english, clock, unclear)]
        doubts += [_in_own_words(one, text[begin:end].strip()) for one in unclear]
    if doubts and not named:
        raise doubts[0]
    return named[0] if len({one.day for one in named}) == 1 else None


def _in_own_words(doubt: dates.UnreadableDate, own: str) -> dates.UnreadableDate:
    """What is said of a day in another language, with the words that stand in the text."""
    message = re.sub(r"'[^']*'", lambda _: f"'{own}'", doubt.message, count=1)
    return dates.UnreadableDate(doubt.code, message, doubt.suggestion, own)


def day_named(
    text: str,
    start: date,
    *,
    holidays: Set[date] = frozenset(),
    order: DayOrder | None = None,
    dates_only: bool = False,
) -> date | None:
    """The day that a text is, with whatever stands around it: "Friday", "24 Nov, by phone". Raises UnreadableDate for a doubt."""
    written = f"{words.BEFORE_LAST} {text.strip()}"
    found = day_in(written, start, holidays=holidays, order=order, dates_only=dates_only)
    return found.day if found else None


def _found(text: str, clock: Clock, doubts: list[dates.UnreadableDate]) -> Iterator[NamedDay]:
    """Each day that a text names, in the order of the ways to name one; no word is read twice, and doubts are noted."""
    taken: list[tuple[int, int]] = []
    for form in _forms_in(text):
        for found in form.pattern.finditer(text):
            if any(begin < found.end() and found.start() < end for begin, end in taken):
                continue
            try:
                day = form.day(found, clock)
            except dates.UnreadableDate as doubt:
                told = doubt.code, doubt.message, doubt.suggestion
                doubts.append(dates.UnreadableDate(*told, found[0]))
                taken.append(found.span())
                continue
            if day is not None:
                taken.append(found.span())
                if _is_one_of_two(found):
                    doubts.append(_doubt(f"Which day '{_bare(found)}' is cannot be told."))
                    continue
                is_last = bool(found.groupdict().get("until"))
                yield NamedDay(
                    day,
                    *found.span(),
                    is_last=is_last,
                    is_date=form.is_date,
                    is_weekday=form.day is _on_weekday,
                )


def _is_one_of_two(found: re.Match[str]) -> bool:
    """Whether what stands around a day leaves another one open: "by 20 or 21 November", "not by Friday but Monday", "Friday week"."""
    before, groups = found.string[: found.start()], found.groupdict()
    if compiled(_BEHIND_A_DAY).match(found.string, found.end()) or compiled(_DENIED).search(before):
        return True
    # With a word of its own it is another day.
    is_own = groups.get("until") or groups.get("on")
    return not is_own and compiled(_BEFORE_A_DAY).search(before) is not None


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
        day = _next(number, int(found["day"]), clock.start, _bare(found))
    _see_weekday(found, day)
    return day


def _figured(found: re.Match[str], clock: Clock) -> date | None:
    """A day and a month in figures without a year: "24.12." and "24/12", but not "3/4" where that could be two days."""
    first, second = int(found["first"]), int(found["second"])
    if found["mark"] == "/" and _is_month_first(first, second, found, clock):
        first, second = second, first
    if not (1 <= second <= 12 and 1 <= first <= 31):
        return None
    return _next(second, first, clock.start, _bare(found))


def _is_month_first(first: int, second: int, found: re.Match[str], clock: Clock) -> bool:
    """Whether the month stands before the day: as the numbers allow, as the journal or its language has it, or since the other would be far off.

    Raises UnreadableDate where it may be either.
    """
    if first > 12 or second > 12 or first == second:
        return second > 12
    if clock.order is not None or is_day_first():
        return clock.order is DayOrder.MONTH_FIRST
    near = [one for one in DayOrder if _is_soon(first, second, one, found, clock)]
    if len(near) != 1:
        raise _doubt(f"'{_bare(found)}' could be two days.")
    return near[0] is DayOrder.MONTH_FIRST


def _is_soon(first: int, second: int, order: DayOrder, found: re.Match[str], clock: Clock) -> bool:
    """Whether two numbers in this order are a day within half a year."""
    number, month = (first, second) if order is DayOrder.DAY_FIRST else (second, first)
    try:
        _next(month, number, clock.start, _bare(found))
    except dates.UnreadableDate:
        return False
    return True


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


def _on_weekday(found: re.Match[str], clock: Clock) -> date | None:
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
            raise _doubt(f"Which week '{_bare(found)}' means after a weekend is not said.")
        return later(monday_of(clock.start), 4 if name == "end of week" else 11)
    if name == "end of month":
        return last_of_month(clock.start)
    return later(clock.start, ("today", "tomorrow", "day after tomorrow").index(name))


def _last_of_month(found: re.Match[str], clock: Clock) -> date | None:
    number = MONTH_NUMBERS[found["month"].casefold()]
    if found["year"]:
        return last_of_month(dates.day(f"{found['year']}-{number}-1"))
    year = clock.start.year + (number < clock.start.month)
    return _next(number, monthrange(year, number)[1], clock.start, _bare(found))


def _after_span(found: re.Match[str], clock: Clock) -> date | None:
    number = found["count"].casefold()
    count = int(number) if number.isdigit() else words.COUNTS[spoken(number)]
    times, unit = _UNITS[words.UNITS[spoken(found["unit"])]]
    return Span(count * times, unit).after(clock.start, clock.holidays)


def _unclear(found: re.Match[str], _: Clock) -> date | None:
    raise _doubt(f"Which day '{_bare(found)}' is cannot be told.")


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
    named = found["weekday"]
    if (
        named
        and words.is_sure_weekday(named)
        and WEEKDAY_NUMBERS[named.casefold()] != day.weekday()
    ):
        raise dates.UnreadableDate(
            "other-weekday", f"{day.isoformat()} is a {WEEKDAYS[day.weekday()]}.", _HINT
        )


def _bare(found: re.Match[str]) -> str:
    """What was found, without the word before it."""
    groups = found.groupdict()
    before = groups.get("until") or groups.get("on") or ""
    return found[0].strip().removeprefix(before.strip()).strip(" ()")


def _doubt(message: str) -> dates.UnreadableDate:
    return dates.UnreadableDate("unclear-day", message, _HINT)


_OPTIONAL = rf"(?:(?<![^\W_]){_BEFORE}\s*)?"
_NEEDED = rf"(?<![^\W_]){_BEFORE}\s+"
_FIGURES = r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}"
# Behind the bare number of a day only what begins another thought: "on the 24th: no", but not "on the 2nd floor".
_THOUGHT = r"(?=\s*(?:$|[.,;:!?)(–—-]|(?:to|and|at|with|that|but|from|because)\b))"
_ANOTHER = rf"(?:(?:the\s+)?\d{{1,2}}(?![\w:%])|(?:{words.WEEKDAY}|{words.NAMED})(?!\w))"
_BEHIND_A_DAY = rf"\s*,?\s*(?:(?:{words.BETWEEN_DAYS})\s+{_ANOTHER}|(?<=\S)[-–/]{_ANOTHER}|(?:{words.MORE_OR_LESS})(?!\w))|\s+week(?!\w)"
_BEFORE_A_DAY = rf"(?<![\w./-])(?:\d{{1,2}}{_ORDINAL}?|(?:{words.WEEKDAY}))\s*(?:(?:{words.BETWEEN_DAYS})\s+|[-–/])$"
_DENIED = rf"(?<!\w)(?:{words.DENIED})\s*$"
_FORMS = (
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-])(?P<date>{_FIGURES})(?![\w/-])", _written, is_date=True, has_figure=True),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-]){_DAY}(?:\s+(?:of|de))?\s*{_MONTH}{_YEAR}", _worded, is_date=True, has_figure=True),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![^\W_]){_MONTH}\s+{_DAY}(?![\w:%]){_YEAR}", _worded, is_date=True, has_figure=True, words=(words.WORDS_OF_MONTHS,)),
    Form(rf"{_OPTIONAL}{_WEEKDAY}(?<![\w./-])(?P<first>\d{{1,2}})(?P<mark>\.)\s?(?P<second>\d{{1,2}})\.(?!\d)", _figured, is_date=True, has_figure=True),
    Form(rf"{_NEEDED}{_WEEKDAY}(?P<first>\d{{1,2}})(?P<mark>/)(?P<second>\d{{1,2}})(?![\w/]){_THOUGHT}", _figured, is_date=True, has_figure=True),
    Form(rf"{_NEEDED}{_WEEKDAY}(?:the\s+)?(?P<day>\d{{1,2}}){_ORDINAL}{_THOUGHT}", _of_month, is_date=True, has_figure=True),
    Form(rf"(?:(?<![^\W_])(?P<until>{words.UNTIL})\s+)?(?<![^\W_])(?:{words.LAST_OF})\s+{_MONTH}{_YEAR}", _last_of_month, is_date=True, words=(words.WORDS_OF_MONTHS, words.WORDS_OF_LAST)),
    Form(rf"(?:(?<![^\W_])(?P<until>{words.UNTIL})\s+)?(?<![^\W_])(?P<name>{words.NAMED})(?!\w)", _named, is_date=False, words=(words.WORDS_OF_NAMED_DAYS,)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN}|{words.UNTIL})?\s*(?:{words.UNCLEAR})\s+(?:the\s+)?(?:{words.WEEKDAY}|{words.MONTH}|{words.UNIT})(?!\w)", _unclear, is_date=True, words=(words.WORDS_OF_WEEKDAYS | words.WORDS_OF_MONTHS | words.WORDS_OF_UNITS, words.WORDS_OF_UNCLEAR)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN})\s+(?:(?:{words.SEVERAL})|\d+\s*(?:[-–]|\w+)\s*\d+)\s+(?:{words.UNIT})(?!\w)", _unclear, is_date=True, words=(words.WORDS_OF_UNITS, words.WORDS_OF_WITHIN)),
    Form(rf"(?<![^\W_])(?:{words.WITHIN})\s+(?:the\s+)?(?P<count>\d{{1,3}}|{words.COUNT})\s+(?P<unit>{words.UNIT})(?!\w)", _after_span, is_date=False, words=(words.WORDS_OF_UNITS, words.WORDS_OF_WITHIN)),
    Form(rf"{_NEEDED}(?P<name>{words.WEEKDAY})(?!\w)", _on_weekday, is_date=False, words=(words.SURE_WEEKDAYS,)),
    Form(rf"{words.TO_SOMEBODY}(?P<name>{words.WEEKDAY})(?!\w)(?=\s*(?:$|[.,;!?)]))", _on_weekday, is_date=False, words=(words.SURE_WEEKDAYS,)),
    Form(rf"(?<![^\W_])(?:{words.UNTIL})\s+(?:{words.MONTH})(?![\w.])", _unclear, is_date=True, words=(words.WORDS_OF_MONTHS, words.WORDS_OF_UNTIL)),
)  # fmt: skip
_FORMS_IN_LETTERS = tuple(form for form in _FORMS if not form.has_figure)
# One of these is in every text without a figure that names a day.
_IN_LETTERS = frozenset[str]().union(*(form.words[0] for form in _FORMS_IN_LETTERS))
