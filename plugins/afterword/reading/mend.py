"""How notes written the natural way are put the way Python-Markdown wants them, for the page and for the reading alike.

A writer sees a CommonMark preview: a list may follow a line at once, two spaces nest an item, `#kafka` is no heading.
Python-Markdown differs in each. The file is never touched; what is mended here is what the page shows *and* what is counted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from afterword.reading.headings import names_section, reads_as_label

_ITEM = re.compile(r"^(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)$")
_FENCE = re.compile(r"^ *(?:(?:[-*+]|\d+[.)]) +)?(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")
_LONE_THEME = re.compile(r"^(?P<before>(?: *(?:[-*+]|\d{1,9}[.)]) +(?:\[[ xX]\] +)?)?\s*)#(?=[^\W\d_#])")
_RULE = re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_SETEXT = re.compile(r"^ {0,3}(?:=+|-+) *$")
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Mended:
    """Markdown as the page shows it; `lines` gives, for each of its lines, the line of the body it came from, from 0."""

    text: str
    lines: tuple[int, ...]


@dataclass(slots=True)
class _State:
    """Where the pass through the body stands."""

    text: list[str] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    # Each open item: the column its own content begins at, as written.
    items: list[int] = field(default_factory=list)
    fence: str = ""
    fence_shift: int = 0
    paragraph: bool = False

    def put(self, line: str, number: int) -> None:
        self.text.append(line)
        self.lines.append(number)

    def part(self, number: int) -> None:
        """Leave a blank line, unless there is one."""
        if self.text and self.text[-1].strip():
            self.put("", number)


def mend(body: str) -> Mended:
    """The body as Python-Markdown needs it; mending what is mended changes nothing."""
    state = _State()
    for number, line in enumerate(_without_comments(body).split("\n")):
        _mend_line(state, _spaced(line.rstrip("\r")), number)
    return Mended("\n".join(state.text), tuple(state.lines))


def _without_comments(body: str) -> str:
    """Comments outside code taken out, their line breaks kept; a template's hints are not the writer's words."""
    if "<!--" not in body:
        return body
    parts = re.split(r"(^ *(?:`{3,}|~{3,})[^\n]*\n.*?^ *(?:`{3,}|~{3,}) *$|`[^`\n]*`)", body, flags=re.M | re.S)
    for at in range(0, len(parts), 2):
        parts[at] = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), parts[at])
    return "".join(parts)


def _spaced(line: str) -> str:
    """The line with the tabs of its indentation, and those after a list's mark, as spaces to the next fourth column."""
    head = re.match(r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?", line)
    if head is None or "\t" not in head[0]:
        return line
    return head[0].expandtabs(4) + line[head.end() :]


def _mend_line(state: _State, line: str, number: int) -> None:
    if state.fence:
        _mend_code(state, line, number)
    elif not line.strip():
        state.put("", number)
        state.paragraph = False
    elif item := _item(state, line):
        _mend_item(state, item, number)
    elif _FENCE.match(line):
        _open_fence(state, line, number)
    else:
        _mend_text(state, line, number)


def _item(state: _State, line: str) -> re.Match[str] | None:
    """The list item that begins on this line; CommonMark lets a number interrupt a paragraph only when it is 1."""
    item = _ITEM.match(line)
    if item is None or _RULE.match(line) or (state.paragraph and _SETEXT.match(line)):
        return None
    if not state.items and len(item["indent"]) > 3:
        return None
    interrupts = state.paragraph and not state.items
    if interrupts and (not item["rest"].strip() or item["mark"][:-1] not in {"", "1"}):
        return None
    return item


def _mend_item(state: _State, item: re.Match[str], number: int) -> None:
    column = len(item["indent"])
    while state.items and column < state.items[-1]:
        state.items.pop()
    if not state.items:
        if state.paragraph:
            state.part(number)
    gap = len(item["gap"]) if 0 < len(item["gap"]) < 5 else 1
    depth = len(state.items)
    state.items.append(column + len(item["mark"]) + gap)
    mark = item["mark"].replace(")", ".")
    rest = item["rest"].strip() if len(item["gap"]) >= 5 else item["rest"]
    state.put(_themed(f"{' ' * 4 * depth}{mark} {rest}".rstrip()), number)
    state.paragraph = bool(rest.strip())
    if fence := _FENCE.match(rest):
        state.fence, state.fence_shift = fence["fence"], 4 * depth + 4 - state.items[-1]


def _open_fence(state: _State, line: str, number: int) -> None:
    _leave_items(state, line)
    fence = _FENCE.match(line)
    state.fence = fence["fence"] if fence else ""
    state.fence_shift = _shift(state)
    state.put(_shifted(line, state.fence_shift), number)
    state.paragraph = False


def _mend_code(state: _State, line: str, number: int) -> None:
    state.put(_shifted(line, state.fence_shift) if line.strip() else "", number)
    mark = state.fence[0]
    closing = line.strip()
    if len(closing) >= len(state.fence) and set(closing) == {mark}:
        state.fence = ""


def _mend_text(state: _State, line: str, number: int) -> None:
    column = len(line) - len(line.lstrip())
    blank_before = not state.text or not state.text[-1].strip()
    label = column < 4 and reads_as_label(line)
    if state.items and (blank_before or label or _HEADING.match(line) or _RULE.match(line)):
        _leave_items(state, line)
    if label:
        state.items.clear()
        state.part(number)
        state.put(line, number)
        state.put("", number)
        state.paragraph = False
        return
    if state.items and (column >= state.items[-1] or not blank_before):
        line = " " * (4 * len(state.items) if column >= state.items[-1] else column) + line[column:]
        if column >= state.items[-1]:
            line = " " * (column - state.items[-1]) + line
    state.put(_themed(line), number)
    state.paragraph = not (_HEADING.match(line) or _RULE.match(line))


def _leave_items(state: _State, line: str) -> None:
    """Close every item that this line is not indented enough to belong to."""
    column = len(line) - len(line.lstrip())
    while state.items and column < state.items[-1]:
        state.items.pop()


def _shift(state: _State) -> int:
    """How far a line inside the innermost item moves to the right."""
    return 4 * len(state.items) - state.items[-1] if state.items else 0


def _shifted(line: str, shift: int) -> str:
    if shift >= 0:
        return " " * shift + line
    return line[min(-shift, len(line) - len(line.lstrip())) :]


def _themed(line: str) -> str:
    """`#kafka` at the start of a line or an item is a theme, not a heading, unless it names a section."""
    theme = _LONE_THEME.match(line)
    if theme is None or (not theme["before"].strip() and names_section(line.strip().lstrip("#"))):
        return line
    return f"{theme['before']}\\#{line[theme.end():]}"
