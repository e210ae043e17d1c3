"""How a row stands where several of its columns say so, and signs that are no words."""

from __future__ import annotations

from datetime import date

import pytest

from afterword.model import Journal
from afterword.reading import ReadingOptions
from afterword.writing.importing.columns import understood
from afterword.writing.importing.plan import NewFile, Plan, plan_of
from afterword.writing.importing.tables import table_in

TODAY = date(2026, 11, 20)


def plan(text: str, *there: str) -> Plan:
    texts = {f"{at}.md": one for at, one in enumerate(there)}
    table = understood(table_in(text.encode()), None, {})
    return plan_of(table, Journal(), texts, ReadingOptions(today=TODAY), TODAY)


def only(text: str) -> NewFile:
    (new,) = plan(text).new
    return new


@pytest.mark.parametrize(
    ("stage", "result", "outcome"),
    [
        ("Phone screen", "Rejected", "rejected"),
        ("Applied", "Absage", "rejected"),
        ("Offer", "Declined", "declined"),
        ("Offer", "Accepted", "accepted"),
        ("Rejected", "waiting", "rejected"),
        ("advanced", "offer", "offer"),
        ("Final", "—", ""),
        ("Rejected", "rejected after the final", "rejected"),
    ],
)
@pytest.mark.parametrize("headers", ["Stage,Result", "Status,Outcome"])
def test_of_two_columns_the_one_that_says_more_is_the_outcome(
    stage: str, result: str, outcome: str, headers: str
) -> None:
    new = only(f"Company,Interview Date,{headers}\nAcme,2026-10-02,{stage},{result}\n")
    assert str(new.made.entry.facts["outcome"] or "") == outcome


def test_their_order_does_not_matter() -> None:
    new = only("Company,Interview Date,Result,Stage\nAcme,2026-10-02,Rejected,Phone screen\n")
    facts = new.made.entry.facts
    assert (facts["outcome"], facts["round"]) == ("rejected", "Phone screen")


def test_a_stage_beside_a_result_is_the_round_of_the_one_interview_and_else_kept() -> None:
    header = "Company,Applied,Interview Date,Stage,Result\n"
    with_day = only(f"{header}Acme,2026-10-01,2026-10-02,Phone screen,waiting\n").text
    without = only(f"{header}Acme,2026-10-01,,Phone screen,waiting\n").text
    assert "round: Phone screen\nthere_result: waiting\n" in with_day
    assert "status_there: Phone screen\nthere_result: waiting\n" in without


def test_two_ends_that_differ_are_doubted_and_both_kept() -> None:
    text = "Company,Applied,Status,Outcome\nAcme,2026-10-01,Rejected,Withdrawn\n"
    (read,) = plan(text).read
    assert read.doubts == [
        "'Rejected' and 'Withdrawn' are two ends; both are kept, and it counts as open"
    ]
    assert "status_there: Rejected\nthere_outcome: Withdrawn\n" in only(text).text
    assert "\noutcome:" not in only(text).text


def test_a_column_called_like_a_status_whose_cells_are_none_is_kept_as_it_is() -> None:
    text = "Company,State,Applied,Status\nAcme,CA,2026-10-01,Rejected\n"
    assert "outcome: rejected\nthere_state: CA\n" in only(text).text
    assert plan(text).read[0].doubts == []


@pytest.mark.parametrize("sign", ["❌", "👻", "🟢", "✅"])
def test_a_status_of_signs_alone_is_doubted_and_kept(sign: str) -> None:
    text = f"Company,Applied,Status\nAcme,2026-10-01,{sign}\n"
    (read,) = plan(text).read
    assert f"the status '{sign}' is no outcome that is known; it is kept" in read.doubts[0]
    assert f"status_there: {sign}\n" in only(text).text


def test_beside_an_outcome_that_is_known_a_sign_is_doubted_too_and_that_outcome_counts() -> None:
    text = "Company,Applied,Status,Result\nAcme,2026-10-01,Rejected,👻\n"
    assert plan(text).read[0].doubts == [
        "the status '👻' is no outcome that is known; it is kept, and rejected counts"
    ]


def test_a_cell_of_signs_alone_is_kept_and_known_again() -> None:
    text = "Company,Applied,Mood,Fit\nAcme,2026-10-01,😀,★★★\n"
    new = only(text)
    assert "there_mood: 😀\nfit: ★★★\n" in new.text
    (known,) = plan(text, new.text).known
    assert known.lacks == ()


@pytest.mark.parametrize("sign", ["−", "~", "…", "--", "?!"])
def test_a_dash_of_any_kind_is_nothing(sign: str) -> None:
    assert "mood" not in only(f"Company,Applied,Mood\nAcme,2026-10-01,{sign}\n").text


@pytest.mark.parametrize("column", ["Interview Date", "Role", "Phone Screen"])
def test_no_sign_is_a_day_or_a_role(column: str) -> None:
    (read,) = plan(f"Company,Applied,{column}\nAcme,2026-10-01,❌\n").read
    assert (read.doubts, read.role, read.made[0].is_note) == ([], "", True)
