"""What one source is: an interview, an entry that could not be read, or an ordinary page."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field
from datetime import date

from afterword.model import Interview, Problem, Source, Unread
from afterword.reading.body.body import Body, BodyReader
from afterword.reading.facts_in_body.reading import with_facts_of
from afterword.reading.interview import Known, interview_of
from afterword.reading.matter.facts import Facts, read_facts
from afterword.reading.matter.front_matter import FrontMatter, split_front_matter
from afterword.reading.misplaced import note_lost_headings, note_lost_interview
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Keys, suggestion_of
from afterword.vocabulary.sections import Section
from afterword.vocabulary.tables import VOCABULARY, Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One source as read: at most one of `interview` and `unread`, neither for an ordinary page.

    `places` gives the line and column of each field's value; `sections` are those that its body names, `rounds` the lines of
    headings that look like several rounds, `sideless` those of items under a heading for both sides that say neither. `body`
    is an interview's as its reader still holds it, until that reads the next source.
    """

    problems: tuple[Problem, ...]
    interview: Interview | None = None
    unread: Unread | None = None
    places: dict[str, tuple[int, int]] = field(default_factory=dict)
    sections: frozenset[Section] = frozenset()
    rounds: tuple[int, ...] = ()
    sideless: tuple[int, ...] = ()
    body: Body | None = None


def read_entry(
    source: Source,
    reader: BodyReader,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    holidays: Set[date] = frozenset(),
) -> Entry:
    """The source read as far as it can be, with every problem in it."""
    if source.text is None:
        return _not_opened(source)
    problems = FileProblems(source.path, source.text.split("\n"))
    matter = split_front_matter(source.text, problems)
    if matter.raw is None and "\x00" in source.text:
        return _not_text(source, source.text, problems)
    unreadable = problems.failed
    facts = read_facts(matter.pairs, problems, vocabulary.keys)
    company = facts.text.get("company")
    body = _read_body(reader, matter, facts, problems, vocabulary.keys, holidays)
    when = facts.moment.get("date")
    if company is not None and when is not None and body is not None:
        note_lost_headings(matter, problems, reader.headings)
        known = Known(source.path, company, when)
        return Entry(
            problems=tuple(problems.noted),
            interview=interview_of(known, matter, facts, body, problems, holidays=holidays),
            places=facts.places,
            sections=body.sections,
            rounds=body.rounds,
            sideless=body.sideless,
            body=body,
        )
    if "company" in facts.places or unreadable:
        return _unread(source, matter, facts, problems, vocabulary.keys)
    # What stands under the names of our keys on an ordinary page is that page's own.
    meant = _suggestions("company", vocabulary.keys)
    problems.noted[:] = [one for one in problems.noted if one.suggestion in meant]
    note_lost_interview(source.text, matter, problems, reader, vocabulary.keys)
    return Entry(problems=tuple(problems.noted))


def _read_body(
    reader: BodyReader,
    matter: FrontMatter,
    facts: Facts,
    problems: FileProblems,
    keys: Keys,
    holidays: Set[date],
) -> Body | None:
    """The body of an entry with its facts put to those of its front matter; None where that names no company or a wrong date."""
    if facts.text.get("company") is None:
        return None
    dated = facts.moment.get("date") is not None
    left_out = "date" not in facts.places or any(one.code == "no-date" for one in problems.noted)
    if not dated and (not left_out or matter.broken):
        return None
    body = reader.read(matter.body, matter.body_line)
    return with_facts_of(body, facts, problems, keys, holidays=holidays)


def _unread(
    source: Source, matter: FrontMatter, facts: Facts, problems: FileProblems, keys: Keys
) -> Entry:
    """An entry that lacks its company or its date, which is told."""
    has_company, has_date = facts.text.get("company") is not None, "date" in facts.places
    if has_company and not has_date and not matter.broken:
        _note_missing_date(facts.places["company"], problems, keys)
    unread = Unread(path=source.path, front_matter=matter.raw or "", body=matter.body)
    return Entry(problems=tuple(problems.noted), unread=unread)


def _suggestions(name: str, keys: Keys) -> set[str]:
    """The suggestions that a slip in a field's key leads to."""
    return {suggestion_of(spelling) for spelling in keys[name].names}


def _note_missing_date(company: tuple[int, int], problems: FileProblems, keys: Keys) -> None:
    """There is no date; where a key is one slip away from it, that is where."""
    message, suggestion = "This entry has no date.", "Add a line such as date: 2026-11-12."
    line, column = company
    meant = _suggestions("date", keys)
    for slip in [one for one in problems.noted if one.suggestion in meant]:
        problems.noted.remove(slip)
        line, column, suggestion = slip.line, slip.column, slip.suggestion or suggestion
        message = f"{message} {slip.message}"
    problems.at(line, column, "no-date", message, suggestion)


def _not_text(source: Source, text: str, problems: FileProblems) -> Entry:
    before = text.partition("\x00")[0]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    problems.at(line, column, "not-text", "This is not a text file.")
    return Entry(problems=tuple(problems.noted), unread=Unread(path=source.path))


def _not_opened(source: Source) -> Entry:
    problems = FileProblems(source.path, [])
    if source.fault:
        code, message = "not-utf-8", "From here on this file is not UTF-8."
        problems.at(*source.fault, code, message, "Save it as UTF-8 in your editor.")
    else:
        code, message = "not-opened", "This file could not be opened."
        problems.at(
            1,
            1,
            code,
            message,
            "See that it is a file, no pipe and no link to nowhere, and that you may read it.",
        )
    return Entry(problems=tuple(problems.noted), unread=Unread(path=source.path))
