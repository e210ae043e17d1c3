"""Texts that are no Markdown as ours, put so that they are read: an outline of Logseq's, and a transcript with its speakers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from afterword.frozen import NamedTuple
from afterword.reading.body.headings import HEADINGS
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.sections import Section
from afterword.vocabulary.speaking import language_of_most
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.sending import names_note, says_sent
from afterword.writing.entries.headings import title_in

_BULLET = re.compile(r"^(?P<indent>[ \t]*)[-*+](?:\s+(?P<words>.*))?$")
_HEADING = re.compile(r"^#{1,6}\s")
_PROPERTY = re.compile(r"^\s*(?:id|collapsed|heading|background-color|logseq\.[\w.-]+)::\s")
_SPEAKER = re.compile(
    r"^\s*(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?\s*[-–]?\s*)?(?P<mark>\*\*|__)?(?P<name>[^\W\d_][\w .'’()-]{0,30}?)(?(mark)(?::(?P=mark)|(?P=mark)\s*:)|\s*(?:\[?\(?\d{1,2}:\d{2}(?::\d{2})?\)?\]?)?:)\s+(?P<said>\S.*)$"
)
_ME = frozenset({"me", "i", "myself", "candidate", "interviewee", "applicant", "a", "ich", "moi", "yo", "我", "私", "自分"})  # fmt: skip
_THEM = frozenset({"interviewer", "recruiter", "q", "them", "they", "hiring manager", "hm", "hr", "panel", "interviewer 1", "interviewer 2", "f", "面试官", "面接官", "interviewerin", "recruteur", "entrevistador", "entrevistadora"})  # fmt: skip
# Whom the reading of entries knows for one who asks.
_ASKS = WORDS.spoken("asks")
# So many lines that begin with a speaker make a transcript.
_FEWEST = 3
_SIGNS = ("+ ", "- ")
_LABELLED = re.compile(
    r"^(?P<lead>(?P<mark>\*\*|__)?(?P<label>[^\W\d_][^\n:：*_]{0,40})(?(mark)(?:[:：](?P=mark)|(?P=mark)\s*[:：])|[:：]))\s+(?P<said>\S.*)$"
)
_SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_SEVERAL = 2


def shaped(text: str) -> str:
    """A text with all of its shapes put so that they are read."""
    return with_promises_apart(with_both_signs(with_questions(without_outline(text))))


def without_outline(text: str) -> str:
    """The text of an outline whose bullets are headings, as headings with what stands below each; any other text as it is.

    What only its program asks of a bullet is taken along as a comment.
    """
    lines = text.split("\n")
    told = [line for line in lines if line.strip()]
    outlined = [line for line in told if _BULLET.match(line) or line.startswith(("\t", "  "))]
    heads = [line for line in told if _head_of(line)]
    if not heads or len(outlined) < len(told):
        return text
    made: list[str] = []
    depth: int | None = None
    for line in lines:
        indent = _width(line)
        if words := _head_of(line):
            made += ["", words, ""]
            depth = indent
        elif _PROPERTY.match(line):
            made.append(f"<!-- {line.strip()} -->")
        elif depth is not None and indent > depth:
            made.append(_dedented(line, depth + 1))
        else:
            made.append(line)
    return "\n".join(made).strip("\n")


def with_both_signs(text: str) -> str:
    """A text whose first lines, before any section, begin with a plus for what went well and a minus for what did not, below a heading that says so."""
    lines = text.split("\n")
    at = next((at for at, line in enumerate(lines) if line.startswith(_SIGNS)), 0)
    end = next((end for end in range(at, len(lines)) if not lines[end].startswith((*_SIGNS, " ", "\t"))), len(lines))  # fmt: skip
    marks = {line[:2] for line in lines[at:end] if line.startswith(_SIGNS)}
    if len(marks) < len(_SIGNS) or any(map(HEADINGS.names_section, filter(None, lines[:end]))):
        return text
    return "\n".join([*lines[:at], "", "## +/-", "", *lines[at:]])


def with_promises_apart(text: str) -> str:
    """A text in which a line of promises that also says that a note was sent has an item for each of its sentences."""
    return "\n".join(map(_promises_apart, text.split("\n")))


def _promises_apart(line: str) -> str:
    found = _LABELLED.match(line)
    if found is None or HEADINGS.section_of(found["label"].strip("*_ ")) is not Section.PROMISED:
        return line
    sentences = _SENTENCES.split(found["said"])
    if len(sentences) < _SEVERAL or not any(
        names_note(one) and says_sent(one) for one in sentences
    ):
        return line
    return "\n".join([found["lead"], "", *(f"- {one}" for one in sentences)])


def _width(line: str) -> int:
    """How many steps a line is indented: tabs, or two blanks each."""
    before = line[: len(line) - len(line.lstrip())]
    return before.count("\t") + before.replace("\t", "").count(" ") // 2


def _dedented(line: str, steps: int) -> str:
    width = max(_width(line) - steps, 0)
    return f"{'    ' * width}{line.strip()}"


def _head_of(line: str) -> str:
    """The heading that a bullet is; empty where it is none."""
    found = _BULLET.match(line)
    words = (found["words"] or "").strip() if found else ""
    if _HEADING.match(words):
        return words
    plain = words.strip("*_ ").rstrip(":").strip("*_ ")
    is_section = bool(plain) and HEADINGS.section_of(plain) is not None
    return f"## {plain}" if is_section and len(plain) <= 60 else ""


def with_questions(text: str) -> str:
    """A transcript as a quote, so that nothing said in it is taken for a fact, with their questions below it; any other text as it is.

    `Q:` and `Interviewer:` are read as they stand.
    """
    lines = text.split("\n")
    turns = _turns(lines)
    asking = [turn for turn in turns if turn.is_theirs]
    asked = [question for turn in asking if not turn.is_read for question in _questions(turn.said)]
    if len(turns) < _FEWEST or not asked:
        return text
    begin, end = turns[0].at, _end(lines, turns[-1].at)
    quoted = "\n>\n".join(f"> {line.strip()}" for line in lines[begin:end] if line.strip())
    parts = ["\n".join(lines[:begin]).strip("\n"), quoted]
    if not _has_questions(lines):
        title = title_in(Section.QUESTIONS, language_of_most([text]))
        parts.append("\n".join([f"## {title}", *(f"- {one}" for one in asked)]))
    parts.append("\n".join(lines[end:]).strip("\n"))
    return "\n\n".join(filter(None, parts))


class _Turn(NamedTuple):
    """What one speaker said on a line; `is_read` where the reading of entries knows the speaker for one who asks."""

    at: int
    said: str
    is_theirs: bool
    is_read: bool


def _turns(lines: Sequence[str]) -> list[_Turn]:
    """The lines of a transcript: those of speakers that are known, and of others who speak several times where one of them is me."""
    found = [(at, match) for at, line in enumerate(lines) if (match := _SPEAKER.match(line))]
    names = Counter(spoken(match["name"]) for _, match in found)
    is_mine = sum(names[name] for name in _ME) > 1
    them = {name for name, number in names.items() if is_mine and number > 1} | _THEM
    return [
        _Turn(at, match["said"], is_theirs, name in _ASKS and lines[at].startswith(match["name"]))
        for at, match in found
        if (is_theirs := (name := spoken(match["name"])) in them - _ME) or name in _ME
    ]


def _has_questions(lines: Sequence[str]) -> bool:
    heads = (re.sub(r"^#+\s+", "", line) for line in lines if line.startswith("#"))
    return any(HEADINGS.section_of(one) is Section.QUESTIONS for one in heads)


def _end(lines: Sequence[str], last: int) -> int:
    """Where a transcript ends whose last speaker begins on a line: at the next blank line or heading."""
    after = range(last + 1, len(lines))
    return next((at for at in after if not lines[at].strip() or lines[at].startswith("#")), len(lines))  # fmt: skip


def _questions(said: str) -> list[str]:
    """The questions in what somebody said, each with nothing before it."""
    sentences = re.split(r"(?<=[.!?？。])\s+|(?<=[？。])", said)
    return [one.strip() for one in sentences if one.strip().endswith(("?", "？"))]
