"""What a vault of Obsidian's is given: the types of our properties, a template for its core plugin, and a table of the interviews."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import partial

import yaml

from afterword.errors import AfterwordError
from afterword.vocabulary.fields import FIELDS, Kind
from afterword.writing.starting.folder_names import leads_below

# Where a vault keeps its settings, in it the types of its properties and what its core plugin Templates is told.
SETTINGS_FOLDER = ".obsidian"
TYPES, TEMPLATES = f"{SETTINGS_FOLDER}/types.json", f"{SETTINGS_FOLDER}/templates.json"
# As Obsidian calls them. A table of names or promises is no property that it could edit, and a list of items stands below a heading.
_TYPE_OF: Mapping[Kind, str] = {
    Kind.TEXT: "text",
    Kind.ROUND: "text",
    Kind.OUTCOME: "text",
    Kind.DAY: "date",
    Kind.DAY_OR_SPAN: "text",
    Kind.DAY_OR_NONE: "text",
    Kind.DAY_OR_NEVER: "text",
    Kind.DAY_OR_INVITED: "text",
    Kind.DAYS: "multitext",
    Kind.SENT: "multitext",
    Kind.PERCENT: "number",
    Kind.FEELING: "number",
}
# What an entry begins with there, and what the table shows of it.
ASKED = ("company", "role", "date", "round", "interviewers", "confidence", "outcome", "decided")
COLUMNS = ("date", "company", "role", "round", "confidence", "outcome", "decided")
_FILLED_IN = {"date": '"{{date:YYYY-MM-DD}}"'}
_SECTIONS = ("Went well", "Went badly", "Do differently")
_WIDE = 1_000_000
# So much of a number is shown.
_SHOWN = 30


class TypesError(AfterwordError):
    """The types of a vault's properties cannot be added to without a risk to what stands there."""


class TemplatesError(AfterwordError):
    """What a vault says of its templates is no folder that one could be put in; the text is a part of a sentence."""


def property_types() -> dict[str, str]:
    """The type of each property that holds one value or a list of texts, by the name of its key.

    A vault has one type for a name, whatever the note: a key that notes of other kinds have as well is left to the vault.
    """
    return {
        field.name: _TYPE_OF[field.kind]
        for field in FIELDS
        if field.kind in _TYPE_OF and not field.common
    }


def new_types() -> str:
    """The text of a types.json with our properties alone."""
    return _written({"types": property_types()})


def with_types(text: str) -> str:
    """The text of a types.json with the properties that it lacks; one that has a type keeps it. The same text where it lacks none.

    Raises TypesError for one that is not JSON, or from which something would get lost.
    """
    try:
        told = json.loads(
            text,
            object_pairs_hook=_each_once,
            parse_int=partial(_number, int),
            parse_float=partial(_number, float),
            parse_constant=partial(_number, float),
        )
        # Half of a letter can be read, and not written.
        _written(told).encode()
    except (ValueError, RecursionError) as error:
        raise TypesError(f"{TYPES} is not JSON that could be read and written whole") from error
    there = told.get("types", {}) if isinstance(told, dict) else None
    if not isinstance(there, dict):
        raise TypesError(f"{TYPES} is not as Obsidian writes it")
    known = {name.casefold() for name in there}
    more = {name: one for name, one in property_types().items() if name not in known}
    return _written({**told, "types": {**there, **more}}) if more else text


def _written(value: object) -> str:
    """JSON as Obsidian writes it."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("A name stands there twice.")
    return found


def _number(read: Callable[[str], float], text: str) -> float:
    """A number that is written again as it was. Raises TypesError for any other, such as 1e999."""
    with suppress(ValueError):
        if repr(number := read(text)) == text:
            return number
    raise TypesError(
        f"{TYPES} has the number {text[:_SHOWN]} in it, which would not come back the same"
    )


def template_folder(text: str) -> str | None:
    """The folder of templates that a templates.json names, as a path in the vault; None where it names none.

    Raises TemplatesError for one that is not JSON, and for a folder that lies elsewhere or that nobody could make.
    """
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise TemplatesError("cannot be read") from error
    named = told.get("folder") or "" if isinstance(told, dict) else None
    if not isinstance(named, str) or not (leads_below(named.strip("/")) or named in {"", "/"}):
        raise TemplatesError("names no folder that could be made in this vault")
    return named.strip("/") or None


def template() -> str:
    """A note to begin an entry with, with the day of the day on which it is inserted; it is never taken for an entry."""
    keys = (f"{key}: {_FILLED_IN[key]}" if key in _FILLED_IN else f"{key}:" for key in ASKED)
    sections = (f"## {title}\n\n- \n" for title in _SECTIONS)
    return "\n".join(["---", *keys, "---", "", *sections])


def base(folder: str, templates: Iterable[str]) -> str:
    """A table of the interviews in a folder of the vault, by their days and by how they stand, without what lies in the folders of templates.

    All are paths in the vault; `folder` is empty for the whole of it.
    """
    has_date = {"filters": {"and": ['file.hasProperty("date")']}}
    told = {
        "filters": {
            "and": [
                *([_inside(folder)] if folder else []),
                *(f"!{_inside(one)}" for one in templates),
                'file.hasProperty("company")',
            ]
        },
        "properties": {
            f"note.{name}": {"displayName": name.replace("_", " ").capitalize()} for name in COLUMNS
        },
        "views": [
            _table("Interviews", has_date),
            _table("By outcome", _grouped("outcome")),
            _table("By company", _grouped("company")),
        ],
    }
    return yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=_WIDE)


def _inside(folder: str) -> str:
    """The condition that a note lies in a folder of the vault."""
    return f"file.inFolder({json.dumps(folder, ensure_ascii=False)})"


def _table(name: str, more: Mapping[str, object]) -> dict[str, object]:
    """A table of our columns, the newest on top."""
    return {
        "type": "table",
        "name": name,
        **more,
        "order": ["file.name", *(f"note.{column}" for column in COLUMNS)],
        "sort": [{"property": "note.date", "direction": "DESC"}],
    }


def _grouped(name: str) -> dict[str, object]:
    return {"groupBy": {"property": f"note.{name}", "direction": "ASC"}}
