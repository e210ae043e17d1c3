"""What a piece of YAML says, each key and value as it was written and where.

PyYAML's own tree is built by a function that calls itself, which a file nested deeply enough brings down; its values are
guesses (`no` becomes false, `1:30` becomes 90). So the tree here is made from the parser's events, to a depth that no
honest front matter reaches, and holds nothing but text and places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import yaml

from afterword.frozen import NamedTuple, dataclass, field

DEEPEST = 32
# Aliases of lists of aliases make a few lines stand for billions; an honest file names a value a few times.
MOST_REPEATED = 1000
# What a value may be marked as without meaning anything but what it is; anything else after ! is a word of the writer's, or
# would have a program run: what stands behind it is no value.
_HARMLESS_TAGS = frozenset(
    {
        "!",
        *(
            f"tag:yaml.org,2002:{name}"
            for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
        ),
    }
)
# Characters that nobody sees, which a text in quotes can still spell out.
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
# The one that MkDocs reads front matter with.
SAFE_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """A text and where it begins; `quoted` when it stood in quotes or a block, so that an empty one was meant.

    `literal` when it is a block below `|`, whose lines are the writer's own.
    """

    line: int
    column: int
    text: str
    quoted: bool = False
    literal: bool = False


class Sequence(NamedTuple):
    """A list and where it begins."""

    line: int
    column: int
    items: tuple[Node, ...]


class Mapping(NamedTuple):
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


def compose(
    text: str, *, first_line: int = 1, anchors: dict[str, Node] | None = None
) -> Node | None:
    """The tree of the first document in `text`, whose first line is `first_line` of its file; None when it is empty.

    `anchors` are those of the pieces above, to which this one's are added. Raises UnreadableYaml at the first place that
    cannot be read.
    """
    try:
        return _composed(text, _Tree(first_line, anchors={} if anchors is None else anchors))
    except yaml.MarkedYAMLError as error:
        raise _unreadable(error, first_line) from error


def _composed(text: str, tree: _Tree) -> Node | None:
    ended = False
    # Event by event from the parser itself: the library's own loop over it asks twice for each.
    for event in iter(SAFE_LOADER(text).get_event, None):
        if isinstance(event, yaml.ScalarEvent):
            tree.put(_scalar(event, tree.first_line, tree.anchors))
            continue
        if ended and isinstance(event, yaml.DocumentStartEvent):
            raise _fault(event, tree.first_line, "second document")
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
    repeated: int = 0

    def take(self, event: yaml.Event) -> None:
        """Open or close a list or mapping, or put what an alias stands for where it belongs."""
        if isinstance(event, yaml.CollectionStartEvent):
            if len(self.stack) == DEEPEST:
                raise _fault(event, self.first_line, "nested too deeply")
            _check_tag(event, self.first_line)
            self.stack.append(_Open(event, []))
        elif isinstance(event, yaml.CollectionEndEvent):
            self.put(_closed(self.stack.pop(), self.first_line, self.anchors))
        elif isinstance(event, yaml.AliasEvent):
            if event.anchor not in self.anchors:
                raise _fault(event, self.first_line, "undefined alias")
            again = self.anchors[event.anchor]
            self.repeated += _size(again)
            if self.repeated > MOST_REPEATED:
                raise _fault(event, self.first_line, "repeated too often")
            self.put(again)

    def put(self, node: Node) -> None:
        """Put a node into the innermost list or mapping that is open; it is the root where none is."""
        if self.stack:
            self.stack[-1].children.append(node)
        else:
            self.root = node


def _size(node: Node) -> int:
    """How many texts, lists and mappings a node stands for."""
    if isinstance(node, Scalar):
        return 1
    inside = (
        node.items if isinstance(node, Sequence) else (one for pair in node.pairs for one in pair)
    )
    return 1 + sum(map(_size, inside))


def _scalar(event: yaml.ScalarEvent, first_line: int, anchors: dict[str, Node]) -> Scalar:
    line, column = _place(event, first_line)
    if event.tag:
        _check_tag(event, first_line)
    text, style = event.value, event.style
    text = text if text.isprintable() else _UNSEEN.sub("�", text)
    made = Scalar(line, column, text, quoted=bool(style), literal=style == "|")
    if event.anchor:
        anchors[event.anchor] = made
    return made


def _check_tag(event: yaml.ScalarEvent | yaml.CollectionStartEvent, first_line: int) -> None:
    if event.tag and event.tag not in _HARMLESS_TAGS:
        raise _fault(event, first_line, "tag")


def _closed(opened: _Open, first_line: int, anchors: dict[str, Node]) -> Node:
    line, column = _place(opened.event, first_line)
    made: Node
    if isinstance(opened.event, yaml.MappingStartEvent):
        keys, values = opened.children[::2], opened.children[1::2]
        made = Mapping(line=line, column=column, pairs=_merged(zip(keys, values, strict=True)))
    else:
        made = Sequence(line=line, column=column, items=tuple(opened.children))
    if opened.event.anchor:
        anchors[opened.event.anchor] = made
    return made


def _merged(pairs: Iterable[tuple[Node, Node]]) -> tuple[tuple[Node, Node], ...]:
    """The pairs, with those of other mappings that `<<` takes over in its place; what is written here counts before them."""
    pairs = tuple(pairs)
    if "<<" not in [key.text for key, _ in pairs if isinstance(key, Scalar)]:
        return pairs
    known = {key.text for key, _ in pairs if isinstance(key, Scalar)}
    made: list[tuple[Node, Node]] = []
    for key, value in pairs:
        taken = value.items if isinstance(value, Sequence) else (value,)
        if not is_merge(key) or not all(isinstance(one, Mapping) for one in taken):
            made.append((key, value))
            continue
        for one in taken:
            for name, theirs in one.pairs if isinstance(one, Mapping) else ():
                if isinstance(name, Scalar) and name.text not in known:
                    known.add(name.text)
                    made.append((name._replace(line=key.line, column=key.column), theirs))
    return tuple(made)


def is_merge(key: Node) -> bool:
    """Whether a key is YAML's word for taking over the keys of another mapping."""
    return isinstance(key, Scalar) and key.text == "<<" and not key.quoted


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
