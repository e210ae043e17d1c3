"""What the value of one key means, typed from the text of its YAML node.

Each function takes a node and the file's slips, and gives the value, or None with the slip noted. YAML's own guesses never
come into it: `no` is the word no, `1.10` is not 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from difflib import get_close_matches
from typing import TypeVar

from afterword.model import Outcome, Round, ThankYou, When
from afterword.reading import dates, words
from afterword.reading.nodes import Mapping, Node, Scalar, Sequence
from afterword.reading.slips import Slips

_Read = TypeVar("_Read")
_LINK = re.compile(r"\[\[([^\]|]+)(?:\|[^\]]*)?\]\]")
_SPAN = re.compile(
    r"^(?:in|within|after)?\s*(?:about |around |~)?(?P<count>\d{1,3}|an?|one|two|three|four|five|six|ten)\s+(?P<unit>(?:business|working|work|week) ?days?|days?|weeks?|months?)$",
    re.IGNORECASE,
)
_COUNTS = {
    "a": 1,
    "an": 1,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
}
_NOTHING = frozenset({"", "~", "null"})
_DATED = "2026-11-12: year, month, day"


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time after the interview: calendar days, business days or months."""

    count: int
    unit: str

    def after(self, start: date) -> date:
        """The day on which the span that begins on `start` ends; at the end of the calendar, its last day."""
        try:
            if self.unit == "months":
                return _months_after(start, self.count)
            if self.unit == "days":
                return start + timedelta(days=self.count)
            return _business_days_after(start, self.count)
        except (OverflowError, ValueError):
            return date.max


def _months_after(start: date, count: int) -> date:
    years, month = divmod(start.month - 1 + count, 12)
    first = date(start.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(start.day, last.day))


def _business_days_after(start: date, count: int) -> date:
    day = start
    for _ in range(count):
        day += timedelta(days=1)
        while day.weekday() > 4:
            day += timedelta(days=1)
    return day


def is_absent(node: Node) -> bool:
    """Whether a key was left empty: nothing, `~`, `null`, or an empty list."""
    if isinstance(node, Scalar):
        return not node.text.strip() or (not node.quoted and node.text.casefold() in _NOTHING)
    return not (node.items if isinstance(node, Sequence) else node.pairs)


def plain_name(text: str) -> str:
    """A text without Obsidian's brackets: `[[Acme|ACME]]` is Acme."""
    return " ".join(_LINK.sub(r"\1", text).split())


def text(node: Node, slips: Slips) -> str | None:
    """A text on one line; a list of texts is joined, as `[[Acme]]` without quotes is a list in a list to YAML."""
    found = list(_scalars(node))
    if found:
        # To YAML the bare link [[Acme|ACME]] is a list in a list.
        linked = isinstance(node, Sequence) and isinstance(node.items[0], Sequence)
        names = [one.text.split("|")[0] if linked else one.text for one in found]
        return plain_name(", ".join(name.strip() for name in names))
    slips.on(node, "not-text", "This wants a text.", "Write it on the key's line.")
    return None


def _scalars(node: Node) -> Iterator[Scalar]:
    """The texts of a scalar or of lists of them; none of a mapping."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)


def members(node: Node) -> tuple[Node, ...]:
    """The items of a list, but for empty ones; anything else is a list of itself."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(item for item in items if not is_absent(item))


def when(node: Node, slips: Slips) -> When | None:
    """The day of the interview, with its clock time."""
    return _dated(node, slips, dates.when)


def day(node: Node, slips: Slips) -> date | None:
    """One whole date."""
    return _dated(node, slips, dates.day)


def _dated(node: Node, slips: Slips, read: Callable[[str], _Read]) -> _Read | None:
    if not isinstance(node, Scalar):
        slips.on(node, "not-a-date", "This wants one day.", f"Write it as {_DATED}.")
        return None
    try:
        return read(node.text)
    except dates.UnreadableDate as refusal:
        slips.on(node, refusal.code, refusal.message, refusal.suggestion)
        return None


def days(node: Node, slips: Slips) -> tuple[date, ...] | None:
    """One date or a list of them; those that can be read, in order. A text may name several, parted by commas."""
    found = [day(item, slips) for one in members(node) for item in _parted(one)]
    return tuple(sorted(one for one in found if one is not None))


def _parted(node: Node) -> tuple[Node, ...]:
    """A text of ISO dates with commas between as one node each: "2026-11-12, 2026-11-14"."""
    if not isinstance(node, Scalar) or not re.fullmatch(
        r"\d{4}-\d\d-\d\d(?:\s*,\s*\d{4}-\d\d-\d\d)+", node.text
    ):
        return (node,)
    return tuple(
        Scalar(line=node.line, column=node.column + found.start(), text=found[0])
        for found in re.finditer(r"[^,\s]+", node.text)
    )


def decision(node: Node, slips: Slips) -> date | Span | None:
    """The day they named, or the span they named."""
    if isinstance(node, Scalar) and (found := _SPAN.match(" ".join(node.text.split()))):
        number = found["count"].lower()
        count = _COUNTS[number] if number in _COUNTS else int(number)
        unit = found["unit"].lower()
        if unit.startswith(("day", "week")) and not unit.replace(" ", "").startswith("weekday"):
            return Span(count * (7 if unit.startswith("week") else 1), "days")
        return Span(count, "months" if unit.startswith("month") else "business days")
    before = len(slips.problems)
    found_day = _dated(node, slips, dates.day)
    if (
        found_day is None
        and slips.problems[before].code == "not-a-date"
        and isinstance(node, Scalar)
    ):
        del slips.problems[before:]
        slips.on(
            node,
            "not-a-date",
            f"'{node.text}' is neither a day nor a span that can be read.",
            "Write 2026-11-26, 2 weeks or 5 business days.",
        )
    return found_day


def day_or(word: str, meanings: tuple[str, ...]) -> Callable[[Node, Slips], date | str | None]:
    """A reader of one date or of a word such as `never`; `meanings` are the spellings of that word."""

    def read(node: Node, slips: Slips) -> date | str | None:
        if isinstance(node, Scalar) and words.spoken(node.text) in meanings:
            return word
        return day(node, slips)

    return read


def thank_you(node: Node, slips: Slips) -> ThankYou | None:
    """The days on which a note was sent, or `skip`."""
    if isinstance(node, Scalar):
        if words.spoken(node.text) in {"skip", "skipped", "not needed"}:
            return ThankYou(skipped=True)
        if words.spoken(node.text) in {"no", "none", "not yet", "false"}:
            return ThankYou()
        if words.spoken(node.text) in {"yes", "sent", "done", "true", "y"}:
            slips.on(
                node,
                "no-day",
                "It is not said when the note was sent.",
                f"Write the day: {_DATED}; or skip.",
            )
            return None
    return ThankYou(sent=days(node, slips) or ())


def percent(node: Node, slips: Slips) -> float | None:
    """A chance as a share from 0 to 1: `60`, `60%`, or `0.6` written with a point."""
    number = re.fullmatch(
        r"(\d+(?:[.,]\d+)?)\s*(%|percent|per cent)?", _written(node), re.IGNORECASE
    )
    if number is None:
        slips.on(
            node,
            "not-a-chance",
            f"'{_written(node)}' is not a chance that can be read.",
            "Write 0 to 100, such as 60.",
        )
        return None
    value = float(number[1].replace(",", "."))
    is_share = "." in number[1] and value <= 1 and not number[2]
    share = value if is_share else value / 100
    if share > 1:
        slips.on(
            node,
            "not-a-chance",
            f"A chance of {_written(node)} is over 100.",
            "Write 0 to 100, such as 60.",
        )
        return None
    return share


def feeling(node: Node, slips: Slips) -> int | None:
    """1 to 5; "4/5" is 4, and so are four stars."""
    written = _written(node)
    number = re.fullmatch(r"([1-5])(?:\.0)?(?:\s*(?:/|of|out of)\s*5)?", written)
    if number:
        return int(number[1])
    if re.fullmatch(r"[★⭐]{1,5}[☆]*", written.replace("️", "")):
        return written.count("★") + written.count("⭐")
    slips.on(
        node,
        "not-a-feeling",
        f"'{written}' is not a feeling from 1 to 5.",
        "Write 1, 2, 3, 4 or 5.",
    )
    return None


def _written(node: Node) -> str:
    return " ".join(node.text.split()) if isinstance(node, Scalar) else "a list"


def outcome(node: Node, slips: Slips) -> Outcome | None:
    """How it stands."""
    written = plain_name(_written(node))
    if kind := words.outcome_kind(written):
        return Outcome(kind=kind, line=node.line)
    near = get_close_matches(words.spoken(written), words.outcome_spellings(), n=1, cutoff=0.8)
    meant = (
        f"Did you mean {near[0]}?"
        if near
        else "Write pending, advanced, offer, accepted, declined, rejected, withdrawn or no answer."
    )
    slips.on(node, "unknown-outcome", f"'{written}' is not an outcome that is known.", meant)
    return None


def round_of(node: Node, slips: Slips) -> Round | None:
    """Which conversation it was: the name as written and the kind in it."""
    name = text(node, slips)
    return Round(name=name, kind=words.round_kind(name)) if name else None


def channel(node: Node, slips: Slips) -> str | None:
    """The channel they asked me to use, by its usual name where we know it."""
    written = text(node, slips)
    return words.channel(written) if written else None


def interview_format(node: Node, slips: Slips) -> str | None:
    """Phone, video, onsite, take-home, or as written."""
    written = text(node, slips)
    return words.interview_format(written) if written else None


def texts(node: Node, slips: Slips) -> tuple[Scalar, ...] | None:
    """A list of texts with their places; a text of several lines, as a block, is one for each line."""
    found: list[Scalar] = []
    for item in members(node):
        if isinstance(item, Scalar):
            found.append(item)
        elif (joined := _pair_as_text(item)) is not None:
            found.append(joined)
        else:
            slips.on(item, "not-text", "Each item of this list is one text.", "Put it in quotes.")
    return tuple(found)


def _pair_as_text(node: Node) -> Scalar | None:
    """`- Gap: too slow` is a mapping to YAML and a sentence to its writer."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    if not isinstance(key, Scalar) or not isinstance(value, Scalar):
        return None
    return Scalar(line=node.line, column=node.column, text=f"{key.text}: {value.text}")


def private_words(node: Node, slips: Slips) -> tuple[str, ...] | None:
    """The words of this entry that no shared view may show."""
    return tuple(one.text for one in texts(node, slips) or ())
