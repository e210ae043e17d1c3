"""How long they take, told so that an answer that is still missing is not forgotten."""

from __future__ import annotations

from datetime import date

from tests.builders import interview, journal

from afterword.analysis.waits import waits
from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview
from afterword.pages.funnel import funnel_page, waits_headline

TODAY = date(2026, 11, 20)
THEIR_DAY = date(2026, 3, 9)


def answered(company: str, decided: str) -> Interview:
    return interview(
        "2026-03-02",
        company,
        outcome=OutcomeKind.REJECTED,
        decided=decided,
        decision_by=THEIR_DAY,
        kind=RoundKind.SCREEN,
    )


def test_one_that_never_came_is_late_as_well() -> None:
    never = [
        interview("2026-03-02", name, outcome=OutcomeKind.NO_ANSWER, decision_by=THEIR_DAY)
        for name in "AB"
    ]
    told = waits(journal(*never, answered("C", "2026-03-05")), TODAY)
    assert (
        waits_headline(told) == "2 of 3 answers came later than they said, or have not come at all."
    )


def table(*interviews: Interview) -> str:
    page = funnel_page(Edition(journal(*interviews), TODAY))
    return page.partition('aria-label="How long answers take"')[2]


def test_the_table_says_within_how_many_days_half_came() -> None:
    told = table(*(answered(name, f"2026-03-0{at}") for at, name in enumerate("ABC", 3)))
    assert "<td>7 days</td><td>2 days</td>" in told


def test_half_has_not_come_while_most_are_open() -> None:
    early = [answered(name, "2026-03-05") for name in "ABC"]
    quiet = [interview("2026-03-10", name, kind=RoundKind.SCREEN) for name in "DEFG"]
    assert "<td>not half of them yet</td>" in table(*early, *quiet)


def test_fewer_than_three_are_told_one_by_one() -> None:
    assert "<td>7 days</td><td>1 day</td>" in table(answered("A", "2026-03-03"))
    assert "<td>not written</td>" in table(interview("2026-03-10", "D", kind=RoundKind.SCREEN))


def test_each_count_opens_into_its_items() -> None:
    told = table(answered("Acme", "2026-03-05"))
    assert 'data-figure="waits screen answered"><summary>1</summary>' in told
    assert "Acme: 3 days" in told
    assert '<span data-figure="waits screen open">0</span>' in told
