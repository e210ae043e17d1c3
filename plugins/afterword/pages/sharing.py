"""How the reading and the laying out of a journal are shared between two processes.

Both halves are the same functions, so that a small journal, or a machine with one processor, does all of it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from afterword.pages.colleague import Colleague
from afterword.pages.contents import LARGE, Maker, made_pages, makers_for
from afterword.pages.edition import Edition
from afterword.pages.entry import entry_card
from afterword.pages.finishing import Finished, Finisher
from afterword.pages.page import Page
from afterword.reading import ReadingOptions, read_source
from afterword.reading.entry import Entry
from afterword.reading.journal import read_entries

# So many bytes take about as long to read as a process takes to start.
WORTHWHILE = 300_000
# The share that is read here, while the other process has yet to begin.
MINE = 0.53

# Where an entry lies, and its name in the journal.
File = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class Read:
    """The entries of some files, and the pages of those that could be finished, by path."""

    entries: list[Entry]
    finished: Mapping[str, Finished]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Pages of ours, and the cards of some entries by path."""

    pages: tuple[Page, ...]
    cards: Mapping[str, str]


def is_worthwhile(files: Iterable[File]) -> bool:
    """Whether there is so much to read that it pays to share it."""
    size = 0
    for path, _ in files:
        with suppress(OSError):
            size += path.stat().st_size
    return size > WORTHWHILE


def read(files: Sequence[File], options: ReadingOptions, *, finish: bool) -> Read:
    """Some files read, and finished as pages where that is wanted."""
    finisher = Finisher()
    sources = (read_source(path, name) for path, name in files)
    entries = read_entries(sources, options, finisher.keep if finish else None)
    return Read(entries, finisher.finished)


def read_with(
    other: Colleague, files: Sequence[File], options: ReadingOptions, *, finish: bool
) -> Read:
    """Every file, about half of them read by somebody else."""
    half = round(len(files) * MINE)
    other.ask(read, files[half:], options, finish=finish)
    mine = read(files[:half], options, finish=finish)
    theirs: Read = other.answer()
    return Read(mine.entries + theirs.entries, {**mine.finished, **theirs.finished})


def lay_out(edition: Edition, makers: Iterable[Maker], paths: Iterable[str]) -> LaidOut:
    """The pages that these make, and the cards of the interviews at these paths."""
    cards = {path: entry_card(edition, edition.interviews[path]) for path in paths}
    return LaidOut(made_pages(edition, makers), cards)


def lay_out_with(other: Colleague, edition: Edition) -> LaidOut:
    """Every page and card of an edition, about half of them laid out by somebody else."""
    makers = makers_for(edition.audience.profile)
    large = [maker for maker in makers if maker in LARGE]
    # A copy, without what this edition has worked out for itself. What the cards need is worked out there alone.
    other.ask(lay_out, replace(edition), large, tuple(edition.interviews))
    mine = lay_out(edition, [maker for maker in makers if maker not in LARGE], ())
    theirs: LaidOut = other.answer()
    return LaidOut(mine.pages + theirs.pages, theirs.cards)
