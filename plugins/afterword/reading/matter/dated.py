"""Which days a value names: one, several, or a word in place of one."""

from __future__ import annotations

import re
from collections.abc import Container
from datetime import date
from typing import Protocol, TypeVar

from afterword.days import DayOrder, Span, Unit
from afterword.frozen import dataclass
from afterword.model import ThankYou, When
from afterword.patterns import seldom
from afterword.reading.matter import dates
from afterword.reading.matter.nodes import Node, Scalar
from afterword.reading.matter.texts import alone, members, plain_name, says
from afterword.reading.problems import FileProblems
from afterword.vocabulary.days.named_days import COUNTS
from afterword.vocabulary.nothing import INVITED, NEVER, NO_FEEDBACK, NO_NOTE, NOT_YET, UNDATED
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.wording import WEEKDAYS

_Read = TypeVar("_Read")
_Made_co = TypeVar("_Made_co", covariant=True)
_SPAN = seldom(
    r"^(?:in|within|after)?\s*(?:about |around |~)?(?P<count>\d{1,3}|an?|one|two|three|four|five|six|ten)\s+(?P<unit>(?:business|working|work|week) ?days?|days?|weeks?|months?)$",
    re.IGNORECASE,
)
_DAYS = seldom(r"\d{4}-\d\d-\d\d(?:\s*,\s*\d{4}-\d\d-\d\d)+")
_TICKS = frozenset({"✓", "✔", "✔️", "✅", "☑", "☑️", "x", "X", "[x]", "[X]"})
_DATED = "2026-11-12: year, month, day"


class _Reads(Protocol[_Made_co]):
    """What is made of a date, with the order of its numbers where one is known."""

    def __call__(self, text: str, *, order: DayOrder | None) -> _Made_co:
        """Raises UnreadableDate."""


@dataclass(frozen=True, slots=True)
class DayOrNone:
    """A day, or the word that stands in its place, such as that there will be none."""

    day: date | None


def when(node: Node, problems: FileProblems) -> When | None:
    """The day of the interview, with its clock time."""
    node = alone(node)
    meant = _dated(node, problems, dates.when)
    if meant and isinstance(node, Scalar) and dates.other_weekday(node.text, meant.day):
        problems.doubt(
            node,
            "other-weekday",
            f"{meant.day.isoformat()} is a {WEEKDAYS[meant.day.weekday()]}.",
            "Is the day right? Or leave the weekday out.",
        )
    return meant


def day(node: Node, problems: FileProblems) -> date | None:
    """One whole date; None, too, where its writer says that there is none yet."""
    if says(node, NOT_YET):
        return None
    if _is_undated(node):
        told = "That it happened is written, and not on which day."
        problems.doubt(node, "no-day", told, "Write the day in its place, such as 2026-11-12.")
        return None
    return _dated(node, problems, dates.day)


def _is_undated(node: Node) -> bool:
    """Whether a value only says that something happened: "yes", "sent", a tick."""
    one = alone(node)
    if not isinstance(one, Scalar):
        return False
    return spoken(one.text) in UNDATED or one.text.strip() in _TICKS


def _dated(node: Node, problems: FileProblems, read: _Reads[_Read]) -> _Read | None:
    node = alone(node)
    if not isinstance(node, Scalar):
        problems.on(node, "not-a-date", "This wants one day.", f"Write it as {_DATED}.")
        return None
    try:
        written = plain_name(node.text)
        if order := dates.order_in(written):
            problems.orders.add(order)
        return read(written, order=problems.order)
    except dates.UnreadableDate as refusal:
        problems.on(node, refusal.code, refusal.message, refusal.suggestion)
        return None


def days(node: Node, problems: FileProblems) -> tuple[date, ...] | None:
    """One date or a list of them; those that can be read, in order. A text may name several, parted by commas."""
    read = [day(item, problems) for one in members(node) for item in _parted(one)]
    return tuple(sorted(one for one in read if one is not None))


def _parted(node: Node) -> tuple[Node, ...]:
    """A text of ISO dates with commas between as one node each: "2026-11-12, 2026-11-14"."""
    if not isinstance(node, Scalar) or "," not in node.text or not _DAYS.fullmatch(node.text):
        return (node,)
    return tuple(
        Scalar(line=node.line, column=node.column + found.start(), text=found[0])
        for found in re.finditer(r"[^,\s]+", node.text)
    )


def decision(node: Node, problems: FileProblems) -> date | Span | None:
    """The day they named, or the span they named."""
    node = alone(node)
    if says(node, NOT_YET):
        return None
    if isinstance(node, Scalar) and (found := _span_in(node.text)):
        number = found["count"].lower()
        count = COUNTS[number] if number in COUNTS else int(number)
        unit = found["unit"].lower()
        if unit.startswith(("day", "week")) and not unit.replace(" ", "").startswith("weekday"):
            return Span(count * (7 if unit.startswith("week") else 1))
        return Span(count, Unit.MONTHS if unit.startswith("month") else Unit.BUSINESS_DAYS)
    before = len(problems.noted)
    found_day = _dated(node, problems, dates.day)
    if (
        found_day is None
        and problems.noted[before].code == "not-a-date"
        and isinstance(node, Scalar)
    ):
        del problems.noted[before:]
        problems.on(
            node,
            "not-a-date",
            f"'{node.text}' is neither a day nor a span that can be read.",
            "Write 2026-11-26, 2 weeks or 5 business days.",
        )
    return found_day


def _span_in(text: str) -> re.Match[str] | None:
    """A span from the interview's day, in English or in another language."""
    plain = " ".join(text.split())
    return _SPAN.match(plain) or _SPAN.match(dates.in_english(plain))


def day_or_none(node: Node, problems: FileProblems) -> DayOrNone | None:
    """The day on which they answered, or `none`."""
    return _day_or(NO_FEEDBACK, node, problems)


def day_or_never(node: Node, problems: FileProblems) -> DayOrNone | None:
    """The day on which to write again, or `never`."""
    return _day_or(NEVER, node, problems)


def day_or_invited(node: Node, problems: FileProblems) -> DayOrNone | None:
    """The day of a connection, or `invited`."""
    return _day_or(INVITED, node, problems)


def _day_or(none: Container[str], node: Node, problems: FileProblems) -> DayOrNone | None:
    if says(node, none):
        return DayOrNone(None)
    meant = day(node, problems)
    return DayOrNone(meant) if meant else None


def thank_you(node: Node, problems: FileProblems) -> ThankYou | None:
    """The days on which a note was sent, or `skip`."""
    if isinstance(node, Scalar):
        if spoken(node.text) in NO_NOTE:
            return ThankYou(skipped=True)
        if _is_undated(node):
            told = "That a note was sent is written, and not on which day, so it is still listed as due."
            how = "Write the day, as in thank_you: 2026-11-13. If you no longer know it, write thank_you: skip."
            problems.doubt(node, "no-day", told, how)
            return None
    return ThankYou(sent=days(node, problems) or ())
