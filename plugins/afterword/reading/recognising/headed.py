"""Which page is a note of an interview by its first line and by both sides below it: "# Harbour, 12 November", good, bad.

Such a note has no front matter. Its first line with the one below it, or where it has none its file's name, names a day or a
round and something else, and below stands what went well and what went badly, in whatever words and with whatever marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from posixpath import basename, splitext

from afterword.patterns import seldom
from afterword.reading.recognising.jotted import tells_of_answer
from afterword.reading.recognising.left_alone import interview_words, says
from afterword.reading.recognising.page import Page
from afterword.vocabulary.days.calendar import months_anywhere, weekdays_anywhere
from afterword.vocabulary.languages import in_every_language
from afterword.vocabulary.rounds import counts_rounds
from afterword.vocabulary.sections import Section
from afterword.vocabulary.spelling import spoken

# Nobody writes more below such a line on the way, and no longer line as a title.
_MOST_LINES, _LONGEST = 60, 90
_FIGURES = seldom(
    r"(?<![\w.])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}\.\s?\d{1,2}\.)(?![\w.])"
    r"|\d{1,2}\s*[月월]\s*\d{1,2}\s*[日號号일]"
)
_NUMBER = re.compile(r"\d")
_PARTED = seldom(r"\s+[-–—|/·•]+\s+|\s*[,;:|、，：]\s*|\s+@\s+|[()（）]")
# A name of a weekday as short as "So" or "mar" is another word as well.
_SHORTEST = 4
# How a line begins that is a heading, an item or bold, and how its words end.
_MARKS = " \t#>*_-+•"
_ITEMS = frozenset("-+*•")
_SIDES = (Section.WENT_WELL, Section.WENT_BADLY)
_BEHIND = seldom(r"[:：]|\s[-–—]\s")


def headed(page: Page) -> int | None:
    """The place of the first line of such a note, from 0; None where a page is none."""
    if page.matter.raw is not None:
        return None
    lines = page.lines
    at = next((number for number, line in enumerate(lines) if line.strip()), None)
    if at is None or len(below := [one for one in lines[at:] if one.strip()]) > _MOST_LINES:
        return None
    titles = list(_titles(below, page))
    is_headed = any(map(_names_when, titles)) or _talks(below)
    if is_headed and (page.is_told or has_both_sides(below)):
        return at
    is_dated = any(_has_day(title) and says(title, interview_words()) for title in titles)
    return at if is_dated and any(map(tells_of_answer, below[1:])) else None


def _titles(lines: list[str], page: Page) -> Iterator[str]:
    """What a page may be called: its first line, with the one below where that goes on from it, or its file's name."""
    first, *others = (line.strip(_MARKS) for line in lines[:3])
    if _side(first):
        yield splitext(basename(page.path))[0]
        return
    yield first
    if others and _side(others[0]) is None and lines[1][:1] not in _ITEMS:
        yield f"{first}, {others[0]}"


def _talks(lines: list[str]) -> bool:
    """Whether the first three lines, none of them an item, together name a day and say that somebody was talked to."""
    first = [line.strip(_MARKS) for line in lines[:3]]
    is_item = any(line[:1] in _ITEMS for line in lines[1:3])
    if is_item or len(first) < 3 or any(len(line) > _LONGEST for line in first):
        return False
    if any(_side(line) for line in first):
        return False
    together = ", ".join(first)
    return _tells_of_talk(together) and _names_when(together, longest=3 * _LONGEST)


def _tells_of_talk(words: str) -> bool:
    """Whether words say that somebody was talked to: "met with Sheila"."""
    return any(f" {phrase} " in f" {spoken(words)} " for phrase in in_every_language("talked"))


def _names_when(title: str, *, longest: int = _LONGEST) -> bool:
    """Whether a title names a day, or counts a round, and has a word beside that."""
    if len(title) > longest:
        return False
    parts = [part for part in _PARTED.split(title) if part and part.strip()]
    if _has_day(title):
        return any(_other_words(part) for part in parts)
    rounds = [part for part in parts if _is_round(part)]
    return bool(rounds) and len(parts) > len(rounds)


def _has_day(title: str) -> bool:
    if _FIGURES.search(title):
        return True
    words = set(spoken(title).split())
    return bool(words & _weekdays()) or (
        _NUMBER.search(title) is not None and bool(words & months_anywhere())
    )


def _other_words(part: str) -> bool:
    """Whether a part of a title says more than a day."""
    rest = set(spoken(_FIGURES.sub(" ", part)).split()) - months_anywhere() - _weekdays()
    return any(not _NUMBER.search(word) for word in rest)


def _is_round(part: str) -> bool:
    """Whether a part of a title counts a round, or names one: "Round 2", "zweite Runde"."""
    words = in_every_language("called round") | interview_words()
    return counts_rounds(part) or says(part, words)


@cache
def _weekdays() -> frozenset[str]:
    told = weekdays_anywhere() | in_every_language("day today")
    return frozenset(word for word in told if len(word) >= _SHORTEST or not word.isascii())


def has_both_sides(lines: list[str]) -> bool:
    """Whether lines name what went well and what went badly, each by a line or a label of its own, or by a plus and a minus."""
    if {"+", "-"} <= {line.lstrip()[:1] for line in lines if line.lstrip()[1:2] == " "}:
        return True
    return {_side(line.strip(_MARKS)) for line in lines} >= set(_SIDES)


def _side(line: str) -> Section | None:
    """The side that a line, or what stands in it before a colon or a dash, is the name of in any language."""
    named = spoken(_BEHIND.split(line, maxsplit=1)[0])
    return next((one for one in _SIDES if named in in_every_language(f"section {one}")), None)
