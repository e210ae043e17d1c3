"""Reading a file in the language that it is written in, and saying where that cannot be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from afterword.model import Problem, Source
from afterword.reading.entry import Entry
from afterword.reading.one_source import Steps
from afterword.reading.problems import warning
from afterword.vocabulary.speaking import Doubt, Tongue, context_of

# So many files are read together, step by step: what reads them is more than a processor keeps near at hand, and one step of many
# files in a row takes a tenth less time than all steps of each. Of twice as many the collector meets so much half read that it looks
# through everything once more in a thousand files.
_TOGETHER = 16
# A body can be looked at until the next one is read; up to there are so many steps, and to the end all of them.
BEFORE_BODY, EVERY_STEP = 3, 5


def read_in_their_languages(
    sources: Iterable[Source],
    read: Callable[[Source], Steps],
    *,
    journal: Callable[[], str] = str,
    abreast: int = EVERY_STEP,
) -> Iterator[Entry]:
    """Each source as `read` reads it, with words of its own language; `journal` gives the language of most files of the journal.

    Some dozens are brought `abreast` by so many steps before the first of them is read to its end.
    """
    readings = (_Reading(source, journal, read(source)) for source in sources)
    while those := [*islice(readings, _TOGETHER)]:
        for _ in range(abreast):
            for one in those:
                one.go_on()
        for one in those:
            yield one.entry()


class _Reading:
    """The reading of one file, in a context in which its own languages are spoken."""

    def __init__(self, source: Source, journal: Callable[[], str], steps: Steps) -> None:
        self._source = source
        self._tongue = Tongue(source.text or "", journal)
        self._context = context_of(self._tongue)
        self._steps = steps
        self._read: Entry | None = None

    def go_on(self) -> None:
        """Read to the next pause, or to the end."""
        if self._read is None:
            try:
                self._context.run(next, self._steps)
            except StopIteration as ended:
                self._read = ended.value

    def entry(self) -> Entry:
        """What was read, once it is at its end, and what is told of its language."""
        while self._read is None:
            self.go_on()
        return _told(self._source, self._read, self._tongue)


def _told(source: Source, entry: Entry, tongue: Tongue) -> Entry:
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
    from afterword.vocabulary.unread import unread_language  # noqa: PLC0415  few pages are none

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
