"""What a piece of YAML says, each key and value as it was written and where.

PyYAML's own tree is built by a function that calls itself, which a file nested deeply enough brings down; its values are
guesses (`no` becomes false, `1:30` becomes 90). So the tree here is made from the parser's events, to a depth that no
honest front matter reaches, and holds nothing but text and places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

DEEPEST = 32
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A text and where it begins; `quoted` when it stood in quotes or a block, so that an empty one was meant."""

    line: int
    column: int
    text: str
    quoted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list and where it begins."""

    line: int
    column: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their values, in the order written, the same key twice if it was; and where they begin."""

    line: int
    column: int
    pairs: tuple[tuple[Node, Node], ...]


Node = Scalar | Sequence | Mapping


@dataclass(frozen=True)
class UnreadableYaml(Exception):  # noqa: N818  it is what the text is, not a failure of ours
    """The text is not YAML from this place on; `reason` is the parser's own phrase."""

    line: int
    column: int
    reason: str
    context: str = ""


@dataclass(slots=True)
class _Open:
    """A list or mapping whose end has not been reached."""

    event: yaml.NodeEvent
    children: list[Node]


def compose(text: str, *, first_line: int = 1) -> Node | None:
    """The tree of the first document in `text`, whose first line is `first_line` of its file; None when it is empty.

    Raises UnreadableYaml at the first place that cannot be read.
    """
    try:
        return _composed(text, first_line)
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, first_line) from error


def _composed(text: str, first_line: int) -> Node | None:
    tree = _Tree(first_line)
    ended = False
    for event in _events(text):
        if ended and isinstance(event, yaml.DocumentStartEvent):
            raise _fault(event, first_line, "second document")
        ended = ended or isinstance(event, yaml.DocumentEndEvent)
        tree.take(event)
    return tree.root


@dataclass(slots=True)
class _Tree:
    """The tree as far as the events have come."""

    first_line: int
    stack: list[_Open] = field(default_factory=list)
    anchors: dict[str, Node] = field(default_factory=dict)
    root: Node | None = None

    def take(self, event: yaml.Event) -> None:
        """Open or close a list or mapping, or put a text where it belongs."""
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self.stack) == DEEPEST:
                raise _fault(event, self.first_line, "nested too deeply")
            self.stack.append(_Open(event, []))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._put(_closed(self.stack.pop(), self.first_line, self.anchors))
        elif isinstance(event, yaml.ScalarEvent):
            self._put(_scalar(event, self.first_line, self.anchors))
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise _fault(event, self.first_line, "undefined alias")
            self._put(self.anchors[event.anchor])

    def _put(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node


def _events(text: str) -> Iterator[yaml.Event]:
    events: Iterator[yaml.Event] = yaml.parse(text, Loader=_LOADER)
    return events


def _scalar(event: yaml.ScalarEvent, first_line: int, anchors: dict[str, Node]) -> Scalar:
    line, column = _place(event, first_line)
    made = Scalar(line=line, column=column, text=event.value, quoted=bool(event.style))
    if event.anchor:
        anchors[event.anchor] = made
    return made


def _closed(opened: _Open, first_line: int, anchors: dict[str, Node]) -> Node:
    line, column = _place(opened.event, first_line)
    made: Node
    if isinstance(opened.event, yaml.MappingStartEvent):
        keys, values = opened.children[::2], opened.children[1::2]
        made = Mapping(line=line, column=column, pairs=tuple(zip(keys, values, strict=True)))
    else:
        made = Sequence(line=line, column=column, items=tuple(opened.children))
    if opened.event.anchor:
        anchors[opened.event.anchor] = made
    return made


def _place(event: yaml.Event, first_line: int) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + first_line, mark.column + 1) if mark else (first_line, 1)


def _fault(event: yaml.Event, first_line: int, reason: str) -> UnreadableYaml:
    line, column = _place(event, first_line)
    return UnreadableYaml(line, column, reason)


def _unreadable(error: yaml.MarkedYAMLError, first_line: int) -> UnreadableYaml:
    """Where the writer would look: what is never closed is told where it opens."""
    context, reason = error.context or "", error.problem or "not YAML"
    unclosed = "quoted scalar" in context or "flow" in context
    mark = (error.context_mark if unclosed else None) or error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    return UnreadableYaml(line + first_line, column + 1, reason, context)
