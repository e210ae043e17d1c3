"""What was read for a site, and what of it the site is made from, once other plugins have had their say about the files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from posixpath import splitext

from afterword.model import Journal, Source
from afterword.reading import ReadingOptions, read_source
from afterword.reading.entry import Entry
from afterword.reading.journal import body_reader, journal_of, read_bodies, read_entries
from afterword.site.entry_html import EntryHtml, EntryHtmlMaker

# Where an entry lies, and its name in the journal.
File = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """The entries of some files, and the HTML of those whose reading made it, by path."""

    entries: list[Entry]
    html: dict[str, EntryHtml]


def read_files(files: Iterable[File], options: ReadingOptions, *, with_html: bool) -> ReadEntries:
    """Some files read one after another, each made into HTML while its body is at hand, where that is wanted and can be promised."""
    reader = body_reader(options)
    maker = EntryHtmlMaker(reader.markdown) if with_html else None
    made = ReadEntries([], {})
    for entry in read_bodies((read_source(path, name) for path, name in files), reader):
        if maker and entry.interview and entry.body:
            html = maker.html_of(entry.interview, entry.body)
            made.html.update({entry.interview.path: html} if html else {})
        made.entries.append(replace(entry, body=None))
    return made


@dataclass(frozen=True, slots=True)
class Sources:
    """Entries read before anything is built, by the options that they were read with; `paths` are the files that were read."""

    read: ReadEntries = field(default_factory=lambda: ReadEntries([], {}))
    options: ReadingOptions = field(default_factory=ReadingOptions)
    paths: Collection[str] = frozenset()

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return any(one.interview or one.unread for one in self.read.entries)

    def with_sources(self, sources: Iterable[Source]) -> Sources:
        """The same, and what other plugins have written since."""
        entries = read_entries(sources, body_reader(self.options))
        return replace(self, read=replace(self.read, entries=[*self.read.entries, *entries]))

    def journal(self, paths: Collection[str], renamed: Mapping[str, str] | None = None) -> Journal:
        """The journal of the entries whose files are still among `paths`: what another plugin took out is not in it.

        `renamed` are entries that go by another path in the site, because a page of ours has theirs.
        """
        kept = [one for one in self.read.entries if path_of(one) in paths]
        names = renamed or {}
        return journal_of([_renamed(one, names) for one in kept], self.options)


def path_of(entry: Entry) -> str | None:
    """The file of an entry; of an ordinary page as far as something was said of it."""
    if one := entry.interview or entry.unread:
        return one.path
    return entry.problems[0].path if entry.problems else None


def other_name(path: str, taken: Collection[str]) -> str:
    """A path like this one that nobody has: "index.md" is "index-entry.md"."""
    stem, ending = splitext(path)
    names = (f"{stem}-entry{number or ''}{ending}" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def _renamed(entry: Entry, names: Mapping[str, str]) -> Entry:
    path = names.get(path_of(entry) or "")
    if path is None:
        return entry
    return replace(
        entry,
        interview=entry.interview and replace(entry.interview, path=path),
        unread=entry.unread and replace(entry.unread, path=path),
        problems=tuple(replace(one, path=path) for one in entry.problems),
    )
