"""A note with front matter as it is meant: with the key that a value shows, and with the shapes of its text put so that they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afterword.kinds import OutcomeKind
from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.outcomes import outcome_kind
from afterword.writing.importing.note import Note
from afterword.writing.importing.note_facts import front_matter_of, value_of
from afterword.writing.importing.note_shapes import shaped

# Where there is an offer the day of a decision is that of mine.
_OFFERED = frozenset({OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED})


def as_meant(note: Note) -> tuple[Note, list[str]]:
    """The note as it is to be read, and in sentences which key was taken for another; one without front matter as it is."""
    found = front_matter_of(note.text)
    if found is None:
        return note, []
    raw, body = found
    keyed, told = _with_keys(raw)
    new = shaped(body)
    if keyed == raw and new == body:
        return note, []
    return replace(note, text=f"---\n{keyed}\n---\n{new}"), told


def _with_keys(raw: str) -> tuple[str, list[str]]:
    """Lines of YAML with the key that each value shows, and what is said of it."""
    lines, told = raw.split("\n"), []
    for at, name in _mistaken(lines):
        key, colon, value = lines[at].partition(":")
        lines[at] = f"{name}{colon}{value}"
        told.append(f"'{key.strip()}' is read as {name}")
    return "\n".join(lines), told


def _mistaken(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The places of keys whose values are another fact's, and that fact: a way of meeting is no round, and with an offer the decision is mine."""
    names = [_name(line) for line in lines]
    values = [value_of(line.partition(":")[2]) for line in lines]
    outcome = next((outcome_kind(value) for name, value in zip(names, values, strict=True) if name == "outcome"), None)  # fmt: skip
    for at, (name, value) in enumerate(zip(names, values, strict=True)):
        if name == "round" and "format" not in names and interview_format(value) in FORMATS:
            yield at, "format"
        elif name == "decision_by" and "answer_by" not in names and value and outcome in _OFFERED:
            yield at, "answer_by"


def _name(line: str) -> str:
    """The name of our fact whose key a line begins with; empty where it begins with none."""
    key, colon, _ = line.partition(":")
    known = KEYS.field_of(key.strip("\"' ")) if colon and line[:1].strip() else None
    return known.name if known else ""
