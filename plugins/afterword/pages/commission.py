"""What was read for a site, and what of it the site is made from, once other plugins have had their say about the files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from afterword.model import Journal, Source
from afterword.pages.finishing import Finished
from afterword.pages.sharing import Read
from afterword.reading import ReadingOptions
from afterword.reading.entry import Entry
from afterword.reading.journal import journal_of, read_entries


@dataclass(frozen=True, slots=True)
class Commission:
    """Entries read before anything is built, by the options that they were read with; `paths` are the files that were read."""

    read: Read = field(default_factory=lambda: Read([], {}))
    options: ReadingOptions = field(default_factory=ReadingOptions)
    paths: Collection[str] = frozenset()

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return any(one.interview or one.unread for one in self.read.entries)

    @property
    def finished(self) -> Mapping[str, Finished]:
        """The pages of entries that could be finished while they were read, by path."""
        return self.read.finished

    def with_sources(self, sources: Iterable[Source]) -> Commission:
        """The same, and what other plugins have written since."""
        entries = read_entries(sources, self.options)
        return replace(self, read=Read([*self.read.entries, *entries], self.finished))

    def journal(self, paths: Collection[str]) -> Journal:
        """The journal of the entries whose files are still among `paths`: what another plugin took out is not in it."""
        kept = (one for one in self.read.entries if path_of(one) in paths)
        return journal_of(list(kept), self.options)


def path_of(entry: Entry) -> str | None:
    """The file of an entry; of an ordinary page as far as something was said of it."""
    if one := entry.interview or entry.unread:
        return one.path
    return entry.problems[0].path if entry.problems else None
