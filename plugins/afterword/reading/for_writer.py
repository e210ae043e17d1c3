"""What in a journal's folder is for its writer alone, and no page of any site: lines that were jotted down, and what is there to be copied."""

from __future__ import annotations

import re
from pathlib import Path

from afterword.reading.folder import is_small
from afterword.reading.source import read_source

# Where a phone or a shortcut writes lines, below the journal's folder, and what its writer copies from.
INBOX, TEMPLATES = "inbox.md", "templates"
# The inbox itself, and what phones, editors and programs that keep two places alike make of its name: "Inbox.txt", "inbox (1).md",
# "inbox.sync-conflict-20261112-090000-ABC.md", "inbox.md.bak".
_INBOX = re.compile(
    r"inbox(?: ?\(.*\)| ?\d+|[ -]conflict.*|\.sync-conflict-.*)?"
    r"(?:\.(?:md|markdown|mdown|mkdn|mkd|txt|text|bak|orig|old|tmp|swp)){0,3}~?"
)
# The first of its lines that say nothing of an interview: a heading, a rule, a comment, a quote, and an empty one.
_NO_LINE = re.compile(r"^\s*(?:#|---|<!--|>|$)")


def is_for_writer(path: str) -> bool:
    """Whether a path below the journal's folder is that of its inbox, or of anything among its templates."""
    first, _, rest = path.casefold().partition("/")
    return first == TEMPLATES if rest else _INBOX.fullmatch(first) is not None


def inbox_in(folder: Path) -> Path:
    """The inbox of a journal, however a phone wrote its name; where it would lie if there is none."""
    usual = folder / INBOX
    if usual.is_file():
        return usual
    try:
        found = sorted(one for one in folder.iterdir() if one.name.casefold() == INBOX)
    except OSError:
        return usual
    return next((one for one in found if one.is_file()), usual)


def says_something(line: str) -> bool:
    """Whether a line of an inbox may say something of an interview."""
    return _NO_LINE.match(line) is None


def lines_waiting(folder: Path) -> int:
    """How many lines wait in a journal's inbox to be sorted; none where it leads out of the folder or is longer than anybody writes."""
    inbox = inbox_in(folder)
    if not is_small(inbox) or not inbox.resolve().is_relative_to(folder.resolve()):
        return 0
    text = read_source(inbox, INBOX).text or ""
    return sum(1 for line in text.splitlines() if says_something(line))
