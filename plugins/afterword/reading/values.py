"""What the value of one key means, typed from the text of its YAML node.

Each function takes a node and the file's slips, and gives the value, or None with the slip noted. YAML's own guesses never
come into it: `no` is the word no, `1.10` is not 1.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import takewhile
from typing import TypeVar

from afterword.days import Span, Unit
from afterword.model import Severity, ThankYou, When
from afterword.reading import dates, words
from afterword.reading.nodes import Mapping, Node, Scalar, Sequence
from afterword.reading.slips import Slips

_Read = TypeVar("_Read")
# Obsidian's link, of which the note's own name counts, and Markdown's, of which its words do.
_LINK = re.compile(r"\[\[(?:[^\]|#]*/)?([^\]|#/]+)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]")
_MARKDOWN_LINK = re.compile(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
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
# What people write where there is nothing to say yet; in `spoken` form, so that a dash or a question mark is "".
NOT_YET = frozenset(
    {"", "na", "n a", "no", "none", "false", "not yet", "none yet", "tbd", "unknown", "pending"}
)
_BULLET = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(?P<text>.*)$")
# A theme, or a number of something, which YAML takes for a comment and its writer does not.
_COMMENT = re.compile(r"^\s+#[^\s#]")
_DATED = "2026-11-12: year, month, day"


def is_absent(node: Node) -> bool:
    """Whether a key was left empty: nothing, `~`, `null`, or an empty list."""
    if isinstance(node, Scalar):
        return not node.text.strip() or (not node.quoted and node.text.casefold() in _NOTHING)
    if isinstance(node, Sequence):
        return not node.items
    return all(is_absent(value) for _, value in node.pairs)


def plain_name(text: str) -> str:
    """A text without the brackets of links: `[[Acme|ACME]]`, `[[Companies/Acme]]` and `[Acme](https://acme.example)` are Acme."""
    return " ".join(_MARKDOWN_LINK.sub(r"\1", _LINK.sub(r"\1", text)).split())


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
    """The items of a list or the lines of a block, but for empty ones; anything else is a list of itself."""
    items = node.items if isinstance(node, Sequence) else _lines(node)
    return tuple(item for item in items if not is_absent(item))


def _lines(node: Node) -> tuple[Node, ...]:
    """Each line of a literal block as one text; where some begin with a bullet, the others go on from those."""
    if not isinstance(node, Scalar) or not node.literal:
        return (node,)
    lines = node.text.split("\n")
    bullets = any(map(_BULLET.match, lines))
    found: list[Scalar] = []
    for line, written in enumerate(lines, node.line + 1):
        bullet = _BULLET.match(written)
        if found and bullets and not bullet:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {written.strip()}".strip())
        else:
            text = bullet["text"] if bullet else written.strip()
            found.append(Scalar(line=line, column=node.column, text=text, quoted=True))
    return tuple(found)


def alone(node: Node) -> Node:
    """The one item of a list of one, as Obsidian writes a property; any other node as it is."""
    while isinstance(node, Sequence) and len(node.items) == 1:
        node = node.items[0]
    return node


def when(node: Node, slips: Slips) -> When | None:
    """The day of the interview, with its clock time."""
    node = alone(node)
    found = _dated(node, slips, dates.when)
    if found and isinstance(node, Scalar) and dates.other_weekday(node.text, found.day):
        slips.doubt(
            node,
            "other-weekday",
            f"{found.day.isoformat()} is a {found.day:%A}.",
            "Is the day right? Or leave the weekday out.",
        )
    return found


def day(node: Node, slips: Slips) -> date | None:
    """One whole date; None, too, where its writer says that there is none yet."""
    return None if says(node, NOT_YET) else _dated(node, slips, dates.day)


def says(node: Node, meanings: frozenset[str]) -> bool:
    """Whether a value is no more than one of these words; a dash, dots or a question mark are no word."""
    node = alone(node)
    if not isinstance(node, Scalar):
        return False
    said = words.spoken(node.text)
    return said in meanings and bool(said or not node.text.strip(" -–—.…?/"))


def _dated(node: Node, slips: Slips, read: Callable[[str], _Read]) -> _Read | None:
    node = alone(node)
    if not isinstance(node, Scalar):
        slips.on(node, "not-a-date", "This wants one day.", f"Write it as {_DATED}.")
        return None
    try:
        return read(plain_name(node.text))
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
    node = alone(node)
    if says(node, NOT_YET):
        return None
    if isinstance(node, Scalar) and (found := _SPAN.match(" ".join(node.text.split()))):
        number = found["count"].lower()
        count = _COUNTS[number] if number in _COUNTS else int(number)
        unit = found["unit"].lower()
        if unit.startswith(("day", "week")) and not unit.replace(" ", "").startswith("weekday"):
            return Span(count * (7 if unit.startswith("week") else 1))
        return Span(count, Unit.MONTHS if unit.startswith("month") else Unit.BUSINESS_DAYS)
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
        return word if says(node, frozenset(meanings)) else day(node, slips)

    return read


def thank_you(node: Node, slips: Slips) -> ThankYou | None:
    """The days on which a note was sent, or `skip`."""
    if isinstance(node, Scalar):
        if words.spoken(node.text) in {"skip", "skipped", "not needed"}:
            return ThankYou(skipped=True)
        if words.spoken(node.text) in {"yes", "sent", "done", "true", "y"}:
            slips.on(
                node,
                "no-day",
                "It is not said when the note was sent.",
                "Write the day, such as 2026-11-13, or skip.",
            )
            return None
    return ThankYou(sent=days(node, slips) or ())


def texts(node: Node, slips: Slips) -> tuple[Scalar, ...] | None:
    """A list of texts with their places; a text of several lines, as a block, is one for each line."""
    found: list[Scalar] = []
    for item in node.items if isinstance(node, Sequence) else members(node):
        if isinstance(item, Scalar):
            found.append(_whole(item, slips))
        elif (joined := pair_as_text(item, slips)) is not None:
            found.append(joined)
        elif not is_absent(item):
            slips.on(item, "not-text", "Each item of this list is one text.", "Put it in quotes.")
    return tuple(one for one in found if not is_absent(one))


def _whole(item: Scalar, slips: Slips) -> Scalar:
    """A text as it was written: YAML takes `#kafka` for a comment, and a deeper dash for a part of the text above."""
    if item.quoted or not 0 < item.line <= len(slips.lines):
        return item
    line = slips.lines[item.line - 1][item.column - 1 :]
    if line.startswith(item.text):
        behind = line.removeprefix(item.text).rstrip()
        return (
            replace(item, text=f"{item.text}{behind}".strip()) if _COMMENT.match(behind) else item
        )
    joined = takewhile(lambda below: below.strip() in item.text, slips.lines[item.line :])
    dashes = (at for at, below in enumerate(joined) if below.lstrip().startswith("- "))
    if (at := next(dashes, None)) is not None:
        slips.at(
            item.line + at + 1,
            slips.lines[item.line + at].index("-") + 1,
            "joined-lines",
            "YAML makes one text of this line and the one above.",
            "Put its dash below the dash above, or write the list under a heading.",
            severity=Severity.WARNING,
        )
    return item


def pair_as_text(node: Node, slips: Slips) -> Scalar | None:
    """`- Gap: too slow` is a mapping to YAML and a sentence to its writer."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    if not isinstance(key, Scalar) or not isinstance(value, Scalar):
        return None
    text = f"{key.text}: {_whole(value, slips).text}"
    return Scalar(line=node.line, column=node.column, text=text)


def private_words(node: Node, slips: Slips) -> tuple[str, ...] | None:
    """The words of this entry that no shared view may show."""
    return tuple(one.text for one in texts(node, slips) or ())
