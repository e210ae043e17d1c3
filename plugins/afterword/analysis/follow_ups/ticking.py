"""What is to be written into an entry so that a follow-up is done?"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date

from afterword.analysis.follow_ups.kind import Occasion
from afterword.kinds import OutcomeKind
from afterword.patterns import seldom

Ticks = Callable[[Occasion, date], tuple[str, ...]]

# What a name is made of that needs no quotes in a table of YAML.
_PLAIN = seldom(r"[^\W\d_][\w .'’-]*")
_TABLE = seldom(r"(?:^\s*(?:-\s+)?|[{,]\s*)(?:what|by|done|who)\s*:")


def on_this_day(key: str) -> Ticks:
    """The day under a key of the entry: `connected: 2026-11-21`."""
    return lambda _, today: (f"{key}: {today}",)


def thank_you_sent(occasion: Occasion, today: date) -> tuple[str, ...]:
    """The day beside those on which other notes were sent."""
    return (_days("thank_you", occasion.interview.thank_you.sent, today),)


def letter_sent(occasion: Occasion, today: date) -> tuple[str, ...]:
    """The day beside those of the letters before."""
    return (_days("follow_ups", occasion.interview.follow_ups, today),)


def _days(key: str, before: Iterable[date], today: date) -> str:
    days = [*(day for day in before if day <= today), today]
    return f"{key}: {today}" if len(days) == 1 else f"{key}: [{', '.join(map(str, days))}]"


def kept(occasion: Occasion, today: date) -> tuple[str, ...]:
    """That a promise was kept: in its table the day, behind a text the mark of a task that is done."""
    interview, line = occasion.interview, occasion.line or 0
    written = interview.front_matter.split("\n")[line - 2 : line - 1] if line > 1 else []
    is_table = line < interview.body_line and any(map(_TABLE.search, written))
    return (f"done: {today}",) if is_table else (f"✅ {today}",)


def told(occasion: Occasion, today: date) -> tuple[str, ...]:
    """That a referee was told, as an item of `references`."""
    return (f"{{name: {_name(occasion)}, told: {today}}}",)


def thanked(occasion: Occasion, today: date) -> tuple[str, ...]:
    """That a referee who was told was thanked, as an item of `references`."""
    known = (one.told for one in occasion.interview.references if one.name == occasion.to)
    day = next(filter(None, known), None)
    return (f"{{name: {_name(occasion)}, told: {day}, thanked: {today}}}",)


def asked(occasion: Occasion, today: date) -> tuple[str, ...]:
    """That somebody was asked for a good word, as an item of `advocates`."""
    return (f"{{name: {_name(occasion)}, asked: {today}}}",)


def _name(occasion: Occasion) -> str:
    """Whom it is for, between quotes where YAML would take the name for more."""
    name = occasion.to or ""
    return name if _PLAIN.fullmatch(name) else json.dumps(name, ensure_ascii=False)


def offer_answered(_: Occasion, today: date) -> tuple[str, ...]:
    """That the offer was accepted, and when; declined is written in its place."""
    return "outcome: accepted", f"decided: {today}"


def withdrawn(occasion: Occasion, today: date) -> tuple[str, ...]:
    """That I ended it: an offer is declined, all else withdrawn."""
    is_offer = occasion.interview.outcome.kind is OutcomeKind.OFFER
    return f"outcome: {'declined' if is_offer else 'withdrawn'}", f"decided: {today}"


def no_answer(_: Occasion, __: date) -> tuple[str, ...]:
    """That no answer came."""
    return ("outcome: no answer",)


def noted(_: Occasion, __: date) -> tuple[str, ...]:
    """The two headings with an empty item below each."""
    return "## Went well", "- ", "", "## Went badly", "- "
