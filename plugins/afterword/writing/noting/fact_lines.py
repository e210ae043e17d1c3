"""A fact in the front matter of an entry: which line is changed, or joins the others."""

from __future__ import annotations

from datetime import date

import yaml

from afterword.errors import AfterwordError
from afterword.reading.outline import Outline
from afterword.writing.entries.entry_text import Value, line_of
from afterword.writing.noting.lines import Lines
from afterword.writing.noting.nodes import on_one_line, pairs_of


class ByHandError(AfterwordError):
    """A line that cannot be put into a file without a risk to what stands there; the text says what to write by hand."""


def with_fact(lines: Lines, outline: Outline, key: str, value: Value, *, is_added: bool) -> Lines:
    """The lines with a key's value: in the place of the one that is there, or on a new line; with `is_added` beside what is there.

    What is added to a list is a day, or the one item of a list.
    Raises ByHandError where the value there is of several lines or of another shape.
    """
    first, end = _span(outline, key, value)
    at = outline.keys.get(key)
    if at is None or not first <= at < end:
        return lines.with_new(lines.said_until(first, end), [line_of(key, value)])
    node = _value_at(lines, outline, at, key, value)
    if not is_added or _is_empty(node):
        return _in_place(lines, first, node, _said(value), at)
    one = value[0] if isinstance(value, list) else value
    if isinstance(node, yaml.ScalarNode) and isinstance(one, date):
        is_day = node.value[:1].isdigit()
        said = f"[{node.value}, {_said(one)}]" if is_day else _said(one)
        return _in_place(lines, first, node, said, at)
    if isinstance(node, yaml.SequenceNode):
        joined = _in_flow if node.flow_style else _on_a_line
        return joined(lines, first, node, _said(one))
    raise by_hand(key, value)


def by_hand(key: str, value: Value) -> ByHandError:
    """What is said where a line has to be written by its writer."""
    return ByHandError(
        f"{key} is written in a way that cannot be changed safely. Nothing was changed: write {line_of(key, value)} by hand."
    )


def _span(outline: Outline, key: str, value: Value) -> tuple[int, int]:
    if outline.facts is None:
        raise ByHandError(
            f"There is no front matter between two lines of --- that could be read whole. Nothing was changed: write {line_of(key, value)} by hand."
        )
    return outline.facts


def _said(value: Value) -> str:
    return line_of("key", value).removeprefix("key: ")


def _value_at(lines: Lines, outline: Outline, at: int, key: str, value: Value) -> yaml.Node:
    """The value of the key on a line. Raises ByHandError for one that has a name, a tag, or several lines and is no list."""
    first, _ = _span(outline, key, value)
    for name, node in pairs_of(lines, outline):
        if name.start_mark.line == at - first:
            is_whole = on_one_line(node) or isinstance(node, yaml.SequenceNode)
            if is_whole and not getattr(node, "anchor", None) and not node.tag.startswith("!"):
                return node
    raise by_hand(key, value)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value.strip()


def _in_place(lines: Lines, first: int, node: yaml.Node, said: str, at: int) -> Lines:
    """The lines with another text from where a value begins to where it ends; behind the colon where there is none."""
    line = lines[at]
    if _is_empty(node) and node.start_mark.column == node.end_mark.column:
        colon = line.index(":", len(line) - len(line.lstrip())) + 1
        return lines.with_line(at, f"{line[:colon]} {said}{line[colon:]}")
    here = first + node.start_mark.line
    line = lines[here]
    begin, end = node.start_mark.column, node.end_mark.column
    return lines.with_line(here, f"{line[:begin]}{said}{line[end:]}")


def _on_a_line(lines: Lines, first: int, node: yaml.SequenceNode, said: str) -> Lines:
    """The lines with one more item below the last of a list."""
    last = node.value[-1]
    line = lines[first + last.start_mark.line]
    dash = line[: line.index("-") + 1]
    behind = last.end_mark.line + (last.end_mark.column > 0)
    return lines.with_new(first + behind, [f"{dash} {said}"])


def _in_flow(lines: Lines, first: int, node: yaml.SequenceNode, said: str) -> Lines:
    """The lines with one more between the brackets of a list."""
    here = first + node.end_mark.line
    line, bracket = lines[here], node.end_mark.column - 1
    comma = ", " if node.value else ""
    return lines.with_line(here, f"{line[:bracket].rstrip()}{comma}{said}{line[bracket:]}")
