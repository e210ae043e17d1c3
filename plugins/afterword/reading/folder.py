"""What lies in a journal's folder: the files to read, and what is no file that anybody could read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from posixpath import basename, splitext

from afterword.errors import ConfigurationError
from afterword.frozen import dataclass, field
from afterword.kinds import Severity
from afterword.model import Problem

_KINDS = (
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")
# What editors, other programs and a slip of the hand leave at the end of a text's name.
_TEXT = frozenset(
    {"", ".txt", ".text", ".mdx", ".rmd", ".qmd", ".mdtxt", ".mdtext", ".mdwn", ".mmd", ".rst"}
    | {".org", ".adoc", ".wiki", ".textile", ".note", ".bak", ".orig", ".old", ".md~", ".txt~"}
)
# An interview is no longer than a book, in bytes.
_LARGEST = 500_000
_LEFT_OUT = "It is left out. Remove it, or move it out of the journal's folder."


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was walked through: its `files` as paths below it with `/`, and the `problems` that were met.

    `loops` are the links, as such paths, that lead to a folder that they lie in.
    """

    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    loops: list[str] = field(default_factory=list)


def journal_folder(sources: Path, name: str) -> Path:
    """The folder of this name below the folder of a site's sources; that one itself without a name. Raises ConfigurationError."""
    folder = sources / name
    if name and not folder.is_dir():
        raise ConfigurationError(
            f"The option folder of afterword names {name}, and there is no such folder in {sources}. "
            "Make it, or write the name of the one that your entries lie in."
        )
    return folder


def walk(folder: Path, *, within: bool = False) -> Folder:
    """Every file in a folder and in those below it, through links to other folders as well; with `within` only through those that stay in it.

    A loop of links, a folder that cannot be opened and a name that is not UTF-8 are problems, and passed over.
    """
    found = Folder()
    # Each with the last link that led there.
    ways = [("", "")]
    while ways:
        name, link = ways.pop()
        try:
            with os.scandir(folder / name) as entries:
                listed = list(entries)
        except OSError:
            told, how = "This folder could not be opened.", "See that you may read it."
            found.problems.append(_problem(name or ".", told, how))
            continue
        if within:
            listed = [one for one in listed if not _leads_out(folder, one, name, found)]
        ways += _below(folder, name, link, listed, found)
    return found


def _below(
    folder: Path, name: str, link: str, listed: list[os.DirEntry[str]], found: Folder
) -> Iterator[tuple[str, str]]:
    """The ways to the folders that lie in one; its files are noted."""
    for entry in listed:
        path = f"{name}/{entry.name}" if name else entry.name
        last = path if entry.is_symlink() else link
        if misnamed := misnaming(path):
            found.problems.append(misnamed)
        elif not _is_folder(entry):
            found.files.append(path)
        elif last and _is_above(folder, name, folder / path):
            found.loops.append(last)
            told = "This link leads to a folder that it lies in."
            how = "It is not followed: what lies there is read at its own place. Remove it."
            found.problems.append(_problem(last, told, how, severity=Severity.WARNING))
        else:
            yield path, last


def _leads_out(folder: Path, entry: os.DirEntry[str], name: str, found: Folder) -> bool:
    """Whether an entry is a link to what does not lie in the folder, which is told."""
    if not entry.is_symlink() or Path(entry.path).resolve().is_relative_to(folder.resolve()):
        return False
    path = f"{name}/{entry.name}" if name else entry.name
    told = "This link leads out of the folder, so it is passed over."
    found.problems.append(
        _problem(
            printable(path),
            told,
            "Name what it leads to, to import that.",
            severity=Severity.WARNING,
        )
    )
    return True


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        # A link that leads to itself.
        return False


def _is_above(folder: Path, name: str, path: Path) -> bool:
    """Whether a folder is one of those on the way to where it was met."""
    above = {os.path.realpath(folder / part) for part in ("", *_prefixes(name))}
    return os.path.realpath(path) in above


def _prefixes(name: str) -> Iterator[str]:
    """A path and every folder above it: those of "a/b/c" are "a", "a/b" and "a/b/c"."""
    parts = name.split("/") if name else []
    return ("/".join(parts[:number]) for number in range(1, len(parts) + 1))


def misnaming(path: str) -> Problem | None:
    """What is wrong with a path that is not UTF-8, which no address and no list can hold."""
    try:
        path.encode()
    except UnicodeEncodeError:
        told, how = "This name is not UTF-8.", "It is left out. Give it another name."
        return _problem(printable(path), told, how)
    return None


def printable(path: str) -> str:
    """A path that any terminal can show: each byte in it that is not UTF-8 as its number."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace")


def oddity(folder: Path, name: str) -> Problem | None:
    """Why a file that is no entry cannot be copied into a site; None where it can."""
    try:
        mode = (folder / name).stat().st_mode
    except OSError:
        told = "This link leads nowhere."
        return _problem(name, told, _LEFT_OUT, severity=Severity.WARNING)
    kind = next((words for is_kind, words in _KINDS if is_kind(mode)), None)
    if kind:
        told = f"This is {kind} and no file."
        return _problem(name, told, _LEFT_OUT, severity=Severity.WARNING)
    try:
        (folder / name).open("rb").close()
    except OSError:
        told = "This file could not be opened."
        how = "It is left out. See that you may read it."
        return _problem(name, told, how, severity=Severity.WARNING)
    return None


def _problem(
    path: str, message: str, suggestion: str, *, severity: Severity = Severity.ERROR
) -> Problem:
    return Problem(
        path=path,
        line=1,
        column=1,
        severity=severity,
        code="odd-file",
        message=message,
        suggestion=suggestion,
    )


def is_markdown(path: str) -> bool:
    """Whether MkDocs makes a page of a file of this name."""
    return path.endswith(_MARKDOWN)


def is_small(path: Path) -> bool:
    """Whether a file is no longer than an interview may be."""
    try:
        return path.stat().st_size <= _LARGEST
    except OSError:
        return False


def text_files(paths: Iterable[str]) -> Iterator[str]:
    """Those of the paths whose files may be texts that nobody reads; none that lies beside the page it is a copy of."""
    paths = list(paths)
    known = set(filter(is_markdown, paths))
    for path in paths:
        ending = splitext(basename(path))[1].casefold()
        is_text = ending in _TEXT or ending in _MARKDOWN
        if is_text and path not in known and page_name(path) not in known:
            yield path


def page_name(path: str) -> str:
    """The path with the ending of a page."""
    stem, ending = splitext(path)
    bare = stem if ending.casefold().rstrip("~") in _TEXT | set(_MARKDOWN) else path
    return bare if is_markdown(bare) else f"{bare}.md"
