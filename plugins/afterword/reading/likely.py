"""When an ordinary page looks like an interview that was meant as an entry, and how to make it one."""

from __future__ import annotations

import re

from afterword.reading.body import BodyReader
from afterword.reading.fields import LENT, field_of
from afterword.reading.front_matter import FrontMatter
from afterword.reading.headings import Section
from afterword.reading.slips import Slips
from afterword.reading.words import spoken

_TOML = re.compile(r"\A\s*\+\+\+\s*\n(?P<inside>.*?)\n\+\+\+", re.DOTALL)
_INLINE = re.compile(
    r"^[ \t>*_-]*\[?(?:company|employer|organi[sz]ation)[*_]*\s*::\s*\S",
    re.IGNORECASE | re.MULTILINE,
)
_EATEN = re.compile(r"\A\s*[*_]*(?:company|employer|organi[sz]ation)[*_]*\s*:\s*\S", re.IGNORECASE)
_TELLING = frozenset({Section.WENT_WELL, Section.WENT_BADLY, Section.MIXED, Section.DO_DIFFERENTLY})
# Keys of ours that pages of other kinds have as well.
_COMMON = frozenset(
    {
        "date",
        "source",
        "role",
        "format",
        "references",
        "contact",
        "application",
        "private",
        "questions",
    }
)
_HOW = "Begin the file with ---, company: and date:, and another ---."


def hint_at_interview(text: str, matter: FrontMatter, slips: Slips, reader: BodyReader) -> None:
    """Say how a page that looks like an interview becomes an entry; nothing for any other page."""
    toml = _TOML.match(text)
    if toml and re.search(r"^\s*company\s*=", toml["inside"], re.IGNORECASE | re.MULTILINE):
        slips.hint(1, "toml-front-matter", "Front matter between +++ is not read.", _HOW)
    elif (found := _INLINE.search(text)) is not None:
        line = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
        slips.hint(line, "inline-field", "A company written with :: is not read.", _HOW)
    elif matter.raw is None and _EATEN.match(text):
        slips.hint(
            1,
            "no-fence",
            "The company stands here without --- above it, so this is an ordinary page.",
            _HOW,
        )
    elif _has_our_keys(matter) or reader.read(matter.body, matter.body_line).sections & _TELLING:
        how = _HOW if matter.raw is None else "Add company: and its name above the other keys."
        slips.hint(1, "no-company", "This page looks like an interview, but names no company.", how)


def _has_our_keys(matter: FrontMatter) -> bool:
    """Whether the front matter has two keys at least that only a page about an interview has."""
    keys = (pair.key.text for pair in matter.pairs if spoken(pair.key.text) not in LENT)
    fields = {field.name for key in keys if (field := field_of(key))}
    return len(fields - _COMMON) > 1
