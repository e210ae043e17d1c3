"""The clock time that stands under a key of its own: `date: 2026-11-12` and `time: 14:30`."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from afterword.model import When
from afterword.reading.matter import dates
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.texts import one_line
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import spoken

_TIME = Said("time of day")


def with_time(when: When, pairs: Iterable[Pair]) -> tuple[When, Pair | None]:
    """The day with the time that one of these pairs gives, and that pair; the day as it is where none does, or it has one."""
    if when.clock is not None or when.whole_month:
        return when, None
    for pair in pairs:
        if spoken(pair.key.text) in _TIME:
            with suppress(dates.UnreadableDate):
                read = dates.when(f"{when.day.isoformat()} {one_line(pair.value)}")
                if read.clock is not None:
                    return replace(when, clock=read.clock), pair
    return when, None
