"""What Today and Problems say of files that could not be read, or only look like interviews."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.builders import interview, journal

from afterword.kinds import Severity
from afterword.model import Journal, Problem, Unread
from afterword.pages.words.today import lookalikes_told, trouble_told, unread_told

WHOLE = journal(interview("2026-11-12"))


def troubled(*severities: Severity, lookalikes: int = 0) -> Journal:
    problems = tuple(
        Problem(path="a.md", line=1, column=1, severity=one, code="x", message="X.")
        for one in severities
    )
    return replace(WHOLE, problems=problems, lookalikes=lookalikes)


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, ""),
        (1, "One file looks like an interview and is not read as one."),
        (3, "Three files look like interviews and are not read as such."),
    ],
)
def test_what_looks_like_an_interview_is_told_in_one_sentence(number: int, told: str) -> None:
    assert lookalikes_told(number) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (troubled(), ""),
        (troubled(Severity.HINT), ""),
        (troubled(Severity.WARNING), "Something in your entries may not be what you meant."),
        (troubled(Severity.WARNING, lookalikes=1), lookalikes_told(1)),
        (troubled(Severity.ERROR), "Something in your entries could not be read."),
        (
            troubled(Severity.ERROR, lookalikes=1),
            f"{lookalikes_told(1)} Something in your entries could not be read.",
        ),
    ],
)
def test_today_has_one_line_for_all_trouble(said: Journal, told: str) -> None:
    assert trouble_told(said) == told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (Journal(), ""),
        (
            Journal(unread=(Unread(path="a.md"),)),
            "One file could not be read as an interview yet. Nothing that you wrote is lost: it counts once its line is mended.",
        ),
        (
            Journal(unread=(Unread(path="a.md", looks_like_one=True),), lookalikes=2),
            "Two files could not be read as an interview yet. Nothing that you wrote is lost: they count once their lines are mended.",
        ),
    ],
)
def test_a_journal_of_which_nothing_could_be_read_comforts(said: Journal, told: str) -> None:
    assert unread_told(said) == told
