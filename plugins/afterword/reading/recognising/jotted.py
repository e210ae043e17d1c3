"""Which page is a note of an interview that was jotted down on the way: "Acme - 19 nov - chat w/ Dave", and what followed.

Such a note has neither front matter nor headings. It takes a first line that names a place, a day and a meeting, and text
that tells how one applied there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from afterword.kinds import Party, RoundKind
from afterword.patterns import seldom
from afterword.reading.recognising.page import Page
from afterword.reading.recognising.several import names_day
from afterword.vocabulary.days.calendar import MONTH_NUMBERS
from afterword.vocabulary.languages import in_every_language, written_in_every_language
from afterword.vocabulary.rounds import round_kind
from afterword.vocabulary.spelling import in_any_case, spoken
from afterword.vocabulary.statements.promising import is_in_touch, promised_by

# Nobody writes more below such a line on the way, and no longer line as a title.
_MOST_LINES, _LONGEST = 60, 90
_PARTED = seldom(r"\s+[-–—|/·•]+\s+|\s*[,;]\s+|\s+@\s+")
_FEWEST_PARTS = 3
# So much of a first sentence is looked at, and so far from its beginning it tells of the interview.
_SENTENCE, _BEFORE_PLACE = 200, 30
_FIGURE = re.compile(r"\d")
_FIGURES = seldom(r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?")


def jotted(page: Page) -> int | None:
    """The place of the first line of such a note, from 0; None where a page is none."""
    lines = page.lines
    at = next((number for number, line in enumerate(lines) if line.strip()), None)
    if at is None or not (_names_meeting(lines[at].strip(" #*_")) or _tells_where(lines[at])):
        return None
    below = [line.strip() for line in lines[at + 1 : at + 1 + _MOST_LINES] if line.strip()]
    return at if _has_both_signs(below) or any(map(_tells, below)) else None


def _names_meeting(line: str) -> bool:
    """Whether a line is a place, a day and a meeting, in any order but for the first: "Acme / onsite / Nov 3 2026"."""
    parts = [part for part in _PARTED.split(line) if part] if len(line) <= _LONGEST else []
    if len(parts) < _FEWEST_PARTS or _is_day(parts[0]):
        return False
    return any(map(_is_day, parts)) and any(map(_is_meeting, parts[1:]))


def _tells_where(line: str) -> bool:
    """Whether a sentence begins with an interview at a place, and names its day: "Interviewed at Acme on 12 November for …"."""
    found = place_named(line[:_SENTENCE])
    return found is not None and names_day(line) and found.start() <= _BEFORE_PLACE


@cache
def _interview_at() -> tuple[str, ...]:
    return tuple(map(in_any_case, written_in_every_language("interview at")))


@cache
def _place() -> re.Pattern[str]:
    words = "|".join(map(re.escape, written_in_every_language("interview at")))
    return re.compile(rf"(?<!\w)(?i:{words})\s+[\"'“„«*_]*[^\W\d_a-zà-ÿ]")


def place_named(words: str) -> re.Match[str] | None:
    """Where words say that an interview took place at somebody's; None where they do not: "Interview at Tesco"."""
    small = in_any_case(words)
    # So many words take longer to compile than to look for, and few lines have one.
    return _place().search(words) if any(one in small for one in _interview_at()) else None


def _is_day(part: str) -> bool:
    if _FIGURES.fullmatch(part):
        return True
    words = spoken(part).split()
    return _FIGURE.search(part) is not None and any(word in MONTH_NUMBERS for word in words)


def _is_meeting(part: str) -> bool:
    words = spoken(part).split()
    known = in_every_language("meeting") | in_every_language("interview")
    return not known.isdisjoint(words) or round_kind(part) is not RoundKind.OTHER


def _has_both_signs(lines: list[str]) -> bool:
    """Whether some lines begin with a plus, and some with a minus."""
    return {"+ ", "- "} <= {line[:2] for line in lines}


def _tells(line: str) -> bool:
    """Whether a line says how it went, how it ended, or that they get in touch."""
    words = f" {spoken(line)} "
    if any(f" {phrase} " in words for phrase in in_every_language("told in passing")):
        return True
    return tells_of_answer(line)


def tells_of_answer(line: str) -> bool:
    """Whether a sentence of a line says that they get in touch."""
    return any(promised_by(one) is Party.THEM and is_in_touch(one) for one in _sentences(line))


def _sentences(line: str) -> Iterator[str]:
    """The sentences of a line, each with a capital in front, which a phone may leave out."""
    for one in re.split(r"(?<=[.!?])\s+|(?<=[。！？])", line):
        yield one[:1].upper() + one[1:]
