"""Notes are counted by bits, many at once; what comes of it is what comes of comparing each with each."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.analysis.thank_you.check import Likeness
from afterword.analysis.thank_you.likeness import ALIKE, likenesses
from afterword.model import Interview, When

Marks = Mapping[str, Collection[str]]
MARKS = st.frozensets(st.sampled_from("abcdefghij"))
NOTES = st.lists(st.tuples(st.integers(1, 3), MARKS, MARKS), max_size=8)


def by_hand(written: list[Interview], runs: Marks, rare: Marks) -> dict[str, Likeness]:
    """For each note that most alike, an earlier one before a later one, and the earliest of several."""
    found = {}
    for one in written:
        ranked = [
            (other.when.day <= one.when.day, share, other)
            for other in sorted(written, key=lambda it: (it.when.day, it.path))
            if other is not one
            if (share := max(shared(runs, one, other, 1), shared(rare, one, other, 7))) >= ALIKE
        ]
        if ranked:
            is_earlier, share, other = max(ranked, key=lambda it: it[:2])
            found[one.path] = Likeness(interview=other, share=share, is_later=not is_earlier)
    return found


def shared(marks: Marks, one: Interview, other: Interview, at_least: int) -> float:
    own, others = set(marks[one.path]), set(marks[other.path])
    return len(own & others) / max(len(own), at_least)


@pytest.mark.reaches
@given(NOTES)
def test_counting_many_at_once_finds_what_comparing_each_with_each_finds(
    notes: list[tuple[int, frozenset[str], frozenset[str]]],
) -> None:
    written = [
        Interview(path=f"{at}.md", company="x", when=When(day=date(2026, 11, day)))
        for at, (day, _, _) in enumerate(notes)
    ]
    runs = {one.path: each for one, (_, each, _) in zip(written, notes, strict=True)}
    rare = {one.path: each for one, (_, _, each) in zip(written, notes, strict=True)}
    assert likenesses(written, runs, rare) == by_hand(written, runs, rare)
