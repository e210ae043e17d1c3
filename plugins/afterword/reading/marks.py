"""Characters that no writer types: how a line keeps its number while Markdown is parsed, and a theme its link until it is known."""

from __future__ import annotations

import re

from afterword.patterns import seldom

# Control characters that even Windows has no letters for, taken out of a writer's text before anything else, as are those that
# Python-Markdown keeps for itself. They are of Latin-1: any later one would make each letter of a text take twice the memory.
_OPEN, _CLOSE = "\x8f", "\x90"
# Begins the address of a link to a theme's page before anybody knows where that lies.
THEME_LINK = "\x9d"
MARK = seldom(f" ?{_OPEN}(\\d+){_CLOSE}")
# Begun with a character that a search can leap to.
_NUMBER = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
FOREIGN = re.compile(f"[{_OPEN}{_CLOSE}{THEME_LINK}\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def mark(number: int) -> str:
    """The mark of a line's number."""
    return f" {_OPEN}{number}{_CLOSE}"


def marked_line(line: str, number: int) -> str:
    """The line with its mark where Markdown takes no notice of it: in a table's row behind its first bar, else at the end."""
    bare = line.rstrip()
    if "|" in bare and bare.lstrip().startswith("|"):
        before, bar, row = bare.partition("|")
        return f"{before}{bar}{mark(number).strip()}{row.lstrip()}{line[len(bare) :]}"
    return f"{bare} {_OPEN}{number}{_CLOSE}{line[len(bare) :]}"


def first_mark(text: str) -> int | None:
    """The number in the first mark of a text."""
    begin = text.find(_OPEN)
    return int(text[begin + 1 : text.index(_CLOSE, begin)]) if begin >= 0 else None


def marks(text: str) -> list[int]:
    """The number in each mark of a text."""
    return [*map(int, _NUMBER.findall(text))] if _OPEN in text else []


def mark_and_text(text: str) -> tuple[int | None, str]:
    """The number in the first mark of a text, and the text without marks: both from one look for it."""
    begin = text.find(_OPEN)
    if begin < 0:
        return None, text
    end = text.index(_CLOSE, begin)
    is_last = end == len(text) - 1
    bare = text[:begin].removesuffix(" ") if is_last else MARK.sub("", text)
    return int(text[begin + 1 : end]), bare


def unmarked(text: str) -> str:
    """The text without marks."""
    begin = text.find(_OPEN)
    if begin < 0:
        return text
    # Most texts are one line with its mark at the end, which a pattern takes off in three times as long.
    if text.endswith(_CLOSE) and text.find(_OPEN, begin + 1) < 0:
        return text[:begin].removesuffix(" ")
    return MARK.sub("", text)
