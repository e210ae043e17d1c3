"""A day in one of the tables of a list in front matter: the reference who was told, the promise that was kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import yaml

from afterword.reading.outline import Outline
from afterword.vocabulary.spelling import bare
from afterword.writing.entries.entry_text import line_of
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.nodes import items_of, on_one_line, pairs_of


def with_day_in_table(
    lines: Lines, outline: Outline, at: int, named: tuple[str, str], day: tuple[str, date]
) -> Iterator[Lines]:
    """The lines with a day under a key of a table that begins on line `at`, or of what stands there in place of one.

    `named` is the key that names the table and what it is called there, `day` the key and its day. None where nothing fits.
    """
    first = outline.facts[0] if outline.facts else 0
    for _, value in pairs_of(lines, outline):
        for node in items_of(value):
            if first + node.start_mark.line != at:
                continue
            if isinstance(node, yaml.MappingNode):
                yield from _with_key(lines, first, node, day)
            elif on_one_line(node) and bare(str(node.value)).startswith(bare(named[1])):
                table = line_of("x", {named[0]: node.value, day[0]: day[1]}).removeprefix("x: ")
                yield _spliced(lines, at, node.start_mark.column, node.end_mark.column, table)


def _with_key(
    lines: Lines, first: int, node: yaml.MappingNode, day: tuple[str, date]
) -> Iterator[Lines]:
    there = next((value for key, value in node.value if key.value == day[0]), None)
    said = line_of(*day)
    if there is not None:
        here = first + there.start_mark.line
        text = f"{' ' * (not there.value)}{day[1]}"
        yield _spliced(lines, here, there.start_mark.column, there.end_mark.column, text)
    elif node.flow_style:
        here, brace = first + node.end_mark.line, node.end_mark.column - 1
        yield _spliced(lines, here, len(lines[here][:brace].rstrip()), brace, f", {said}")
    else:
        last = node.value[-1][1]
        behind = last.end_mark.line + (last.end_mark.column > 0)
        yield lines.with_new(first + behind, [f"{' ' * node.start_mark.column}{said}"])


def _spliced(lines: Lines, at: int, begin: int, end: int, text: str) -> Lines:
    return lines.with_line(at, f"{lines[at][:begin]}{text}{lines[at][end:]}")
