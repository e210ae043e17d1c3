"""Where a file seems to hold more than one interview: headings that count or name rounds, and another entry's front matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.model import RoundKind
from afterword.reading.body.blocks import Block, Heading
from afterword.reading.body.sections import Part
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.rounds import counts_rounds, round_kind

_FENCE = re.compile(r"^-{3,} *$")
_KEY = re.compile(r"^(?P<key>[^\W\d_][\w -]{0,30}?) *:(?: |$)")
# So many keys may stand above a company's.
_LONGEST = 40


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


def further_entries(source: Sequence[str]) -> list[int]:
    """The lines, from 0, of the fences above front matter of other entries in a body."""
    fences = [at for at, line in enumerate(source) if line[:3] == "---" and _FENCE.match(line)]
    return [at for at in fences if _names_company(source, at + 1)]


def _names_company(source: Sequence[str], first: int) -> bool:
    """Whether keys begin on a line, a company's among them."""
    for at in range(first, min(first + _LONGEST, len(source))):
        line = source[at]
        found = _KEY.match(line)
        if found is None and not line.startswith((" ", "- ", "#")):
            return False
        field = KEYS.field_of(found["key"]) if found else None
        if field and field.name == "company":
            return True
    return False
