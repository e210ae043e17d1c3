"""How an application stands by the words of a tracker's status, and the day that stands beside them: "Absage am 14.11."."""

from __future__ import annotations

import re
from calendar import isleap
from datetime import MAXYEAR, date
from functools import cache

from afterword.days import DayOrder
from afterword.frozen import dataclass
from afterword.kinds import OutcomeKind
from afterword.reading.typed_days import DayError, day_from
from afterword.vocabulary.days.calendar import months_anywhere
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.meanings import names_interview, round_named
from afterword.writing.importing.status_words import outcome_of, says_beside, stage_of

_NOT_SENT, _GOES_ON = "not sent", "going on"
_FIGURES = re.compile(
    r"(?<![\w.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\s?\d{1,2}[-/.]\s?(?:\d{4}|\d{2})|\d{1,2}\.\s?\d{1,2}\.?|\d{1,2}/\d{1,2})(?![\w.])"
    r"|(?:\d{4}\s*[年년]\s*)?\d{1,2}\s*[月월]\s*\d{1,2}\s*[日號号일]"
)
_YEAR = re.compile(r"\d{4}|[-/.]\s?\d{1,2}[-/.]\s?\d{2}$")
_TIME = re.compile(
    r"\s*\d{1,2}(?:[:.]\d{2}(?!\d))?\s*(?:uhr|h|am|pm|[時时点點시])?(?!\w)", re.IGNORECASE
)
# A day is no more than so many words: "Thursday the 12th of November 2026".
_MOST_WORDS = 6
# What leads to the last day of a span is no more than so many: "at the latest by".
_MOST_LEADING = 4
# Whether words are a day is asked, not which one: near every day of a leap year.
_ANY = date(2028, 2, 1)
_BESIDE_DAY = ", "
_AROUND = " \t,;:.()[]–—-"


@dataclass(frozen=True, slots=True)
class Status:
    """What a status says: `outcome` is None where it is none that is known, `interview` the round of one that it names, "" of one without a name.

    `day` is the day in it, `is_guessed` says that its year was not told, `not_sent` that nothing has gone out, `more` that it says
    more than its outcome.
    """

    outcome: OutcomeKind | None
    day: date | None = None
    interview: str | None = None
    is_guessed: bool = False
    not_sent: bool = False
    more: bool = False


def status_in(text: str, *, since: date | None, today: date, order: DayOrder | None) -> Status:
    """What a status says; a day without its year is the first one from `since` on, or the one nearest to today. Raises DayError for one that is no day."""
    words, written = words_and_day(text)
    outcome, stage = outcome_of(words), stage_of(words)
    if written is None or _is_until(text.partition(written)[0]):
        return Status(
            outcome=outcome,
            not_sent=stage == _NOT_SENT,
            more=written is not None or says_beside(words),
        )
    day, is_guessed = _day(written, since, today, order)
    is_interview = stage == _GOES_ON or outcome in {None, OutcomeKind.PENDING}
    named = words.replace(_BESIDE_DAY, " ") if is_interview and names_interview(words) else None
    return Status(
        outcome=OutcomeKind.PENDING if named is not None else outcome,
        day=day,
        interview=None if named is None else round_named(named),
        is_guessed=is_guessed,
        more=outcome in {None, OutcomeKind.PENDING} or says_beside(words),
    )


def words_and_day(text: str) -> tuple[str, str | None]:
    """The words of a status, and the day that stands in front of them or behind."""
    if found := _FIGURES.search(text):
        behind = _TIME.sub("", text[found.end() :]).strip(_AROUND)
        before = _without_lead(text[: found.start()])
        # What stands on either side of a day is no one phrase: "offer 12.11., rejected".
        return _BESIDE_DAY.join(filter(None, (before, behind))), found[0]
    tokens = text.split()
    for count in range(min(_MOST_WORDS, len(tokens)), 1, -1):
        for day, rest in ((tokens[-count:], tokens[:-count]), (tokens[:count], tokens[count:])):
            written = " ".join(day).strip(_AROUND)
            if _may_be_day(written):
                return _without_lead(" ".join(rest)), written
    return text, None


def _may_be_day(written: str) -> bool:
    """Whether words name a month and a number, and nothing but a day."""
    words = spoken(written).split()
    if months_anywhere().isdisjoint(words) or not any(letter.isdigit() for letter in written):
        return False
    try:
        day_from(written, _ANY)
    except DayError:
        return False
    return True


@cache
def _leads() -> frozenset[str]:
    return frozenset().union(
        *map(
            in_every_language,
            ("on a day", "beside a day", "until a day", "within a date", "before a time"),
        )
    )


def _is_until(words: str) -> bool:
    """Whether the words in front of a day say that something holds until then: "offer until"."""
    tokens = words.split()
    leads = in_every_language("until a day")
    ends = (spoken(" ".join(tokens[-count:])) for count in range(1, _MOST_LEADING + 1))
    return any(end in leads for end in ends)


def _without_lead(words: str) -> str:
    """The words in front of a day without what leads to it: "Absage am" is "Absage"."""
    tokens = words.strip(_AROUND).split()
    while tokens and spoken(tokens[-1]) in _leads():
        tokens.pop()
    return " ".join(tokens).strip(_AROUND)


def _day(
    written: str, since: date | None, today: date, order: DayOrder | None
) -> tuple[date, bool]:
    """The day that is written, and whether its year was not."""
    day = day_from(written, today, order=order)
    if _YEAR.search(written):
        return day, False
    if since is None:
        return day, True
    years = (since.year, since.year + 1)
    days = [day.replace(year=year) for year in years if _has(day, year)]
    return next((one for one in days if one >= since), day), True


def _has(day: date, year: int) -> bool:
    """Whether a year, up to the last that there is, has a day of this month and number."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return year <= MAXYEAR and (isleap(year) or not is_leap_day)
