"""Files as they were read, before they make a journal together: what a build keeps until it knows which files are its own."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from afterword.model import Journal, Source
from afterword.reading.entry import Entry, Keep
from afterword.reading.journal import ReadingOptions, journal_of, read_entries


@dataclass(frozen=True, slots=True)
class Readings:
    """What was read of some files, to be sent on, put together and made a journal of; what is in it is this room's own."""

    _entries: tuple[Entry, ...] = ()

    def __add__(self, others: Readings) -> Readings:
        return Readings(self._entries + others._entries)

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return any(entry.interview or entry.unread for entry in self._entries)

    def among(self, paths: Collection[str]) -> Readings:
        """What was read of the files at these paths."""
        return Readings(tuple(entry for entry in self._entries if _path_of(entry) in paths))

    def renamed(self, names: Mapping[str, str]) -> Readings:
        """The same, with the files that go by another path under that: `names` gives it by their own."""
        return Readings(tuple(_renamed(entry, names) for entry in self._entries))

    def journal(self, options: ReadingOptions) -> Journal:
        """What all of it makes together."""
        return journal_of(self._entries, options)


def read_files(
    sources: Iterable[Source], options: ReadingOptions, keep: Keep | None = None
) -> Readings:
    """Each source by itself; `keep` is handed every interview while its body is still at hand."""
    return Readings(tuple(read_entries(sources, options, keep)))


def _path_of(entry: Entry) -> str | None:
    """The file of an entry; of an ordinary page as far as something was said of it."""
    if known := entry.interview or entry.unread:
        return known.path
    return entry.problems[0].path if entry.problems else None


def _renamed(entry: Entry, names: Mapping[str, str]) -> Entry:
    path = names.get(_path_of(entry) or "")
    if path is None:
        return entry
    return replace(
        entry,
        interview=entry.interview and replace(entry.interview, path=path),
        unread=entry.unread and replace(entry.unread, path=path),
        problems=tuple(replace(one, path=path) for one in entry.problems),
    )
