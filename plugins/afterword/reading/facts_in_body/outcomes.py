"""How it stands, as a body says it: in the words below a heading, in the box that is ticked, with the day among them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from posixpath import commonprefix

from afterword.kinds import OutcomeKind, Severity
from afterword.model import Outcome
from afterword.patterns import seldom
from afterword.reading.body.fact_parts import FactPart, Text
from afterword.reading.body.items import is_placeholder
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import day_in_file, only_ahead
from afterword.reading.matter.facts import Facts
from afterword.reading.matter.nodes import Scalar
from afterword.reading.problems import FileProblems
from afterword.reading.tasks import read_task
from afterword.vocabulary.outcomes import ON_A_DAY, goes_on
from afterword.vocabulary.statements.turning import starts_work

_BOXED = seldom(r"(?:\[(?P<mark>[ xX✓✔])\]|(?P<sign>[☐☑☒]))\s*(?P<words>[^\[☐☑☒]*)")
_TICKS = frozenset("xX✓✔☑☒")
_ONE_BOX = "Leave one of them ticked."
_PIECES = seldom(r"[:;.!?–—]\s+")
# Codes of what may be an outcome and is not told well enough, and as many words as that is looked for in.
_MAY_BE, _MOST_WORDS = frozenset({"unclear-outcome", "two-outcomes"}), 5
# Behind these a day may be that of a new job.
_BEGINS_A_JOB = frozenset({OutcomeKind.OFFER, OutcomeKind.ACCEPTED})
# In so much of a text an outcome is looked for.
_MOST = 500
# So many words of a text are kept with its outcome.
_LONGEST = 100


def ticked(text: str) -> list[str] | None:
    """The words behind each box of a line that is ticked; None where there are no boxes: "[ ] offer [x] rejected" is rejected."""
    boxes = [
        (found["mark"] or found["sign"], found["words"].strip(" ,;/|"))
        for found in _BOXED.finditer(text)
    ]
    return [words for mark, words in boxes if mark in _TICKS] if boxes else None


def outcome_in(
    text: str, line: int, start: date | None, facts: Facts, problems: FileProblems
) -> Outcome | None:
    """How it stands by these words, with the day in them; what cannot be told is noted."""
    boxes = ticked(text)
    if boxes is not None:
        if len(boxes) > 1:
            told = "More than one box is ticked here, so that no outcome is read."
            problems.at(line, 1, "two-boxes", told, _ONE_BOX, severity=Severity.WARNING)
        if len(boxes) != 1:
            return None
        text = boxes[0]
    plain = " ".join(read_task(text).text.split())
    day, undated = _undated(plain, line, start, problems)
    node = Scalar(line=line, column=1, text=undated, quoted=True)
    outcome = facts.outcome.read(node, problems)
    if outcome is None:
        return None
    if outcome.kind in _BEGINS_A_JOB and starts_work(commonprefix([plain, undated])):
        day = None
    decided = day or outcome.decided
    is_settled = outcome.kind is not OutcomeKind.PENDING
    is_all = is_settled and decided is not None and not outcome.words
    words = plain if undated != plain and not is_all else outcome.words
    return replace(
        outcome,
        words=words if len(words) <= _LONGEST else "",
        decided=decided if is_settled else None,
    )


def _undated(
    text: str, line: int, start: date | None, problems: FileProblems
) -> tuple[date | None, str]:
    """The day that a text names and the text without it; where the day cannot be told, that is a hint."""
    if start is None:
        return None, text
    try:
        named = day_in_file(text, start, problems)
    except UnreadableDate as doubt:
        # Nobody hears before the interview.
        if (named := only_ahead(text, start)) is None:
            problems.hint(line, doubt.code, doubt.message, doubt.suggestion)
            undated = text.replace(doubt.written, "; ", 1).strip("; ")
            return None, undated if doubt.written else text
    if named is None or (named.is_last and not text.startswith("(", named.start)):
        return None, text
    before = text[: named.start].split()
    if before and before[-1].casefold() not in ON_A_DAY and goes_on(f"{before[-1]} …"):
        # "No answer since 20 Nov" was not decided then.
        return None, text[: named.start].rstrip()
    bare = f"{text[: named.start].rstrip()}; {text[named.end :].lstrip()}".strip("; ")
    if not named.is_date:
        written = text[named.start : named.end].strip()
        is_sure = named.is_weekday and named.day.weekday() != start.weekday()
        told = f"Which day '{written}' is cannot be told."
        if is_sure:
            told = f"'{written}' is read as {named.day.isoformat()}, the first after the interview."
        problems.hint(line, "unclear-day", told, "Write it as 2026-11-12: year, month, day.")
        return named.day if is_sure else None, bare
    return named.day, bare


def stated_outcomes(
    part: FactPart, start: date | None, facts: Facts, problems: FileProblems
) -> tuple[list[Outcome], list[date]]:
    """The outcomes that the texts below a heading say, one for each that says any, and the days in those that say none."""
    outcomes, days = [], []
    for text in _said(part.texts, problems):
        scratch = FileProblems(problems.path, problems.lines, order=problems.order)
        words = _beginning(text.text)
        outcome = outcome_in(words, text.line, start, facts, scratch)
        problems.noted += [one for one in scratch.noted if outcome or one.code == "two-boxes"]
        if outcome:
            outcomes.append(outcome)
        elif not ticked(words) and (day := _undated(words, text.line, start, problems)[0]):
            days.append(day)
    return outcomes, days


def _beginning(text: str) -> str:
    """As much of a text as may say how it ended: its first sentences."""
    words = " ".join(text.split())
    return words if len(words) <= _MOST else words[:_MOST].rpartition(". ")[0]


def may_differ(text: Text, kind: OutcomeKind, facts: Facts, problems: FileProblems) -> bool:
    """Whether a text that is no outcome itself has one of another kind after a mark: "Update: offer after all"."""
    pieces = _PIECES.split(_beginning(text.text))
    return any(_may_be(piece, kind, facts, problems) for piece in pieces[1:])


def _may_be(piece: str, kind: OutcomeKind, facts: Facts, problems: FileProblems) -> bool:
    words = piece.split()
    if not 0 < len(words) <= _MOST_WORDS or len(words[0]) < _MOST_WORDS:
        return False
    scratch = FileProblems(problems.path, problems.lines, order=problems.order)
    read = facts.outcome.read(Scalar(line=1, column=1, text=piece, quoted=True), scratch)
    if read is None:
        return any(one.code in _MAY_BE for one in scratch.noted)
    return read.kind is not kind


def _said(texts: Iterable[Text], problems: FileProblems) -> list[Text]:
    """The texts that say something: of a list of boxes, the ticked one; of two ticked, none, which is told."""
    said = [text for text in texts if not is_placeholder(text.text)]
    boxes = [text for text in said if read_task(text.text).has_box]
    ticks = [text for text in boxes if read_task(text.text).is_done]
    if len(ticks) > 1:
        told = "More than one box is ticked below this heading, so that no outcome is read."
        line = ticks[1].line
        problems.at(line, 1, "two-boxes", told, _ONE_BOX, severity=Severity.WARNING)
        ticks = []
    return [text for text in said if text not in boxes or text in ticks]
