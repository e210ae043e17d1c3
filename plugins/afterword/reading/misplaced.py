"""What looks as if it was meant for us and is not read: an interview on an ordinary page, a heading in a foreign form."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

from afterword.reading.body.body import BodyReader
from afterword.reading.body.headings import Headings
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.problems import FileProblems
from afterword.vocabulary.fields import Keys
from afterword.vocabulary.sections import TELLING

_TOML = re.compile(r"\A\s*\+\+\+\s*\n(?P<inside>.*?)\n\+\+\+", re.DOTALL)
_TOML_COMPANY = re.compile(r"^\s*company\s*=", re.IGNORECASE | re.MULTILINE)
_HTML_HEADING = re.compile(r"<h[1-6]\b[^>]*>(?P<words>[^<>]+)</h[1-6]>", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")
_HOW = "Begin the file with ---, company: and date:, and another ---."


@lru_cache(maxsize=8)
def _company_patterns(names: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A company written as a field of Dataview's, and one at the start of a file, under any of these names."""
    ways = "|".join(re.escape(name).replace("_", "[ _-]?") for name in names)
    inline = rf"^[ \t>*_-]*\[?(?:{ways})[*_]*\s*::\s*\S"
    eaten = rf"\A\s*[*_]*(?:{ways})[*_]*\s*:\s*\S"
    return re.compile(inline, re.IGNORECASE | re.MULTILINE), re.compile(eaten, re.IGNORECASE)


def note_lost_interview(
    text: str, matter: FrontMatter, problems: FileProblems, reader: BodyReader, keys: Keys
) -> None:
    """Say how a page that looks like an interview becomes an entry; nothing for any other page."""
    inline, eaten = _company_patterns(keys["company"].names)
    toml = _TOML.match(text)
    if toml and _TOML_COMPANY.search(toml["inside"]):
        problems.hint(1, "toml-front-matter", "Front matter between +++ is not read.", _HOW)
    elif (found := inline.search(text)) is not None:
        line = text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip())) + 1
        problems.hint(line, "inline-field", "A company written with :: is not read.", _HOW)
    elif matter.raw is None and eaten.match(text):
        problems.hint(
            1,
            "no-fence",
            "The company stands here without --- above it, so this is an ordinary page.",
            _HOW,
        )
    elif (
        _has_our_keys(matter, keys) or reader.read(matter.body, matter.body_line).sections & TELLING
    ):
        how = _HOW if matter.raw is None else "Add company: and its name above the other keys."
        message = "This page looks like an interview, but names no company."
        problems.hint(1, "no-company", message, how)


def note_lost_headings(matter: FrontMatter, problems: FileProblems, headings: Headings) -> None:
    """Say where an entry's body has a section's heading in a form that is not read."""
    if "</h" not in matter.body.lower():
        return
    in_code = False
    for number, line in enumerate(matter.body.split("\n"), matter.body_line):
        if _FENCE.match(line):
            in_code = not in_code
        elif not in_code:
            _note_heading(line, number, problems, headings)


def _note_heading(line: str, number: int, problems: FileProblems, headings: Headings) -> None:
    """Say that a section's heading is not read in HTML."""
    found = _HTML_HEADING.search(line)
    if found and headings.names_section(unescape(found["words"])):
        message = "A heading in HTML is shown as text, and what stands below it is not counted."
        how = f"Write ## {unescape(found['words']).strip()} instead."
        problems.hint(number, "html-heading", message, how)


def _has_our_keys(matter: FrontMatter, keys: Keys) -> bool:
    """Whether the front matter has two keys at least that only a page about an interview has."""
    written = (pair.key.text for pair in matter.pairs if not keys.is_shared(pair.key.text))
    fields = (field for key in written if (field := keys.field_of(key)))
    return len({field.name for field in fields if not field.common}) > 1
