"""Facts as people jot them down: who was there, how likely it seemed, when a note went out, and what came of an offer."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.audience.addressed import addressed_in
from afterword.kinds import OutcomeKind, Severity
from afterword.model import Interview, Journal, Source
from afterword.reading import read_journal

# A Tuesday.
DAY = date(2026, 11, 24)
WELL = "\n\n## Went well\n- calm, and they were nice\n"


def journal(body: str, keys: str = "") -> Journal:
    text = f"---\ncompany: Acme\ndate: 2026-11-24\n{keys}---\n\n{body}\n"
    return read_journal([Source("a.md", text)])


def read(body: str, keys: str = "") -> Interview:
    (interview,) = journal(body, keys).interviews
    return interview


def told(found: Journal) -> list[str]:
    return [one.code for one in found.problems if one.severity is not Severity.HINT]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Interviewers: Mr. Smith, Dr. Jones", ["Mr. Smith", "Dr. Jones"]),
        ("Interviewers: J. Smith, Prof. Ann Jones", ["J. Smith", "Prof. Ann Jones"]),
        ("Who: Ann, Ingrid Dahl", ["Ann", "Ingrid Dahl"]),
        ("With: a nice team. They laughed", []),
        ("| What | By | Who |\n|---|---|---|\n| the CV | 4 Dec | me |", []),
    ],
)
def test_who_was_there_is_read(body: str, expected: list[str]) -> None:
    assert [one.name for one in read(body + WELL).interviewers] == expected


def test_titles_with_a_full_stop_are_read_in_french() -> None:
    body = "Avec : Mme Aubry, M. Dacosta\n\n## Ce qui a bien marché\n- calme"
    assert [one.name for one in read(body).interviewers] == ["Mme Aubry", "M. Dacosta"]


@pytest.mark.parametrize("words", ["Remercier Mme Aubry", "Merci à Aubry", "Ask Aubry about pay"])
def test_who_is_thanked_in_other_words_is_addressed(words: str) -> None:
    assert [one.rpartition(" ")[2] for one in addressed_in(read(words))] == ["Aubry"]


@pytest.mark.parametrize("line", ["Mood: 3/5", "My odds: 40%", "Chance: 4/10"])
def test_a_number_is_a_fact_below_a_section_too(line: str) -> None:
    interview = read(f"{WELL}\n{line}")
    assert interview.feeling == 3 or interview.confidence == 0.4


@pytest.mark.parametrize("key", ["result_date", "result date", "rejection_date"])
def test_the_day_of_the_result_is_that_of_the_decision(key: str) -> None:
    outcome = read("", f"result: rejected\n{key}: 2026-11-26\n").outcome
    assert outcome.decided == date(2026, 11, 26)


def test_a_lesson_is_a_take_away() -> None:
    assert [one.text for one in read("", "lesson: Breathe\n").takeaways] == ["Breathe"]


def test_a_round_is_read_in_french() -> None:
    body = "Entretien : deuxième entretien\n\n## Ce qui a bien marché\n- calme"
    assert read(body).round is not None


@pytest.mark.parametrize(
    ("body", "keys", "day"),
    [
        ("Thank you: sent same evening", "", 24),
        ("## Thank-you note\nSent the next morning", "", 25),
        ("", "thank_you: sent same evening\n", 24),
        ("", "thanked: next day\n", 25),
    ],
)
def test_a_note_that_was_sent_beside_the_interview_has_its_day(
    body: str, keys: str, day: int
) -> None:
    assert read(body, keys).thank_you.sent == (date(2026, 11, day),)


def test_the_example_of_a_day_lies_behind_the_interview() -> None:
    (problem,) = (one for one in journal("Thank you: sent").problems if one.code == "no-day")
    assert problem.suggestion == "Write the day, such as thank_you: 2026-11-25."


@pytest.mark.parametrize(
    ("body", "outcome"),
    [
        ("Status: Offer", "accepted"),
        ("Status: Offer", "declined"),
        ("Status: advanced", "rejected"),
        ("Status: waiting", "rejected"),
    ],
)
def test_what_came_of_it_later_is_no_contradiction(body: str, outcome: str) -> None:
    found = journal(body + WELL, f"outcome: {outcome}\ndecided: 2026-11-26\n")
    assert (told(found), found.interviews[0].outcome.kind) == ([], OutcomeKind(outcome))


@pytest.mark.parametrize("body", ["Status: rejected", "Status: declined"])
def test_what_it_cannot_have_come_to_is_one(body: str) -> None:
    assert told(journal(body + WELL, "outcome: offer\n")) == ["body-disagrees"]


@pytest.mark.parametrize(
    "body", ["Status: Offer\nOutcome: accepted", "Outcome: accepted\n\nStatus: Offer"]
)
def test_of_an_offer_and_what_came_of_it_the_last_word_counts(body: str) -> None:
    assert read(body + WELL).outcome.kind is OutcomeKind.ACCEPTED


def test_of_a_chance_that_cannot_be_read_it_is_not_said_that_it_is_not_written() -> None:
    codes = {one.code for one in journal("", "confidence: high\n").problems}
    assert "no-confidence" not in codes
