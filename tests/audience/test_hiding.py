"""Whose names a coach does not read in a text, wherever in a journal somebody is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.builders import interview, journal

from afterword.audience.audience import Audience, Profile
from afterword.audience.hiding import hidden_from
from afterword.audience.profiles import seen_by
from afterword.model import (
    Advocate,
    ApplicationNote,
    Journal,
    Observation,
    Person,
    Reference,
    Withheld,
)

COACH = Audience(profile=Profile.COACH, shared=True)
ADA = (Person(name="Ada Winterbourne"),)
OTHER = interview("2026-11-01", "Larkspur", interviewers=ADA, private=("sore knee",))
NOTE = ApplicationNote(
    path="n.md", company="Larkspur", applied=date(2026, 11, 1), private=("sore knee",)
)


def telling(text: str, **facts: Any) -> Journal:
    """A journal with one entry, whose only item says this."""
    item = Observation(text=text, line=9)
    return journal(interview("2026-11-12", "Northwind", went_well=(item,), **facts))


def read(whole: Journal) -> str:
    """What a coach reads of the last entry's item."""
    return seen_by(whole, COACH).interviews[-1].went_well[0].text


@pytest.mark.parametrize(
    ("facts", "written", "expected"),
    [
        ({"interviewers": ADA}, "Ada Winterbourne", "an interviewer"),
        ({"references": (Reference(name="Ada Winterbourne", line=4),)}, "Ada", "a referee"),
        ({"advocates": (Advocate(name="Ada Winterbourne", line=4),)}, "Winterbourne", "a referee"),
        ({"thank_you_note": "Dear Dr. Winterbourne,\nthanks"}, "Winterbourne", "somebody"),
        ({"private": ("sore knee",)}, "my sore knee", "my …"),
        ({}, "Northwind", "Company A"),
        (
            {"interviewers": (Person(name="Ada", email="ada@nwlabs.example"),)},
            "NWLabs",
            "Company A",
        ),
        ({"interviewers": (Person(name="Ada", email="ada@gmail.com"),)}, "my gmail", "my gmail"),
        ({}, "ada@larkspur.example", "…"),
        ({}, "+49 170 5550123", "…"),
        ({}, "https://larkspur.example/ada", "…"),
    ],
)
def test_a_name_is_not_read_wherever_in_an_entry_it_is_known_from(
    facts: dict[str, Any], written: str, expected: str
) -> None:
    assert read(telling(f"I told of {written} then", **facts)) == f"I told of {expected} then"


OTHERS: dict[str, Callable[[Journal], Journal]] = {
    "another entry": lambda whole: journal(OTHER, *whole.interviews),
    "an entry that is not published": lambda whole: replace(
        whole, withheld=Withheld(interviews=(OTHER,))
    ),
    "a note on an application": lambda whole: replace(whole, notes=(NOTE,)),
    "a note beside interviews": lambda whole: replace(
        whole, applications=(replace(whole.applications[0], note=NOTE),)
    ),
    "a note that is not published": lambda whole: replace(whole, withheld=Withheld(notes=(NOTE,))),
}


@pytest.mark.parametrize("name", OTHERS)
def test_nor_wherever_else_in_a_journal(name: str) -> None:
    written = "Larkspur asked of my sore knee"
    whole = OTHERS[name](telling(written))
    letter = "A" if name == "another entry" else "B"
    assert read(whole) == f"Company {letter} asked of my …"
    hidden = hidden_from(whole, COACH)
    assert (hidden("Larkspur"), hidden("sore knee")) == (f"Company {letter}", "…")


def test_a_report_may_name_companies_and_nobody_else() -> None:
    hidden = hidden_from(journal(OTHER), Audience(profile=Profile.REPORT, shared=True))
    assert [hidden(one) for one in ("Larkspur", "Ada Winterbourne", "sore knee")] == [
        "Larkspur",
        "An interviewer",
        "…",
    ]
