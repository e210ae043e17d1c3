"""Which files of a journal's folder MkDocs would read, worked out without MkDocs so that a command starts at once."""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from afterword.cli.project.languages import Languages
from afterword.cli.project.leaving_out import leaves_out
from afterword.model import Problem
from afterword.reading.folder import is_markdown, is_small, oddity, text_files, walk
from afterword.reading.for_writer import is_for_writer

ONE_LANGUAGE = Languages()


class Listing(NamedTuple):
    """The Markdown files of a journal's folder in order of their names in it, other texts, which may be misnamed, and what in it is no file to read.

    `for_writer` are the names of the files that are for the writer alone and are not read.
    """

    entries: tuple[tuple[Path, str], ...]
    problems: tuple[Problem, ...]
    texts: tuple[tuple[Path, str], ...] = ()
    for_writer: tuple[str, ...] = ()


def listed(
    folder: Path,
    *,
    left_out: Iterable[Sequence[str]],
    below: str = "",
    languages: Languages = ONE_LANGUAGE,
) -> Listing:
    """What lies in a folder; `left_out` are lists of patterns, written as in .gitignore, each of which leaves files out.

    What is for the writer alone is never among it. `below` is the path of the folder in the one that the patterns are written for, empty where they are the same. Of an entry in
    several languages one file is read.

    As MkDocs does, it follows links to other folders, and reads one of two files that would become the same page.
    """
    leaving_out = [leaves_out(patterns) for patterns in left_out]

    def whole(name: str) -> str:
        return f"{below}/{name}" if below else name

    def is_shown(name: str) -> bool:
        return not is_for_writer(name) and not any(
            left_out(whole(name)) for left_out in leaving_out
        )

    found = walk(folder)
    names: dict[str, list[str]] = {}
    for name in found.files:
        if is_markdown(name):
            names.setdefault(posixpath.dirname(name), []).append(name)
    kept = [one for those in names.values() for one in _kept(those, [*filter(is_shown, those)])]
    counted = languages.one_each(map(whole, kept))
    kept = [name for name in kept if whole(name) in counted]
    others = [name for name in found.files if not is_markdown(name) and is_shown(name)]
    problems = [one for one in found.problems if is_shown(one.path)]
    odd = {name: problem for name in others if (problem := oddity(folder, name))}
    texts = (name for name in text_files(found.files) if name in others and name not in odd)
    return Listing(
        tuple((folder / name, name) for name in sorted(kept)),
        (*problems, *odd.values()),
        tuple((path, name) for name in sorted(texts) if is_small(path := folder / name)),
        tuple(sorted(name for name in found.files if is_for_writer(name) and not _is_hidden(name))),
    )


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") for part in name.split("/"))


def _kept(names: Iterable[str], shown: Sequence[str]) -> Iterator[str]:
    """Those files of one folder that are `shown`, but for one whose page another of them takes."""
    hidden = _superseded(map(posixpath.basename, names), [posixpath.basename(one) for one in shown])
    return (name for name in shown if posixpath.basename(name) not in hidden)


def _superseded(names: Iterable[str], kept: Collection[str]) -> set[str]:
    """Of the files in a folder those whose page another one of them, which is `kept`, takes: README.md where there is an index.md."""
    first: dict[str, str] = {}
    hidden = set()
    for name in sorted(names, key=lambda name: (_page(name) != "index", name)):
        before = first.setdefault(_page(name), name)
        if before != name and name in kept:
            hidden.add(before)
    return hidden


def _page(name: str) -> str:
    """What a file's page is called in its folder."""
    stem = posixpath.splitext(name)[0]
    return "index" if stem == "README" else stem
