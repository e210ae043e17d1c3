"""What months, weekdays and times are called in what people write."""

from __future__ import annotations

from functools import cache

from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.wording import MONTHS, WEEKDAYS

# Each spelling of a month with its number from 1, of a weekday with its number from 0, which is Monday.
MONTH_NUMBERS = {
    word.casefold(): at
    for at, name in enumerate(MONTHS, 1)
    for word in WORDS.of(f"month {name.lower()}")
}
WEEKDAY_NUMBERS = {
    word.casefold(): at
    for at, name in enumerate(WEEKDAYS)
    for word in WORDS.of(f"weekday {name.lower()}")
}
# What parts a day from a time, and what stands behind one.
BEFORE_TIME, BEHIND_TIME = WORDS.of("before a time"), WORDS.of("behind a time")


@cache
def months_anywhere() -> frozenset[str]:
    """What a month is called in any language, as it is compared."""
    return frozenset().union(*(in_every_language(f"month {name.lower()}") for name in MONTHS))


@cache
def weekdays_anywhere() -> frozenset[str]:
    """What a day of the week is called in any language, as it is compared."""
    return frozenset().union(*(in_every_language(f"weekday {name.lower()}") for name in WEEKDAYS))
