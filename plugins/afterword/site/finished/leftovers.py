"""The pages of a built site that no theme has laid out: those that plugins write at the end, and those that were kept beside entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from afterword.edition.places import has_place
from afterword.site.finished.guard import shut

_PAGES = (".html", ".htm")


def guard_leftovers(
    site: Path,
    names: Iterable[str],
    *,
    done: Collection[str],
    beside: Collection[str],
    guard: Callable[[str, str], str],
) -> Iterator[str]:
    """Guard every page of a site among these names that is not `done`, and tell those that still keep a place for something of ours.

    What was copied from `beside` the entries is shut; any other page may run what `guard`, which is handed a page and the way
    from it to the top, lets it run.
    """
    for name in names:
        path = site / name
        if name in done or not name.lower().endswith(_PAGES) or not path.is_file():
            continue
        if name in beside:
            path.write_bytes(shut(path.read_bytes()))
            continue
        page = path.read_text(encoding="utf-8", errors="surrogateescape")
        path.write_text(guard(page, base_of(name)), encoding="utf-8", errors="surrogateescape")
        if has_place(page):
            yield name


def base_of(name: str) -> str:
    """The way from a file of a site to its top."""
    depth = name.count("/")
    return "/".join([".."] * depth) or "."
