"""What days are called in words, as patterns for finding them in a sentence: "by", "tomorrow", "in two weeks", "24 Dec"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from afterword.vocabulary.days.calendar import MONTH_NUMBERS, WEEKDAY_NUMBERS
from afterword.vocabulary.languages import WORDS, Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken


def _ways(words: Iterable[str]) -> str:
    """These words as the choices of a pattern, the longest first."""
    longest = sorted(set(words), key=len, reverse=True)
    return "|".join(r"\s+".join(map(re.escape, word.split())) for word in longest)


COUNTS = {word: int(name) for word, name in WORDS.meanings("count").items() if name.isdigit()}
UNITS = WORDS.meanings("unit")
NAMED_DAYS = WORDS.meanings("day")
MONTH = _ways(MONTH_NUMBERS)
WEEKDAY = _ways(WEEKDAY_NUMBERS)
BEFORE_LAST = WORDS.of("until a day")[0]
UNTIL, ON = _ways(WORDS.of("until a day")), _ways(WORDS.of("beside a day"))
LAST_OF = _ways(WORDS.of("last of a month"))
BETWEEN_DAYS = _ways(WORDS.of("between two days"))
MORE_OR_LESS, DENIED = _ways(WORDS.of("more or less")), _ways(WORDS.of("denied day"))
UNCLEAR, WITHIN = _ways(WORDS.of("no one day")), _ways(WORDS.of("within"))
NAMED = _ways(word for name in NAMED_DAYS.values() for word in WORDS.of(f"day {name}"))
COUNT = _ways(word for number in COUNTS.values() for word in WORDS.of(f"count {number}"))
SEVERAL = _ways(WORDS.of("count several"))
UNIT = _ways(word for name in UNITS.values() for word in WORDS.of(f"unit {name}"))
# Behind these a weekday needs no word of its own: "Dave will ring me Monday".
TO_SOMEBODY = (
    r"(?:(?<=\bme )|(?<=\bus )|(?<=\bback )|(?<=\bknow )|(?<=\bher )|(?<=\bhim )|(?<=\bthem ))"
)

_FIGURE = re.compile(r"\d")
# Without one of these, or a figure, a text names no day.
SIGNS_OF_A_DAY = frozenset(
    word
    for spelling in (*MONTH_NUMBERS, *WEEKDAY_NUMBERS, *NAMED_DAYS, *UNITS)
    for word in spoken(spelling).split()
)
# The last word of each for until, and so many words behind it a day may stand.
_UNTIL_WORDS, _NEAR = (
    frozenset(word.rpartition(" ")[2] for word in WORDS.spoken("until a day"))
    - WORDS.spoken("beside a day"),
    3,
)
_LETTERS = re.compile(r"[^\W\d_]+")
# These are matched without regard to case by letters that no change of case makes of them.
_OF_TWO_CASES = frozenset("ıİſ")


def is_sure_weekday(name: str) -> bool:
    """Whether a weekday is no other word: one of two letters may be one of a language that has no capital there, "do" or "so"."""
    return len(name) > 2 or not name[0].islower()


def _lasts(words: Iterable[str]) -> frozenset[str]:
    """The last stretch of letters of each word or phrase, in small letters, which are rarer than the first: "this week"."""
    return frozenset(_LETTERS.findall(word.lower())[-1] for word in words)


WORDS_OF_MONTHS = _lasts(MONTH_NUMBERS)
WORDS_OF_WEEKDAYS = _lasts(WEEKDAY_NUMBERS)
WORDS_OF_UNITS = _lasts(word for name in UNITS.values() for word in WORDS.of(f"unit {name}"))
WORDS_OF_NAMED_DAYS = _lasts(
    word for name in NAMED_DAYS.values() for word in WORDS.of(f"day {name}")
)
WORDS_OF_UNTIL, WORDS_OF_LAST = _lasts(WORDS.of("until a day")), _lasts(WORDS.of("last of a month"))
WORDS_OF_WITHIN, WORDS_OF_UNCLEAR = _lasts(WORDS.of("within")), _lasts(WORDS.of("no one day"))
# What the words for a day begin with, whatever stands in front of it.
_FIRST_WORDS = frozenset(
    _LETTERS.findall(word.lower())[0]
    for words in (
        *map(WORDS.of, ("until a day", "beside a day", "last of a month", "within", "no one day")),
        *(WORDS.of(f"day {name}") for name in NAMED_DAYS.values()),
        MONTH_NUMBERS,
        WEEKDAY_NUMBERS,
    )
    for word in words
)
_FIRST_LETTERS = re.compile(r"[\W_]*(?P<word>[^\W\d_]+)")
# In small letters a weekday of two is a word of English: "do", "so".
SURE_WEEKDAYS = frozenset(
    spelling
    for word in WORDS_OF_WEEKDAYS
    for spelling in ((word,) if is_sure_weekday(word) else (word.capitalize(), word.upper()))
)


def has_figure(text: str) -> bool:
    """Whether a text has a figure of any script."""
    return _FIGURE.search(text) is not None


def letters_of(text: str) -> frozenset[str] | None:
    """Every stretch of letters in a text, as written and in small letters; None where letters are in it by which a pattern finds others."""
    if not text.isascii() and not _OF_TWO_CASES.isdisjoint(text):
        return None
    found = _LETTERS.findall(text)
    return frozenset([*found, *map(str.lower, found)])


def may_name_a_day(text: str) -> bool:
    """Whether a text has a figure, or a word that is of days: the quick look before any pattern."""
    if has_figure(text):
        return True
    return not SIGNS_OF_A_DAY.isdisjoint(spoken(text).split())


def may_begin_with_a_day(text: str) -> bool:
    """Whether a text may name a day with no word in front of it: the quick look before it is looked for."""
    first = _FIRST_LETTERS.match(text) if text.isascii() else None
    return first is None or first["word"].lower() in _FIRST_WORDS or bool(languages_spoken())


def may_name_a_day_abroad(text: str) -> bool:
    """The same quick look, in whichever language is spoken: a word of another one than English may be a day."""
    return bool(languages_spoken()) or may_name_a_day(text)


def names_until(text: str) -> bool:
    """Whether a word for until leads to a day in a text: the quick look before a last day is looked for where no promise begins."""
    said = spoken(text).split()
    for at, word in enumerate(said):
        if word in _UNTIL_WORDS and any(map(_is_of_a_day, said[at + 1 : at + 1 + _NEAR])):
            return True
    return any(_has_until(text, language) for language in languages_spoken())


def _is_of_a_day(word: str) -> bool:
    return word in SIGNS_OF_A_DAY or word.isdigit()


def _has_until(text: str, language: Language) -> bool:
    words = language.compared("until a day")
    if language.has_blanks:
        said = f" {spoken(text)} "
        return any(f" {word} " in said for word in words)
    return any(word in bare(text) for word in map(bare, words))


def named_day(words: str) -> str:
    """Which day words name beside a date: "the day after tomorrow" is day after tomorrow, "EOW" end of week."""
    return NAMED_DAYS[spoken(words)]
