"""Lines that begin with a label, one below the other: each is read as what its own label says, and none swallows the next."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Promise, Source
from afterword.reading import read_journal
from afterword.vocabulary.sections import LISTED, items_of

# A Tuesday.
HEAD = "---\ncompany: Acme\ndate: 2026-11-24\nconfidence: 60\n---\n\n"


def read(body: str) -> Interview:
    (interview,) = read_journal([Source("a.md", HEAD + body)]).interviews
    return interview


def counted(body: str) -> dict[str, list[str]]:
    """The texts of each section that has any."""
    found = {str(section): items_of(read(body), section) for section in LISTED}
    return {section: [one.text for one in items] for section, items in found.items() if items}


def said(one: Promise) -> str:
    return f"{one.who}: {one.what}, by {one.by}" if one.by else f"{one.who}: {one.what}"


BOTH_SIDES = {"went_well": ["Clear"], "went_badly": ["Late"], "feedback": ["Strong"]}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Feedback: Strong\n\nGood: Clear\nBad: Late", BOTH_SIDES),
        ("Feedback: Strong\n\nPros: Clear\n\nCons: Late", BOTH_SIDES),
        ("**What they said:** Strong\n\n**Good:** Clear\n**Bad:** Late", BOTH_SIDES),
        ("Feedback: Strong\nGood: Clear\nBad: Late", BOTH_SIDES),
        ("Feedback: Strong\n\nNext time: slides", {"feedback": ["Strong"], "do_differently": ["slides"]}),
        ("Feedback: Strong\n\nPraise: clear\nGap: late", {"feedback": ["Strong", "clear", "late"]}),
        ("**Feedback:**\n- Strong\n\nNext time: slides", {"feedback": ["Strong"], "do_differently": ["slides"]}),
        ("**Feedback:**\n- Strong\n\nGood: Clear", {"feedback": ["Strong", "Clear"]}),
        ("## Feedback\n\nGood: Clear\n\nBad: Late", {"feedback": ["Clear", "Late"]}),
        ("Thank you: Dear Ann\n\nGood: Clear", {"went_well": ["Clear"]}),
    ],
)  # fmt: skip
def test_a_label_behind_the_text_of_another_label_opens_its_own_section(
    body: str, expected: dict[str, list[str]]
) -> None:
    assert counted(body) == expected
