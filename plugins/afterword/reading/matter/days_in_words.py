"""Which day a sentence names: "certificate by 24 Dec", "they call on Friday", "in two weeks", "by the end of the week".

What is said without a year, a month or any date is reckoned from the day of the interview. A day that could be two is told as
a doubt: a wrong day is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from contextlib import suppress
from dataclasses import replace
from datetime import date

from afterword.days import DayOrder, later
from afterword.frozen import dataclass
from afterword.patterns import seldom
from afterword.reading.matter import dates
from afterword.reading.matter.day_forms import Clock, Form, compiled
from afterword.reading.matter.ways_to_name_days import (
    BEFORE_A_DAY,
    BEHIND_A_DAY,
    DENIED,
    FORMS,
    FORMS_IN_LETTERS,
    IN_LETTERS,
    bare_day,
    doubt_of,
    on_weekday,
)
from afterword.reading.problems import FileProblems
from afterword.vocabulary.days import named_days as words
from afterword.vocabulary.days.calendar import WEEKDAY_NUMBERS
from afterword.vocabulary.speaking import Said, every_language, languages_spoken
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.wording import WEEKDAYS

# In a longer text no day is looked for.
_LONGEST = 1000
# The last word of a text, which is no short form of a name: "sat" is another word.
_LAST_WORD = seldom(r"(?<=\s)(?P<word>[^\W\d_]{5,}(?:-[^\W\d_]+)?)[\s.!)]*$")
_TWO_NUMBERS = seldom(r"\d{1,2}\.\d{1,2}")
_NO_WEEKDAY_BEHIND = Said("no weekday behind")


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
    may_have_any = letters is None or not IN_LETTERS.isdisjoint(letters)
    return may_have_any and any(form.may_be_in(letters) for form in FORMS_IN_LETTERS)


def _forms_in(text: str) -> Iterator[Form]:
    """The ways to name a day that a text may have."""
    letters, has_figure = words.letters_of(text), words.has_figure(text)
    forms = FORMS if has_figure else FORMS_IN_LETTERS
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
        raise doubt_of(f"Which day '{written}' is cannot be told.")
    abroad = _day_abroad(text, clock)
    if meant and abroad and not _is_wider(abroad, meant[0]):
        return meant[0]
    return abroad or (meant[0] if meant else None)


def day_in_file(
    text: str, start: date, problems: FileProblems, *, holidays: Set[date] = frozenset()
) -> NamedDay | None:
    """The one day that a text of a file names; "by 11/4" as the file's own dates have to be. Raises UnreadableDate for a doubt.

    A date with its year is left to what the journal's other dates say.
    """
    try:
        return day_in(text, start, holidays=holidays, order=problems.order)
    except dates.UnreadableDate as doubt:
        if problems.order or problems.own_order is None or doubt.code == "ambiguous-date":
            raise
        return day_in(text, start, holidays=holidays, order=problems.own_order)


def only_ahead(text: str, start: date, *, holidays: Set[date] = frozenset()) -> NamedDay | None:
    """The day that a text names where it could be two, and one of them lies before `start`."""
    found = []
    for order in DayOrder:
        with suppress(dates.UnreadableDate):
            found.append(day_in(text, start, holidays=holidays, order=order))
    ahead = [one for one in found if one and one.day >= start]
    return ahead[0] if len(found) == len(DayOrder) and len(ahead) == 1 else None


def weekday_at_end(text: str, start: date) -> NamedDay | None:
    """The next such day where a text ends in the name of a weekday and nothing before that makes it another: "send the CV Friday"."""
    found = _LAST_WORD.search(text)
    if found is None or (english := _weekday_in_english(found["word"])) is None:
        return None
    before = text[: found.start("word")]
    is_other = spoken(before).rpartition(" ")[2] in _NO_WEEKDAY_BEHIND
    if is_other or compiled(BEFORE_A_DAY).search(before):
        return None
    day = later(start, (WEEKDAYS.index(english) - start.weekday() - 1) % 7 + 1)
    return NamedDay(day, found.start("word"), found.end("word"), is_date=False, is_weekday=True)


def _weekday_in_english(word: str) -> str | None:
    """The English name of a weekday in English or in a language of the file; None for any other word."""
    if (number := WEEKDAY_NUMBERS.get(word.casefold())) is not None:
        return WEEKDAYS[number]
    others = languages_spoken()
    english = dates.in_english(word) if others and others != every_language() else ""
    return english if english in WEEKDAYS else None


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
    # Two numbers alone are no time of a day.
    end = "." if _TWO_NUMBERS.fullmatch(text.strip()) else ""
    written = f"{words.BEFORE_LAST} {text.strip()}{end}"
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
                    doubts.append(doubt_of(f"Which day '{bare_day(found)}' is cannot be told."))
                    continue
                is_last = bool(found.groupdict().get("until"))
                yield NamedDay(
                    day,
                    *found.span(),
                    is_last=is_last,
                    is_date=form.is_date,
                    is_weekday=form.day is on_weekday,
                )


def _is_one_of_two(found: re.Match[str]) -> bool:
    """Whether what stands around a day leaves another one open: "by 20 or 21 November", "not by Friday but Monday", "Friday week"."""
    before, groups = found.string[: found.start()], found.groupdict()
    if compiled(BEHIND_A_DAY).match(found.string, found.end()) or compiled(DENIED).search(before):
        return True
    # With a word of its own it is another day.
    is_own = groups.get("until") or groups.get("on")
    return not is_own and compiled(BEFORE_A_DAY).search(before) is not None
