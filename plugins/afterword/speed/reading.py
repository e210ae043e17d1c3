"""How the reading of a large journal is shared between two processes."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import partial

from afterword.reading import ReadingOptions
from afterword.site.sources import File, ReadEntries, read_files

# So many bytes take about as long to read as a process takes to start.
WORTHWHILE = 300_000
# The share that is read here, while the other process has yet to begin.
OWN_SHARE = 0.55


def is_worthwhile(files: Iterable[File]) -> bool:
    """Whether there is so much to read that it pays to share it."""
    size = 0
    for path, _ in files:
        with suppress(OSError):
            size += path.stat().st_size
    return size > WORTHWHILE


def processors() -> int:
    """How many processors this process may use."""
    if sys.platform == "linux":  # pragma: no branch  elsewhere a process may use them all
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1  # pragma: no cover


def read_in_two(files: Sequence[File], options: ReadingOptions, *, with_html: bool) -> ReadEntries:
    """Every file, about half of them read by a second process where that pays."""
    if processors() < 2 or not is_worthwhile(files):
        return read_files(files, options, with_html=with_html)
    # What begins another process takes a while to import.
    from afterword.speed.worker import elsewhere  # noqa: PLC0415

    half = round(len(files) * OWN_SHARE)
    read = partial(read_files, options=options, with_html=with_html, journal=files)
    with elsewhere(partial(read, files[half:])) as job:
        own = read(files[:half])
        others = job.result()
    return ReadEntries(own.entries + others.entries, own.html | others.html)
