"""The one entry that a new journal begins with, which explains itself and goes away with the first own one."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from afterword.model import Journal

EXAMPLE_NAME = "example.md"

_TEXT = """---
# An example, to look at and to copy. afterword new takes it away with your first own entry; otherwise delete it then.
company: Example
role: The post you talked about
date: {day}
round: screen
interviewers: [Alex Example (Recruiter)]
confidence: 60  # the chance you give yourself, in %, before you hear
---

Only company and date are needed. All else can wait, or stay away.

## Went well
- One line for each thing, as you would tell a friend #preparation
    - Why: what made it go well; a word with a # in front is a theme

## Went badly
- The same for what went badly #numbers

## Do differently
- What you want to try next time; the site reminds you of it #numbers

## Questions
- What did they ask you? (well)
"""
_DAY = re.compile(rb"^date: (\d{4}-\d{2}-\d{2})\r?$", re.MULTILINE)


def example_text(day: date) -> str:
    """The example as an interview of this day."""
    return _TEXT.format(day=day)


def is_example(data: bytes) -> bool:
    """Whether a file is the example as it was written, and nobody has put anything of theirs into it."""
    found = _DAY.search(data)
    if found is None:
        return False
    try:
        day = date.fromisoformat(found[1].decode())
    except ValueError:
        return False
    return data.replace(b"\r\n", b"\n") == example_text(day).encode()


def has_example(folder: Path) -> bool:
    """Whether the example lies in a journal's folder as it was written."""
    path = folder / EXAMPLE_NAME
    return path.is_file() and is_example(path.read_bytes())


def without_example(journal: Journal) -> Journal:
    """The journal as far as its writer has written it."""
    own = tuple(one for one in journal.interviews if one.path != EXAMPLE_NAME)
    applications = (
        replace(one, interviews=tuple(each for each in one.interviews if each.path != EXAMPLE_NAME))
        for one in journal.applications
    )
    kept = tuple(one for one in applications if one.interviews)
    return replace(journal, interviews=own, applications=kept)


def take_example_away(folder: Path) -> bool:
    """Delete the example, unless somebody has put anything of theirs into it; False where it is not there."""
    if not has_example(folder):
        return False
    (folder / EXAMPLE_NAME).unlink()
    return True
