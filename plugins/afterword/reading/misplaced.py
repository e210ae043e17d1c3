"""What stands in an entry's body in a form that is not read: a fact, or the heading of a section."""

from __future__ import annotations

import re
from collections.abc import Collection
from html import unescape

from afterword.model import Severity
from afterword.reading.body.headings import Headings
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.problems import FileProblems
from afterword.reading.section_titles import HTML_HEADING
from afterword.vocabulary.fields import Keys

# Dataview's fields and the headings of a pasted page, in the body of an entry.
_FIELD = re.compile(r"^[ \t>*_-]*[\[(]?(?P<key>\w[\w -]{1,30}?)[*_]*::[*_]*[ \t]+[^\])\s]")
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")


def note_lost_facts(
    matter: FrontMatter,
    written: Collection[str],
    problems: FileProblems,
    keys: Keys,
    headings: Headings,
) -> None:
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
            _note_field(line, number, written, problems, keys)
            _note_heading(line, number, problems, headings)


def _note_heading(line: str, number: int, problems: FileProblems, headings: Headings) -> None:
    """Say that a section's heading is not read in HTML."""
    found = HTML_HEADING.search(line)
    if found and headings.names_section(unescape(found["words"])):
        message = "A heading in HTML is shown as text, and what stands below it is not counted."
        how = f"Write ## {unescape(found['words']).strip()} instead."
        problems.hint(number, "html-heading", message, how)


def _note_field(
    line: str, number: int, written: Collection[str], problems: FileProblems, keys: Keys
) -> None:
    """Say that a field is not read, without its value: that may be what nobody shall read."""
    found = _FIELD.match(line)
    field = keys.field_of(found["key"]) if found else None
    if found is None or field is None or field.name in written:
        return
    key, how = found["key"], f"Write {field.name}: between the lines of ---."
    if field.name == "private":
        message = f"'{key}' written with :: is not read, so these words are shown to whoever reads the site."
        problems.at(number, 1, "inline-field", message, how, severity=Severity.WARNING)
    else:
        problems.hint(number, "inline-field", f"'{key}' written with :: is not read.", how)
