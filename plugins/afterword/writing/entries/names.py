"""What the file of a new entry is called."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from afterword.vocabulary.spelling import slug

# Every file system takes names of 255 bytes; some tools that copy folders to others take fewer.
_LONGEST = 100


def entry_name(day: date | None, company: str, round_name: str = "") -> str:
    """A file's name from the day, the company and the round: `2026-11-12-northwind-technical.md`.

    In plain letters that every file system takes; a name without any, such as one in Japanese, is told by a few figures of its own.
    """
    words = [day.isoformat()] if day else []
    words += [_in_plain_letters(company), *filter(None, [_in_plain_letters(round_name)])]
    return "-".join(words)[:_LONGEST].strip("-") + ".md"


def _in_plain_letters(name: str) -> str:
    plain = "".join(one for one in slug(name) if one.isascii()).strip("-")
    if plain or not name.strip():
        return plain
    return sha256(name.encode()).hexdigest()[:8]
