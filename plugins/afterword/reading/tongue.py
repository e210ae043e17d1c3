"""Reading a file in the language that it is written in, and saying where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Set
from dataclasses import replace
from datetime import date

from afterword.model import Problem, Severity, Source
from afterword.reading.body.body import BodyReader
from afterword.reading.entry import Entry, read_entry
from afterword.vocabulary.speaking import Doubt, Tongue, speaking
from afterword.vocabulary.tables import VOCABULARY, Vocabulary


def read_in_its_language(
    source: Source,
    reader: BodyReader,
    *,
    vocabulary: Vocabulary = VOCABULARY,
    holidays: Set[date] = frozenset(),
    journal: Callable[[], str] = str,
) -> Entry:
    """The source read as `read_entry` does, with words of its own language; `journal` gives the language of most files of the journal."""
    tongue = Tongue(source.text or "", journal)
    with speaking(tongue):
        entry = read_entry(source, reader, vocabulary=vocabulary, holidays=holidays)
    if not (entry.interview or entry.unread) or not tongue.doubts:
        return entry
    return replace(entry, problems=(*entry.problems, *_doubted(source, tongue.doubts)))


def _doubted(source: Source, doubts: Iterable[Doubt]) -> Iterator[Problem]:
    """A warning for each key or heading that a language has, in a file that does not say in which it is."""
    lines = (source.text or "").split("\n")
    for doubt in doubts:
        at = next(at for at, line in enumerate(lines, 1) if doubt.written in line)
        yield Problem(
            path=source.path,
            line=at,
            column=lines[at - 1].index(doubt.written) + 1,
            severity=Severity.WARNING,
            code="which-language",
            message=f"'{doubt.written}' may be {doubt.language.name}, but nothing else in this file is, so it is not read.",
            suggestion=f"Write the keys or headings in {doubt.language.name} too, or this one in English.",
            excerpt=lines[at - 1],
        )
