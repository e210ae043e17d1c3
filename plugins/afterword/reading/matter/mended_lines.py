"""Lines of front matter that YAML would take for something else, mended before it reads them.

A key of ours without a blank behind its colon is text to YAML, and a value between typographic quotation marks is no quoted
one. A line keeps its place, and what stands in a block of text is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.kinds import Severity
from afterword.patterns import seldom
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import KEYS, Keys

# A line that begins with a key, up to its first colon or a wide one, as Chinese and Japanese write it.
_KEY = seldom(
    r"^(?P<indent>\s*(?:-\s+)?)(?P<key>[^\W\d_][^:：\n#'\"\[\]{}]{0,39}?)[ \t]*(?P<colon>[:：])(?P<behind>.*)$"
)
_TIGHT = seldom(
    r"^(?:[ \t]*(?:-\s+)?[^\W\d_][^:：\n]{0,39}?(?::[^\s:/]|：)|\t+[^\W\d_])", re.MULTILINE
)
_WIDE_COLON = "："
# The keys of the small tables in a list.
_IN_A_LIST = frozenset({"what", "by", "done", "who", "name", "role", "email", "told"})
# What a block of text begins with, which lasts as long as the lines below are indented.
_BLOCK = seldom(r"(?:[:-]\s+)[|>][-+\d]*\s*(?:#.*)?$")
_OPENING, _CLOSING = "“”„‟«»‹›‘‚‛「『＂", "”“»«›‹’‘」』＂"
_ANY_CURLY = seldom(f"[{_OPENING}{_CLOSING}]")
# One that opens a value and is not closed on its line.
_UNCLOSED = seldom(rf"(?:[:：]|^\s*-)\s+[“„«‹「『][^{_CLOSING}\"]*$")
# A key or a value between two of them, alone in its place, or one of a list in brackets. One of the two may be plain.
_CURLY = seldom(
    rf"""(?P<before>^\s*(?:-\s+)*|[:：,\[{{-]\s+|[\[{{,])(?P<open>[{_OPENING}"'])(?P<text>[^\n]*?)(?P<close>[{_CLOSING}"'])"""
    r"(?=\s*(?:[,\]}]|[:：]\s|$|\s#))"
)


def mended(raw: str, first: int, problems: FileProblems, keys: Keys = KEYS) -> str:
    """Front matter whose first line is `first` of its file, as it was meant; a blank that was put in is told."""
    is_curly = not raw.isascii() and _ANY_CURLY.search(raw) is not None
    is_tight = _may_be_tight(raw) and _TIGHT.search(raw) is not None and _names_company(raw, keys)
    if not is_curly and not is_tight:
        return raw
    lines = raw.split("\n")
    for at in _outside_blocks(lines):
        if is_curly:
            lines[at] = _CURLY.sub(_straight, lines[at])
            if _UNCLOSED.search(lines[at]) and not _goes_on(lines, at):
                told = "A quotation mark opens here and is never closed."
                how = "Close it, or leave it out."
                problems.at(first + at, 1, "open-quote", told, how, severity=Severity.WARNING)
        if is_tight and (spaced := _spaced(lines[at], keys, above=lines[at - 1] if at else "")):
            told = f"{_slip(lines[at])} It is read as '{spaced.strip()}'."
            how = f"Write {spaced.strip()}"
            problems.at(first + at, 1, "no-blank", told, how, severity=Severity.WARNING)
            lines[at] = spaced
    return "\n".join(lines)


def _may_be_tight(raw: str) -> bool:
    """Whether a colon stands without a blank behind it, or there is one or a tab that YAML would not read."""
    return raw.count(":") > raw.count(": ") + raw.count(":\n") or "\t" in raw or _WIDE_COLON in raw


def _names_company(raw: str, keys: Keys) -> bool:
    """Whether a line begins with the key of a company, however it goes on: on other pages our keys are that page's own."""
    found = filter(None, map(_KEY.match, raw.split("\n")))
    fields = (keys.field_of(one["key"]) for one in found if not one["indent"].strip("\t"))
    return any(field is not None and field.name == "company" for field in fields)


def _outside_blocks(lines: list[str]) -> Iterator[int]:
    """The numbers of the lines that are in no block of text."""
    depth: int | None = None
    for at, line in enumerate(lines):
        indent = len(line) - len(line.lstrip())
        if depth is not None and (not line.strip() or indent > depth):
            continue
        depth = indent if _BLOCK.search(line) else None
        yield at


def _goes_on(lines: list[str], at: int) -> bool:
    """Whether the value on a line goes on in the next one."""
    return at + 1 < len(lines) and lines[at + 1][:1].isspace()


def _spaced(line: str, keys: Keys, *, above: str) -> str | None:
    """A line that begins with a key of ours, with the blank that it lacks, or without the tab in front; None for any other.

    A company or a date without the blank is not read, but said: that a file is an entry, and of which day, has to be sure.
    Where people write wide colons they write them everywhere.
    """
    found = _KEY.match(line)
    if found is None:
        return None
    indent, behind, is_wide = found["indent"], found["behind"], found["colon"] == "："
    if is_tabbed := bool(indent) and not indent.strip("\t") and not above.rstrip().endswith(":"):
        indent = ""
    field = None if indent else keys.field_of(found["key"])
    is_apart = not behind or behind[0].isspace() or behind.startswith((":", "//"))
    if field is None and not (indent and found["key"].lower() in _IN_A_LIST):
        return None
    if not is_wide and (not is_tabbed if is_apart else field and field.empty):
        return None
    return f"{indent}{found['key']}: {behind.strip()}"


def _slip(line: str) -> str:
    """What keeps YAML from seeing the key of a line."""
    if line.startswith("\t"):
        return "A tab stands in front of this key."
    if ":" in line.partition("：")[0]:
        return "There is no blank behind the colon here."
    return "The colon here is a wide one, which YAML takes for text."


def _straight(found: re.Match[str]) -> str:
    """What stands between typographic marks between plain ones that do not occur in it."""
    text, marks = found["text"], {found["open"], found["close"]}
    if marks <= {'"', "'"} or any(mark in text for mark in marks):
        return found[0]
    plain = '"' if not {'"', "\\"} & set(text) else "'"
    return found[0] if plain in text else f"{found['before']}{plain}{text}{plain}"
