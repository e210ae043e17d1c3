"""Which earlier *do differently* each thing tried names."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from dataclasses import replace

from afterword.model import Attempt, Interview
from afterword.vocabulary.spelling import spoken


def link_attempts(interviews: Iterable[Interview]) -> tuple[Interview, ...]:
    """The interviews, in date order, with each attempt tied to the item it names: the same words, or a clear beginning."""
    resolutions = _Resolutions()
    linked = []
    for interview in interviews:
        tried = tuple(replace(one, commitment=resolutions.named(one)) for one in interview.tried)
        linked.append(replace(interview, tried=tried) if tried != interview.tried else interview)
        for item in interview.do_differently:
            resolutions.add(spoken(item.text), (interview.path, item.line))
    return tuple(linked)


class _Resolutions:
    """Every *do differently* so far, by its words."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[str, int]] = {}
        self._sorted: list[str] = []

    def add(self, words: str, place: tuple[str, int]) -> None:
        """Remember one; the same words said again later are the later one."""
        if words not in self._places:
            insort(self._sorted, words)
        self._places[words] = place

    def named(self, attempt: Attempt) -> tuple[str, int] | None:
        """The place of the one that an attempt names."""
        words = spoken(attempt.text)
        place = self._places.get(words)
        return place or self._begun(words) or self._longer(words.split())

    def _begun(self, words: str) -> tuple[str, int] | None:
        """The only one that begins with these words, if they are at least two."""
        if " " not in words:
            return None
        at = bisect_left(self._sorted, words)
        begun = [one for one in self._sorted[at : at + 2] if one.startswith(f"{words} ")]
        return self._places[begun[0]] if len(begun) == 1 else None

    def _longer(self, words: list[str]) -> tuple[str, int] | None:
        """The longest one, of three words or more, that these words begin with."""
        beginnings = (" ".join(words[:count]) for count in range(len(words) - 1, 2, -1))
        return next((self._places[one] for one in beginnings if one in self._places), None)
