"""Which headings of sections stand in an entry's body in a form that is not read."""

from __future__ import annotations

import re
from html import unescape

from afterword.reading.body.headings import Headings
from afterword.reading.matter.front_matter import FrontMatter
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.section_titles import HTML_HEADING

_FENCE = re.compile(r"^\s*(?:`{3,}|~{3,})")


def note_lost_headings(matter: FrontMatter, problems: FileProblems, headings: Headings) -> None:
    """Say where an entry's body has a section's heading in HTML, as on a page that was pasted."""
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
    found = HTML_HEADING.search(line)
    if found and headings.names_section(unescape(found["words"])):
        message = "A heading in HTML is shown as text, and what stands below it is not counted."
        how = f"Write ## {unescape(found['words']).strip()} instead."
        problems.hint(number, "html-heading", message, how)
