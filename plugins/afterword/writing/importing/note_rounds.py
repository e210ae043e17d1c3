"""A note on a whole application with its rounds inside, parted at the headings that name a round or a day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.frozen import dataclass
from afterword.kinds import RoundKind
from afterword.reading.body.headings import HEADINGS
from afterword.reading.recognising.left_alone import interview_words, says
from afterword.reading.recognising.property_lines import outside_code, property_on
from afterword.vocabulary.fields import KEYS
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.rounds import counts_rounds, round_kind
from afterword.writing.importing.note_titles import day_in, without_day

_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<words>.*?)\s*#*$")
_BOLD = re.compile(r"^(?:[-*]\s+)?(?P<mark>\*\*|__)(?P<words>[^*_\n]{3,80})(?P=mark)\s*:?\s*$")
_LABEL_LEVEL = 7
# So near below its heading a line says on which day a round was.
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Part:
    """A round within a note: its heading's words, its day as it is written, its lines with the heading, and the outcome with its day that a heading below says."""

    words: str
    day: str
    text: str
    end: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Head:
    """A line that may stand over a round."""

    at: int
    level: int
    words: str
    day: str
    names_round: bool


def parts_of(body: str) -> tuple[str, list[Part], list[str]]:
    """What stands above the rounds of a note, the rounds that have a day, and the headings of those that have none.

    No rounds where there are less than two with different headings or days. A round without a day stays with what stands above it.
    """
    lines = body.split("\n")
    heads = _heads(lines)
    for level in sorted({one.level for one in heads}):
        mine = [one for one in heads if one.level == level and (one.names_round or one.day)]
        dated = [one for one in mine if one.day]
        if len(dated) > 1 and len({(one.day, one.words) for one in dated}) > 1:
            undated = [one.words for one in mine if not one.day]
            return _parted(lines, dated, undated)
    return body, [], []


def _parted(
    lines: Sequence[str], dated: Sequence[Head], undated: list[str]
) -> tuple[str, list[Part], list[str]]:
    ends = [one.at for one in dated[1:]] + [len(lines)]
    parts = [
        Part(
            one.words,
            one.day,
            "\n".join(lines[one.at : end]).strip("\n"),
            _end_in(lines[one.at : end]),
        )
        for one, end in zip(dated, ends, strict=True)
    ]
    return "\n".join(lines[: dated[0].at]).strip("\n"), parts, undated


def _end_in(lines: Sequence[str]) -> tuple[str, str]:
    """The outcome, and its day, that the last heading of these lines says; empty where none does."""
    for _, line in reversed(list(outside_code(lines))):
        found = _HEADING.match(line) or _BOLD.match(line)
        words = without_day(found["words"]) if found else ""
        if found and (day := day_in(found["words"])) and outcome_kind(words):
            return words, day
    return "", ""


def _heads(lines: Sequence[str]) -> list[Head]:
    heads = []
    for at, line in outside_code(lines):
        found = _HEADING.match(line) or _BOLD.match(line)
        if found is None:
            continue
        words = found["words"].strip()
        level = len(found.groupdict().get("level") or "") or _LABEL_LEVEL
        if HEADINGS.section_of(words) is not None or is_of_round_above(words):
            continue
        named = names_round(words)
        day = day_in(words) or (_day_below(lines, at) if named else "")
        heads.append(Head(at, level, words, day, named))
    return heads


def is_of_round_above(heading: str) -> bool:
    """Whether a heading with a day tells what came after a round, or before it, and is none: "Rejection 20 Feb", "Follow-up, 3 March"."""
    words = without_day(heading)
    if names_round(words):
        return False
    return HEADINGS.section_of(words) is not None or outcome_kind(words) is not None


def names_round(words: str) -> bool:
    """Whether a heading names a round or an interview."""
    if counts_rounds(words) or says(words, interview_words()):
        return True
    return round_kind(words) is not RoundKind.OTHER


def _day_below(lines: Sequence[str], at: int) -> str:
    """The day that one of the lines right below a heading says."""
    for number in range(at + 1, min(at + 1 + _NEAR, len(lines))):
        line = lines[number].strip()
        if line.startswith("#"):
            return ""
        one = property_on(line, number, KEYS)
        if one and one.field.name == "date":
            return one.value
        if (day := day_in(line)) and line.strip("*_ -()[]").startswith(day) and len(line) < 60:
            return day
    return ""
