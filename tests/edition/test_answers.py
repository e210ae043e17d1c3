"""What several pages ask is worked out once."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal

from afterword.edition.edition import Edition
from afterword.model import Journal

EDITION = Edition(journal(interview("2026-11-12")), date(2026, 11, 20))


def test_an_answer_is_worked_out_once() -> None:
    asked: list[Journal] = []

    def question(about: Journal) -> int:
        asked.append(about)
        return len(about.interviews)

    assert [EDITION.answer(question), EDITION.answer(question)] == [1, 1]
    assert asked == [EDITION.journal]


def test_an_answer_of_today_is_that_of_the_editions_day_and_worked_out_once() -> None:
    asked: list[date] = []

    def question(_: Journal, today: date) -> date:
        asked.append(today)
        return today

    assert [EDITION.answer_today(question), EDITION.answer_today(question)] == [EDITION.today] * 2
    assert asked == [EDITION.today]
