"""Which other note is a note most like? Copies share their runs of words, and where they are reworded, their rare ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from afterword.analysis.thank_you.check import Likeness
from afterword.analysis.thank_you.text import words_of
from afterword.model import Interview

# From this share on, one note is hardly another than the other.
ALIKE = 0.5
# So many words in a row make a run; what two notes share is counted in runs.
_RUN = 4
# What a phrase of politeness or a word has in common with hundreds of notes is compared with so many of them.
_MOST = 50
# Where fewer words are rare, chance may share half of them: then a copy has nearly all.
_ENOUGH_RARE = 7

Run = tuple[str, ...]


def runs_of(note: str, names: frozenset[str]) -> frozenset[Run]:
    """The note as runs of words with every name in it masked, so that notes which differ in names alone are the same."""
    masked: list[str] = []
    for word in words_of(note):
        # Names of one word and of two are the same mask.
        if word not in names:
            masked.append(word)
        elif masked[-1:] != ["_"]:
            masked.append("_")
    return frozenset(zip(*(masked[at:] for at in range(_RUN)), strict=False))


def likenesses(
    written: Sequence[Interview],
    runs: Mapping[str, frozenset[Run]],
    rare: Mapping[str, frozenset[Run]],
) -> dict[str, Likeness]:
    """For each note the other that it shares most with, by its runs or its rare words, the earliest of several.

    An earlier note, or one of the same day, comes before a later one, since only of such it can be a copy.
    """
    shares: dict[str, dict[str, float]] = {one.path: {} for one in written}
    _add_shares(shares, runs, of_at_least=1)
    _add_shares(shares, rare, of_at_least=_ENOUGH_RARE)
    by_path = {one.path: one for one in written}
    return {
        path: _likest(by_path[path], others, by_path) for path, others in shares.items() if others
    }


def _likest(
    one: Interview, others: Mapping[str, float], by_path: Mapping[str, Interview]
) -> Likeness:
    def rank(path: str) -> tuple[bool, float, object, str]:
        other = by_path[path].when.day
        copied = others[path] >= ALIKE and other <= one.when.day
        return not copied, -others[path], other, path

    path = min(others, key=rank)
    other = by_path[path]
    return Likeness(interview=other, share=others[path], is_later=other.when.day > one.when.day)


def _add_shares(
    shares: dict[str, dict[str, float]], marks: Mapping[str, frozenset[Run]], *, of_at_least: int
) -> None:
    """Raise the share that each note has in common with each other one to that of these marks; of few, as though there were more."""
    homes: dict[Run, list[str]] = {}
    for path, those in marks.items():
        for mark in those:
            homes.setdefault(mark, []).append(path)
    for path, those in marks.items():
        common = Counter(other for mark in those for other in _others(homes[mark], path))
        total = max(len(those), of_at_least)
        for other, count in common.items():
            shares[path][other] = max(shares[path].get(other, 0.0), count / total)


def _others(homes: Sequence[str], path: str) -> Iterable[str]:
    return (other for other in homes[:_MOST] if other != path)
