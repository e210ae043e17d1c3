"""Where the facts and the sections of an entry stand, for whoever puts a line of its writer's into it."""

from __future__ import annotations

from afterword.frozen import dataclass
from afterword.model import Source
from afterword.reading.body.headings import HEADINGS
from afterword.reading.matter.front_matter import split_front_matter
from afterword.reading.problems import FileProblems
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.section_titles import LABEL
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.sections import Section
from afterword.vocabulary.speaking import Tongue, speaking


@dataclass(frozen=True, slots=True)
class Heading:
    """A line over what follows, which counts from 0; `is_label` where it is a bold line or a label and no heading."""

    line: int
    level: int
    section: Section | None
    is_label: bool


@dataclass(frozen=True, slots=True)
class Outline:
    """The front matter from its first line to before its closing fence, the line of each of its keys by the field's name, and the headings below.

    Lines count from 0. `facts` is None where there is no front matter between plain fences, or a part of it could not be read.
    """

    facts: tuple[int, int] | None
    keys: dict[str, int]
    body: int
    headings: tuple[Heading, ...]
    language: str


def outline_of(source: Source) -> Outline:
    """The outline of a source that has a text."""
    text = source.text or ""
    tongue = Tongue(text, str)
    with speaking(tongue):
        matter = split_front_matter(text, FileProblems(source.path, text.split("\n")))
        page = Page(source.path, matter, HEADINGS)
        keys = {
            field.name: pair.key.line - 1
            for pair in matter.pairs
            if (field := KEYS.field_of(pair.key.text)) is not None
        }
        headings = tuple(
            Heading(page.line(one.at) - 1, one.level, one.section, one.level == LABEL)
            for one in page.titles
        )
        spoken = tongue.languages
    facts = None
    if matter.raw is not None and not matter.misfenced and not matter.broken:
        first = matter.first_line - 1
        facts = (
            first,
            first + matter.raw.count("\n") + (not matter.raw.endswith("\n")) * bool(matter.raw),
        )
    language = spoken[0].name if len(spoken) == 1 else ""
    return Outline(facts, keys, matter.body_line - 1, headings, language)
