"""The sentence about what I told them."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.analysis.told import Thing
from afterword.edition.naming import application_title
from afterword.vocabulary.wording import counted, inside, listed

# So many are named; more are counted.
_NAMED = 3


def told_headline(things: Sequence[Thing]) -> str:
    """Where the rounds of one application were told different things; else that they were not."""
    if not things:
        return "What you tell them will stand here: write said: with your salary, your notice and the reason you leave, and you say the same next time."
    differing = [
        f"{inside(thing.name)} at {application_title(one.application)}"
        for thing in things
        for one in thing.differing
    ]
    if not differing:
        return "No application was told two different things."
    if len(differing) <= _NAMED:
        return f"Not the same in each round: {listed(differing)}."
    rest = counted(len(differing) - _NAMED, "more", "more")
    return f"Not the same in each round: {', '.join(differing[:_NAMED])} and {rest}."
