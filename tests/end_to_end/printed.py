"""The numbers that a built page prints in its own words, and those that a part of the export holds, in the forms in which a page says them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from tests.end_to_end.walking import Element

# Other people's words, and what is looked at but not read: what is written in an entry, a day, a piece of code, a mark on an axis.
NOT_OURS = frozenset(
    [
        "time",
        "code",
        "pre",
        "script",
        "style",
        "nav",
        "header",
        "footer",
        "blockquote",
        "h1",
        "h2",
        "h3",
    ]
)
NOT_OURS_CLASSES = frozenset(
    ["aw-why", "aw-quote", "aw-entry", "aw-why-day", "aw-tick", "aw-task-day", "aw-outcome", "aw-thanks", "aw-axis", "aw-scale", "aw-stop-number", "aw-small-ends", "aw-month-year", "aw-key"]
)  # fmt: skip
# What tells its key itself, and where sentences stand.
NAMED = frozenset(["data-figure", "data-value"])
SENTENCES = frozenset(["aw-headline", "aw-counted", "aw-lead"])
SPOKEN = ("aria-label", "alt", "title")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
SHORT = "|".join(one[:3] for one in MONTHS.split("|"))
DAYS = re.compile(
    rf"(?:\b\d{{1,2}} )?\b(?:{MONTHS}|{SHORT})\b(?: \d{{4}})?|\b20\d\d\b|\b\d{{1,2}}:\d\d\b"
)
NUMBERS = [
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
]
NUMBER = re.compile(
    rf"\d+(?:\.\d+)?(?:\u202f%)?|\b(?:{'|'.join(NUMBERS[2:])}|twice)\b", re.IGNORECASE
)
CHANCE = re.compile(
    r"chance alone does as much in (?:(\w+) journals? of (\w+)|nearly every journal)"
)
# Where something stands in a file.
PLACES = frozenset(["line", "column"])
PARTS = {(1, 5), (1, 4), (1, 3), (1, 2), (2, 3), (3, 4)}


class Text(NamedTuple):
    """A piece of text that is ours; `theme` is the one that was named last above it, `must` that it is a sentence, and no cell of a table."""

    text: str
    theme: str
    must: bool


def single_spaced(text: str) -> str:
    """A text on one line; the narrow space in front of a percent sign is no space here."""
    return re.sub(r"[ \n\t]+", " ", text).strip(" ")


def own_texts(page: Element, themes: Collection[str]) -> Iterator[Text]:
    """Every piece of text on a page that is ours, with what is only spoken aloud, but for figures that name their place in the export."""
    theme = ""
    for text, must, ours in _texts(page, must=False, ours=True):
        if text.strip() in themes:
            theme = text.strip()
        elif ours:
            yield Text(single_spaced(text), theme, must)


def _texts(page: Element, *, must: bool, ours: bool) -> Iterator[tuple[str, bool, bool]]:
    for child in page.children:
        if isinstance(child, str):
            yield child, must, ours
            continue
        here = ours and not _is_not_ours(child)
        yield from (
            (child.attributes[name], must, here) for name in SPOKEN if name in child.attributes
        )
        is_named = not NAMED.isdisjoint(child.attributes)
        yield from _texts(
            child, must=must or not SENTENCES.isdisjoint(child.classes), ours=here and not is_named
        )


def _is_not_ours(one: Element) -> bool:
    return (
        one.tag in NOT_OURS
        or "data-item" in one.attributes
        or not NOT_OURS_CLASSES.isdisjoint(one.classes)
    )


def numbers_in(text: str) -> Iterator[str]:
    """The numbers of a text, each as it is said; how often chance does as much is one."""
    for found in CHANCE.finditer(text):
        some, of = (NUMBERS.index(word) if word else 1 for word in found.groups())
        yield f"chance {some}/{of}"
    for one in NUMBER.findall(DAYS.sub("", CHANCE.sub("", text))):
        word = one.lower()
        yield "2" if word == "twice" else str(NUMBERS.index(word)) if word in NUMBERS else one


def said_as(value: float) -> set[str]:
    """How a page may say a number: as itself, a share in percent or with two places, a chance in journals of so many."""
    if isinstance(value, int):
        return {str(value)}
    ways = {f"{value:.0f}", f"{value:.2f}"}
    if 0 <= value <= 1:
        some, of = min(PARTS, key=lambda part: abs(part[0] / part[1] - value))
        ways.add(f"{value:.0%}".replace("%", "\u202f%"))
        ways.add("chance 1/1" if value >= 0.85 else f"chance {some}/{of}")
    return ways


def numbers_of(told: Any, key: str = "") -> Iterator[tuple[str, float]]:
    """Every number in a part of the export with its key, with how many a list has; lines are places, not numbers."""
    if isinstance(told, dict):
        for name, value in told.items():
            if name not in PLACES:
                yield from numbers_of(value, f"{key} {name}".strip())
    elif isinstance(told, list):
        yield key, len(told)
        for at, value in enumerate(told):
            names = value if isinstance(value, dict) else {}
            name = next(
                (names[one] for one in ("theme", "kind", "month", "week") if one in names), at
            )
            yield from numbers_of(value, f"{key} {name}".strip())
    elif isinstance(told, (int, float)) and not isinstance(told, bool):
        yield key, told
