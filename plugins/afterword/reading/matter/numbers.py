"""Which number a value is: a chance, or how it felt."""

from __future__ import annotations

import re

from afterword.patterns import seldom
from afterword.reading.matter.nodes import Node
from afterword.reading.matter.texts import one_line, says
from afterword.reading.problems import FileProblems
from afterword.vocabulary.days.named_days import COUNTS
from afterword.vocabulary.nothing import NOT_YET

_CHANCE = re.compile(
    r"(?:~|about |ca\.? )?(\d+(?:[.,]\d+)?|\.\d+)\s*(%|percent|per cent)?", re.IGNORECASE
)

_OF_A_SCALE = seldom(r"(?P<value>\d+(?:\.\d+)?)\s*(?:/|of|out of)\s*(?P<scale>\d+)")
_EVEN = seldom(r"50\s*[/:-]\s*50|fifty[ -]fifty", re.IGNORECASE)
_WORDS_OF_FIVE = frozenset(word for word, number in COUNTS.items() if number <= 5 and len(word) > 2)
# A bare number up to here may be one of a scale of ten.
_SCALE = 10


def percent(node: Node, problems: FileProblems) -> float | None:
    """A chance as a share from 0 to 1: `60`, `60%`, or `0.6` written with a point."""
    if says(node, NOT_YET):
        return None
    written = one_line(node)
    if (share := _of_a_scale(written)) is not None:
        return share
    number = _CHANCE.fullmatch(written)
    if number is None:
        told = f"'{written}' is not a chance that can be read."
        problems.on(node, "not-a-chance", told, "Write 0 to 100, such as 60.")
        return None
    value = float(number[1].replace(",", "."))
    is_share = not number[1].isdigit() and value <= 1 and not number[2]
    share = value if is_share else value / 100
    if share > 1:
        problems.on(
            node,
            "not-a-chance",
            f"A chance of {one_line(node)} is over 100.",
            "Write 0 to 100, such as 60.",
        )
        return None
    if number[1].isdigit() and 0 < value <= _SCALE and not number[2]:
        told = f"{number[1]} is read as a chance of {number[1]} %."
        how = f"Write {number[1]}0 if it is {number[1]} of ten, or {number[1]}% if that is what you mean."
        problems.doubt(node, "slim-chance", told, how)
    return share


def _of_a_scale(written: str) -> float | None:
    """A chance beside its scale, as a share: "6/10" is 0.6, and "50/50" a half; None for any other text."""
    if written.rstrip("%").isdigit():
        return None
    if _EVEN.fullmatch(written):
        return 0.5
    found = _OF_A_SCALE.fullmatch(written)
    value, scale = (float(found["value"]), float(found["scale"])) if found else (0.0, 0.0)
    return value / scale if value <= scale and scale > 1 else None


def feeling(node: Node, problems: FileProblems) -> int | None:
    """1 to 5; "4/5" is 4, and so are "8/10", four stars and the word."""
    if says(node, NOT_YET):
        return None
    written = one_line(node)
    number = re.fullmatch(r"([1-5])(?:\.0)?(?:\s*(?:/|of|out of)\s*5)?", written)
    if number:
        return int(number[1])
    if written.casefold() in _WORDS_OF_FIVE:
        return COUNTS[written.casefold()]
    if re.fullmatch(r"[★⭐]{1,5}[☆]*", written.replace("️", "")):
        return written.count("★") + written.count("⭐")
    if (of_five := _of_five(written)) is not None:
        return of_five
    told = f"'{written}' is not a feeling from 1 to 5."
    problems.on(node, "not-a-feeling", told, "Write 1, 2, 3, 4 or 5: 1 is bad, 5 is very good.")
    return None


def _of_five(written: str) -> int | None:
    """A feeling on another scale, where it is one of five steps as well: "8/10" is 4; None for any other text."""
    found = _OF_A_SCALE.fullmatch(written)
    value, scale = (float(found["value"]), float(found["scale"])) if found else (0.0, 1.0)
    steps = 5 * value / scale if scale else 0
    return int(steps) if steps in {1, 2, 3, 4, 5} else None
