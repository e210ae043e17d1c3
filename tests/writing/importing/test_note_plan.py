"""Notes are never imported twice, and what the journal has already is told."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.model import Source
from afterword.reading import ReadingOptions, read_journal
from afterword.writing.importing.note import Note
from afterword.writing.importing.note_plan import NotesPlan, plan_of_notes
from afterword.writing.importing.notes import read_notes

_OPTIONS = ReadingOptions(today=date(2026, 11, 26))
_NOTE = "Company: Acme\nRole: Baker\nDate: 2026-11-12\nRound: screen\n\n## Went well\n- Calm\n"
_APPLIED = "---\ncompany: Acme\nrole: Baker\napplied: 2026-11-01\n---\n"


def _plan(*notes: str, journal: tuple[str, ...] = ()) -> NotesPlan:
    reads = read_notes([Note(f"{at}.md", text) for at, text in enumerate(notes)], _OPTIONS)
    sources = [Source(f"j{at}.md", text) for at, text in enumerate(journal)]
    return plan_of_notes(reads, read_journal(sources, _OPTIONS), journal)


def _count(plan: NotesPlan) -> tuple[int, int]:
    return len(plan.new), len(plan.known)


def test_what_was_imported_is_known_again_although_it_was_edited() -> None:
    text = _plan(_NOTE).new[0][1].text
    edited = text.replace("Acme", "Borealis").replace("2026-11-12", "2026-11-13")
    assert _count(_plan(_NOTE, journal=(edited,))) == (0, 1)


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        ("company: ACME\nrole: Baker\ndate: 2026-11-12\nround: Screen", (0, 1)),
        ("company: Acme\ndate: 2026-11-12", (0, 1)),
        ("company: Acme\nrole: Baker\ndate: 2026-11-12\nround: final", (1, 0)),
        ("company: Acme\nrole: Cook\ndate: 2026-11-12\nround: screen", (1, 0)),
        ("company: Acme\nrole: Baker\ndate: 2026-11-13\nround: screen", (1, 0)),
    ],
)
def test_an_interview_of_the_journal_is_told_by_company_role_day_and_round(
    entry: str, counts: tuple[int, int]
) -> None:
    assert _count(_plan(_NOTE, journal=(f"---\n{entry}\n---\n",))) == counts


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        ("company: Acme\napplied: 2026-11-01", (0, 1)),
        ("company: Acme\napplied: 2026-11-01\ndate: 2026-11-05", (0, 1)),
        ("company: Acme\napplied: 2026-10-01", (1, 0)),
    ],
)
def test_an_application_of_the_journal_is_told_by_its_day(
    entry: str, counts: tuple[int, int]
) -> None:
    assert _count(_plan(_APPLIED, journal=(f"---\n{entry}\n---\n",))) == counts


def test_two_notes_of_one_interview_are_both_written_and_doubted() -> None:
    plan = _plan(_NOTE, _NOTE, _NOTE)
    assert _count(plan) == (3, 0)
    assert [[said[:5] for said in one.doubts] for one in plan.read] == [[], ["0.md "], ["0.md "]]
