"""Where the front matter of a file ends, and which keys and values stand in it.

MkDocs' own reader decides where the body begins. It sees front matter between a first line `---` and the next `---` or
`...`; here the last of these may also end the file without a line break, and blank lines may stand above the first.
"""

from __future__ import annotations

import re

from yaml.reader import Reader

from afterword.frozen import NamedTuple, dataclass
from afterword.kinds import Severity
from afterword.reading.body.comments import without_ended_comments
from afterword.reading.matter.mended_lines import mended
from afterword.reading.matter.nodes import (
    Mapping,
    Node,
    Scalar,
    UnreadableYaml,
    compose,
)
from afterword.reading.matter.wide_signs import with_plain_colons
from afterword.reading.problems import FileProblems

_FRONT_MATTER = re.compile(r"\A\s*?-{3}[ \t]*\n(.*?\n)(?:-{3}|\.{3})[ \t]*(?:\n|\Z)", re.DOTALL)
_OPENING = re.compile(r"\A\s*?-{3}[ \t]*\n")
_KEY_LINE = re.compile(r"^(?![\s#-])[^:\n]{1,40}:(?:\s|$)")
# What is quoted of a line.
_LONGEST_LINE = 200
# What is longer than so many characters was written by no person, and could keep a build busy for minutes.
LONGEST = 200_000
# A line of other marks, or of more dashes, where the second fence should be.
_OTHER_CLOSING = re.compile(
    r"^(?:-{4,}|-?[–—][-–—]*|\*{3,}|={3,}|_{3,}|\+{3,}|~{3,})[ \t]*$", re.MULTILINE
)
# What YAML allows nowhere, and a return, which no text has by now. It takes long to compile, and the library has done so.
_CONTROL = Reader.NON_PRINTABLE


class Pair(NamedTuple):
    """One key as written with its value; `source` is the lines it was written on."""

    key: Scalar
    value: Node
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The front matter of one file and what lies below it.

    `raw` is the text between its fences, whose first line is `first_line` of the file; None when the file has none. `broken` holds
    the lines that could not be read. `misfenced` says that MkDocs sees no front matter here, or another end of it.
    """

    raw: str | None
    pairs: tuple[Pair, ...]
    body: str
    body_line: int
    broken: str = ""
    first_line: int = 2
    misfenced: bool = False


def split_front_matter(text: str, problems: FileProblems) -> FrontMatter:
    """The front matter read as far as it can be, its problems noted, and the body below."""
    found = _FRONT_MATTER.match(text)
    if (other := _other_closing(text, found)) is not None:
        return _closed_otherwise(text, other, problems)
    if found is None:
        return _unclosed(text, problems)
    return _between(text, found.start(1), found.end(1), found.end(), problems)


def _between(
    text: str, start: int, end: int, below: int, problems: FileProblems, *, misfenced: bool = False
) -> FrontMatter:
    """What stands between two places of a text, read, and what stands from a third one on."""
    body = text[below:].lstrip("\n")
    body_line = 1 + text.count("\n", 0, len(text) - len(body))
    first = text.count("\n", 0, start) + 1
    return _read(text[start:end], first, body, body_line, problems, misfenced=misfenced)


def _other_closing(text: str, found: re.Match[str] | None) -> re.Match[str] | None:
    """The line of other marks that ends the keys at the top; None where the fence does, or nothing."""
    opening = _OPENING.match(text)
    if opening is None or not _KEY_LINE.match(text[opening.end() :]):
        return None
    end = found.end(1) if found else len(text)
    other = _OTHER_CLOSING.search(text, opening.end(), end)
    # Below a blank line it may well be a rule in the text.
    return other if other and (found or "\n\n" not in text[opening.end() : other.start()]) else None


def _closed_otherwise(text: str, other: re.Match[str], problems: FileProblems) -> FrontMatter:
    """Front matter that ends with a line that is no fence: what its writer meant is read, and told."""
    problems.at(
        text.count("\n", 0, other.start()) + 1,
        1,
        "other-closing",
        f"The front matter ends with '{other[0].strip()[:12]}' and not with three plain dashes.",
        "Write --- here.",
        severity=Severity.WARNING,
    )
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    return _between(text, start, other.start(), other.end(), problems, misfenced=True)


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
    body = "\n".join(lines[count:])
    return _read(raw, first, body, first + count, problems, misfenced=True)


def _read(
    raw: str, first: int, body: str, body_line: int, problems: FileProblems, *, misfenced: bool
) -> FrontMatter:
    if len(raw) > LONGEST:
        problems.at(
            first,
            1,
            "too-long",
            f"This front matter is over {LONGEST // 1000} 000 characters long, and is not read.",
            "Put what was said and noted below the second line ---.",
        )
        return FrontMatter(raw="", pairs=(), body=body, body_line=body_line, first_line=first)
    raw = without_ended_comments(raw)
    raw_read = mended(with_plain_colons(_without_control(raw, first, problems)), first, problems)
    broken = ""
    try:
        root = compose(raw_read, first_line=first)
        pairs = _pairs(root, raw_read, first, problems)
    except UnreadableYaml:
        pairs, broken = _salvage(raw_read, first, problems)
    return FrontMatter(
        raw=raw,
        pairs=pairs,
        body=body,
        body_line=body_line,
        broken=broken,
        first_line=first,
        misfenced=misfenced,
    )


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


def _pairs(
    root: Node | None, raw: str, first: int, problems: FileProblems, *, is_piece: bool = False
) -> tuple[Pair, ...]:
    if root is None:
        return ()
    if not isinstance(root, Mapping):
        if isinstance(root, Scalar):
            _note_text(raw, first, problems, is_piece=is_piece)
        else:
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


def _note_text(raw: str, first: int, problems: FileProblems, *, is_piece: bool) -> None:
    """Lines that are a text to YAML and were meant as keys: beside other keys all are; a text between two rules is none."""
    from afterword.reading.matter.yaml_words import slip_in  # noqa: PLC0415  where YAML has failed

    for line, written in enumerate(raw.split("\n"), first):
        if slip := slip_in(written[:_LONGEST_LINE]):
            problems.at(line, 1, "not-yaml", *slip)
        elif is_piece and written.strip() and not written.startswith("#"):
            how = "Write it as company: Northwind."
            problems.at(line, 1, "not-yaml", "This line has no colon after its key.", how)
        else:
            # Prose.
            return


def _salvage(raw: str, first: int, problems: FileProblems) -> tuple[tuple[Pair, ...], str]:
    """Every key that can be read by itself, one problem for each that cannot, and the lines that are lost."""
    pairs: list[Pair] = []
    broken: list[str] = []
    anchors: dict[str, Node] = {}
    for line, piece in pieces_of(raw, first):
        try:
            root = compose(piece, first_line=line, anchors=anchors)
            pairs += _pairs(root, piece, line, problems, is_piece=True)
        except UnreadableYaml as fault:
            _note(fault, piece, line, problems)
            broken.append(piece)
            pairs += _head(piece, line, fault)
    return tuple(pairs), "\n".join(broken)


def pieces_of(raw: str, first: int) -> list[tuple[int, str]]:
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
    from afterword.reading.matter.yaml_words import explain  # noqa: PLC0415  where YAML has failed

    lines = piece.split("\n")
    # What the parser only notices at the end of the piece is told on its last written line.
    last = max((at for at, text in enumerate(lines) if text.strip()), default=0)
    at = min(fault.line - first, last)
    message, suggestion = explain(fault, lines[at])
    problems.at(first + at, fault.column, "not-yaml", message, suggestion)
