"""The front matter of an entry as YAML's parser places it."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from afterword.reading.outline import Outline
from afterword.writing.noting.lines import Lines


def pairs_of(lines: Lines, outline: Outline) -> Iterator[tuple[yaml.Node, yaml.Node]]:
    """Each key of the front matter with its value, whose marks count lines from the first of it; none of what is no YAML."""
    first, end = outline.facts or (0, 0)
    raw = "".join(f"{lines[number]}\n" for number in range(first, end))
    try:
        root = yaml.compose(raw, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return
    if isinstance(root, yaml.MappingNode):
        yield from root.value


def items_of(node: yaml.Node) -> list[yaml.Node]:
    """The items of a list, or the one value that stands in place of one."""
    return node.value if isinstance(node, yaml.SequenceNode) else [node]


def on_one_line(node: yaml.Node) -> bool:
    """Whether a value ends on the line on which it begins."""
    return bool(node.start_mark.line == node.end_mark.line)
