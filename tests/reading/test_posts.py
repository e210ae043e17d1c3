"""Names with a post or a department beside them: one person each, and what is no name is told."""

from __future__ import annotations

import pytest

from afterword.model import Source
from afterword.reading import read_journal

GERMAN = "---\nFirma: Acme\nDatum: 2026-11-12\nGesprächspartner: {}\n---\n\n## Lief gut\n- ruhig\n"
SPANISH = "---\nempresa: Acme\nfecha: 2026-11-12\nentrevistadores: {}\n---\n\n## Lo que fue bien\n- calma\n"
RUSSIAN = "---\nкомпания: Acme\nдата: 2026-11-12\nсобеседники: {}\n---\n\n## Что получилось\n- спокойствие\n"
ENGLISH = "---\ncompany: Acme\ndate: 2026-11-12\ninterviewers: {}\n---\n\n## Went well\n- calm\n"


def people(text: str, written: str) -> list[tuple[str, str | None]]:
    (interview,) = read_journal([Source("a.md", text.format(written))]).interviews
    return [(one.name, one.role) for one in interview.interviewers]


@pytest.mark.parametrize(
    ("text", "written", "named"),
    [
        (ENGLISH, "owner, Sam", [("Sam", "owner")]),
        (ENGLISH, "the owner, Sam and Jo", [("Sam", "the owner"), ("Jo", None)]),
        (ENGLISH, "the owner, Sam (Lead)", [("Sam", "Lead")]),
        (ENGLISH, "Sam, owner", [("Sam", "owner")]),
        (ENGLISH, "Boss (Ann Lee)", [("Ann Lee", "Boss")]),
        (ENGLISH, "Manager (new)", [("Manager", "new")]),
        (ENGLISH, "HR (Kim), Sam (Lead)", [("Kim", "HR"), ("Sam", "Lead")]),
        (ENGLISH, "Ann, Head of HR, Bob", [("Ann", "Head of HR"), ("Bob", None)]),
        (ENGLISH, "Ann Lee, VP of Engineering", [("Ann Lee", "VP of Engineering")]),
        (ENGLISH, "Ann, Bob from HR", [("Ann", None), ("Bob", "HR")]),
        (ENGLISH, "Kim, from human resources", [("Kim", "human resources")]),
        (ENGLISH, "Kim from Leeds", [("Kim from Leeds", None)]),
        (ENGLISH, "director and deputy", [("director", None), ("deputy", None)]),
        (ENGLISH, "Director Ada Byron, head teacher", [("Director Ada Byron", None), ("head teacher", None)]),
        (ENGLISH, "someone from HR (no name)", [("someone from HR (no name)", None)]),
        (SPANISH, "la dueña, Rosa", [("Rosa", "la dueña")]),
        (SPANISH, "Pilar Gil (jefa) y Marta Ruiz, de RRHH", [("Pilar Gil", "jefa"), ("Marta Ruiz", "RRHH")]),
        (SPANISH, "Ana Gil, señora Ruiz", [("Ana Gil", None), ("señora Ruiz", None)]),
        (RUSSIAN, "Антон (тимлид), Света из HR", [("Антон", "тимлид"), ("Света", "HR")]),
        (RUSSIAN, "директор Ольга Павловна, завуч", [("директор Ольга Павловна", None), ("завуч", None)]),
        (GERMAN, "Chef (Hr. Brand) und seine Frau, macht Büro", [("Hr. Brand", "Chef"), ("seine Frau", "macht Büro")]),
    ],
)  # fmt: skip
def test_a_post_belongs_to_the_name_beside_it(
    text: str, written: str, named: list[tuple[str, str | None]]
) -> None:
    assert people(text, written) == named


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ada, does the books", ["'does the books' is read as what the one before it does."]),
        ("Ada, someone from HR", []),
        ("ada byron, grace hopper", []),
        ("Ada, his wife Grace", []),
    ],
)
def test_what_is_taken_for_a_post_without_being_known_is_told(
    written: str, told: list[str]
) -> None:
    problems = read_journal([Source("a.md", ENGLISH.format(written))]).problems
    assert [one.message for one in problems if one.code == "maybe-no-name"] == told
