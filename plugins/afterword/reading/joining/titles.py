"""Whether what `title` says is a role, or the title of the note."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from afterword.model import Interview
from afterword.reading.entry import Entry
from afterword.vocabulary.spelling import spoken


def with_roles(entries: Iterable[Entry]) -> Iterator[Interview]:
    """The interviews of entries, without the role of those whose title is the note's own.

    So it is where it holds the company's name, and where the entries of that company each have another one.
    """
    entries = tuple(entries)
    titles: dict[str, list[str]] = {}
    for entry in entries:
        if entry.interview and entry.is_titled:
            company, role = _names(entry.interview)
            titles.setdefault(company, []).append(role)
    for entry in entries:
        interview = entry.interview
        if interview and entry.is_titled and _is_the_notes(interview, titles):
            yield replace(interview, role=None)
        elif interview:
            yield interview


def _is_the_notes(interview: Interview, titles: dict[str, list[str]]) -> bool:
    company, title = _names(interview)
    others = titles[company]
    each_another = len(others) > 1 and len(set(others)) == len(others)
    return each_another or f" {company} " in f" {title} "


def _names(interview: Interview) -> tuple[str, str]:
    """A company and what its title says, as they are compared."""
    return spoken(interview.company), spoken(interview.role or "")
