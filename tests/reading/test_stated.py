"""Facts that stand in the body of an entry, and days in words, come out right."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from tests.end_to_end.projects import ROOT

from afterword.kinds import Severity
from afterword.model import Interview, Journal, Person, Promise, Said, Source
from afterword.reading import read_journal, read_source

FOLDER = ROOT / "tests" / "journals" / "stated"
EXPECTED: dict[str, dict[str, Any]] = yaml.safe_load(
    (FOLDER / "expected.yml").read_text(encoding="utf-8")
)


def journal(name: str) -> Journal:
    return read_journal([read_source(FOLDER / f"{name}.md", f"{name}.md")])


def facts(interview: Interview) -> dict[str, Any]:
    return {
        "date": interview.when.day.isoformat(),
        "outcome": interview.outcome.kind.value,
        "decided": _day(interview.outcome.decided),
        "unclear": interview.outcome.is_unclear,
        "role": interview.role,
        "source": interview.source,
        "round": interview.round.name if interview.round else None,
        "interviewers": [_person(one) for one in interview.interviewers],
        "confidence": interview.confidence,
        "feeling": interview.feeling,
        "thanked": [day.isoformat() for day in interview.thank_you.sent],
        "decision_by": _day(interview.decision_by),
        "feedback_asked": _day(interview.feedback_asked),
        "feedback_received": _day(interview.feedback_received),
        "reconnect": _day(interview.reconnect),
        "promised": [_promise(one) for one in interview.promised],
        "said": [_said(one) for one in interview.said],
        "private": list(interview.private),
        "summary": interview.summary,
        "well": [one.text for one in interview.went_well],
        "do": [one.text for one in interview.do_differently],
        "takeaways": [one.text for one in interview.takeaways],
    }


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _person(one: Person) -> str:
    return f"{one.name} ({one.role})" if one.role else one.name


def _promise(one: Promise) -> str:
    by = f", by {one.by}" if one.by else ""
    done = f", done {one.done}" if one.done else ", kept" if one.kept else ""
    return f"{one.who}: {one.what}{by}{done}"


def _said(one: Said) -> str:
    return f"{one.what}: {one.text}" if one.what else one.text


@pytest.mark.parametrize("name", [name for name in EXPECTED if "unread" not in EXPECTED[name]])
def test_its_facts_are_read(name: str) -> None:
    (interview,) = journal(name).interviews
    found = facts(interview)
    wanted = {key: value for key, value in EXPECTED[name].items() if key != "problems"}
    assert {key: found[key] for key in wanted} == wanted


@pytest.mark.parametrize("name", EXPECTED)
def test_what_cannot_be_told_is_said_and_nothing_else(name: str) -> None:
    said = [one for one in journal(name).problems if one.severity is not Severity.HINT]
    assert [f"{one.line} {one.code}" for one in said] == EXPECTED[name].get("problems", [])


@pytest.mark.parametrize("name", [name for name in EXPECTED if "unread" in EXPECTED[name]])
def test_an_entry_without_a_day_in_its_front_matter_or_its_body_is_none(name: str) -> None:
    assert [one.path for one in journal(name).unread] == [f"{name}.md"]


@pytest.mark.no_cover
@pytest.mark.parametrize("name", [name for name in EXPECTED if "unread" not in EXPECTED[name]])
def test_what_was_taken_for_a_fact_still_stands_in_the_text(name: str) -> None:
    (interview,) = journal(name).interviews
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8").split("---\n", 2)[2]
    text = re.sub(r"==|\s\^block\d", "", text)
    written = re.sub("%%.*?%%", "", text, flags=re.DOTALL)
    assert sorted(_words(written) - _words(interview.body)) == []


def _words(text: str) -> set[str]:
    """The words of a text, without its comments and what only says which box a callout is."""
    text = re.sub(r"\[!\w+\]|%%.*?%%", "", text)
    return {word.strip("*_|>#-[]().,:!+") for word in text.split()}


@pytest.mark.parametrize(
    ("update", "outcome", "codes"),
    [
        ("Update: offer after all", "pending", ["two-outcomes"]),
        ("Update: rejected or ghosted", "pending", ["two-outcomes"]),
        ("Update: by email", "rejected", []),
    ],
)
def test_a_second_line_that_may_be_another_outcome_leaves_it_open(
    update: str, outcome: str, codes: list[str]
) -> None:
    text = f"---\ncompany: Acme\ndate: 2026-11-12\n---\n## Went well\n- Calm\n\n## Outcome\n- Rejected\n- {update}\n"
    read = read_journal([Source("a.md", text)])
    warned = [one.code for one in read.problems if one.severity is Severity.WARNING]
    assert ([one.outcome.kind.value for one in read.interviews], warned) == ([outcome], codes)
