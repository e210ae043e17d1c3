"""The day on which a thank-you note was sent, where the body says it: "Sent on 24 November" below its heading, or a ticked box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from afterword.days import later
from afterword.model import ThankYou
from afterword.reading.body.body import Body
from afterword.reading.body.fact_parts import Text
from afterword.reading.body.forms import ITEM
from afterword.reading.body.plain import plain
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.tasks import Task, read_task
from afterword.vocabulary.days.named_days import may_begin_with_a_day
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.denying import denies
from afterword.vocabulary.statements.sending import (
    begins_as_sent,
    days_behind,
    names_note,
    says_sent,
)

# A longer line is a sentence of the note itself.
_LONGEST = 90
_FEW, _FEW_BEHIND = 7, 2
_NO_DAY = "It is not said when the note was sent."


def without_sent_note(body: Body, stated: StatedFacts) -> Body:
    """The body without a note that only says when it was sent, which is taken; lines above and below a draft may say it as well."""
    note, line = body.thank_you_note, body.thank_you_note_line
    if note is None or line is None or stated.start is None:
        return body
    lines = note.split("\n")
    said = [text for text in lines if text.strip()]
    told = [text for text in lines if _is_sent(text, is_alone=len(said) == 1)]
    told = told or [text for text in said if len(said) == 1 and _is_day(text, stated)]
    days = tuple(sorted({day for text in told if (day := _day(_task(text), stated))}))
    if days:
        stated.take(Kind.SENT, "thank_you", ThankYou(sent=days), line)
    elif told == said and said:
        stated.doubt(line, "no-day", _NO_DAY, _how(stated))
    left = [text for text in lines if text not in told] if days or told == said else lines
    note_left = "\n".join(left).strip() or None
    return body if note_left == note else replace(body, thank_you_note=note_left)


def _how(stated: StatedFacts) -> str:
    """How the day is written, by the one after the interview."""
    example = later(stated.start, 1).isoformat() if stated.start else "2026-11-13"
    return f"Write the day, such as thank_you: {example}."


def _is_sent(line: str, *, is_alone: bool) -> bool:
    """Whether a line below the heading of the note says that it was sent, and is none of the note's own."""
    if len(line) > _LONGEST:
        return False
    task = _task(line)
    if not task.text or (task.has_box and not task.is_done):
        return False
    if begins_as_sent(task.text) or task.is_done:
        return True
    is_short = len(task.text.split()) <= _FEW and "," not in task.text
    return is_alone and is_short and says_sent(task.text)


def _is_day(text: str, stated: StatedFacts) -> bool:
    """Whether a text is a day with a word or two behind it: "13 Nov, by email"."""
    if not may_begin_with_a_day(text):
        return False
    try:
        named = stated.day_in(text)
    except UnreadableDate:
        return False
    if named is None or spoken(text[: named.start]) or denies(text):
        return False
    return len(spoken(text[named.end :]).split()) <= _FEW_BEHIND


def take_sent(stated: StatedFacts, texts: Iterable[Text]) -> None:
    """Take the items and lines that say that a thank-you note was sent."""
    for text in texts if stated.start else ():
        for line, words in enumerate(text.text.split("\n"), text.line):
            if line not in stated.taken and len(words) <= _LONGEST:
                _take_line(stated, words, line, is_item=text.is_item)


def _take_line(stated: StatedFacts, words: str, line: int, *, is_item: bool) -> None:
    if not names_note(words):
        return
    task = read_task(words)
    is_open = task.has_box and not task.is_done
    if is_open or not (task.is_done or says_sent(task.text)):
        return
    if day := _day(task, stated):
        stated.take(Kind.SENT, "thank_you", ThankYou(sent=(day,)), line)
        stated.taken.add(line)
    elif is_item and "thank_you" not in stated.facts.places:
        stated.doubt(line, "no-day", _NO_DAY, _how(stated))


def _task(line: str) -> Task:
    item = ITEM.match(line)
    return read_task(plain(item["rest"] if item else line))


def _day(task: Task, stated: StatedFacts) -> date | None:
    """The day that a text names as that of sending; None for one by which it was to be sent."""
    if task.done:
        return stated.day_written(task.done)
    if stated.start and (days := days_behind(task.text)) is not None:
        return later(stated.start, days)
    try:
        named = stated.day_in(task.text) or stated.day_in_figures(task.text)
    except UnreadableDate:
        return None
    is_deadline = named is not None and named.is_last and task.text[named.start] != "("
    return None if named is None or is_deadline else named.day
