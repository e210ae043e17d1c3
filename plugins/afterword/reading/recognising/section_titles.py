"""Which lines of a page name a section, found without parsing it: most pages are none of ours."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import unescape

from afterword.frozen import NamedTuple
from afterword.patterns import seldom
from afterword.reading.body.boxes import box_title
from afterword.reading.body.forms import SETEXT
from afterword.reading.body.headings import Headings
from afterword.reading.recognising.property_lines import outside_code
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.sections import TELLING, Section
from afterword.vocabulary.spelling import spoken

HTML_HEADING = seldom(r"<h[1-6]\b[^>]*>(?P<words>[^<>]+)</h[1-6]>", re.IGNORECASE)
_HEADING = seldom(r"^ {0,3}(?P<level>#{1,6})[ \t]*(?P<words>[^#\s].*?)[ \t]*#*[ \t]*$")
_BELOW_HEAD = seldom(r"^[ |:-]*-[ |:-]*$")
_LONGEST = 120
# A bold line or a label stands below every heading.
LABEL = 7


class Title(NamedTuple):
    """A line that stands over what follows; `at` counts lines from 0, `level` is that of a heading, or `LABEL`, `section` None where it names none."""

    at: int
    level: int
    words: str
    section: Section | None

    @property
    def is_telling(self) -> bool:
        """Whether only a page about an interview has such a section, so called."""
        return self.section in TELLING - {Section.MIXED} and spoken(
            self.words
        ) not in in_every_language("common headings")


def titles_in(lines: Sequence[str], headings: Headings) -> list[Title]:
    """Every heading, and every other line that names a section."""
    return list(_titles(lines, headings))


def _titles(lines: Sequence[str], headings: Headings) -> Iterator[Title]:
    for at, line in outside_code(lines):
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if len(line) > _LONGEST:
            continue
        if found := _HEADING.match(line):
            yield Title(
                at, len(found["level"]), found["words"], headings.section_of(found["words"])
            )
        elif line.strip() and SETEXT.match(below):
            yield Title(at, 1 if "=" in below else 2, line.strip(), headings.section_of(line))
        else:
            for words in _words(line, below, headings):
                if section := headings.section_of(words):
                    yield Title(at, LABEL, words, section)


def _words(line: str, below: str, headings: Headings) -> Iterator[str]:
    """The words of a line that may name sections in another way than a heading does."""
    if title := box_title(line):
        yield title
    elif found := HTML_HEADING.search(line):
        yield unescape(found["words"])
    elif (words := headings.label_words(line)) is not None:
        yield words
    elif "|" in line:
        if _BELOW_HEAD.match(below):
            yield from (cell.strip(" *_") for cell in line.split("|") if cell.strip())
    elif bare := line.strip(" \t>-*+•_"):
        before, colon, _ = bare.partition(":")
        # One word alone is no label without a mark that says so.
        if colon or " " in bare or not bare.isascii():
            yield before.strip("*_ ")
