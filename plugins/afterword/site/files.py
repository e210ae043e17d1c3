"""The files that MkDocs hands around, as far as we look at them: where each lies, and who has had a hand in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from afterword.edition.addresses import address, fitting
from afterword.model import Source
from afterword.reading.source import decode, read_source
from afterword.site.host import HostFile

Found = TypeVar("Found")


def usual_place(path: str, *, directory_urls: bool) -> str:
    """Where MkDocs puts the page of a file by itself, as a path below the site."""
    url = address(path, directory_urls=directory_urls)
    return f"{url}index.html" if not url or url.endswith("/") else url


def moved_places(
    files: Iterable[HostFile], *, directory_urls: bool, below: str = ""
) -> dict[str, str]:
    """Where another plugin puts the pages of these files, as paths of Markdown, by their own.

    Where it puts all of them `below` a folder, one that lies in a folder of that name anyway is among them.
    """
    ending = "/index.html" if directory_urls else ".html"
    return {
        file.src_uri: f"{file.dest_uri.removesuffix(ending)}.md"
        for file in files
        if below or file.dest_uri != usual_place(file.src_uri, directory_urls=directory_urls)
    }


def common_folder(files: Iterable[HostFile]) -> str:
    """The folder at the top of a site that the pages of all these files lie in; empty where there is none."""
    tops = {file.dest_uri.partition("/")[0] if "/" in file.dest_uri else "" for file in files}
    return tops.pop() if len(tops) == 1 else ""


def move(file: HostFile, place: str, *, directory_urls: bool) -> None:
    """Put a page where `place`, a path of Markdown, would have one, before anything has asked where it lies."""
    wanted = usual_place(place, directory_urls=directory_urls)
    if wanted != file.dest_uri:
        file.dest_uri = wanted
        for known in ("url", "abs_dest_path"):
            vars(file).pop(known, None)


def shorten(file: HostFile, *, directory_urls: bool) -> None:
    """Give a page another name where its own would be longer than a file's may be."""
    if file.dest_uri == usual_place(file.src_uri, directory_urls=directory_urls):
        place = fitting(file.src_uri, directory_urls=directory_urls)
        move(file, place, directory_urls=directory_urls)


def source_of(file: HostFile, path: str) -> Source:
    """What a file says, wherever it came from, as the source at a path of the journal."""
    if file.abs_src_path:
        return read_source(Path(file.abs_src_path), path)
    return decode(file.content_bytes, path)


def copied_from(files: Iterable[HostFile], folder: str) -> Iterator[tuple[str, Path]]:
    """The files of a folder that are copied as they are: where each will lie, and where it is."""
    for file in files:
        if file.src_dir == folder and not file.page and file.abs_src_path:
            yield file.dest_uri, Path(file.abs_src_path)


def names_below(folder: Path, endings: Collection[str]) -> list[str]:
    """The files below a folder that end so, in capitals or not, as paths from there, in the order of their parts.

    Each folder is looked into once: a site has one for every page. `rglob` looks into each four times, and `os.walk` takes twice
    as long.
    """
    found: list[str] = []
    folders = [("", os.fspath(folder))]
    while folders:
        top, path = folders.pop()
        # One that cannot be looked into is passed over.
        with suppress(OSError), os.scandir(path) as entries:
            for one in entries:
                if not one.is_dir():
                    if _ending(one.name) in endings:
                        found.append(f"{top}{one.name}")
                elif not one.is_symlink():
                    folders.append((f"{top}{one.name}/", one.path))
    return sorted(found, key=lambda path: path.split("/"))


def _ending(name: str) -> str:
    stem, dot, ending = name.rpartition(".")
    return f"{dot}{ending.lower()}" if stem else ""


def written_by_user(
    path: str, find: Callable[[str], Found | None], *, directory_urls: bool
) -> Found | None:
    """The user's page at this address; README.md is a folder's index too. `find` looks a path up.

    With directory URLs timeline/index.md lies where timeline.md does.
    """
    names = [path]
    if path == "index.md" or path.endswith("/index.md"):
        names.append(f"{path.removesuffix('index.md')}README.md")
    if directory_urls:
        names += (path.removesuffix(".md") + index for index in ("/index.md", "/README.md"))
    return next(filter(None, map(find, names)), None)
