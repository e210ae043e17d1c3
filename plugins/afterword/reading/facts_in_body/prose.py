"""Promises that nobody put below a heading: sentences that begin as one and name a day, and tasks with a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from afterword.kinds import Party
from afterword.reading.body.fact_parts import Text
from afterword.reading.body.plain import plain
from afterword.reading.facts_in_body.sections import days_below
from afterword.reading.facts_in_body.stated import StatedFacts
from afterword.reading.matter.dates import UnreadableDate
from afterword.reading.matter.days_in_words import NamedDay, may_name_one
from afterword.reading.matter.promise_pieces import clauses, pieces_of, sentences, trimmed
from afterword.reading.matter.promises import WrittenPromise
from afterword.reading.tasks import read_task
from afterword.vocabulary.days.named_days import may_name_a_day_abroad, names_until
from afterword.vocabulary.fields import Kind
from afterword.vocabulary.statements.denying import denies
from afterword.vocabulary.statements.promising import is_for_me, promised_by

# Nobody writes more into an entry; what was pasted may have more items, and sentences in a paragraph.
_MOST = 2000
# Among so many words at its beginning a sentence is denied.
_FIRST = 5
_LONGEST_MARK, _LONGEST_SHOWN = 40, 60


def take_promises(stated: StatedFacts, texts: Iterable[Text]) -> None:
    """Take the promises in texts that are counted nowhere; what is only prose is left to be prose."""
    for text in islice(texts, _MOST) if stated.start else ():
        if _is_mark(text.text):
            told = "This mark stands behind no promise, so that nothing is ticked."
            stated.doubt(text.line, "lone-mark", told, "Put it at the end of the promise's line.")
        elif text.is_item:
            _take_item(stated, text)
        elif _may_be_due(text.text):
            for line, sentence in islice(_sentences(text, stated), _MOST):
                for one in _in_sentence(sentence, line, stated):
                    stated.take(Kind.PROMISES, "promised", (one,), line)


def _is_mark(text: str) -> bool:
    """Whether a text is nothing but the mark of a task that is done, with its day."""
    task = read_task(text) if len(text) < _LONGEST_MARK else None
    return task is not None and bool(task.done) and not task.text


def _take_item(stated: StatedFacts, text: Text) -> None:
    """Take an item that is a task with a day to come, or begins as a promise and names one."""
    task = read_task(text.text)
    if text.line in stated.taken or task.is_let_go or not task.text:
        return
    is_one = task.has_box or bool(task.due) or promised_by(task.text) is not None
    if is_one and (task.due or _day(stated, task.text, text.line)):
        one = WrittenPromise(what=plain(" ".join((text.text, *days_below(text)))), line=text.line)
        stated.take(Kind.PROMISES, "promised", (one,), text.line)
        stated.taken.update(range(text.line, text.line + text.text.count("\n") + 1))


def _sentences(text: Text, stated: StatedFacts) -> Iterator[tuple[int, str]]:
    """The sentences of a paragraph with the line of each, without the lines that are facts; a line that begins as a promise begins one."""
    start, held = text.line, list[str]()
    for number, line in enumerate(text.text.split("\n"), text.line):
        is_taken = number in stated.taken
        if held and (is_taken or (line[:1].isupper() and promised_by(line))):
            yield from ((start, one) for one in sentences(" ".join(held)))
            held = []
        if not is_taken:
            start = start if held else number
            held.append(line.strip())
    yield from ((start, one) for one in sentences(" ".join(held)))


def _in_sentence(sentence: str, line: int, stated: StatedFacts) -> Iterator[WrittenPromise]:
    """The promises of a sentence: from the clause on that begins as one, each with a day of its own."""
    if sentence.rstrip(" *_)").endswith(("?", "？")):
        return
    if not _may_be_due(sentence):
        return
    if _from_promise(sentence)[1] is None:
        _doubt_day(sentence, line, stated)
        return
    who: Party | None = None
    for piece in pieces_of(sentence, stated.day_in):
        what, begun = _from_promise(piece)
        who = begun or who
        task = read_task(what)
        is_one = who is Party.ME or is_for_me(what)
        if not who or not is_one or denies(what, _FIRST):
            continue
        if task.due or _day(stated, task.text, line):
            yield WrittenPromise(what=plain(what), who=who, line=line)


def _doubt_day(sentence: str, line: int, stated: StatedFacts) -> None:
    """Say where a sentence that is no promise by its beginning names the last day for something: "The certificate, by Monday"."""
    if not names_until(sentence) or denies(sentence, _FIRST):
        return
    try:
        named = stated.day_in(sentence)
    except UnreadableDate:
        is_last = True
    else:
        is_last = named is not None and named.is_last
    if not is_last:
        return
    told = f"A last day stands in '{_shown(sentence)}', and no promise is read there."
    how = "If it is one, put it below a heading such as ## Next steps."
    stated.problems.hint(line, "day-not-read", told, how)


def _shown(text: str) -> str:
    shown = plain(text)
    return shown if len(shown) <= _LONGEST_SHOWN else f"{shown[:_LONGEST_SHOWN]}…"


def _may_be_due(text: str) -> bool:
    """Whether a part of a text may have a day: the quick look before it is taken apart, which takes as long as all its items."""
    # The words of days are many and common, so that hardly any text without a day is told by them.
    return ("::" in text or may_name_one(text)) and may_name_a_day_abroad(text)


def _from_promise(piece: str) -> tuple[str, Party | None]:
    """A piece from the clause on that begins as a promise, and whose that is; the whole piece where none does."""
    parts = clauses(piece)
    for at, part in enumerate(parts):
        if who := promised_by(trimmed(part)):
            return trimmed("".join(parts[at:])), who
    return piece, None


def _day(stated: StatedFacts, text: str, line: int) -> NamedDay | None:
    """The one day that a promise names for sure; one that could be several is told, since nothing else is read of it."""
    try:
        return stated.day_in(text) or stated.weekday_at_end(text)
    except UnreadableDate as doubt:
        told = f"No promise is read in '{_shown(text)}': {doubt.message}"
        stated.problems.hint(line, doubt.code, told, doubt.suggestion)
        return None
