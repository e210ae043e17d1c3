"""Where a note in Markdown, as any program writes it, shows a file or links to one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from afterword.frozen import dataclass
from afterword.vocabulary.note_links import NOTE_LINK

_FENCE = re.compile(r"^[\s>]*(?:(?:[-*+]|\d+[.)])\s+)?(`{3,}(?=[^`]*$)|~{3,})")
_CODE = r"(?<![\\`])(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
# `](path "title")` behind whatever label, `[name]: path`, and `<img src="path">`; each way to write a path is a group of its own.
_BEHIND_LABEL = (
    r"\]\(\s*(?:<(?P<angle>[^<>\n]*)>|(?P<plain>(?!\s)(?:\\.|[^()\\<>\n]|\((?:\\.|[^()\\\n])*\))+?(?<!\s)))"
    r"(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_DEFINED = (
    r"^[ \t>]*\[(?!\^)[^\[\]\n]+\]:[ \t]*\n?[ \t>]*(?:<(?P<inside>[^<>\n]*)>|(?P<defined>[^\s<>]+))"
)
_VALUE = r"(?:\"(?P<double>[^\"<>]*)\"|'(?P<single>[^'<>]*)'|(?P<bare>[^\s\"'<>]+))"
_IN_HTML = rf"<[A-Za-z][\w-]*\s(?:[^<>]*?\s)?(?P<attribute>src|href|poster|data)\s*=\s*{_VALUE}"
_TARGET = re.compile(
    rf"{_CODE}|{NOTE_LINK}|{_BEHIND_LABEL}|{_DEFINED}|{_IN_HTML}",
    re.MULTILINE | re.DOTALL,
)
_GROUPS = ("target", "angle", "plain", "inside", "defined", "double", "single", "bare")
_BRACKET = re.compile(r"\\.|[\[\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Target:
    """A path as it is written: `is_shown` in place, or else linked to, and `is_named` where `[[…]]` may find it wherever it lies."""

    written: str
    is_shown: bool
    is_named: bool


def with_targets(text: str, change: Callable[[Target], str]) -> str:
    """The text with each path in it that is no code put through `change`."""
    return "".join(
        one if is_code else _with_targets(one, change) for is_code, one in _paragraphs(text)
    )


def _with_targets(paragraph: str, change: Callable[[Target], str]) -> str:
    opened = _opened(paragraph)

    def changed(found: re.Match[str]) -> str:
        group = next((one for one in _GROUPS if found[one]), "")
        if not group or (found[0].startswith("](") and found.start() not in opened):
            return found[0]
        label = opened.get(found.start(), 0)
        is_shown = found["embed"] == "!" or found["attribute"] not in {None, "href"} or paragraph[max(label - 1, 0) : label] == "!"  # fmt: skip
        new = change(Target(found[group], is_shown=is_shown, is_named=group == "target"))
        begin, end = (place - found.start() for place in found.span(group))
        return f"{found[0][:begin]}{new}{found[0][end:]}"

    return _TARGET.sub(changed, paragraph)


def _opened(paragraph: str) -> dict[int, int]:
    """Where the bracket is that each closing one belongs to."""
    waiting: list[int] = []
    opened = {}
    for found in _BRACKET.finditer(paragraph):
        if found[0] == "[":
            waiting.append(found.start())
        elif found[0] == "]" and waiting:
            opened[found.start()] = waiting.pop()
    return opened


def _paragraphs(text: str) -> Iterator[tuple[bool, str]]:
    """The text in pieces: runs of lines without an empty one, and blocks of code, of which it is said that they are."""
    piece: list[str] = []
    fence = ""
    for line in text.splitlines(keepends=True):
        mark = _FENCE.match(line)
        if not fence and (mark or not line.strip()):
            yield False, "".join(piece)
            piece = []
        piece.append(line)
        if mark and not fence:
            fence = mark[1]
        elif mark and mark[1].startswith(fence):
            yield True, "".join(piece)
            piece, fence = [], ""
    yield bool(fence), "".join(piece)
