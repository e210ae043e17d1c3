"""Which other note is a note most like? Copies share their runs of words, and where they are reworded, their rare ones.

A set of notes is a number with a bit for each of them, the earliest lowest: hundreds are counted by one operation.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence

from afterword.analysis.thank_you.check import Likeness
from afterword.frozen import NamedTuple
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
    written: Iterable[Interview],
    runs: Mapping[str, Collection[str]],
    rare: Mapping[str, Collection[str]],
) -> dict[str, Likeness]:
    """For each note that is hardly another than one it shares most with, that one, by its runs or its rare words, each of them once, the earliest of several.

    An earlier note, or one of the same day, comes before a later one, since only of such it can be a copy.
    """
    notes = sorted(written, key=lambda one: (one.when.day, one.path))
    days = [one.when.day for one in notes]
    marks = (
        _Marks([runs[one.path] for one in notes], of_at_least=1),
        _Marks([rare[one.path] for one in notes], of_at_least=_ENOUGH_RARE),
    )
    found = {}
    for number, one in enumerate(notes):
        shares = [each.shares(number) for each in marks]
        until = bisect_right(days, one.when.day)
        share, most = _most(shares, (1 << until) - 1) or _most(shares, -1) or (0.0, 0)
        if most:
            earliest = (most & -most).bit_length() - 1
            found[one.path] = Likeness(
                interview=notes[earliest], share=share, is_later=earliest >= until
            )
    return found


class _Shares(NamedTuple):
    """How many of the marks of one note each other note has: the notes whose count has a 1, a 2, a 4 and so on in it; a share is one of `total`."""

    digits: Sequence[int]
    total: int

    def most(self, among: int) -> tuple[float, int]:
        """The largest share that any of these notes has, and those that have it; none where it is hardly a likeness."""
        count = 0
        for at in range(len(self.digits) - 1, -1, -1):
            if higher := among & self.digits[at]:
                among, count = higher, count + (1 << at)
        return (count / self.total, among) if count >= ALIKE * self.total else (0.0, 0)


def _most(shares: Iterable[_Shares], among: int) -> tuple[float, int] | None:
    """The largest of several shares that any of these notes has, and those that have it."""
    (share, most), (other, those) = (one.most(among) for one in shares)
    if share == other:
        most |= those
    return max((share, most), (other, those)) if most or those else None


class _Marks:
    """The marks of each note, and which notes have one that several have.

    What a note shares is taken as a share of so many marks `of_at_least`, where it has fewer.
    """

    def __init__(self, marks: Sequence[Collection[str]], *, of_at_least: int) -> None:
        self._marks = marks
        self._of_at_least = of_at_least
        # Most marks are one note's alone.
        first: dict[str, int] = {}
        self._homes: dict[str, int] = {}
        for number, those in enumerate(marks):
            for mark in those:
                if (other := first.setdefault(mark, number)) != number:
                    homes = self._homes.get(mark) or 1 << other
                    if homes.bit_count() < _MOST:
                        self._homes[mark] = homes | 1 << number

    def shares(self, number: int) -> _Shares:
        """How many of a note's marks each of the others has; none where no note can have as many as would be a likeness."""
        those = self._marks[number]
        total = max(len(those), self._of_at_least)
        shared = [homes for homes in map(self._homes.get, those) if homes]
        # Hundreds of notes have a word or two in common, and most have no more than that.
        if len(shared) < ALIKE * total:
            return _Shares((), total)
        itself = 1 << number
        digits: list[int] = []
        for homes in shared:
            # Added as on paper: where a digit was 1 and is added to, 1 is carried to the next.
            carried = homes & ~itself
            for at, digit in enumerate(digits):
                digits[at], carried = digit ^ carried, digit & carried
                if not carried:
                    break
            if carried:
                digits.append(carried)
        return _Shares(digits, total)
