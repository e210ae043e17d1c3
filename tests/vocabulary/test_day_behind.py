"""A heading's words are the same with a day behind them and without."""

from __future__ import annotations

import pytest

from afterword.vocabulary.days.day_behind import without_day_behind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Feedback, 14 October", "Feedback"),
        ("Feedback on 14 Oct 2026", "Feedback"),
        ("Feedback (12 Oct)", "Feedback"),
        ("Went well - Tuesday 12 Nov 2026", "Went well"),
        ("Questions 2026-11-12", "Questions"),
        ("Rückmeldung vom 12.11.", "Rückmeldung"),
        ("Retour reçu le 14 octobre", "Retour reçu"),
        ("Respuesta recibida el 2 de octubre de 2026", "Respuesta recibida"),
        ("Обратная связь от 7 октября", "Обратная связь"),
        ("What I did in May 2026", "What I did"),
    ],
)
def test_a_day_at_the_end_is_taken_off(text: str, expected: str) -> None:
    assert without_day_behind(text) == expected


@pytest.mark.parametrize("text", ["Round 2", "Top 5", "Next time in May", "12 May", "Feedback", ""])
def test_what_ends_with_no_day_or_is_one_stays(text: str) -> None:
    assert without_day_behind(text) == text
