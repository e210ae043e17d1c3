"""`afterword schema`: the keys of an entry as JSON Schema, so that an editor completes them and says what each wants."""

from __future__ import annotations

from collections.abc import Mapping

import click

from afterword.cli.output import as_json, hand_out
from afterword.vocabulary.fields import FIELDS, Field, Kind
from afterword.writing.starting.obsidian import new_types

_Schema = Mapping[str, object]
_TEXT: _Schema = {"type": "string"}
_DAY: _Schema = {"type": "string", "examples": ["2026-11-12"]}
_TEXTS: _Schema = {"type": ["string", "array", "null"], "items": {"type": "string"}}
_TABLES: _Schema = {
    "type": ["string", "array", "object", "null"],
    "items": {"type": ["string", "object"]},
}
# What a value looks like to a program that checks as one types: what reading takes beside it is more, and never an error there.
_SHAPES: Mapping[Kind, _Schema] = {
    Kind.TEXT: _TEXT,
    Kind.MOMENT: {"type": "string", "examples": ["2026-11-12", "2026-11-12 14:30"]},
    Kind.DAY: _DAY,
    Kind.DAYS: {**_TEXTS, "examples": ["2026-11-12"]},
    Kind.DAY_OR_SPAN: {"type": "string", "examples": ["2026-11-26", "2 weeks"]},
    Kind.DAY_OR_NONE: {"type": "string", "examples": ["2026-11-30", "none"]},
    Kind.DAY_OR_NEVER: {"type": "string", "examples": ["2027-05-01", "never"]},
    Kind.DAY_OR_INVITED: {"type": "string", "examples": ["2026-11-13", "invited"]},
    Kind.SENT: {**_TEXTS, "examples": ["2026-11-13", "skip"]},
    Kind.ROUND: {"type": "string", "examples": ["screen", "technical", "final"]},
    Kind.FORMAT: {"type": "string", "examples": ["phone", "video", "onsite", "take-home"]},
    Kind.CHANNEL: {"type": "string", "examples": ["email", "phone", "portal", "recruiter"]},
    Kind.OUTCOME: {"type": ["string", "boolean"]},
    Kind.PERCENT: {"type": ["integer", "number", "string"], "examples": [60]},
    Kind.FEELING: {"type": ["integer", "string"], "examples": [3]},
    Kind.PEOPLE: _TABLES,
    Kind.PROMISES: _TABLES,
    Kind.REFERENCES: _TABLES,
    Kind.ADVOCATES: _TABLES,
    Kind.SAID: {"type": ["object", "string", "array", "null"]},
    Kind.ITEMS: _TEXTS,
    Kind.WORDS: _TEXTS,
    Kind.YES_NO: {"type": ["boolean", "string"]},
}


@click.command(
    epilog="""\b
Examples:
  afterword schema > .vscode/entry.schema.json
  afterword schema | jq .properties.decision_by
  afterword schema --format obsidian
"""
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["json-schema", "obsidian"]),
    default="json-schema",
    show_default=True,
)
def schema(form: str) -> None:
    """Print the keys of an entry as JSON Schema (draft 2020-12), or as Obsidian's types of properties, for editors."""
    hand_out(as_json(entry_schema()) if form == "json-schema" else f"{new_types()}\n", "json")


def entry_schema() -> dict[str, object]:
    """The schema of an entry's front matter; other keys than ours are allowed, as reading allows them."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "An interview, for Afterword",
        "type": "object",
        "required": ["company"],
        "properties": {field.name: _property(field) for field in FIELDS},
        "additionalProperties": True,
    }


def _property(field: Field) -> dict[str, object]:
    shape = dict(_SHAPES[field.kind])
    if isinstance(shape.get("type"), str):
        # A key that is left empty is no error.
        shape["type"] = [shape["type"], "null"]
    return {"description": f"{field.expects[:1].upper()}{field.expects[1:]}.", **shape}
