"""How the reading and the laying out of a journal are shared between two processes.

Both halves are the same functions, so that a small journal, or a machine with one processor, does all of it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path

from afterword.edition.edition import Edition
from afterword.edition.page import Page
from afterword.pages.entry import entry_card
from afterword.reading import ReadingOptions, Readings, read_files, read_source
from afterword.site.finishing import Converted, Converter, Finished, Finisher
from afterword.site.late import Late, late_text
from afterword.site.registry import LARGE, LATE, Maker, Place, made_pages, makers_for
from afterword.site.worker import Worker

# So many bytes take about as long to read as a process takes to start.
WORTHWHILE = 300_000
# The share that is read here, while the other process has yet to begin.
MINE = 0.55

# Where an entry lies, and its name in the journal.
File = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class Read:
    """The entries of some files, and the pages of those that could be finished, by path."""

    entries: Readings
    finished: Mapping[str, Finished]


class LaidOut:
    """The pages of an edition, and what is made of their texts by path; the late pages and the cards are still in the making."""

    def __init__(
        self,
        other: Worker,
        at_hand: Iterable[Page],
        late: Iterable[Place],
        converted: Mapping[str, Converted | None],
    ) -> None:
        self._other = other
        self.converted = converted
        self.at_hand = tuple(at_hand)
        self.late = tuple(Late(path, title, partial(self._late_page, path)) for path, title in late)

    @cached_property
    def cards(self) -> Mapping[str, str]:
        """The card of each interview, by the path of its entry."""
        return self._other.result()  # type: ignore[no-any-return]

    def _late_page(self, path: str) -> Page:
        return self._late_pages[path]

    @cached_property
    def _late_pages(self) -> Mapping[str, Page]:
        # Answers come in the order of the requests.
        _ = self.cards
        return self._other.result()  # type: ignore[no-any-return]


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
    entries = read_files(sources, options, finisher.keep if finish else None)
    return Read(entries, finisher.finished)


def read_with(
    other: Worker, files: Sequence[File], options: ReadingOptions, *, finish: bool
) -> Read:
    """Every file, about half of them read by somebody else."""
    half = round(len(files) * MINE)
    other.submit(partial(read, files[half:], options, finish=finish))
    mine = read(files[:half], options, finish=finish)
    theirs: Read = other.result()
    return Read(mine.entries + theirs.entries, {**mine.finished, **theirs.finished})


def lay_out_with(other: Worker, edition: Edition, converter: Converter) -> LaidOut:
    """The pages and the cards of an edition, most of them laid out by somebody else.

    Nobody waits here for what is needed last.
    """
    makers = makers_for(edition.audience.profile)
    large = [maker for maker in makers if maker in LARGE]
    late = [maker for maker in makers if maker in LATE]
    places = [place for maker in late for place in LATE[maker](edition)]
    # A copy, without what this edition has worked out for itself. What the cards need is worked out there alone.
    copy = replace(edition)
    other.submit(
        partial(_made, copy, large, converter),
        partial(_late_texts, places, converter),
        partial(_cards, copy),
        partial(_late_pages, copy, late),
    )
    made = _made(edition, [one for one in makers if one not in {*large, *late}], converter)
    made |= other.result()
    at_hand = [one for maker in makers if maker in made for one in made[maker]]
    converted = {page.path: one for page, one in at_hand} | other.result()
    return LaidOut(other, [page for page, _ in at_hand], places, converted)


def _made(
    edition: Edition, makers: Iterable[Maker], converter: Converter
) -> dict[Maker, list[tuple[Page, Converted | None]]]:
    """The pages of each of these makers, with what is made of their text."""
    return {
        maker: [(page, converter.convert(page.text)) for page in made_pages(edition, maker)]
        for maker in makers
    }


def _late_texts(places: Iterable[Place], converter: Converter) -> dict[str, Converted | None]:
    return {path: converter.convert(late_text(title)) for path, title in places}


def _cards(edition: Edition) -> dict[str, str]:
    return {path: entry_card(edition, one) for path, one in edition.interviews.items()}


def _late_pages(edition: Edition, makers: Iterable[Maker]) -> dict[str, Page]:
    return {page.path: page for maker in makers for page in made_pages(edition, maker)}
