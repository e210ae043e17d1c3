"""Reading a file in the language that it is written in, and saying where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from datetime import date

from afterword.days import DayOrder
from afterword.model import Problem, Source
from afterword.reading.body.body import BodyReader
from afterword.reading.day_order import read_in_order
from afterword.reading.entry import Entry
from afterword.reading.problems import warning
from afterword.vocabulary.speaking import Doubt, Tongue, speaking
from afterword.vocabulary.tables import VOCABULARY, Vocabulary
from afterword.vocabulary.unread import unread_language


def read_in_its_language(
    source: Source,
    reader: BodyReader,
    order: DayOrder | None,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    holidays: Set[date] = frozenset(),
    journal: Callable[[], str] = str,
) -> Entry:
    """The source read as `read_in_order` does, with words of its own language; `journal` gives the language of most files of the journal."""
    tongue = Tongue(source.text or "", journal)
    with speaking(tongue):
        entry = read_in_order(source, reader, order, vocabulary=vocabulary, holidays=holidays)
    if entry.interview or entry.unread:
        return _with(entry, tuple(_doubted(source, tongue.doubts)))
    # A page that is told to look like an interview for another reason is told once.
    if entry.looks_like_one or not (told := _lookalike(source, tongue)):
        return entry
    return _with(entry, told)._replace(looks_like_one=True)


def _with(entry: Entry, told: tuple[Problem, ...]) -> Entry:
    """The entry with more said of it, in whichever order its dates are read."""
    if not told:
        return entry
    ordered = {order: _with(one, told) for order, one in entry.by_order.items()}
    return entry._replace(problems=(*entry.problems, *told), by_order=ordered)


def _lookalike(source: Source, tongue: Tongue) -> tuple[Problem, ...]:
    """What is said of a page that looks like an interview in another language."""
    text = source.text or ""
    if doubts := [doubt for doubt in tongue.doubts if doubt.is_company]:
        return tuple(_doubted(source, doubts))
    unread = unread_language(text)
    return (_not_read(source, unread),) if unread else ()


def _not_read(source: Source, language: str) -> Problem:
    """A warning for a file that looks like an interview in a language that nobody has written the words of."""
    told = f"This file looks like an interview in {language}, which is not read."
    how = "Write the keys company: and date: and the headings in English."
    return _warning(source, 1, 1, "unread-language", told, how)


def _doubted(source: Source, doubts: Iterable[Doubt]) -> Iterator[Problem]:
    """A warning for each key or heading that a language has, in a file that does not say in which it is."""
    lines = (source.text or "").split("\n")
    for doubt in doubts:
        at = next(at for at, line in enumerate(lines, 1) if doubt.written in line)
        name = doubt.language.name
        told = (
            f"'{doubt.written}' may be {name}, but nothing else in this file is, so it is not read."
        )
        how = f"Write the keys and headings in {name} too, or this one in English."
        column = lines[at - 1].index(doubt.written) + 1
        yield _warning(source, at, column, "which-language", told, how)


def _warning(
    source: Source, line: int, column: int, code: str, message: str, suggestion: str
) -> Problem:
    excerpt = (source.text or "").split("\n")[line - 1]
    return warning(source.path, (line, column), code, message, suggestion, excerpt=excerpt)
