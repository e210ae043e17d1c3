"""Lines of front matter that YAML would take for something else, mended before it reads them.

A key of ours without a blank behind its colon is text to YAML, and a value between typographic quotation marks is no quoted
one. A line keeps its place, and what stands in a block of text is left as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.model import Severity
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import KEYS, Keys

# A line that begins with a key, up to its first colon or a wide one, as Chinese and Japanese write it.
_KEY = re.compile(
    r"^(?P<key>[^\W\d_][^:：\n#'\"\[\]{}]{0,39}?)[ \t]*(?P<colon>[:：])(?P<behind>.*)$"
)
_TIGHT = re.compile(r"^[^\W\d_][^:：\n]{0,39}?(?::[^\s:/]|：)", re.MULTILINE)
# What a block of text begins with, which lasts as long as the lines below are indented.
_BLOCK = re.compile(r"(?:[:-]\s+)[|>][-+\d]*\s*(?:#.*)?$")
_OPENING, _CLOSING = "“”„‟«»‹›‘‚‛「『＂", "”“»«›‹’‘」』＂"
_ANY_CURLY = re.compile(f"[{_OPENING}{_CLOSING}]")
# A key or a value between two of them, alone in its place, or one of a list in brackets. One of the two may be plain.
_CURLY = re.compile(
    rf"""(?P<before>^\s*(?:-\s+)*|[:：,\[{{-]\s+|[\[{{,])(?P<open>[{_OPENING}"'])(?P<text>[^\n]*?)(?P<close>[{_CLOSING}"'])"""
    r"(?=\s*(?:[,\]}]|[:：]\s|$|\s#))"
)


def mended(raw: str, first: int, problems: FileProblems, keys: Keys = KEYS) -> str:
    """Front matter whose first line is `first` of its file, as it was meant; a blank that was put in is told."""
    is_curly = _ANY_CURLY.search(raw) is not None
    is_tight = _TIGHT.search(raw) is not None and _names_company(raw, keys)
    if not is_curly and not is_tight:
        return raw
    lines = raw.split("\n")
    for at in _outside_blocks(lines):
        if is_curly:
            lines[at] = _CURLY.sub(_straight, lines[at])
        if is_tight and (spaced := _spaced(lines[at], keys)):
            told = f"{_slip(lines[at])} It is read as '{spaced}'."
            how = f"Write {spaced}"
            problems.at(first + at, 1, "no-blank", told, how, severity=Severity.WARNING)
            lines[at] = spaced
    return "\n".join(lines)


def _names_company(raw: str, keys: Keys) -> bool:
    """Whether a line begins with the key of a company, however it goes on: on other pages our keys are that page's own."""
    found = filter(None, map(_KEY.match, raw.split("\n")))
    fields = (keys.field_of(one["key"]) for one in found)
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


def _spaced(line: str, keys: Keys) -> str | None:
    """A line that begins with a key of ours, with the blank that it lacks; None for any other.

    Without the blank a key that an entry cannot do without is not read, but said: what an entry is has to be sure. Where
    people write wide colons they write them everywhere.
    """
    found = _KEY.match(line)
    field = keys.field_of(found["key"]) if found else None
    if found is None or field is None:
        return None
    is_wide, behind = found["colon"] == "：", found["behind"]
    if not is_wide and field.empty:
        return None
    if not is_wide and (not behind or behind[0].isspace() or behind.startswith((":", "//"))):
        return None
    return f"{found['key']}: {behind.strip()}"


def _slip(line: str) -> str:
    """What keeps YAML from seeing the key of a line."""
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
