"""What looks as if it was meant for us and is not read: an interview on an ordinary page, a fact or a heading in a foreign form."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from afterword.model import Severity
from afterword.reading.body import BodyReader
from afterword.reading.fields import LENT, field_of
from afterword.reading.front_matter import FrontMatter
from afterword.reading.headings import Section, names_section
from afterword.reading.slips import Slips
from afterword.reading.words import spoken

_TOML = re.compile(r"\A\s*\+\+\+\s*\n(?P<inside>.*?)\n\+\+\+", re.DOTALL)
_INLINE = re.compile(
    r"^[ \t>*_-]*\[?(?:company|employer|organi[sz]ation)[*_]*\s*::\s*\S",
    re.IGNORECASE | re.MULTILINE,
)
# Dataview's fields and the headings of a pasted page, in the body of an entry.
_FIELD = re.compile(r"^[ \t>*_-]*[\[(]?(?P<key>\w[\w -]{1,30}?)[*_]*::[*_]*[ \t]+[^\])\s]")
_HTML_HEADING = re.compile(r"<h[1-6]\b[^>]*>(?P<words>[^<>]+)</h[1-6]>", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")
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


def hint_at_lost(matter: FrontMatter, written: Collection[str], slips: Slips) -> None:
    """Say where an entry's body has a fact that is not in its front matter, or a section's heading, in a form that is not read.

    `written` are the names of the fields that the front matter has.
    """
    if "::" not in matter.body and "</h" not in matter.body.lower():
        return
    in_code = False
    for number, line in enumerate(matter.body.split("\n"), matter.body_line):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            _hint_at_line(line, number, written, slips)


def _hint_at_line(line: str, number: int, written: Collection[str], slips: Slips) -> None:
    found = _FIELD.match(line)
    field = field_of(found["key"]) if found else None
    if found and field and field.name not in written:
        _note_field(found["key"], field.name, number, slips)
    heading = _HTML_HEADING.search(line)
    if heading and names_section(unescape(heading["words"])):
        message = "A heading in HTML is shown as text, and what stands below it is not counted."
        how = f"Write ## {unescape(heading['words']).strip()} instead."
        slips.hint(number, "html-heading", message, how)


def _note_field(key: str, name: str, number: int, slips: Slips) -> None:
    """Say that a field is not read, without its value: that may be what nobody shall read."""
    message, how = (
        f"'{key}' written with :: is not read.",
        f"Write {name}: between the lines of ---.",
    )
    if name == "private":
        message = f"'{key}' written with :: is not read, so these words are shown to whoever reads the site."
        slips.at(number, 1, "inline-field", message, how, severity=Severity.WARNING)
    else:
        slips.hint(number, "inline-field", message, how)


def _has_our_keys(matter: FrontMatter) -> bool:
    """Whether the front matter has two keys at least that only a page about an interview has."""
    keys = (pair.key.text for pair in matter.pairs if spoken(pair.key.text) not in LENT)
    fields = {field.name for key in keys if (field := field_of(key))}
    return len(fields - _COMMON) > 1
