"""A note with front matter as it is meant: with the key that a value shows, and with the shapes of its text put so that they are read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from afterword.frozen import NamedTuple
from afterword.kinds import OutcomeKind
from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.languages import unread_languages
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.unread import unread_language
from afterword.writing.importing.note import Note
from afterword.writing.importing.note_facts import front_matter_of, value_of
from afterword.writing.importing.note_shapes import shaped
from afterword.writing.importing.status_words import is_to_come

# Where there is an offer the day of a decision is that of mine.
_OFFERED = frozenset({OutcomeKind.OFFER, OutcomeKind.ACCEPTED, OutcomeKind.DECLINED})


class Meant(NamedTuple):
    """A note as it is to be read, in sentences which key was taken for another, and what of it cannot be read."""

    note: Note
    told: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()


def as_meant(note: Note) -> Meant:
    """A note as it is meant; one without front matter as it is."""
    found = front_matter_of(note.text)
    if found is None:
        return Meant(note)
    raw, body = found
    lines = raw.split("\n")
    language = unread_language(note.text)
    foreign = _of_unread(lines, language) if language else {}
    keys = foreign or dict(_mistaken(lines))
    new = shaped(body)
    hoped = [at for at, line in enumerate(lines) if _name(line) == "outcome" and _is_to_come(line)]
    if not keys and not hoped and new == body:
        return Meant(note)
    told = tuple(f"'{_key(lines[at])}' is read as {name}" for at, name in keys.items())
    keyed = "\n".join(f"# {line}" if at in hoped else _renamed(line, keys.get(at)) for at, line in enumerate(lines))  # fmt: skip
    meant = replace(note, text=f"---\n{keyed}\n---\n{new}")
    doubt = f"it is in {language}, which is not read, so no more than its company and its day are"
    doubts = [f"'{lines[at].strip()}' is still to come: it is kept, and counts as open" for at in hoped]  # fmt: skip
    return Meant(meant, told, (*doubts, *([doubt] if foreign else ())))


def _is_to_come(line: str) -> bool:
    """Whether the outcome on a line is one after a time: "Offer in two weeks"."""
    outcome, _, behind = value_of(line.partition(":")[2]).partition(" ")
    return outcome_kind(outcome) is not None and is_to_come(behind)


def _of_unread(lines: Sequence[str], language: str) -> dict[int, str]:
    """The places of the keys of the company and of the day in a language that is not read."""
    company, day = unread_languages()[language]
    names = dict.fromkeys(company, "company") | dict.fromkeys(day, "date")
    found: dict[int, str] = {}
    for at, line in enumerate(lines):
        name = names.get(spoken(_key(line))) if line[:1].strip() else None
        if name and name not in found.values():
            found[at] = name
    return found


def _renamed(line: str, name: str | None) -> str:
    return line if name is None else f"{name}:{line.partition(':')[2]}"


def _key(line: str) -> str:
    """The key that a line begins with; empty where it has none."""
    key, colon, _ = line.partition(":")
    return key.strip("\"' ") if colon else ""


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
    known = KEYS.field_of(_key(line)) if line[:1].strip() else None
    return known.name if known else ""
