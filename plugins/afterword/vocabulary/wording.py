"""How days, counts and outcomes are said in plain words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time
from functools import lru_cache

from afterword.kinds import OutcomeKind, RoundKind

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)

OUTCOMES = {
    OutcomeKind.PENDING: "No answer yet",
    OutcomeKind.ADVANCED: "Went on",
    OutcomeKind.OFFER: "Offer",
    OutcomeKind.ACCEPTED: "Accepted",
    OutcomeKind.DECLINED: "I declined",
    OutcomeKind.REJECTED: "Rejected",
    OutcomeKind.WITHDRAWN: "I withdrew",
    OutcomeKind.NO_ANSWER: "No answer",
    OutcomeKind.CANCELLED: "Cancelled",
}

ROUNDS = {
    RoundKind.SCREEN: "Screen",
    RoundKind.TECHNICAL: "Technical",
    RoundKind.TAKE_HOME: "Take-home",
    RoundKind.DESIGN: "Design",
    RoundKind.BEHAVIOURAL: "Behavioural",
    RoundKind.MANAGER: "Manager",
    RoundKind.PANEL: "Panel",
    RoundKind.FINAL: "Final",
    RoundKind.OTHER: "Other",
}


def day_words(day: date, today: date) -> str:
    """A day as people say it: "Friday 14 November", with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}{year}"


def date_words(day: date, today: date) -> str:
    """A day without that of the week: "14 November", with the year when it is not this one."""
    return day_words(day, today).partition(" ")[2]


def clock_words(clock: time) -> str:
    """A clock time as people say it: "14:30", and its distance from UTC where a zone was written: "14:30 (UTC+5:30)"."""
    told = f"{clock.hour}:{clock.minute:02}"
    offset = clock.utcoffset()
    if offset is None:
        return told
    minutes = round(offset.total_seconds() / 60)
    if not minutes:
        return f"{told} (UTC)"
    hours, rest = divmod(abs(minutes), 60)
    apart = f"{hours}:{rest:02}" if rest else str(hours)
    return f"{told} (UTC{'+' if minutes > 0 else '−'}{apart})"


@lru_cache(maxsize=4096)
def short_day(day: date) -> str:
    """A day in a picture: "14 Nov"."""
    return f"{day.day} {short_month(day)}"


def dated(day: date, today: date) -> str:
    """A day beside something noted on it: "14 Nov", with the year when it is not this one."""
    year = "" if day.year == today.year else f" {day.year}"
    return f"{short_day(day)}{year}"


def short_month(day: date) -> str:
    """A month in a picture: "Nov"."""
    return MONTHS[day.month - 1][:3]


def month_words(day: date) -> str:
    """A month as a heading: "November 2026"."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def away(day: date, today: date) -> str:
    """How far a day lies from today: "in 3 days", "tomorrow", "3 weeks ago"."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    words = span(abs(days))
    return f"in {words}" if days > 0 else f"{words} ago"


def span(days: int) -> str:
    """A number of days in the largest unit that people would use for it: weeks from 14 on, months from 61."""
    if days < 14:
        return counted(days, "day")
    if days < 61:
        return counted(days // 7, "week")
    if days < 730:
        return counted(round(days / 30.4), "month")
    return counted(days // 365, "year")


def number_word(number: int, *, capital: bool = False) -> str:
    """A whole number in a sentence: words up to twelve, figures beyond; "no" for none."""
    word = NUMBERS[number] if 0 <= number < len(NUMBERS) else str(number)
    return word.capitalize() if capital else word


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """A figure with its noun: "1 interview", "3 interviews", "2 replies" where the plural is given."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def counted_words(
    number: int, noun: str, plural: str | None = None, *, capital: bool = False
) -> str:
    """A number in words with its noun: "three interviews"."""
    word = number_word(number, capital=capital)
    return f"{word} {noun if number == 1 else plural or noun + 's'}"


def percent_words(share: float) -> str:
    """A share in whole percent, with a narrow space that no line is broken at: "60 %"."""
    return f"{share:.0%}".replace("%", "\u202f%")


def listed(names: Sequence[str]) -> str:
    """Names in a sentence: "a", "a and b", "a, b and c"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def outcome_word(kind: OutcomeKind) -> str:
    """An outcome as a reader sees it: my own doing says so ("I withdrew")."""
    return OUTCOMES[kind]


def round_word(kind: RoundKind) -> str:
    """A kind of round as a heading says it."""
    return ROUNDS[kind]


def sentence(text: str) -> str:
    """Text with a capital letter in front and a full stop behind, unless it ends in a mark of its own."""
    text = text.strip()
    if not text:
        return ""
    text = text[0].upper() + text[1:]
    return text if text[-1] in ".?!:…" else f"{text}."


def inside(name: str) -> str:
    """A name within a sentence: its first letter small, unless it is all capitals."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
