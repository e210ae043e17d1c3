"""Which other note is a note most like? Copies share their runs of words, and where they are reworded, their rare ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from afterword.analysis.thank_you.check import Likeness
from afterword.model import Interview

# From this share on, one note is hardly another than the other.
ALIKE = 0.5
# So many words in a row make a run; what two notes share is counted in runs.
_RUN = 4
# What a phrase of politeness or a word has in common with hundreds of notes is compared with so many of them.
_MOST = 50
# Where fewer words are rare, chance may share half of them: then a copy has nearly all.
_ENOUGH_RARE = 7


def runs_of(words: Iterable[str], names: frozenset[str]) -> frozenset[str]:
    """The words of a note as runs with every name in it masked, so that notes which differ in names alone are the same."""
    masked: list[str] = []
    for word in words:
        # Names of one word and of two are the same mask.
        if word not in names:
            masked.append(word)
        elif masked[-1:] != ["_"]:
            masked.append("_")
    return frozenset(map(" ".join, zip(*(masked[at:] for at in range(_RUN)), strict=False)))


def likenesses(
    written: Sequence[Interview],
    runs: Mapping[str, Collection[str]],
    rare: Mapping[str, Collection[str]],
) -> dict[str, Likeness]:
    """For each note that is hardly another than one it shares most with, that one, by its runs or its rare words, each of them once, the earliest of several.

    An earlier note, or one of the same day, comes before a later one, since only of such it can be a copy.
    """
    by_path = {one.path: one for one in written}
    by_runs, by_words = _Marks(runs, of_at_least=1), _Marks(rare, of_at_least=_ENOUGH_RARE)
    found = {}
    for one in written:
        others = by_runs.alike(one.path)
        for other, share in by_words.alike(one.path).items():
            others[other] = max(others.get(other, 0.0), share)
        if others:
            found[one.path] = _likest(one, others, by_path)
    return found


def _likest(
    one: Interview, others: Mapping[str, float], by_path: Mapping[str, Interview]
) -> Likeness:
    copied = [path for path in others if by_path[path].when.day <= one.when.day]
    among = copied or others
    share = max(others[path] for path in among)
    most = [by_path[path] for path in among if others[path] == share]
    other = min(most, key=lambda it: (it.when.day, it.path))
    return Likeness(interview=other, share=share, is_later=other.when.day > one.when.day)


class _Marks:
    """The marks of each note, and which notes have one that several have.

    What a note shares is taken as a share of so many marks `of_at_least`, where it has fewer.
    """

    def __init__(self, marks: Mapping[str, Collection[str]], *, of_at_least: int) -> None:
        self._marks = marks
        self._of_at_least = of_at_least
        # Most marks are one note's alone.
        first: dict[str, str] = {}
        self._homes: dict[str, list[str]] = {}
        for path, those in marks.items():
            for mark in those:
                if (other := first.setdefault(mark, path)) != path:
                    homes = self._homes.setdefault(mark, [other])
                    if len(homes) < _MOST:
                        homes.append(path)

    def alike(self, path: str) -> dict[str, float]:
        """The share of a note's marks that each of the others has of which it is hardly another."""
        those = self._marks[path]
        shared = [homes for homes in map(self._homes.get, those) if homes]
        total = max(len(those), self._of_at_least)
        enough = ALIKE * total
        # Hundreds of notes have a word or two in common, and most have no more than that.
        if len(shared) < enough:
            return {}
        common = Counter(chain.from_iterable(shared))
        common.pop(path, None)
        if max(common.values(), default=0) < enough:
            return {}
        return {other: count / total for other, count in common.items() if count >= enough}
