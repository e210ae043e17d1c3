"""What was read for a site, and what of it the site is made from, once other plugins have had their say about the files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from posixpath import splitext

from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, Readings, read_files
from afterword.site.finishing import Finished
from afterword.site.sharing import Read


@dataclass(frozen=True, slots=True)
class Commission:
    """Entries read before anything is built, by the options that they were read with; `paths` are the files that were read."""

    read: Read = field(default_factory=lambda: Read(Readings(), {}))
    options: ReadingOptions = field(default_factory=ReadingOptions)
    paths: Collection[str] = frozenset()

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return self.read.entries.has_entries

    @property
    def finished(self) -> Mapping[str, Finished]:
        """The pages of entries that could be finished while they were read, by path."""
        return self.read.finished

    def with_sources(self, sources: Iterable[Source]) -> Commission:
        """The same, and what other plugins have written since."""
        entries = self.read.entries + read_files(sources, self.options)
        return replace(self, read=Read(entries, self.finished))

    def journal(self, paths: Collection[str], renamed: Mapping[str, str] | None = None) -> Journal:
        """The journal of the entries whose files are still among `paths`: what another plugin took out is not in it.

        `renamed` are entries that go by another path in the site, because a page of ours has theirs.
        """
        return self.read.entries.among(paths).renamed(renamed or {}).journal(self.options)


def other_name(path: str, taken: Collection[str]) -> str:
    """A path like this one that nobody has: "index.md" is "index-entry.md"."""
    stem, ending = splitext(path)
    names = (f"{stem}-entry{number or ''}{ending}" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)
