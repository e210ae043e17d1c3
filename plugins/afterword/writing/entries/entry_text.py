"""The text of a new entry, made from what is known of an interview: front matter in the order of the table of fields, then sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

import yaml

from afterword.frozen import dataclass, field
from afterword.reading.body.comments import uncommented, without_comments
from afterword.vocabulary.fields import FIELDS

Value = str | int | float | bool | date | Sequence["Value"] | Mapping[str, "Value"]

# No line of front matter is broken.
_WIDE = 1_000_000
_ORDER = {one.name: at for at, one in enumerate(FIELDS)}
# What begins a comment, which may take the rest of the front matter along, and how a text between quotes holds it nevertheless.
_ESCAPED = {"%%": "\\x25\\x25", "<!--": "\\x3c!--"}
# What YAML writes behind a value that stands alone.
_ENDED = "\n...\n"
# What would make a line that is only words a heading, a rule, a quote, a list or a definition within an item.
_BLOCK = re.compile(
    r"(?:#{1,6}(?=\s|$)|(?:[-*_] ?){3,}$|```|>|[|~]|[-+*](?=\s)|\[(?=[^\]]+\]:))|(?P<number>\d{1,9})(?=[.)]\s)"
)
# A backslash in front of these would be shown.
_NO_BACKSLASH = {"|": "&#124;", "~": "&#126;"}
_NESTED = re.compile(r"\s+(?:[-+*]|\d{1,9}[.)])\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What is to be written into a new entry.

    `facts` are the values of its front matter by their keys, in any order; what is None or empty is left out. `sections` are
    titles with their items; a title with no items stands with an empty bullet to write behind. An item is a line of Markdown;
    what else it holds goes on below it, lines with a blank and a list's mark in front as items of its own. `text` is Markdown
    that stands between the two as it is. A comment that nothing ends, which would take the rest along, is shown as it was typed.
    """

    facts: Mapping[str, Value | None]
    sections: Sequence[tuple[str, Sequence[str]]] = ()
    text: str = ""
    foreign: Mapping[str, Value] = field(default_factory=dict)


def entry_text(entry: NewEntry) -> str:
    """A Markdown file with YAML front matter that is read as just these facts; it ends with a line break."""
    own = {
        name: value
        for name, value in sorted(entry.facts.items(), key=lambda one: _ORDER[one[0]])
        if value is not None and value not in ("", [], (), {})
    }
    parts = [f"---\n{_dumped(_plain({**own, **entry.foreign}), flow=False)}---"]
    if entry.text.strip():
        parts.append(_with_its_end(entry.text.strip("\n")))
    parts += [_section(title, items) for title, items in entry.sections]
    return "\n\n".join(parts) + "\n"


def line_of(key: str, value: Value) -> str:
    """A key and its value on one line of front matter, quoted where YAML would read it otherwise."""
    return f"{key}: {_dumped(_plain(value), flow=True).removesuffix(_ENDED).strip()}"


def _section(title: str, items: Sequence[str]) -> str:
    lines = [line for item in items if item.strip() for line in _item(item)] or ["- "]
    return "\n".join([f"## {title}", *lines])


def _item(text: str) -> list[str]:
    """An item as it is written below a heading: what would end it or begin something else in it is marked as mere words."""
    first, *others = [line for line in text.strip().splitlines() if line.strip()]
    return [f"- {_in_words(first)}", *map(_below, others)]


def _below(line: str) -> str:
    """A line of an item below its first one."""
    return f"    {line.strip()}" if _NESTED.match(line) else f"    {_in_words(line)}"


def _in_words(line: str) -> str:
    """A line without blanks around it, of which nothing begins a block, nor would if its comments were taken out."""
    line = _with_its_end(line.strip())
    if found := _BLOCK.match(line):
        return _with_its_end(f"{_marked(found)}{line[found.end() :]}")
    return _shown(line) if _BLOCK.match(without_comments(line).strip()) else line


def _marked(found: re.Match[str]) -> str:
    if found[0] in _NO_BACKSLASH:
        return _NO_BACKSLASH[found[0]]
    return f"{found[0]}\\" if found["number"] else f"\\{found[0]}"


def _with_its_end(text: str) -> str:
    """Markdown in which every comment ends: what begins one for good is shown instead."""
    return text if uncommented(text).open_line is None else _shown(text)


def _shown(text: str) -> str:
    """Markdown in which nothing is a comment."""
    return text.replace("<!--", "&lt;!--").replace("%%", "%&#37;")


class _Dumper(yaml.SafeDumper):
    """Writes a text that holds the mark of a comment between quotes, where the mark can be escaped."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = '"' if any(mark in text for mark in _ESCAPED) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def _dumped(value: object, *, flow: bool) -> str:
    """A value as YAML, of which no line is broken and nothing is a comment."""
    said = yaml.dump(value, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=_WIDE, default_flow_style=flow)  # fmt: skip
    for mark, escaped in _ESCAPED.items():
        said = said.replace(mark, escaped)
    return said


def _plain(value: Value | None) -> object:
    """A value in the classes that YAML knows."""
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value
