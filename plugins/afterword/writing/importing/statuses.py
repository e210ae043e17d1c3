"""How an application stands by the words of a tracker's status, and the day that stands beside them: "Absage am 14.11."."""

from __future__ import annotations

import re
import unicodedata
from calendar import isleap
from dataclasses import dataclass
from datetime import date
from functools import cache

from afterword.days import DayOrder
from afterword.kinds import OutcomeKind
from afterword.reading.typed_days import DayError, day_from
from afterword.vocabulary.calendar import months_anywhere
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.outcomes import goes_on, outcome_kind
from afterword.vocabulary.speaking import meaning_of
from afterword.vocabulary.spelling import spoken
from afterword.writing.importing.meanings import names_interview, round_named

_STAGES = WORDS.meanings("stage")
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
# Whether words are a day is asked, not which one: near every day of a leap year.
_ANY = date(2028, 2, 1)
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
    words, written = _parted(text)
    outcome, stage = outcome_of(words), stage_of(words)
    if written is None:
        return Status(
            outcome=outcome,
            not_sent=stage == _NOT_SENT,
            more=bool(plain_words(words)) and outcome_kind(plain_words(words)) is None,
        )
    day, is_guessed = _day(written, since, today, order)
    is_interview = stage == _GOES_ON or outcome in {None, OutcomeKind.PENDING}
    named = words if is_interview and names_interview(words) else None
    return Status(
        outcome=OutcomeKind.PENDING if named is not None else outcome,
        day=day,
        interview=None if named is None else round_named(named),
        is_guessed=is_guessed,
        more=outcome in {None, OutcomeKind.PENDING},
    )


def outcome_of(words: str) -> OutcomeKind | None:
    """The outcome of a status without its day: what goes on is pending; None for one that is not known, such as a sign alone."""
    plain = plain_words(words)
    if not words.strip() or stage_of(words):
        return OutcomeKind.PENDING
    if known := outcome_kind(plain) or _outcome_in_front(words):
        return known
    tells = any(outcome_kind(word) for word in plain.split())
    return OutcomeKind.PENDING if names_interview(words) and not tells else None


def _outcome_in_front(status: str) -> OutcomeKind | None:
    """The outcome that a status begins with, where what follows goes on or stands in brackets: "Absage nach dem Gespräch", "Zusage (mündlich)"."""
    tokens = status.split()
    for count in range(len(tokens) - 1, 0, -1):
        rest = " ".join(tokens[count:])
        if goes_on(rest) or rest.startswith(("(", "[")):
            return outcome_kind(plain_words(" ".join(tokens[:count])))
    return None


def stage_of(words: str) -> str | None:
    """Whether a status says that an application goes on, or that it has not gone out; None for any other."""
    plain = plain_words(words)
    return _STAGES.get(plain) or meaning_of("stage", plain)


def _parted(text: str) -> tuple[str, str | None]:
    """The words of a status, and the day that stands in front of them or behind."""
    if found := _FIGURES.search(text):
        behind = _TIME.sub("", text[found.end() :]).strip(_AROUND)
        return f"{_without_lead(text[: found.start()])} {behind}".strip(), found[0]
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
    """Whether a year has a day of this month and number."""
    return (day.month, day.day) != (2, 29) or isleap(year)


def plain_words(status: str) -> str:
    """A status without emoji, numbers in front and signs."""
    letters = "".join(
        " " if unicodedata.category(one) in {"So", "Sk", "Mn", "Cf"} else one for one in status
    )
    return re.sub(r"^\d+\s+", "", spoken(letters))
