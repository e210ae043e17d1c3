"""What a line is by those around it: another program's bullet, the name of the list below it, the head of a table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.reading.body.forms import ITEM, RULE, TABLE_RULE, indentation, spaced
from afterword.reading.body.headings import Headings
from afterword.vocabulary.sides import begins_side, side_of

# Bullets of other programs. A dash is one only beside another, since a single one may stand before a name.
_BULLETS, _DASHES = frozenset("•‣◦▪▫●○∙·"), frozenset("–—")
_AFTER_BULLET = re.compile(r"[ \t]*(?=\w)|[ \t]+(?=\S)")
_LONGEST_TITLE, _TITLE_WORDS = 60, 5


def bulleted(source: Sequence[str], line: str, number: int) -> str:
    """The line with another program's bullet as Markdown's."""
    bare = line.lstrip()
    mark = bare[:1]
    if mark not in _BULLETS and not (mark in _DASHES and _stands_beside(source, mark, number)):
        return line
    space = _AFTER_BULLET.match(bare, 1)
    return f"{line[: indentation(line)]}- {bare[space.end() :]}" if space else line


def _stands_beside(source: Sequence[str], mark: str, number: int) -> bool:
    """Whether the line above or below begins with the same mark."""
    beside = [*source[max(number - 1, 0) : number], *source[number + 1 : number + 2]]
    return any(line.lstrip("> \t").startswith(mark) for line in beside)


def stands_over(
    source: Sequence[str], line: str, number: int, headings: Headings, *, follows: bool
) -> bool:
    """Whether a line is the name of what stands below it; `follows` says that there is text right above it."""
    if headings.reads_as_label(line):
        return True
    words = line.strip()
    if len(words) > _LONGEST_TITLE or (follows and words[:1].islower()):
        return False
    is_title = follows and words.endswith(":") and words.count(" ") < _TITLE_WORDS
    if not (is_title or side_of(words) or headings.bare_section(words)):
        return False
    return _begins_item(source, number + 1)


def _begins_item(source: Sequence[str], number: int) -> bool:
    """Whether a list begins on a line, or below it where it is blank."""
    for at in range(number, min(number + 3, len(source))):
        line = spaced(source[at])
        if line.strip():
            return ITEM.match(bulleted(source, line, at)) is not None and not RULE.match(line)
    return False


def begins_table(source: Sequence[str], line: str, number: int) -> bool:
    """Whether a line is the head of a table, which Markdown wants apart."""
    below = source[number + 1] if number + 1 < len(source) else ""
    return "|" in line and "|" in below and TABLE_RULE.match(below) is not None


def is_labelled(headings: Headings, line: str) -> bool:
    """Whether a line begins with a section's name, or says which side of their feedback it is."""
    return headings.labelled(line) is not None or begins_side(line)
