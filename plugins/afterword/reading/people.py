"""Who is named in the front matter, and what either side promised: values that are lists of small tables."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any, cast

from afterword.model import Party, Person, Promise, Reference
from afterword.reading import values
from afterword.reading.keys import normal_key
from afterword.reading.nodes import Mapping, Node, Scalar
from afterword.reading.slips import Slips

_NAME_AND_ROLE = re.compile(
    r"^(?P<name>[^(<]+?)\s*(?:\((?P<role>[^)]*)\))?\s*(?:<(?P<email>[^>]+)>)?$"
)
_SEPARATORS = re.compile(r"\s*;\s*|\s*,\s*(?![^(]*\))|\s+(?:and|und|&)\s+(?![^(]*\))")
_SENIORITY = re.compile(
    r"^(?:jr|sr|ph\.?d|m\.?d|dr|iii?|iv|esq|msc|cto|ceo|vp)\b\.?", re.IGNORECASE
)
_Reader = Callable[[Node, Slips], object]
_ME = frozenset({"me", "i", "myself", "mine", "ich", "us"})
_THEM = frozenset({"them", "they", "company", "recruiter", "their", "theirs"})


def people(node: Node, slips: Slips) -> tuple[Person, ...] | None:
    """Interviewers: a name, `Name (Role)`, several with commas between, or tables of name, role and email."""
    found: list[Person] = []
    for item in values.members(node):
        if isinstance(item, Mapping):
            found += _person(item, slips)
        elif written := values.text(item, slips):
            found += _named(written)
    return tuple(found)


def _named(written: str) -> list[Person]:
    """Each name in a text: "R. Lindqvist (Staff Engineer), Sam Oduya"; "Ada Byron, CTO" is one with her role."""
    parts = [part for part in _SEPARATORS.split(written) if part]
    if len(parts) == 2 and _SENIORITY.match(parts[1]):
        return [Person(name=parts[0], role=parts[1])]
    made = []
    for part in parts:
        found = _NAME_AND_ROLE.match(part)
        made.append(
            Person(name=found["name"], role=found["role"] or None, email=found["email"])
            if found
            else Person(name=part)
        )
    return made


def _person(node: Mapping, slips: Slips) -> list[Person]:
    table = _table(node, {"name": values.text, "role": values.text, "email": values.text}, slips)
    if "name" not in table:
        slips.on(
            node, "no-name", "This person has no name.", "Write name: first, then role: and email:."
        )
        return []
    return [Person(**cast("dict[str, str]", table))]


def promises(node: Node, slips: Slips) -> tuple[Promise, ...] | None:
    """Promises: texts, or tables of what, by, done and who."""
    found: list[Promise] = []
    for item in values.members(node):
        if isinstance(item, Mapping):
            found += _promise(item, slips)
        elif written := values.text(item, slips):
            found.append(Promise(what=written, line=item.line))
    return tuple(found)


def _promise(node: Mapping, slips: Slips) -> list[Promise]:
    readers: dict[str, _Reader] = {
        "what": values.text,
        "by": values.day,
        "done": values.day,
        "who": _party,
    }
    table: dict[str, Any] = _table(node, readers, slips)
    if "what" not in table:
        slips.on(
            node, "no-what", "It is not said what was promised.", "Write what: and the promise."
        )
        return []
    return [Promise(line=node.line, **table)]


def _party(node: Node, slips: Slips) -> Party | None:
    written = node.text.strip().casefold() if isinstance(node, Scalar) else ""
    if written in _ME:
        return Party.ME
    if written in _THEM:
        return Party.THEM
    slips.on(
        node, "unknown-party", f"'{written}' is neither side of the table.", "Write me or them."
    )
    return None


def references(node: Node, slips: Slips) -> tuple[Reference, ...] | None:
    """Referees: names, or tables of name and told."""
    found: list[Reference] = []
    for item in values.members(node):
        if isinstance(item, Mapping):
            table = _table(item, {"name": values.text, "told": values.day}, slips)
            if "name" in table:
                name, told = cast("str", table["name"]), cast("date | None", table.get("told"))
                found.append(Reference(name=name, told=told, line=item.line))
            else:
                slips.on(
                    item, "no-name", "This referee has no name.", "Write name: first, then told:."
                )
        elif written := values.text(item, slips):
            found += (Reference(name=one.name, line=item.line) for one in _named(written))
    return tuple(found)


def _table(node: Mapping, readers: dict[str, _Reader], slips: Slips) -> dict[str, object]:
    """The values of a small table that could be read, by key."""
    table: dict[str, object] = {}
    for key, value in node.pairs:
        name = normal_key(key.text) if isinstance(key, Scalar) else ""
        if name not in readers:
            slips.doubt(
                key,
                "unknown-key",
                f"'{getattr(key, 'text', '?')}' is not read here.",
                f"Known here: {', '.join(readers)}.",
            )
        elif not values.is_absent(value) and (read := readers[name](value, slips)) is not None:
            table[name] = read
    return table
