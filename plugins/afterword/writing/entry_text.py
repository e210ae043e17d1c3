"""The text of a new entry, made from what is known of an interview: front matter in the order of the table of fields, then sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import yaml

from afterword.vocabulary.fields import FIELDS

Value = str | int | float | bool | date | Sequence["Value"] | Mapping[str, "Value"]

# No line of front matter is broken.
_WIDE = 1_000_000
_ORDER = {one.name: at for at, one in enumerate(FIELDS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """What is to be written into a new entry.

    `facts` are the values of its front matter by their keys, in any order; what is None or empty is left out. `sections` are
    titles with their items, each a line of Markdown; a title with no items stands with an empty bullet to write behind.
    `text` is Markdown that stands between the two as it is.
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
    parts = [f"---\n{_yaml({**own, **entry.foreign})}---"]
    if entry.text.strip():
        parts.append(entry.text.strip("\n"))
    parts += [_section(title, items) for title, items in entry.sections]
    return "\n\n".join(parts) + "\n"


def line_of(key: str, value: Value) -> str:
    """A key and its value on one line of front matter, quoted where YAML would read it otherwise."""
    said = yaml.safe_dump(
        _plain(value), sort_keys=False, allow_unicode=True, width=_WIDE, default_flow_style=True
    ).removesuffix("\n...\n")
    return f"{key}: {said.strip()}"


def _section(title: str, items: Sequence[str]) -> str:
    lines = [f"- {item}" for item in items] or ["- "]
    return "\n".join([f"## {title}", *lines])


def _yaml(facts: Mapping[str, Value]) -> str:
    return yaml.safe_dump(
        _plain(facts),
        sort_keys=False,
        allow_unicode=True,
        width=_WIDE,
        default_flow_style=False,
    )


def _plain(value: Value | None) -> object:
    """A value in the classes that YAML knows."""
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [_plain(inner) for inner in value]
    return value
