"""What a line of Markdown is by its form: an item, a fence, a rule; and what is taken off or out of it before it is looked at."""

from __future__ import annotations

import re

from afterword.patterns import seldom
from afterword.vocabulary.themes import BEGINNING

INDENT = 4
ITEM = re.compile(r"^(?P<indent> *)(?P<mark>[-*+]|\d{1,9}[.)])(?P<gap> +|$)(?P<rest>.*)$")
_FENCE = seldom(r"^ *(?:(?:[-*+]|\d+[.)]) +)?(?P<fence>`{3,}|~{3,})[^`]*$")
HEADING = re.compile(r"^ {0,3}#{1,6}(?:\s|$)")
SETEXT = seldom(r"^ {0,3}(?:=+|-+) *$")
_RULE = re.compile(r"^ {0,3}(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$")
_LONE_THEME = seldom(
    rf"^(?P<before> *(?:(?:[-*+]|\d{{1,9}}[.)]) +)?(?:\[[ xX]\] +)?)#(?={BEGINNING})"
)
# The line below a table's head.
TABLE_RULE = seldom(r"^[ >]*\|?(?: *:?-+:? *\|)+(?: *:?-+:?)? *$|^[ >]*\| *:?-+:? *$")
# Words behind a fence's language, which Python-Markdown takes for a sign that it is none.
INFO = seldom(r"^( *(?:`{3,}|~{3,}) *[^\s{=]+)[ \t]+[^{=]*$")
_BRACKETED = seldom(r"^【(?P<words>[^【】\n]{1,60})】\s*[:：]?\s*(?P<rest>.*)$", re.DOTALL)
_BEGINNING = seldom(r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?")


def spaced(line: str) -> str:
    """The line with the tabs of its indentation, and those after a list's mark, as spaces to the next fourth column."""
    if "\t" not in line:
        return line
    head = _BEGINNING.match(line)
    end = head.end() if head else 0
    return line[:end].expandtabs(INDENT) + line[end:]


def lone_theme(line: str) -> re.Match[str] | None:
    """A hash at the start of a line or an item that begins a theme, with what stands `before` it; None where there is none."""
    at = line.find("#")
    before = line[:at].strip(" -*+.)[]xX")
    # Most themes stand behind words, which is seen sooner than the pattern tells it.
    if at < 0 or (before and not before.isdigit()):
        return None
    return _LONE_THEME.match(line)


def may_label(text: str) -> bool:
    """Whether a text may have a label in it: a colon, or what stands in wide brackets."""
    return ":" in text or "：" in text or "】" in text


def with_plain_colon(text: str) -> str:
    """A text whose label is written as in the West: neither with a wide colon, which needs no blank behind it, nor as 【label】."""
    if text.startswith("【") and (found := _BRACKETED.match(text)):
        return f"{found['words']}: {found['rest']}" if found["rest"] else f"**{found['words']}**"
    return text.replace("：", ": ", 1).rstrip(" ") if "：" in text else text


def fence_on(line: str) -> str:
    """The marks of the fence that a line, or the item on it, begins with; empty where there is none."""
    found = _FENCE.match(line) if "```" in line or "~~~" in line else None
    return found["fence"] if found else ""


def is_rule(line: str) -> bool:
    """Whether a line is a rule across the page, which ends in its mark; most lines end in a letter."""
    return not line[-1:].isalnum() and _RULE.match(line) is not None


def indentation(line: str) -> int:
    """How many blanks stand before a line's first letter."""
    return len(line) - len(line.lstrip())


def closes_fence(line: str, fence: str) -> bool:
    """Whether a line ends the code that this fence opens."""
    bare = line.strip()
    return len(bare) >= len(fence) and set(bare) == {fence[0]}
