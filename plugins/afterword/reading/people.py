"""Who is named in the front matter, and what either side promised: values that are lists of small tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any, cast

from afterword.model import Party, Person, Promise, Reference
from afterword.reading import values
from afterword.reading.keys import normal_key, one_slip_apart
from afterword.reading.nodes import Mapping, Node, Scalar
from afterword.reading.slips import Slips

_NAME_AND_ROLE = re.compile(
    r"^(?P<name>[^(<]+?)\s*(?:\((?P<role>[^)]*)\))?\s*(?:<(?P<email>[^>]+)>)?$"
)
_SEPARATORS = re.compile(r"\s*;\s*|\s*,\s*(?![^(]*\))|\s+(?:and|und|&)\s+(?![^(]*\))")
# What follows a name after a comma and is a part of it, and what tells that a text names a post and not a person.
_SUFFIX = re.compile(r"^(?:jr|sr|ph\.?\s?d|m\.?d|iii?|iv|esq|m\.?sc|mba)\.?$", re.IGNORECASE)
_POST = re.compile(
    r"\b(?:C[A-Z]O|S?VP|EVP|HR|PM|PO|EM|SRE|QA|UX|(?i:\w*engineer\w*|developer|architect|manager|lead|leader|head of|director|recruiter"
    r"|sourcer|co-?founder|founder|owner|scientist|analyst|designer|consultant|president|partner|principal|staff|senior|junior"
    r"|talent|human resources|team|officer|coordinator|specialist|researcher|professor|\w*entwickler(?:in)?|\w*leiter(?:in)?))\b"
)
_POST_KEYS = frozenset({"title", "position", "post", "job", "team"})
_DASHED = re.compile(r"^(?P<name>[^(<]+?)\s+[-–—]\s+(?P<role>[^(<]+)$")
_PERSON = ("name", "role", "email")
_Reader = Callable[[Node, Slips], object]
_ME = frozenset({"me", "i", "myself", "mine", "ich", "us"})
_THEM = frozenset({"them", "they", "company", "recruiter", "their", "theirs"})


def people(node: Node, slips: Slips) -> tuple[Person, ...] | None:
    """Interviewers: a name, `Name (Role)`, several with commas between, or tables of name, role and email."""
    found: list[Person] = []
    for item in values.members(node):
        if isinstance(item, Mapping):
            found += _persons(item, slips) if _is_by_name(item) else _person(item, slips)
        elif written := values.text(item, slips):
            found += _named(written)
    return tuple(found)


def _named(written: str) -> list[Person]:
    """Each name in a text: "R. Lindqvist (Staff Engineer), Sam Oduya"; "Ada Byron, CTO" is one with her role."""
    made: list[Person] = []
    for part in (part for part in _SEPARATORS.split(written) if part):
        last = made[-1] if made else None
        if last and _SUFFIX.match(part):
            made[-1] = replace(last, name=f"{last.name}, {part}")
        elif last and not last.role and "(" not in part and _POST.search(part):
            made[-1] = replace(last, role=part)
        else:
            made.append(_one(part))
    return made


def _one(part: str) -> Person:
    """One person from a name with a post or an address behind it."""
    if dashed := _DASHED.match(part):
        return Person(name=dashed["name"], role=dashed["role"])
    found = _NAME_AND_ROLE.match(part)
    if found is None:
        return Person(name=part)
    return Person(name=found["name"], role=found["role"] or None, email=found["email"])


def _is_by_name(node: Mapping) -> bool:
    """Whether the keys of a table are names of people: written with a capital, and none of ours or a slip for one."""
    keys = [key.text if isinstance(key, Scalar) else "" for key, _ in node.pairs]
    return all(
        key[:1].isupper() and normal_key(key) not in _POST_KEYS and not _means(key, _PERSON)
        for key in keys
    )


def _means(key: str, known: Iterable[str]) -> bool:
    """Whether a key is one of these or a slip away from it."""
    bare = normal_key(key)
    return any(bare == one or one_slip_apart(bare, one) for one in known)


def _persons(node: Mapping, slips: Slips) -> list[Person]:
    """People whose names are the keys, and their posts the values: `Ana Ruiz: Staff Engineer`."""
    named = [(values.text(key, slips), value) for key, value in node.pairs]
    return [
        Person(name=name, role=None if values.is_absent(value) else values.text(value, slips))
        for name, value in named
        if name
    ]


def _person(node: Mapping, slips: Slips) -> list[Person]:
    table = _table(node, dict.fromkeys(_PERSON, values.text), slips)
    if "name" not in table:
        mended = "Write name: first, then role: and email:."
        _missing(node, "name", slips, "no-name", "This person has no name.", mended)
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
    key = node.pairs[0][0]
    said = values.pair_as_text(node, slips)
    if said and isinstance(key, Scalar) and not _means(key.text, readers):
        return [Promise(what=values.plain_name(said.text), line=node.line)]
    table: dict[str, Any] = _table(node, readers, slips)
    if "what" not in table:
        message = "It is not said what was promised."
        _missing(node, "what", slips, "no-what", message, "Write what: and the promise.")
        return []
    return [Promise(line=node.line, **table)]


def _party(node: Node, slips: Slips) -> Party | None:
    written = node.text.strip() if isinstance(node, Scalar) else "a list"
    if written.casefold() in _ME:
        return Party.ME
    if written.casefold() in _THEM:
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
                mended = "Write name: first, then told:."
                _missing(item, "name", slips, "no-name", "This referee has no name.", mended)
        elif written := values.text(item, slips):
            found += (Reference(name=one.name, line=item.line) for one in _named(written))
    return tuple(found)


def _missing(
    node: Mapping, wanted: str, slips: Slips, code: str, message: str, suggestion: str
) -> None:
    """Note that a small table lacks its first value, once: a key that is a slip for it was noted as unknown before."""
    keys = {(key.line, key.column) for key, _ in node.pairs if isinstance(key, Scalar)}
    unknown = [
        one
        for one in slips.problems
        if one.code == "unknown-key" and (one.line, one.column) in keys
    ]
    for one in unknown:
        slips.problems.remove(one)
    slipped = any(isinstance(key, Scalar) and _means(key.text, [wanted]) for key, _ in node.pairs)
    slips.on(node, code, message, f"Did you mean {wanted}?" if slipped else suggestion)


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
