"""Front matter between other lines than ours: TOML between +++, JSON, a comment, a block of code."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable, Mapping

import yaml

from afterword.reading.recognising.property_lines import property_on
from afterword.vocabulary.fields import KEYS
from afterword.writing.entries.entry_text import Value, line_of

_OPENING = re.compile(
    r"(?:`{3,}|~{3,})\w*|[-–—]{2,}\w*|\*{3,}|_{3,}|={3,}|\+{3}|- - -|<!--|%%|\{|;;;"
)
_ENDS = {"<!--": "-->", "{": "}"}
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060 \t\xa0"


def otherwise_fenced(text: str) -> tuple[str, str] | None:
    """Facts between two lines that were meant as a fence, as lines of YAML, and the text without them; None where there are none."""
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip(_UNSEEN)), None)
    for at in () if first is None else range(first, min(len(lines), first + 6)):
        mark = lines[at].strip(_UNSEEN)
        if not _OPENING.fullmatch(mark):
            continue
        end = next((n for n in range(at + 1, len(lines)) if _closes(lines[n].strip(_UNSEEN), mark)), None)  # fmt: skip
        inner = lines[at + 1 : end] if end else []
        if (raw := _as_yaml(inner, mark)) is not None:
            return raw, "\n".join([*lines[:at], *lines[(end or 0) + 1 :]])
    return None


def _closes(line: str, mark: str) -> bool:
    if mark in _ENDS:
        return line == _ENDS[mark]
    return bool(line) and line[0] == mark[0] and _OPENING.fullmatch(line) is not None


def _as_yaml(inner: list[str], mark: str) -> str | None:
    """Lines between fences as YAML that says the same; None where they say no company and no day."""
    text = "\n".join(inner)
    if mark == "{":
        return _dumped(_from_json(f"{{{text}}}"))
    if _is_ours(loaded(text)):
        return text
    try:
        return _dumped(tomllib.loads(text), inner)
    except tomllib.TOMLDecodeError:
        pass
    found = {one.key: one.value for at, line in enumerate(inner) if (one := property_on(line, at, KEYS)) and one.value}  # fmt: skip
    others = [f"# {line}" for at, line in enumerate(inner) if line.strip() and not property_on(line, at, KEYS)]  # fmt: skip
    return _dumped(found, others)


def _from_json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _dumped(values: object, comments: Iterable[str] = ()) -> str | None:
    if not isinstance(values, dict) or not _is_ours(values):
        return None
    said = [line_of(str(key), value) for key, value in _flat(values).items()]
    return "\n".join([*said, *(line for line in comments if line.lstrip().startswith("#"))])


def _flat(values: Mapping[str, Value]) -> dict[str, Value]:
    """Values with those of our facts that stand in a table among them at the top, where they say what nothing there says."""
    made = dict(values)
    names = _names(values)
    for key, inner in values.items():
        if not isinstance(inner, dict) or KEYS.field_of(key) is not None:
            continue
        lifted = {one: value for one, value in inner.items() if _names([one]) - names}
        left = {one: value for one, value in inner.items() if one not in lifted}
        made |= {**lifted, key: left} if lifted else {}
    return {key: value for key, value in made.items() if value != {}}


def _names(keys: Iterable[str]) -> set[str]:
    """The names of our facts that keys mean."""
    return {known.name for key in keys if (known := KEYS.field_of(key))}


def _is_ours(values: object) -> bool:
    keys = values if isinstance(values, Mapping) else ()
    return bool(_names(one for one in keys if isinstance(one, str)) & {"company", "date"})


def loaded(raw: str) -> object:
    """What lines of YAML say, every value as its text; None where they are none."""
    try:
        return yaml.load(raw, Loader=yaml.BaseLoader)  # noqa: S506  a loader that makes nothing but texts
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
