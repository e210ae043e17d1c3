"""What was read for a site, and what of it the site is made from, once other plugins have had their say about the files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from posixpath import splitext

from afterword.frozen import dataclass, field
from afterword.model import Journal, Source
from afterword.reading import FileReader, ReadingOptions, Readings, read_source
from afterword.reading import read_files as read_all
from afterword.reading.folder import is_markdown
from afterword.site.entries.html import EntryHtml, EntryHtmlMaker
from afterword.site.host import FileT, HostFiles
from afterword.site.own_part import OwnPart
from afterword.vocabulary.speaking import language_of_most

# Where an entry lies, and its name in the journal.
File = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class ReadEntries:
    """What was read of some files, and the HTML of those whose reading made it, by path."""

    entries: Readings = field(default_factory=Readings)
    html: dict[str, EntryHtml] = field(default_factory=dict)


def read_files(
    files: Iterable[File],
    options: ReadingOptions,
    *,
    with_html: bool,
    journal: Sequence[File] = (),
) -> ReadEntries:
    """Some files read one after another, each made into HTML while its body is at hand, where that is wanted and can be promised.

    `journal` are all files of the journal where these are some of them: one that does not say in which language it is written is
    read in that of most.
    """
    files = tuple(files)
    reader = FileReader(options, cache(lambda: _language_of(journal or files)))
    maker = EntryHtmlMaker(reader.markdown) if with_html else None
    made: dict[str, EntryHtml] = {}
    sources = (read_source(path, name) for path, name in files)
    for (_, name), found in zip(files, reader.read_each(sources), strict=True):
        if maker and found and (html := maker.html_of(*found)):
            made[name] = html
    return ReadEntries(reader.readings, made)


def _language_of(files: Iterable[File]) -> str:
    """The language of most of these files, which are opened once more for it."""
    return language_of_most(read_source(path, name).text or "" for path, name in files)


@dataclass(frozen=True, slots=True)
class Sources:
    """Entries read before anything is built, by the options that they were read with; `paths` are the files that were read."""

    read: ReadEntries = field(default_factory=ReadEntries)
    options: ReadingOptions = field(default_factory=ReadingOptions)
    paths: Collection[str] = frozenset()

    @property
    def has_entries(self) -> bool:
        """Whether anything in it was written by somebody about their interviews, read or not."""
        return self.read.entries.has_entries

    def with_sources(self, sources: Iterable[Source]) -> Sources:
        """The same, and what other plugins have written since."""
        entries = self.read.entries + read_all(sources, self.options)
        return replace(self, read=replace(self.read, entries=entries))

    def without_entries(self) -> Sources:
        """The same once its journal is made: what was read of each file by itself, 3 KB an entry, is let go."""
        return replace(self, read=ReadEntries())

    def take_withheld(
        self, files: HostFiles[FileT], pages: MutableMapping[str, FileT], part: OwnPart
    ) -> frozenset[str]:
        """Take those files out of a build, and of its pages by path, that are not to be published, where others will read it; their paths in the build."""
        taken = set()
        for path in self.read.entries.withheld if self.options.for_publishing else ():
            file = pages.pop(path, None) or files.src_uris.get(part.uri(path))
            if file is not None:
                files.remove(file)
                taken.add(file.src_uri)
        return frozenset(taken)

    def journal(self, paths: Collection[str], renamed: Mapping[str, str] | None = None) -> Journal:
        """The journal of the entries whose files are still among `paths`: what another plugin took out is not in it.

        `renamed` are entries that go by another path in the site, because a page of ours has theirs.
        """
        # A text that is no page is nobody's to take out.
        paths = {*paths, *(path for path in self.paths if not is_markdown(path))}
        return self.read.entries.among(paths).renamed(renamed or {}).journal(self.options)


def other_name(path: str, taken: Collection[str]) -> str:
    """A path like this one that nobody has: "index.md" is "index-entry.md"."""
    stem, ending = splitext(path)
    names = (f"{stem}-entry{number or ''}{ending}" for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)
