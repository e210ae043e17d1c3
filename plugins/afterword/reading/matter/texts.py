"""What the text of one value is, and the texts of a list: read from the YAML node as it was written.

Each function takes a node and the problems of its file, and gives the value, or None with the problem noted. YAML's own
guesses never come into it: `no` is the word no, `1.10` is not 1.1.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from itertools import takewhile

from afterword.kinds import Severity
from afterword.patterns import seldom
from afterword.reading.matter.nodes import Mapping, Node, Scalar, Sequence
from afterword.reading.problems import FileProblems
from afterword.vocabulary.spelling import spoken

# Obsidian's link, of which the note's own name counts, and Markdown's, of which its words do.
_LINK = seldom(r"\[\[(?:[^\]|#]*/)?([^\]|#/]+)(?:#[^\]|]*)?(?:\|[^\]]*)?\]\]")
_MARKDOWN_LINK = seldom(r"(?<!!)\[([^\[\]]+)\]\([^()\s]*\)")
_ABSENT = frozenset({"", "~", "null"})
_LONGEST_ABSENT = max(map(len, _ABSENT))
_BULLET = seldom(r"^\s*(?:[-*+•]|\d+[.)])\s+(?P<text>.*)$")
# A theme, or a number of something, which YAML takes for a comment and its writer does not.
_COMMENT = seldom(r"^\s+#[^\s#]")


def is_absent(node: Node) -> bool:
    """Whether a key was left empty: nothing, `~`, `null`, or an empty list."""
    if isinstance(node, Scalar):
        text = node.text
        if len(text) > _LONGEST_ABSENT:
            return text.isspace()
        return not text.strip() or (not node.quoted and text.casefold() in _ABSENT)
    if isinstance(node, Sequence):
        return not node.items
    return all(is_absent(value) for _, value in node.pairs)


def plain_name(text: str) -> str:
    """A text without the brackets of links: `[[Acme|ACME]]`, `[[Companies/Acme]]` and `[Acme](https://acme.example)` are Acme."""
    if "[" in text:
        text = _MARKDOWN_LINK.sub(r"\1", _LINK.sub(r"\1", text))
    return " ".join(text.split())


def text(node: Node, problems: FileProblems) -> str | None:
    """A text on one line; a list of texts is joined, as `[[Acme]]` without quotes is a list in a list to YAML."""
    if isinstance(node, Scalar):
        return plain_name(node.text)
    scalars = list(_scalars(node))
    if scalars:
        # To YAML the bare link [[Acme|ACME]] is a list in a list.
        linked = isinstance(node, Sequence) and isinstance(node.items[0], Sequence)
        names = [one.text.split("|")[0] if linked else one.text for one in scalars]
        return plain_name(", ".join(name.strip() for name in names))
    problems.on(node, "not-text", "This wants a text.", "Write it on the key's line.")
    return None


def _scalars(node: Node) -> Iterator[Scalar]:
    """The texts of a scalar or of lists of them; none of a mapping."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)


def members(node: Node) -> tuple[Node, ...]:
    """The items of a list or the lines of a block, but for empty ones; anything else is a list of itself."""
    items = node.items if isinstance(node, Sequence) else _lines(node)
    return tuple(item for item in items if not is_absent(item))


def _lines(node: Node) -> tuple[Node, ...]:
    """Each line of a literal block as one text; where some begin with a bullet, the others go on from those."""
    if not isinstance(node, Scalar) or not node.literal:
        return (node,)
    lines = node.text.split("\n")
    bullets = any(map(_BULLET.match, lines))
    scalars: list[Scalar] = []
    for line, written in enumerate(lines, node.line + 1):
        bullet = _BULLET.match(written)
        if scalars and bullets and not bullet:
            scalars[-1] = scalars[-1]._replace(text=f"{scalars[-1].text} {written.strip()}".strip())
        else:
            text = bullet["text"] if bullet else written.strip()
            scalars.append(Scalar(line=line, column=node.column, text=text, quoted=True))
    return tuple(scalars)


def alone(node: Node) -> Node:
    """The one item of a list of one, as Obsidian writes a property, and the words of a bare link; any other node as it is."""
    is_listed = False
    while isinstance(node, Sequence) and len(node.items) == 1:
        node, is_listed = node.items[0], True
    if is_listed and isinstance(node, Sequence):
        # To YAML the bare link [[Nov 9th, 2026]] is a list in a list, and its comma parts two items.
        words = [one.text for one in node.items if isinstance(one, Scalar)]
        return Scalar(node.line, node.column, ", ".join(words)) if words else node
    return node


def says(node: Node, meanings: Container[str]) -> bool:
    """Whether a value is no more than one of these words; a dash, dots or a question mark are no word."""
    node = alone(node)
    if not isinstance(node, Scalar):
        return False
    said = spoken(node.text)
    return said in meanings and bool(said or not node.text.strip(" -–—.…?/"))


def texts(node: Node, problems: FileProblems) -> tuple[Scalar, ...] | None:
    """A list of texts with their places; a text of several lines, as a block, is one for each line."""
    scalars: list[Scalar] = []
    for item in node.items if isinstance(node, Sequence) else members(node):
        if isinstance(item, Scalar):
            scalars.append(_whole(item, problems))
        elif (joined := pair_as_text(item, problems)) is not None:
            scalars.append(joined)
        elif not is_absent(item):
            problems.on(
                item, "not-text", "Each item of this list is one text.", "Put it in quotes."
            )
    return tuple(one for one in scalars if not is_absent(one))


def _whole(item: Scalar, problems: FileProblems) -> Scalar:
    """A text as it was written: YAML takes `#kafka` for a comment, and a deeper dash for a part of the text above."""
    if item.quoted or not 0 < item.line <= len(problems.lines):
        return item
    line = problems.lines[item.line - 1][item.column - 1 :]
    if line.startswith(item.text):
        behind = line.removeprefix(item.text).rstrip()
        return (
            item._replace(text=f"{item.text}{behind}".strip()) if _COMMENT.match(behind) else item
        )
    joined = takewhile(lambda below: below.strip() in item.text, problems.lines[item.line :])
    dashes = (at for at, below in enumerate(joined) if below.lstrip().startswith("- "))
    if (at := next(dashes, None)) is not None:
        problems.at(
            item.line + at + 1,
            problems.lines[item.line + at].index("-") + 1,
            "joined-lines",
            "YAML makes one text of this line and the one above.",
            "Put its dash below the dash above, or write the list under a heading.",
            severity=Severity.WARNING,
        )
    return item


def pair_as_text(node: Node, problems: FileProblems) -> Scalar | None:
    """`- Gap: too slow` is a mapping to YAML and a sentence to its writer."""
    if not isinstance(node, Mapping) or len(node.pairs) != 1:
        return None
    key, value = node.pairs[0]
    if not isinstance(key, Scalar) or not isinstance(value, Scalar):
        return None
    text = f"{key.text}: {_whole(value, problems).text}"
    return Scalar(line=node.line, column=node.column, text=text)


def private_words(node: Node, problems: FileProblems) -> tuple[str, ...] | None:
    """The words of this entry that no shared view may show."""
    return tuple(one.text for one in texts(node, problems) or ())


def one_line(node: Node) -> str:
    """The text of a value on one line, for a message as well."""
    node = alone(node)
    return " ".join(node.text.split()) if isinstance(node, Scalar) else "a list"
