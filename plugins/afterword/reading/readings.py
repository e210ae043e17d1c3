"""Files as they were read, before they make a journal together: what a build keeps until it knows which files are its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial

from markdown import Markdown

from afterword.frozen import dataclass
from afterword.model import Interview, Journal, Source
from afterword.reading.body.body import Body
from afterword.reading.entry import Entry
from afterword.reading.joining.day_order import read_in_order
from afterword.reading.joining.journal import ReadingOptions, body_reader, journal_of
from afterword.reading.tongue import BEFORE_BODY, read_in_their_languages
from afterword.vocabulary.speaking import language_of_most


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of some files, to be sent on, put together and made a journal of; what is in it is this room's own."""

    _entries: tuple[Entry, ...] = ()

    def __add__(self, others: Readings) -> Readings:
        return Readings(self._entries + others._entries)

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return any(
            one.interview or one.unread or one.note or one.looks_like_one for one in self._entries
        )

    @property
    def withheld(self) -> frozenset[str]:
        """The paths of the files in it that say that they are not to be published."""
        return frozenset(entry.withheld for entry in self._entries if entry.withheld)

    def among(self, paths: Collection[str]) -> Readings:
        """What was read of the files at these paths."""
        return Readings(tuple(entry for entry in self._entries if entry.path in paths))

    def renamed(self, names: Mapping[str, str]) -> Readings:
        """The same, with the files that go by another path under that: `names` gives it by their own."""
        return Readings(tuple(_renamed(entry, names) for entry in self._entries))

    def journal(self, options: ReadingOptions) -> Journal:
        """What all of it makes together."""
        return journal_of(self._entries, options)


class FileReader:
    """Reads one file after another with one parser, and keeps what it read."""

    def __init__(self, options: ReadingOptions, journal: Callable[[], str] = str) -> None:
        """`journal` gives the language of most files of the journal, for one that does not say in which it is."""
        self._journal = journal
        self._bodies = body_reader(options)
        self._options = options
        self._entries: list[Entry] = []

    @property
    def markdown(self) -> Markdown:
        """The parser."""
        return self._bodies.markdown

    @property
    def readings(self) -> Readings:
        """What was read so far."""
        return Readings(tuple(self._entries))

    def read(self, source: Source) -> tuple[Interview, Body] | None:
        """Read a file: its interview, with the body as the parser holds it until the next file is read.

        None where there is none, or where only the other files tell which day it speaks of.
        """
        return next(self.read_each((source,)))

    def read_each(self, sources: Iterable[Source]) -> Iterator[tuple[Interview, Body] | None]:
        """Read files one after another, each as `read` does."""
        options = self._options
        read = partial(
            read_in_order, reader=self._bodies, order=options.dates, holidays=options.holidays
        )
        for entry in read_in_their_languages(
            sources, read, journal=self._journal, abreast=BEFORE_BODY
        ):
            self._entries.append(entry._replace(body=None))
            if entry.by_order or not (entry.interview and entry.body):
                yield None
            else:
                yield entry.interview, entry.body


def read_files(sources: Iterable[Source], options: ReadingOptions) -> Readings:
    """Each source by itself."""
    together = tuple(sources)
    reader = FileReader(
        options, cache(lambda: language_of_most(one.text or "" for one in together))
    )
    for _ in reader.read_each(together):
        pass
    return reader.readings


def _renamed(entry: Entry, names: Mapping[str, str]) -> Entry:
    path = names.get(entry.path)
    if path is None:
        return entry
    return entry._replace(
        path=path,
        interview=entry.interview and replace(entry.interview, path=path),
        unread=entry.unread and replace(entry.unread, path=path),
        note=entry.note and replace(entry.note, path=path),
        problems=tuple(replace(one, path=path) for one in entry.problems),
        withheld=entry.withheld and path,
        by_order={order: _renamed(one, names) for order, one in entry.by_order.items()},
    )
