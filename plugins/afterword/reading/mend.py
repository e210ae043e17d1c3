"""How notes written the natural way are put the way Python-Markdown wants them, for the page and for the reading alike.

A writer sees a CommonMark preview, Obsidian, or the page that was copied from: a list may follow a line at once, two spaces
nest an item, `#kafka` is no heading, `•` begins an item, `> [!note]` a box.
Python-Markdown differs in each. The file is never touched; what is mended here is what the page shows *and* what is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from afterword.reading.headings import labelled, names_section, reads_as_label
from afterword.reading.marks import FOREIGN

ITEM = re.compile(r"^(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)$")
FENCE = re.compile(r"^ *(?:(?:[-*+]|\d+[.)]) +)?(?P<fence>`{3,}|~{3,})[^`]*$")
HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")
_LONE_THEME = re.compile(
    r"^(?P<before> *(?:(?:[-*+]|\d{1,9}[.)]) +)?(?:\[[ xX]\] +)?)#(?=[^\W\d_])"
)
_RULE = re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
# Bullets of other programs. A dash is one only beside another, since a single one may stand before a name.
_BULLETS, _DASHES = frozenset("•‣◦▪▫●○∙·"), frozenset("–—")
_AFTER_BULLET = re.compile(r"[ \t]*(?=\w)|[ \t]+(?=\S)")
# Obsidian's callout and Material's admonition.
_BOX = re.compile(
    r"^(?:> ?\[![\w-]+\][-+]?[ \t]+(?=\S)|(?:!!!|\?\?\?\+?) +[\w -]*\"(?=[^\"]))(?P<title>.*?)\"?[ \t]*$"
)
_SIDE = re.compile(r"^[*_]*(?:praise|gap)s?[*_]*\s*[:–—]", re.IGNORECASE)
# Words behind a fence's language, which Python-Markdown takes for a sign that it is none.
_INFO = re.compile(r"^( *(?:`{3,}|~{3,}) *[^\s{=]+)[ \t]+[^{=]*$")
_SETEXT = re.compile(r"^ {0,3}(?:=+|-+) *$")
_BEGINNING = re.compile(r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CODE = re.compile(
    r"(^ *(?:`{3,}|~{3,})[^\n]*\n.*?^ *(?:`{3,}|~{3,}) *$|`[^`\n]*`)", re.MULTILINE | re.DOTALL
)
_INDENT = 4
# Deeper than anybody nests, and less deep than the parser's own end.
_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Mended:
    """Lines of Markdown as the page shows them; `numbers` gives, for each, the line of the body it came from, from 0.

    `in_code` tells the lines that stand in a fenced block.
    """

    lines: tuple[str, ...]
    numbers: tuple[int, ...]
    in_code: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Item:
    """An open list item: the columns, as written, of its mark and of its text."""

    mark: int
    text: int


@dataclass(slots=True)
class _State:
    """Where the pass through the body stands.

    `source` is the body, `box` how lines begin in the box that it is in, `boxes` whether a box has named a section.
    """

    source: list[str]
    lines: list[str] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    in_code: set[int] = field(default_factory=set)
    items: list[_Item] = field(default_factory=list)
    fence: str = ""
    shift: int = 0
    paragraph: bool = False
    box: str = ""
    boxes: bool = False

    def put(self, line: str, number: int) -> None:
        """Add a line of the page."""
        self.lines.append(line)
        self.numbers.append(number)

    def part(self, number: int) -> None:
        """Leave a blank line, unless there is one."""
        if self.lines and self.lines[-1].strip():
            self.put("", number)

    def close_to(self, column: int) -> None:
        """Close every item whose text begins to the right of this column."""
        while self.items and column < self.items[-1].text:
            self.items.pop()

    def closes(self, fence: str, number: int) -> bool:
        """Whether a line below ends the code that this fence opens; a fence that is left open is text, as on the page."""
        return any(_is_closing(line, fence) for line in self.source[number + 1 :])


def mend(body: str) -> Mended:
    """The body as Python-Markdown needs it."""
    state = _State(FOREIGN.sub("", _without_comments(body)).split("\n"))
    for number, line in enumerate(state.source):
        if state.fence:
            _mend_code(state, _spaced(line), number)
        elif (box := _BOX.match(line)) and (state.boxes or names_section(box["title"])):
            _open_box(state, box, number)
        else:
            inside = _spaced(_unboxed(state, line))
            _mend_line(state, _bulleted(state, inside, number), number)
    return Mended(tuple(state.lines), tuple(state.numbers), frozenset(state.in_code))


def _without_comments(body: str) -> str:
    """Comments outside code taken out, their line breaks kept; a template's hints are not the writer's words."""
    if "<!--" not in body:
        return body
    parts = _CODE.split(body)
    for at in range(0, len(parts), 2):
        parts[at] = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), parts[at])
    return "".join(parts)


def _spaced(line: str) -> str:
    """The line with the tabs of its indentation, and those after a list's mark, as spaces to the next fourth column."""
    if "\t" not in line:
        return line
    head = _BEGINNING.match(line)
    end = head.end() if head else 0
    return line[:end].expandtabs(_INDENT) + line[end:]


def _bulleted(state: _State, line: str, number: int) -> str:
    """The line with another program's bullet as Markdown's."""
    bare = line.lstrip()
    mark = bare[:1]
    if mark not in _BULLETS and not (mark in _DASHES and _stands_beside(state, mark, number)):
        return line
    space = _AFTER_BULLET.match(bare, 1)
    return f"{line[: _column(line)]}- {bare[space.end() :]}" if space else line


def _stands_beside(state: _State, mark: str, number: int) -> bool:
    """Whether the line above or below begins with the same mark."""
    beside = [*state.source[max(number - 1, 0) : number], *state.source[number + 1 : number + 2]]
    return any(line.lstrip("> \t").startswith(mark) for line in beside)


def _open_box(state: _State, box: re.Match[str], number: int) -> None:
    """Put the title of a box as a bold line, and what stands in it outside, where its items are read.

    A box that names no section is opened too once another did, so that it ends that one's section.
    """
    state.items.clear()
    state.part(number)
    state.boxes, state.box = True, ">" if box[0][0] == ">" else " " * _INDENT
    state.put(f"**{box['title'].strip('*_ ')}**", number)
    state.put("", number)
    state.paragraph = False


def _unboxed(state: _State, line: str) -> str:
    """The line without the mark of the box that it stands in."""
    if not state.box:
        return line
    if state.box == ">" and line.startswith(">"):
        return line[1:].removeprefix(" ")
    indented = _spaced(line)
    if state.box != ">" and (not line.strip() or indented.startswith(state.box)):
        return indented[_INDENT:]
    # A line directly below goes on from the box's last one.
    state.box = ""
    if not line.strip():
        state.items.clear()
    return line


def _mend_line(state: _State, line: str, number: int) -> None:
    if not line.strip():
        state.put("", number)
        state.paragraph = False
    elif item := _item(state, line):
        _mend_item(state, item, number)
    elif (fence := FENCE.match(line)) and state.closes(fence["fence"], number):
        state.close_to(_column(line))
        _open_fence(state, fence["fence"], _shift(state))
        state.put(_INFO.sub(r"\1", _shifted(line, state.shift)), number)
    else:
        _mend_text(state, line, number)


def _item(state: _State, line: str) -> re.Match[str] | None:
    """The list item that begins on this line; as in CommonMark, a number in the midst of a paragraph begins one only at 1."""
    item = ITEM.match(line)
    if item is None or _RULE.match(line):
        return None
    if state.items:
        return item
    if len(item["indent"]) > 3 or (state.paragraph and _SETEXT.match(line)):
        return None
    if state.paragraph and (not item["rest"].strip() or item["mark"][:-1] not in {"", "1"}):
        return None
    return item


def _mend_item(state: _State, item: re.Match[str], number: int) -> None:
    """Put an item at four spaces for each level: two to the right of another's mark is inside it."""
    column = len(item["indent"])
    while state.items and column - state.items[-1].mark < 2:
        state.items.pop()
    del state.items[_DEEPEST:]
    if not state.items and state.paragraph:
        state.part(number)
    depth = len(state.items)
    gap = len(item["gap"]) if 0 < len(item["gap"]) < 5 else 1
    state.items.append(_Item(column, column + len(item["mark"]) + gap))
    rest = item["rest"].strip() if len(item["gap"]) >= 5 else item["rest"]
    line = f"{' ' * (_INDENT * depth)}{item['mark'].replace(')', '.')} {rest}"
    state.paragraph = bool(rest.strip())
    if (fence := FENCE.match(rest)) and state.closes(fence["fence"], number):
        _open_fence(state, fence["fence"], _shift(state))
        state.put(line, number)
    else:
        state.put(_themed(line), number)


def _open_fence(state: _State, fence: str, shift: int) -> None:
    state.fence = fence
    state.shift = shift
    state.paragraph = False
    state.in_code.add(len(state.lines))


def _mend_code(state: _State, line: str, number: int) -> None:
    state.in_code.add(len(state.lines))
    closing = _is_closing(line, state.fence)
    if closing:
        line = line[: _column(line)] + state.fence
    state.put(_shifted(line, state.shift) if line.strip() else "", number)
    if closing:
        state.fence = ""


def _is_closing(line: str, fence: str) -> bool:
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}


def _mend_text(state: _State, line: str, number: int) -> None:
    column = _column(line)
    blank_before = not state.lines or not state.lines[-1].strip()
    inside = bool(state.items) and column >= state.items[-1].text
    apart = column < _INDENT and not inside and reads_as_label(line)
    begins = apart or (column < _INDENT and not inside and _is_labelled(line.strip()))
    is_rule = _RULE.match(line) is not None and not (state.paragraph and not state.items)
    if begins or blank_before or HEADING.match(line) or is_rule:
        state.close_to(column)
    if is_rule:
        state.part(number)
    if begins:
        state.items.clear()
        state.part(number)
    if not inside and column < _INDENT:
        line = line.lstrip()
    if inside and state.items:
        further = column - state.items[-1].text
        deep = _INDENT * len(state.items) + (further if further >= _INDENT else 0)
        line = " " * deep + line.lstrip()
    state.put(_themed(line), number)
    state.paragraph = not (apart or HEADING.match(line) or _RULE.match(line))
    if apart or is_rule:
        state.put("", number)


def _is_labelled(line: str) -> bool:
    """Whether a line begins with a section's name, or says which side of their feedback it is."""
    return labelled(line) is not None or _SIDE.match(line) is not None


def _column(line: str) -> int:
    return len(line) - len(line.lstrip())


def _shift(state: _State) -> int:
    """How far a line inside the innermost item moves to the right."""
    return _INDENT * len(state.items) - state.items[-1].text if state.items else 0


def _shifted(line: str, shift: int) -> str:
    return " " * shift + line if shift >= 0 else line[min(-shift, _column(line)) :]


def _themed(line: str) -> str:
    """`#kafka` at the start of a line or an item is a theme, not a heading, unless it names a section."""
    theme = _LONE_THEME.match(line)
    if theme is None or (not theme["before"].strip() and names_section(line.strip().lstrip("#"))):
        return line
    return f"{theme['before']}\\#{line[theme.end() :]}"
