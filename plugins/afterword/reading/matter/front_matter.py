"""Where the front matter of a file ends, and which keys and values stand in it.

MkDocs' own reader decides where the body begins. It sees front matter between a first line `---` and the next `---` or
`...`; here the last of these may also end the file without a line break, and blank lines may stand above the first.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from afterword.reading.matter.nodes import Mapping, Node, Scalar, UnreadableYaml, compose
from afterword.reading.matter.wide_signs import with_plain_colons
from afterword.reading.matter.yaml_words import explain
from afterword.reading.problems import FileProblems

_FRONT_MATTER = re.compile(r"\A\s*?-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_OPENING = re.compile(r"\A\s*?-{3}[ \t]*\n")
_KEY_LINE = re.compile(r"^(?![\s#-])[^:\n]{1,40}:(?:\s|$)")
_CONTROL = re.compile(r"[^\t\n\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One key as written with its value; `source` is the lines it was written on."""

    key: Scalar
    value: Node
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of one file and what lies below it.

    `raw` is the text between its fences, None when the file has none. `broken` holds the lines that could not be read.
    """

    raw: str | None
    pairs: tuple[Pair, ...]
    body: str
    body_line: int
    broken: str = ""


def split_front_matter(text: str, problems: FileProblems) -> FrontMatter:
    """The front matter read as far as it can be, its problems noted, and the body below."""
    found = _FRONT_MATTER.match(text)
    if found is None:
        return _unclosed(text, problems)
    body = text[found.end() :]
    below = body.lstrip("\n")
    body_line = 1 + text.count("\n", 0, found.end() + len(body) - len(below))
    return _read(found[1], text.count("\n", 0, found.start(1)) + 1, below, body_line, problems)


def _unclosed(text: str, problems: FileProblems) -> FrontMatter:
    """A file that opens front matter and never closes it: its keys end at the first line that is none."""
    plain = FrontMatter(raw=None, pairs=(), body=text, body_line=1)
    opening = _OPENING.match(text)
    if opening is None:
        return plain
    lines = text[opening.end() :].split("\n")
    if not _KEY_LINE.match(lines[0]):
        return plain
    count = next(
        (at for at, line in enumerate(lines) if not line.strip() or line[0] == "#"), len(lines)
    )
    first = text.count("\n", 0, opening.end()) + 1
    problems.at(
        first - 1,
        1,
        "unclosed-front-matter",
        "The front matter opens here and is never closed.",
        f"Put a line --- after line {first + count - 1}.",
    )
    raw = "\n".join([*lines[:count], ""])
    return _read(raw, first, "\n".join(lines[count:]), first + count, problems)


def _read(raw: str, first: int, body: str, body_line: int, problems: FileProblems) -> FrontMatter:
    raw_read = with_plain_colons(_without_control(raw, first, problems))
    broken = ""
    try:
        root = compose(raw_read, first_line=first)
        pairs = _pairs(root, raw_read, first, problems)
    except UnreadableYaml:
        pairs, broken = _salvage(raw_read, first, problems)
    return FrontMatter(raw=raw, pairs=pairs, body=body, body_line=body_line, broken=broken)


def _without_control(raw: str, first: int, problems: FileProblems) -> str:
    """The text without the characters that YAML allows nowhere, the first of which is noted."""
    odd = _CONTROL.search(raw)
    if odd is None:
        return raw
    before = raw[: odd.start()]
    problems.at(
        first + before.count("\n"),
        len(before.rpartition("\n")[2]) + 1,
        "control-character",
        f"There is a character here that cannot be seen (U+{ord(odd[0]):04X}).",
        "Delete it.",
    )
    return _CONTROL.sub("�", raw)


def _pairs(root: Node | None, raw: str, first: int, problems: FileProblems) -> tuple[Pair, ...]:
    if root is None:
        return ()
    if not isinstance(root, Mapping):
        if not isinstance(root, Scalar):
            problems.on(
                root,
                "not-keys",
                "Front matter is lines of a key and a value.",
                "Write them as company: Northwind.",
            )
        return ()
    lines = raw.split("\n")
    starts = [key.line - first for key, _ in root.pairs] + [len(lines)]
    made = []
    for at, (key, value) in enumerate(root.pairs):
        if isinstance(key, Scalar):
            source = "\n".join(lines[starts[at] : starts[at + 1]])
            made.append(Pair(key=key, value=value, source=source))
        else:
            problems.on(
                key, "not-a-key", "A key is a plain word.", "Write it as company: Northwind."
            )
    return tuple(made)


def _salvage(raw: str, first: int, problems: FileProblems) -> tuple[tuple[Pair, ...], str]:
    """Every key that can be read by itself, one problem for each that cannot, and the lines that are lost."""
    pairs: list[Pair] = []
    broken: list[str] = []
    anchors: dict[str, Node] = {}
    for line, piece in _pieces(raw, first):
        try:
            pairs += _pairs(compose(piece, first_line=line, anchors=anchors), piece, line, problems)
        except UnreadableYaml as fault:
            _note(fault, piece, line, problems)
            broken.append(piece)
            pairs += _head(piece, line, fault)
    return tuple(pairs), "\n".join(broken)


def _pieces(raw: str, first: int) -> list[tuple[int, str]]:
    """The lines of each key, with the line in the file on which they begin."""
    pieces: list[tuple[int, list[str]]] = []
    for number, line in enumerate(raw.split("\n"), first):
        if not pieces or _KEY_LINE.match(line):
            pieces.append((number, []))
        pieces[-1][1].append(line)
    return [(number, "\n".join(lines)) for number, lines in pieces]


def _head(piece: str, line: int, fault: UnreadableYaml) -> list[Pair]:
    """The first line of a broken piece, where the fault lies below it and the line says something by itself."""
    if fault.line == line:
        return []
    head = piece.split("\n", 1)[0]
    try:
        root = compose(head, first_line=line)
    except UnreadableYaml:
        return []
    if not isinstance(root, Mapping):
        return []
    return [
        Pair(key=key, value=value, source=head)
        for key, value in root.pairs
        if isinstance(key, Scalar) and isinstance(value, Scalar) and value.text
    ]


def _note(fault: UnreadableYaml, piece: str, first: int, problems: FileProblems) -> None:
    lines = piece.split("\n")
    line = lines[fault.line - first] if fault.line - first < len(lines) else ""
    message, suggestion = explain(fault, line)
    # What the parser only notices at the end of the piece is told on its last written line.
    last = first + max((at for at, text in enumerate(lines) if text.strip()), default=0)
    problems.at(min(fault.line, last), fault.column, "not-yaml", message, suggestion)


def loadable(pairs: list[Pair]) -> str:
    """The lines of these pairs as other plugins may read them: only what MkDocs' reader can load by itself."""
    return "\n".join(pair.source.rstrip() for pair in pairs if _loads(pair.source))


def _loads(source: str) -> bool:
    try:
        return isinstance(yaml.safe_load(source), dict)
    except (yaml.YAMLError, ValueError, RecursionError):
        return False
