"""The entries that a note becomes: itself with a mark, one with the facts that it says in another form, or one for each of its rounds."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from afterword.model import Journal
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import FIELDS, KEYS
from afterword.vocabulary.spelling import bare
from afterword.writing.entries.entry_text import line_of
from afterword.writing.importing.note import (
    MARK,
    NewNote,
    NoteRead,
    Understood,
    journal_in,
    mark_of,
    problems_in,
    the_one_in,
)
from afterword.writing.importing.note_apart import company_over, of_several, people_in
from afterword.writing.importing.note_facts import head_of, pieces
from afterword.writing.importing.note_naming import certain_day, name_company, name_day, name_round
from afterword.writing.importing.note_rounds import Part
from afterword.writing.importing.note_titles import round_in, told_by

# What each round of an application has; all else is said of the last one.
_OF_ALL = frozenset({"company", "role", "applied", "source", "application", "private", "draft", "publish"})  # fmt: skip
# What says which entry it is.
_NEEDED = ("company", "role", "date", "applied", "round")
_ORDER = {one.name: at for at, one in enumerate(FIELDS)}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_NO_COMPANY = "it names no company: add a line such as company: Northwind at its top"
_NO_DAY = "it names no day: add a line such as date: 2026-11-12 at its top"


def as_it_is(one: Understood, journal: Journal, read: NoteRead) -> bool:
    """Whether a note is read where it lies as one interview or one application, so that it needs no more than its mark, which it is given."""
    found = the_one_in(journal)
    note = one.note
    if found is None or not note.text.startswith("---"):
        return False
    mark = mark_of(note.path)
    above, fence, below = note.text[3:].partition("\n---")
    text = f"---{above}\n{MARK}: '{mark}'{fence}{below}"
    is_marked = MARK in (split_front_matter(text, FileProblems(note.path, [])).raw or "")
    if not is_marked or the_one_in(journal_in(note, text, one.options)) != found:
        return False
    read.doubts += problems_in(journal)
    read.made.append(replace(found, text=text, mark=mark))
    return True


def with_its_facts(one: Understood, read: NoteRead) -> None:
    """Make of a note one interview, or one application, with its facts in front matter; what it lacks for that is a doubt."""
    facts = dict(one.head.facts)
    name_company(one, facts, read)
    name_day(one, facts, read)
    name_round(one, facts)
    if not (facts.get("company") or one.head.fact("company")):
        read.doubts.append(_NO_COMPANY)
    elif not any(facts.get(key) or one.head.fact(key) for key in ("date", "applied")):
        read.doubts.append(_NO_DAY)
    else:
        _write(one, "", facts, (one.head.raw, one.head.body), read)


def divided(one: Understood, above: str, parts: Sequence[Part], read: NoteRead) -> None:
    """Make of a note an entry for each round: what is said of the application stands in all, what stands above them in the first.

    Where the note names no company and its headings do, each is an interview of its own.
    """
    if of_several(one, above, parts):
        _each_apart(one, above, parts, read)
        return
    shared = dict(one.head.facts)
    name_company(one, shared, read)
    company = shared.get("company") or one.head.fact("company")
    if not company:
        read.doubts.append(_NO_COMPANY)
        return
    raws = _raws(one.head.raw, len(parts))
    last = len(parts) - 1
    # The day and the round of the whole are those of none of its rounds.
    above = "\n".join([*(one.head.lines[key] for key in ("date", "round") if key in one.head.lines), above])  # fmt: skip
    # What a line of one round says is read in its text, and is not the last one's.
    whole = _OF_ALL | one.head.lines.keys() | head_of(one.note.path, above).facts.keys()
    for at, part in enumerate(parts):
        own = {key: value for key, value in shared.items() if key in (whole if at == last else _OF_ALL)}  # fmt: skip
        own["date"] = certain_day(part.day, one, read)
        own["round"] = round_in(part.words, company)
        own |= _people(part)
        if at == last and not one.head.fact("outcome"):
            own |= _end(one, part, read)
        text = part.text if at or not above.strip() else f"{above}\n\n{part.text}"
        named = {key: value for key, value in own.items() if value}
        _write(one, f"{at} {part.words}", named, (raws[at], text), read)


def _people(part: Part) -> dict[str, str]:
    """Whom the heading over a round names, where no line below says it."""
    is_said = "interviewers" in head_of("", part.text).facts
    people = people_in(part.words)
    return {"interviewers": people} if people and not is_said else {}


def _end(one: Understood, part: Part, read: NoteRead) -> dict[str, str]:
    """How the application ended, by a heading within its last round: "Rejection 20 Feb"."""
    words, day = part.end
    return {"outcome": words, "decided": certain_day(day, one, read)} if words else {}


def _each_apart(one: Understood, above: str, parts: Sequence[Part], read: NoteRead) -> None:
    """Make an entry of each part that its heading calls by a company, with its role; what stands above them in the first."""
    facts = head_of(one.note.path, above).facts if above.strip() else {}
    raws = _raws(one.head.raw, len(parts))
    for at, part in enumerate(parts):
        told = told_by(part.words, one.companies)
        if not (company := company_over(part, one)):
            read.doubts.append(f"'{part.words}' names no company, so nothing is made of it")
            continue
        said = {**{key: facts[key] for key in _OF_ALL & facts.keys()}, **_people(part)}
        said |= {"company": company, "role": told.role, "round": told.round}
        said["date"] = certain_day(part.day, one, read)
        raw = raws[0] if at else raws[-1]
        text = part.text if at or not above.strip() else f"{above}\n\n{part.text}"
        _write(one, f"{at} {part.words}", {key: value for key, value in said.items() if value}, (raw, text), read)  # fmt: skip


def _raws(raw: str, number: int) -> list[str]:
    """The front matter of each of so many rounds: what is of the application in all, all else in the last; a day of the whole as a comment."""
    every, last = [], []
    for name, piece in pieces(raw):
        if name in _OF_ALL:
            every.append(piece)
        elif name in {"date", "round"}:
            last.append("\n".join(f"# {line}" for line in piece.split("\n")))
        else:
            last.append(piece)
    return ["\n".join(every)] * (number - 1) + ["\n".join([*every, *last])]


def _write(
    one: Understood, part: str, facts: Mapping[str, str], written: tuple[str, str], read: NoteRead
) -> None:
    """Make the entry of these facts above a text, once it is read as meant; with those alone that say which it is, where the others are doubtful."""
    mark = mark_of(one.note.path, part)
    needed = {key: facts[key] for key in _NEEDED if key in facts}
    tried = []
    for own in (facts, needed):
        unsaid = [line for key, line in one.head.lines.items() if key in facts and key not in own]
        body = "\n".join([*unsaid, *[""] * bool(unsaid), written[1]])
        text = _entry(written[0], own, body, mark)
        journal = journal_in(one.note, text, one.options)
        found, problems = the_one_in(journal), problems_in(journal)
        is_meant = found is not None and _is_meant(found, own)
        tried.append((not is_meant, len(problems), text, found, problems))
        if is_meant and not problems:
            break
    is_wrong, _, text, found, _ = min(tried, key=lambda way: way[:2])
    read.doubts += [said for said in tried[0][-1] if said not in read.doubts]
    if found and not is_wrong:
        read.made.append(replace(found, text=text, mark=mark))
    else:
        read.doubts.append("what was made of it is not read as meant, so it is left")


def _is_meant(found: NewNote, facts: Mapping[str, str]) -> bool:
    """Whether an entry is read as of this company and this day, and as an interview where it has a day of one."""
    is_same = bare(found.company) == bare(facts.get("company", found.company))
    wanted = facts.get("applied" if found.is_note else "date", "")
    is_that_day = not _DAY.fullmatch(wanted) or wanted == found.day.isoformat()
    return is_same and is_that_day and not (found.is_note and "date" in facts)


def _entry(raw: str, facts: Mapping[str, str], body: str, mark: str) -> str:
    """The text of an entry: the facts that its front matter lacks, that as it is, the mark, and the text."""
    theirs = raw.split("\n") if raw else []
    lines = []
    for key, value in sorted(facts.items(), key=lambda fact: _ORDER[fact[0]]):
        said = line_of(key, date.fromisoformat(value) if _DAY.fullmatch(value) else value)
        empty = _empty_line(theirs, key)
        if empty is None:
            lines.append(said)
        else:
            theirs[empty] = said
    front = [*lines, *theirs, f"{MARK}: '{mark}'"]
    return "\n".join(["---", *front, "---", "", body.strip("\n")]) + "\n"


def _empty_line(lines: Sequence[str], name: str) -> int | None:
    """The place of the line of front matter that has a key without a value."""
    for at, line in enumerate(lines):
        key, colon, value = line.partition(":")
        known = KEYS.field_of(key.strip()) if colon and not value.strip(" '\"") else None
        if known and known.name == name:
            return at
    return None
