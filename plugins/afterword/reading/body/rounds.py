"""Which headings of a body count or name rounds, as those of a file with several do."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.kinds import RoundKind
from afterword.reading.body.blocks import Block, Heading
from afterword.reading.body.parts import Part
from afterword.vocabulary.rounds import counts_rounds, round_kind


def rounds_in(blocks: Sequence[Block], parts: Sequence[Part]) -> list[int]:
    """The lines of headings that look like several rounds: counted ones, or those that name a round above sections of its own."""
    headings = [block for block in blocks if isinstance(block, Heading)]
    numbered = [one.line for one in headings if counts_rounds(one.text)]
    if len(numbered) > 1:
        return numbered
    named = [
        one.line
        for one in headings
        if round_kind(one.text) is not RoundKind.OTHER and _has_sections(one, headings, parts)
    ]
    return named if len(named) > 1 else []


def _has_sections(heading: Heading, headings: list[Heading], parts: Sequence[Part]) -> bool:
    """Whether a heading is none of a section's, and stands above some."""
    if any(part.line == heading.line for part in parts):
        return False
    below = (one for one in headings if one.line > heading.line and one.level <= heading.level)
    end = next((one.line for one in below), None)
    return any(part.line > heading.line and (end is None or part.line < end) for part in parts)
