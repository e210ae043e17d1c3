"""What in a journal's folder is for its writer alone, and no page of any site: lines that were jotted down, and what is there to be copied."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from afterword.patterns import seldom
from afterword.reading.folder import is_small
from afterword.reading.source import read_source
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.spelling import spoken

# Where a phone or a shortcut writes lines, below the journal's folder.
INBOX = "inbox.md"
# The inbox itself, and what phones, editors, file managers and programs that keep two places alike make of its name: "Inbox.txt",
# "inbox (1).md", "inbox copy 2.md", "inbox - Kopie.md", "inbox.sync-conflict-20261112-090000-ABC.md", "inbox.md.bak". An entry
# may begin with a company's name that begins so, and is none.
_INBOX = seldom(
    r"inbox(?:(?: ?- ?|[ _.-])(?:copy|backup|bak|old|orig|kopie|copie|copia|cópia|kopia|kopija|копия|bản sao|副本|のコピー|사본|نسخة)(?:[ _-]?\(?\d{1,3}\)?)?"
    r"| ?\(.*\)| ?\d+|[ -]conflict.*|\.sync-conflict-.*)?"
    r"(?:\.(?:md|markdown|mdown|mkdn|mkd|txt|text|rtf|org|rst|log|json|html?|docx?|odt|bak|backup|orig|old|save|tmp|sw[a-p]|\d{1,3})){0,3}~?"
)
# What a program that keeps two places alike puts behind it: the name of the other machine, in capitals.
_INBOX_ELSEWHERE = seldom(r"[Ii]nbox-[A-Z][A-Z0-9]+(?:-[A-Z0-9]+)*(?:-\d+)?\.(?:md|txt)")
# What numbers and marks put in front to have a folder first: "99 Vorlagen", "_templates".
_IN_FRONT = re.compile(r"^[\W\d_]+")
# The first of its lines that say nothing of an interview: a heading, a rule, a comment, a quote, and an empty one.
_NO_LINE = re.compile(r"^\s*(?:#|---|<!--|>|$)")


def is_for_writer(path: str) -> bool:
    """Whether a path below the journal's folder is that of its inbox, or of anything in a folder that is called templates in some language."""
    return lies_among_templates(path) or is_inbox_or_copy(path)


def lies_among_templates(path: str) -> bool:
    """Whether a path below the journal's folder leads into a folder that is called templates in some language."""
    return any(map(_are_templates, path.split("/")[:-1]))


def is_inbox_or_copy(path: str) -> bool:
    """Whether a path below the journal's folder is that of its inbox, or of a copy of it that some program made."""
    if "/" in path:
        return False
    return _INBOX.fullmatch(path.casefold()) is not None or _INBOX_ELSEWHERE.fullmatch(path) is not None  # fmt: skip


@lru_cache(maxsize=1024)
def _are_templates(folder: str) -> bool:
    # A year or a month is called so in every language, whose words need not be read for it.
    name = spoken(_IN_FRONT.sub("", folder))
    return bool(name) and name in in_every_language("template folder")


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
