"""Which number a value is: a chance, or how it felt."""

from __future__ import annotations

import re

from afterword.reading.matter.nodes import Node
from afterword.reading.matter.texts import one_line, says
from afterword.reading.problems import FileProblems
from afterword.vocabulary.nothing import NOT_YET

_CHANCE = re.compile(
    r"(?:~|about |ca\.? )?(\d+(?:[.,]\d+)?|\.\d+)\s*(%|percent|per cent)?", re.IGNORECASE
)


def percent(node: Node, problems: FileProblems) -> float | None:
    """A chance as a share from 0 to 1: `60`, `60%`, or `0.6` written with a point."""
    if says(node, NOT_YET):
        return None
    number = _CHANCE.fullmatch(one_line(node))
    if number is None:
        problems.on(
            node,
            "not-a-chance",
            f"'{one_line(node)}' is not a chance that can be read.",
            "Write 0 to 100, such as 60.",
        )
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
    return share


def feeling(node: Node, problems: FileProblems) -> int | None:
    """1 to 5; "4/5" is 4, and so are four stars."""
    if says(node, NOT_YET):
        return None
    written = one_line(node)
    number = re.fullmatch(r"([1-5])(?:\.0)?(?:\s*(?:/|of|out of)\s*5)?", written)
    if number:
        return int(number[1])
    if re.fullmatch(r"[★⭐]{1,5}[☆]*", written.replace("️", "")):
        return written.count("★") + written.count("⭐")
    problems.on(
        node,
        "not-a-feeling",
        f"'{written}' is not a feeling from 1 to 5.",
        "Write 1, 2, 3, 4 or 5.",
    )
    return None
