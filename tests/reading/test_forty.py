"""Entries by ninety-four kinds of people, in sixteen languages: nothing is read wrongly, nearly all is read, and the rest is said.

What is right was written down with the entries, in a `truth.toml` beside them, before there was code to read them. Those of one
folder are one journal.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from tests.end_to_end.projects import ROOT

from afterword.kinds import RoundKind, Severity
from afterword.model import Feedback, Interview, Journal, Observation, When
from afterword.reading import read_journal, read_source
from afterword.vocabulary.spelling import spoken

FOLDERS = ROOT / "tests" / "journals"


def truth(folder: str) -> list[dict[str, Any]]:
    text = (FOLDERS / folder / "truth.toml").read_text(encoding="utf-8")
    entries: list[dict[str, Any]] = tomllib.loads(text)["entry"]
    return [{**one, "file": f"{folder}/{one['file']}"} for one in entries]


TRUTH = {folder: truth(folder) for folder in ("forty", "twelve", "in-place")}
ITEMS = (
    "went_well",
    "went_badly",
    "do_differently",
    "tried",
    "takeaways",
    "skills",
    "questions",
    "feedback",
)
ALL = [one for entries in TRUTH.values() for one in entries]
READ = [one for one in ALL if one["kind"] == "read"]
WARNED = [one for one in ALL if one["kind"] == "warned"]
MARKUP = re.compile(r"[*_`\"“”„]|\[\[|\]\]")


def text_of(name: str) -> str:
    return (FOLDERS / name).read_text(encoding="utf-8-sig")


@pytest.fixture(scope="module")
def journal() -> Journal:
    journals = [
        read_journal(read_source(FOLDERS / one["file"], one["file"]) for one in entries)
        for entries in TRUTH.values()
    ]
    return Journal(
        interviews=tuple(one for journal in journals for one in journal.interviews),
        problems=tuple(one for journal in journals for one in journal.problems),
    )


def values(interview: Interview) -> dict[str, Any]:
    """What was read of an interview, as the truth names it; None for what was not."""
    outcome = interview.outcome

    def iso(day: Any) -> str | None:
        return day.isoformat() if day else None

    return {
        "company": interview.company,
        "role": interview.role,
        "date": iso(interview.when.day) if interview.when.day != date.min else None,
        "round_kind": None if interview.kind is RoundKind.OTHER else interview.kind.value,
        "interviewers": [one.name for one in interview.interviewers] or None,
        "confidence": interview.confidence and round(interview.confidence * 100),
        "outcome": outcome.kind.value,
        "decided": iso(outcome.decided),
        "decision_by": iso(interview.decision_by),
        "feedback_asked": iso(interview.feedback_asked),
        "feedback_received": iso(interview.feedback_received),
        "reconnect": iso(interview.reconnect),
        "thank_you": [iso(day) for day in interview.thank_you.sent] or None,
        "draft": interview.withheld or None,
    }


def facts(one: dict[str, Any], interview: Interview) -> Iterator[tuple[str, Any, Any]]:
    """Each stated fact: its name, what is right, and what was read."""
    found = values(interview)
    for name in found:
        if name in one:
            yield name, one[name], found[name]
    for right, read in zip(
        one.get("promised", []), [*interview.promised, None, None, None], strict=False
    ):
        by = read.by.isoformat() if read and read.by else None
        done = read.done.isoformat() if read and read.done else None
        shown = {"what": read.what if read else None, "by": by, "done": done}
        for name, value in right.items():
            is_begun = name == "what" and str(shown["what"]).startswith(value)
            yield f"promised {name}", value, value if is_begun else shown[name]
    for name, value in one.get("said", {}).items():
        told = {spoken(each.what): each.text for each in interview.said}
        yield f"said {name}", value, told.get(spoken(name))


def items(one: dict[str, Any], interview: Interview) -> Iterator[tuple[str, str | None, str]]:
    """Each item: its section, the words that are right, None for one too many, and those that were read."""
    for section in ITEMS:
        right = one.get(section, {"first": []})
        found: list[Observation] = list(getattr(interview, section))
        for at, first in enumerate(right["first"]):
            match = next(
                (each for each in found if plainly(each.text).startswith(plainly(first))), None
            )
            if match is not None:
                found.remove(match)
            marks = right.get("mark")
            if match and marks and isinstance(match, Feedback) and match.kind.value != marks[at]:
                yield section, f"{marks[at]}: {first}", f"{match.kind.value}: {first}"
            else:
                yield section, first, first if match else ""
        for each in found:
            yield section, None, each.text


def plainly(text: str) -> str:
    return MARKUP.sub("", text).strip("»«› ")


def line_of(name: str, words: str) -> int:
    lines = text_of(name).split("\n")
    return next(at for at, line in enumerate(lines, 1) if words.split("\n", maxsplit=1)[0] in line)


def by_path(journal: Journal) -> dict[str, Interview]:
    return {one.path: one for one in journal.interviews}


@pytest.mark.parametrize("one", READ, ids=lambda one: one["file"])
def test_nothing_is_read_wrongly(journal: Journal, one: dict[str, Any]) -> None:
    interview = read_of(journal, one)
    wrong = [
        fact
        for fact in facts(one, interview)
        if fact[2] is not None
        and fact[1] != fact[2]
        and (fact[0], fact[2]) != ("outcome", "pending")
    ]
    extra = [item for item in items(one, interview) if item[2] and item[1] != item[2]]
    assert (wrong, extra) == ([], [])


def read_of(journal: Journal, one: dict[str, Any]) -> Interview:
    """The interview of a file; one of which nothing was read where it has none, which has to be an error."""
    if interview := by_path(journal).get(one["file"]):
        return interview
    told = [each for each in journal.problems if each.path == one["file"]]
    assert any(each.severity is Severity.ERROR for each in told)
    return Interview(path=one["file"], company=one["company"], when=When(day=date.min))


def test_nine_of_ten_facts_and_items_are_read(journal: Journal) -> None:
    rows = [
        (one["file"], *row)
        for one in READ
        for row in (*facts(one, read_of(journal, one)), *items(one, read_of(journal, one)))
    ]
    missed = [row for row in rows if row[2] is not None and row[2] != row[3]]
    assert len(missed) <= len(rows) / 10, missed


@pytest.mark.parametrize("one", READ, ids=lambda one: one["file"])
def test_what_is_not_read_is_said(journal: Journal, one: dict[str, Any]) -> None:
    interview = read_of(journal, one)
    told = [each for each in journal.problems if each.path == one["file"]]
    missed = [row[1] for row in items(one, interview) if row[1] and not row[2]]
    missed += [str(row[1]) for row in facts(one, interview) if row[1] != row[2]]
    quiet = [
        words
        for words in one["said_otherwise"]
        if not is_read(interview, words)
        and not any(
            each.line == line_of(one["file"], words) or words in each.message for each in told
        )
    ]
    assert (quiet if missed else [], bool(missed) <= bool(told)) == ([], True)


def is_read(interview: Interview, words: str) -> bool:
    """Whether something was read of the line with these words, or of the one below it."""
    line = line_of(interview.path, words)
    there = plainly("\n".join(text_of(interview.path).split("\n")[line - 1 : line + 1]))
    known = [value for value in values(interview).values() if isinstance(value, str)]
    known += [day.isoformat() for day in interview.thank_you.sent]
    known += [
        plainly(text)
        for name in ITEMS
        for each in getattr(interview, name)
        for text in (each.text, *each.notes)
    ]
    return interview.outcome.line == line or any(one in there for one in known)


@pytest.mark.parametrize("one", WARNED, ids=lambda one: one["file"])
def test_what_only_looks_like_an_interview_is_a_warning(
    journal: Journal, one: dict[str, Any]
) -> None:
    told = [
        each
        for each in journal.problems
        if each.path == one["file"] and each.severity is not Severity.HINT
    ]
    assert (one["file"] in by_path(journal), bool(told)) == (False, True)
