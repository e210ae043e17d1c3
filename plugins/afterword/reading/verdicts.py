"""How a round stood and felt: its kind, its outcome, the chance given to it, and the channels that were used."""

from __future__ import annotations

import re
from difflib import get_close_matches

from afterword.model import Outcome, Round
from afterword.reading import words
from afterword.reading.nodes import Node, Scalar
from afterword.reading.slips import Slips
from afterword.reading.values import NOT_YET, alone, plain_name, says, text

_NO_OUTCOME_YET = NOT_YET - {"no", "false", "pending", "tbd"}
_CHANCE = re.compile(
    r"(?:~|about |ca\.? )?(\d+(?:[.,]\d+)?|\.\d+)\s*(%|percent|per cent)?", re.IGNORECASE
)


def percent(node: Node, slips: Slips) -> float | None:
    """A chance as a share from 0 to 1: `60`, `60%`, or `0.6` written with a point."""
    if says(node, NOT_YET):
        return None
    number = _CHANCE.fullmatch(_written(node))
    if number is None:
        slips.on(
            node,
            "not-a-chance",
            f"'{_written(node)}' is not a chance that can be read.",
            "Write 0 to 100, such as 60.",
        )
        return None
    value = float(number[1].replace(",", "."))
    is_share = not number[1].isdigit() and value <= 1 and not number[2]
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
    if says(node, NOT_YET):
        return None
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
    node = alone(node)
    return " ".join(node.text.split()) if isinstance(node, Scalar) else "a list"


def outcome(node: Node, slips: Slips) -> Outcome | None:
    """How it stands."""
    if says(node, _NO_OUTCOME_YET):
        return None
    written = plain_name(_written(node))
    if kind := words.outcome_kind(written):
        return Outcome(kind=kind, line=node.line)
    spoken = words.spoken(written)
    near = get_close_matches(spoken, words.outcome_spellings(), n=1, cutoff=0.8) or [
        one
        for one in words.outcome_spellings()
        if len(one) > 4 and f"{spoken} ".startswith(f"{one} ")
    ]
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
