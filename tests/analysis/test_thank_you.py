"""What a thank-you note says, and whether it is one of its own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal, observed

from afterword.analysis.thank_you import ALIKE, CheckKind, ThankYouNote, thank_you_notes
from afterword.model import Interview, Observation, Person, Promise

WHOLE = """\
Dear Ada,

thank you for the hour on Thursday. I enjoyed drawing the order pipeline with you, and I am keen to work on it at
Northwind. On consumer groups I was vague: a group commits its offsets, and after a rebalance another member goes on
from there. The write-up I mentioned is at https://example.org/orders. I am available from January.

Kind regards
Kim
"""
FACTS: dict[str, Any] = {
    "role": "Staff Engineer",
    "interviewers": (Person(name="Ada Byron"),),
    "went_well": (Observation(text="Drew the order pipeline first", line=10),),
    "went_badly": (
        Observation(text="Vague on consumer groups", line=11, themes=("consumer-groups",)),
    ),
}


def noted(note: str, **facts: Any) -> ThankYouNote:
    one = interview("2026-11-12", thank_you_note=note, **{**FACTS, **facts})
    return thank_you_notes(journal(one))[one.path]


def evidence(note: str, kind: CheckKind, **facts: Any) -> str | None:
    """The words that show it; None where it is not looked for."""
    found = {one.kind: one for one in noted(note, **facts).checks}
    if kind not in found:
        return None
    assert found[kind].met is bool(found[kind].evidence) or kind is CheckKind.OWN
    return found[kind].evidence


def test_a_whole_note_has_everything() -> None:
    assert [(one.kind.value, one.met, one.evidence) for one in noted(WHOLE).checks] == [
        ("person", True, "Ada Byron"),
        ("place", True, "Northwind"),
        ("reinforces", True, "enjoyed, order"),
        ("references", True, "write-up"),
        ("reminds", True, "available"),
        ("repairs", True, "Vague on consumer groups"),
        ("own", True, ""),
    ]


def test_an_empty_word_of_thanks_has_nothing_but_itself() -> None:
    checks = noted("Thank you for your time.").checks
    assert [one.kind for one in checks if one.met] == [CheckKind.OWN]


@pytest.mark.parametrize(
    ("note", "facts", "expected"),
    [
        ("Dear Ms Byron", {}, "Ada Byron"),
        ("Dear Grace", {}, ""),
        ("Dear Grace", {"interviewers": ()}, "Grace"),
        ("Hi Grace and Ada,\nthanks", {"interviewers": ()}, "Grace Ada"),
        ("Hello there,", {"interviewers": ()}, ""),
        ("Thanks!", {"interviewers": ()}, ""),
        ("Dear R", {"interviewers": (Person(name="R. Lindqvist"),)}, ""),
        ("Adamant", {}, ""),
    ],
)
def test_a_name_is_looked_for_as_a_whole_word(
    note: str, facts: dict[str, Any], expected: str
) -> None:
    assert evidence(note, CheckKind.PERSON, **facts) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("At NORTHWIND.", "Northwind"),
        ("The role of staff engineer suits me", "Staff Engineer"),
        ("An engineer on staff", ""),
        ("Northwinds", ""),
    ],
)
def test_the_company_or_the_role_is_looked_for_whole(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.PLACE) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("I am keen on your pipeline", "keen, pipeline"),
        ("I am keen on your work", ""),
        ("Your pipeline", ""),
        ("I look forward to consumer work", "look forward, consumer"),
    ],
)
def test_interest_counts_where_it_is_tied_to_this_conversation(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REINFORCES) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("See [it](https://example.org/a).", "https://example.org/a"),
        ("I gave a talk", ""),
        ("my pull request", "pull request"),
    ],
)
def test_a_piece_of_work_is_a_link_or_its_name(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REFERENCES) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Here is the architecture diagram", "The architecture diagram"),
        ("Here is a diagram", ""),
        ("as promised", "as promised"),
    ],
)
def test_a_reminder_is_a_promise_or_when_one_can_be_reached(note: str, expected: str) -> None:
    promised = (
        Promise(what="It", line=8),
        Promise(what="The architecture diagram", line=9),
    )
    assert evidence(note, CheckKind.REMINDS, promised=promised) == expected


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("On consumer groups", "Vague on consumer groups"),
        ("a vague consumer", "Vague on consumer groups"),
        ("a consumer", ""),
    ],
)
def test_a_repair_speaks_of_what_went_badly(note: str, expected: str) -> None:
    assert evidence(note, CheckKind.REPAIRS) == expected


def test_where_nothing_went_badly_nothing_is_to_be_repaired() -> None:
    assert evidence("Thanks", CheckKind.REPAIRS, went_badly=()) is None


def test_entries_without_a_note_are_left_out() -> None:
    assert thank_you_notes(journal(interview("2026-11-12"))) == {}


# --- alike


def after(company: str, person: str, note: str, day: str = "2026-11-12") -> Interview:
    return interview(
        day,
        company,
        interviewers=(Person(name=person),),
        thank_you_note=note,
        went_well=observed("x"),
    )


def share(first: Interview, second: Interview) -> float:
    found = thank_you_notes(journal(first, second))[first.path].alike
    return found.share if found else 0.0


TEMPLATE = (
    "Dear {person},\n\nthank you for your time today. I enjoyed our talk about {company} and what your team builds. "
    "I am sure that I can help {company}, and I look forward to hearing from you.\n\nBest\nKim"
)


@pytest.mark.parametrize(
    ("company", "person"),
    [("Acme", "Grace"), ("Crumb & Ledger", "Ms Hopper"), ("Vlotbrug", "Jan de Wit")],
)
def test_notes_that_differ_in_names_alone_are_the_same(company: str, person: str) -> None:
    one = after("Northwind", "Ada Byron", TEMPLATE.format(company="Northwind", person="Ada"))
    other = after(company, person, TEMPLATE.format(company=company, person=person))
    assert share(one, other) == share(other, one) == 1.0
    notes = thank_you_notes(journal(one, other))
    assert notes[one.path].alike is not None
    assert [check.met for check in notes[one.path].checks if check.kind is CheckKind.OWN] == [False]


def test_names_in_the_greeting_alone_are_names_too() -> None:
    one = interview("2026-11-12", "A", thank_you_note=TEMPLATE.format(company="A", person="Ada"))
    other = interview("2026-11-13", "B", thank_you_note=TEMPLATE.format(company="B", person="Jo"))
    assert share(one, other) == 1.0


def test_two_honest_notes_are_not_the_same() -> None:
    other = (
        "Dear Grace,\n\nthank you for the hour. Your story of the night the billing ran twice stayed with me: I would have "
        "looked at the idempotency keys first, and I wrote down why. I look forward to hearing from you.\n\nKind regards\nKim"
    )
    found = share(after("Northwind", "Ada", WHOLE), after("Acme", "Grace", other))
    assert 0 < found < ALIKE / 2


def test_the_earliest_of_the_notes_that_are_most_alike_is_named() -> None:
    notes = [
        after(name, "Ada", TEMPLATE.format(company=name, person="Ada"), f"2026-11-{day}")
        for name, day in (("C", "14"), ("B", "12"), ("A", "13"))
    ]
    alike = thank_you_notes(journal(*notes))[notes[0].path].alike
    assert alike is not None
    assert alike.interview.company == "B"


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_note_is_looked_through_without_harm(first: str, second: str) -> None:
    notes = thank_you_notes(journal(after("A", "Ada", first), after("B", "Ada", second)))
    for note in notes.values():
        assert note.alike is None or 0 < note.alike.share <= 1
        assert [check.kind for check in note.checks][-1] is CheckKind.OWN


@given(st.text(st.characters(codec="ascii")))
def test_a_note_that_was_copied_is_the_same(note: str) -> None:
    # In front, lest chance greets four people by these names, which would be left out of what is compared.
    note = f"one two three four {note}"
    assert share(after("Northwind", "Ada", note), after("Initech", "Ada", note)) == 1.0
