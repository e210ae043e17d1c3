"""What in a journal's folder is no file that MkDocs could copy or name: told, and kept from ending the build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from afterword.errors import ConfigurationError
from afterword.frozen import dataclass, field
from afterword.model import Problem
from afterword.reading.folder import (
    Folder,
    is_markdown,
    is_small,
    journal_folder,
    misnaming,
    oddity,
    text_files,
    walk,
)
from afterword.reading.for_writer import is_for_writer, lines_waiting
from afterword.site.host import FileT, HostConfig, HostFiles, HostLevel
from afterword.site.own_part import OwnPart


@dataclass(frozen=True, slots=True)
class Oddities:
    """A journal's folder, and what was found in it before MkDocs lists its files."""

    sources: Path = Path()
    part: OwnPart = field(default_factory=OwnPart)
    found: Folder = field(default_factory=Folder)

    def path(self, uri: str) -> str:
        """The path in the journal of a file's; empty for one outside, one that can be no address, a file's second by a loop of links, and what is for the writer alone."""
        path = self.part.path(uri)
        is_second = any(path.startswith(f"{loop}/") for loop in self.found.loops)
        return "" if is_second or misnaming(path) or is_for_writer(path) else path

    def take_out_of_writer(self, files: HostFiles[FileT]) -> frozenset[str]:
        """Take out what is for the writer alone, before any other plugin sees it; the paths of these files in the build."""
        own = [
            one
            for one in files
            if one.src_dir == str(self.sources) and is_for_writer(self.part.path(one.src_uri))
        ]
        for file in own:
            files.remove(file)
        return frozenset(one.src_uri for one in own)

    def take_out(
        self, files: HostFiles[FileT], is_wanted: Callable[[HostLevel], bool]
    ) -> list[Problem]:
        """Take out the files that MkDocs would end the build over; what is wrong with them, where that was not met before.

        `is_wanted` says whether a file of such a level becomes a part of the site.
        """
        odd = list(self._odd(files, is_wanted))
        for file, _ in odd:
            files.remove(file)
        return [problem for _, problem in odd if problem]

    def lines_waiting(self) -> int:
        """How many lines wait in the journal's inbox."""
        return lines_waiting(self.sources / self.part.folder)

    def entries(
        self, files: HostFiles[FileT], is_wanted: Callable[[HostLevel], bool]
    ) -> list[tuple[Path, str]]:
        """The files to read entries from, each with its path in the journal: pages, and texts that may be misnamed."""
        pages = {one.src_uri for one in files.documentation_pages(inclusion=is_wanted)}
        paths = {
            path: Path(one.abs_src_path)
            for one in files
            if one.abs_src_path and is_wanted(one.inclusion)
            if (path := self.path(one.src_uri)) and (one.src_uri in pages or not is_markdown(path))
        }
        texts = [path for path in text_files(paths) if is_small(paths[path])]
        return [(paths[path], path) for path in (*filter(is_markdown, paths), *texts)]

    def _odd(
        self, files: HostFiles[FileT], is_wanted: Callable[[HostLevel], bool]
    ) -> Iterator[tuple[FileT, Problem | None]]:
        pages = {one.src_uri for one in files.documentation_pages(inclusion=lambda _level: True)}
        for file in files:
            path = self.part.path(file.src_uri)
            if not path or file.src_dir != str(self.sources):
                continue
            if not self.path(file.src_uri):
                yield file, None
                continue
            # What is odd about an entry is told when it is read.
            is_copied = file.src_uri not in pages and is_wanted(file.inclusion)
            if is_copied and (problem := oddity(self.sources / self.part.folder, path)):
                yield file, problem

    def met(self, config: HostConfig) -> Iterator[Problem]:
        """What is wrong with folders, links and names, but for those that are left out of the site anyway."""
        excluded = config.exclude_docs
        for one in self.found.problems:
            is_hidden = any(part.startswith(".") for part in one.path.split("/") if part != ".")
            is_hidden = is_hidden or is_for_writer(one.path)
            if not is_hidden and not (excluded and excluded.match_file(self.part.uri(one.path))):
                yield one


def look_through(sources: Path, part: OwnPart) -> Oddities:
    """A journal's folder before MkDocs lists its files. Raises ConfigurationError where it is not there or that would never end."""
    folder = journal_folder(sources, part.folder)
    found = walk(folder)
    # By one loop MkDocs goes until a path has as many links as the system follows; by two it has a choice at each turn.
    if len(found.loops) > 1:
        links = ", ".join(sorted(found.loops))
        raise ConfigurationError(
            f"These links lead to folders that they lie in, and MkDocs would go round in them without end: {links}. "
            f"Remove all of them but one. They are in {folder}."
        )
    return Oddities(sources, part, found)
