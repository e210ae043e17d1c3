"""Lines that were jotted down on the way, each about one company: which are understood, and what is left of their file."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from afterword.errors import AfterwordError
from afterword.frozen import dataclass
from afterword.model import ApplicationNote, Interview
from afterword.reading.for_writer import says_something
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.statements import Statement

# A list's mark, a box, and a time of day that a shortcut puts in front.
_MARK = re.compile(r"^\s*(?:[-*+]\s+)?(?:\[[ ]\]\s+)?(?:\d{1,2}:\d{2}\s+)?")
_ITEM = re.compile(r"^\s*[-*+]\s")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines that say something of an entry, by their number from 0, and those that do not, with the reason."""

    statements: tuple[tuple[int, tuple[Interview | ApplicationNote, Statement]], ...]
    left: tuple[tuple[int, str], ...]


def sorted_lines(
    text: str, meant: Callable[[str], tuple[Interview | ApplicationNote, Statement]]
) -> Sorted:
    """Each line as what it says of which entry; headings, quotes and empty lines are none."""
    statements = []
    left: list[tuple[int, str]] = []
    lines = Lines.of(text)
    for at in range(len(lines)):
        line = lines[at]
        if not says_something(line):
            continue
        if _goes_on(lines, at):
            left.append(
                (at, "It goes on in the next line, or from the one before: write it as one line.")
            )
            continue
        try:
            statements.append((at, meant(_MARK.sub("", line).strip())))
        except AfterwordError as error:
            left.append((at, str(error)))
    return Sorted(tuple(statements), tuple(left))


def _goes_on(lines: Lines, at: int) -> bool:
    """Whether a line and one beside it are one thing: the second is indented, and no item."""
    return _is_indented(lines, at) or (at + 1 < len(lines) and _is_indented(lines, at + 1))


def _is_indented(lines: Lines, at: int) -> bool:
    line = lines[at]
    return at > 0 and line[:1].isspace() and _ITEM.match(line) is None and bool(line.strip())


def without(text: str, taken: Collection[int]) -> str:
    """The text without these lines."""
    lines = Lines.of(text).lines
    return "".join(line for at, line in enumerate(lines) if at not in taken)
