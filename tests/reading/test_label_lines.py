"""Lines that begin with a label, one below the other: each is read as what its own label says, and none swallows the next."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Promise, Source
from afterword.reading import read_journal
from afterword.vocabulary.sections import LISTED, items_of

TO_DO = "todo".upper()
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


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("**Next time:** breathe\n**Promised:** the deck by 3 Dec\n**Follow-up:** send CV by 4 Dec\n**To do:** thank Ann by 4 Dec", ["me: the deck, by 2026-12-03", "me: send CV, by 2026-12-04", "me: thank Ann, by 2026-12-04"]),
        (f"Tried: slowly\nThey will decide by 2 December.\n{TO_DO} thank Ann", ["them: They will decide, by 2026-12-02"]),
        (f"Tried: slowly\n{TO_DO} thank Ann by 4 Dec", ["me: thank Ann, by 2026-12-04"]),
        ("Went well: calm\n\nTo do: thank Ann by 4 Dec", ["me: thank Ann, by 2026-12-04"]),
        ("## Went well\n- calm\nNext steps: They ring by 4 Dec", ["them: They ring, by 2026-12-04"]),
        ("- Went well: calm\n- To do: thank Ann by 4 Dec", ["me: thank Ann, by 2026-12-04"]),
        ("Follow-up: send CV by 4 Dec", ["me: send CV, by 2026-12-04"]),
        ("Next step: Case presentation on 2 December", ["me: Case presentation, by 2026-12-02"]),
        ("Next steps: They will tell me", []),
        ("Went well: calm\nFollow-up: 4 Dec", []),
        ("Went well: calm\nFollow-up: call by 3/4", []),
    ],
)  # fmt: skip
def test_a_label_of_promises_is_read_with_the_day_on_its_line(
    body: str, expected: list[str]
) -> None:
    assert [said(one) for one in read(body).promised] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Next time: breathe\nTo do: thank Ann", {"do_differently": ["breathe"]}),
        (f"Tried: slowly\n{TO_DO} thank Ann", {"tried": ["slowly"]}),
        ("Went well: calm\nSalary: 82 000", {"went_well": ["calm"]}),
        ("Went well: calm\nOutcome: rejected", {"went_well": ["calm"]}),
        ("Went well: calm\nResult: 20 % faster", {"went_well": ["calm Result: 20 % faster"]}),
        ("## Went well\n- calm\nSalary: high", {"went_well": ["calm Salary: high"]}),
        ("Went well: calm\nand quick: very", {"went_well": ["calm and quick: very"]}),
    ],
)
def test_a_label_of_facts_ends_the_text_of_the_label_above(
    body: str, expected: dict[str, list[str]]
) -> None:
    assert counted(body) == expected


def test_a_letter_that_is_to_be_written_by_a_day_was_not_sent() -> None:
    assert read("Follow-up: send CV by 4 Dec").follow_ups == ()


def test_a_letter_to_write_by_a_day_is_a_promise_in_front_matter_as_well() -> None:
    text = HEAD.replace("confidence: 60", "follow_up: send CV by 4 Dec")
    (interview,) = read_journal([Source("a.md", text)]).interviews
    assert [said(one) for one in interview.promised] == ["me: send CV, by 2026-12-04"]


def test_a_note_to_send_by_a_day_was_not_sent() -> None:
    assert not read("Thank you: by 25 Nov").thank_you.sent
