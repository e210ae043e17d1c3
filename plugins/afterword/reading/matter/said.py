"""What I told them: a table of things with what I said of each, or texts that name the thing before a colon."""

from __future__ import annotations

import re

from afterword.model import Said
from afterword.patterns import seldom
from afterword.reading.matter.nodes import Mapping, Node, Scalar
from afterword.reading.matter.texts import is_absent, members, text
from afterword.reading.problems import FileProblems

# "Salary: 82 000", "**Notice** – three months".
_NAMED = seldom(
    r"^[*_]*(?P<what>[^\W\d_][^:：*_\n]{0,40}?)[*_]*\s*(?:[:：]{1,2}|\s[–—-]\s)[*_]*\s*(?P<text>\S.*)$",
    re.DOTALL,
)


def said(node: Node, problems: FileProblems) -> tuple[Said, ...] | None:
    """What was told, thing by thing."""
    told: list[Said] = []
    for item in members(node):
        if isinstance(item, Mapping):
            told += _pairs(item, problems)
        elif written := text(item, problems):
            told.append(said_in(written, item.line))
    return tuple(told)


def _pairs(node: Mapping, problems: FileProblems) -> list[Said]:
    """One for each key that has a value."""
    told = []
    for key, value in node.pairs:
        written = None if is_absent(value) else text(value, problems)
        if isinstance(key, Scalar) and written:
            told.append(Said(what=key.text.strip(), text=written, line=key.line))
    return told


def said_in(written: str, line: int, *, otherwise: str = "") -> Said:
    """What a text tells: "Salary: 82 000" is the salary, 82 000; `otherwise` is the thing where the text names none."""
    if found := _NAMED.match(written):
        return Said(what=found["what"].strip(), text=" ".join(found["text"].split()), line=line)
    return Said(what=otherwise, text=" ".join(written.split()), line=line)
