"""Looking at a journal again whenever a file in it changes, for an editor that shows what is wrong as one writes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from afterword.cli.project.configuration import Configuration

# What an editor knows the beginning and the end of one look by.
BEGUN, ENDED = "afterword: looking", "afterword: looked"
_SECONDS = 0.5


def changes(configuration: Callable[[], Configuration]) -> Iterator[None]:
    """Once at first, and once for each change of a file in the journal."""
    before = None
    while True:
        now = _state(configuration())
        if now != before:
            before = now
            yield
        time.sleep(_SECONDS)


def _state(configuration: Configuration) -> frozenset[tuple[str, int, int]]:
    """The files of a journal with their times and sizes."""
    found = set()
    listing = configuration.listing()
    for path, name in (*listing.entries, *listing.texts):
        try:
            told = path.stat()
        except OSError:
            continue
        found.add((name, told.st_mtime_ns, told.st_size))
    return frozenset(found)
