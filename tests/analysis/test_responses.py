"""They say, I say, I tried, and since then."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.builders import interview, journal, observed, said

from afterword.analysis.rejections import rejections
from afterword.analysis.responses import Response, responses
from afterword.analysis.themes import theme_notes
from afterword.kinds import FeedbackKind, Helped, OutcomeKind
from afterword.model import Attempt, Interview, Journal, Observation

PLAN = ("plan.md", 20)


def rejected(day: str, company: str, *themes: str, **facts: Any) -> Interview:
    return interview(day, company, outcome=OutcomeKind.REJECTED, feedback=said(*themes), **facts)


def planned(day: str = "2026-03-01") -> Interview:
    plan = (Observation(text="Breathe", line=20, themes=("pace",)),)
    return interview(day, "Plan", path="plan.md", do_differently=plan)


def tried(day: str, helped: Helped | None = None, *themes: str) -> Interview:
    item = Attempt(text="Breathe", line=30, helped=helped, commitment=PLAN, themes=themes)
    return interview(day, f"Tried {day}", tried=(item,))


def answer(*interviews: Interview) -> Response:
    (only,) = responses(journal(*interviews))
    return only


def days(told: Response) -> list[list[date]]:
    return [[one.day for one in notes] for notes in (told.since.well, told.since.badly)]


def test_each_theme_that_a_rejection_names_has_one_answer_the_most_named_first() -> None:
    told = responses(
        journal(rejected("2026-01-05", "A", "sql", "pace"), rejected("2026-01-06", "B", "sql"))
    )
    assert [(one.theme, len(one.named), len(one.reasons)) for one in told] == [
        ("sql", 2, 2),
        ("pace", 1, 2),
    ]


def test_themes_that_as_many_rejections_name_come_by_their_names() -> None:
    told = responses(journal(rejected("2026-01-05", "A", "sql", "pace", "kafka")))
    assert [one.theme for one in told] == ["kafka", "pace", "sql"]


def test_praise_and_what_was_said_without_a_rejection_name_nothing() -> None:
    praised = interview(
        "2026-01-05",
        outcome=OutcomeKind.REJECTED,
        feedback=said("pace", kind=FeedbackKind.PRAISE),
    )
    offered = interview("2026-01-06", "B", outcome=OutcomeKind.OFFER, feedback=said("pace"))
    open_one = interview("2026-01-07", "C", feedback=said("pace"))
    assert responses(journal(praised, offered, open_one)) == ()


def test_i_say_it_where_i_noted_that_it_went_badly() -> None:
    told = answer(
        rejected("2026-01-05", "A", "pace", went_badly=observed("pace", "sql")),
        interview("2026-01-06", "B", went_well=observed("pace")),
    )
    assert [one.item.text for one in told.mine] == ["about pace"]


def test_a_try_is_on_the_theme_of_its_commitment_or_its_own() -> None:
    told = answer(
        rejected("2026-01-05", "A", "pace"),
        planned(),
        tried("2026-04-01", Helped.NO),
        tried("2026-05-01", Helped.HELPED, "pace"),
    )
    assert [one.day.month for one in told.tried] == [4, 5]
    assert [one.day.month for one in told.helped] == [5]


def test_a_try_of_no_known_commitment_and_no_theme_is_on_none() -> None:
    loose = Attempt(text="Breathe", line=30, themes=())
    told = answer(rejected("2026-01-05", "A", "pace"), interview("2026-04-01", tried=(loose,)))
    assert told.tried == ()


def test_since_then_is_from_the_first_try_on() -> None:
    told = responses(
        journal(
            rejected("2026-01-05", "A", "pace"),
            planned(),
            interview("2026-03-31", "B", went_well=observed("pace")),
            tried("2026-04-01"),
            interview("2026-04-01", "C", went_well=observed("pace")),
            rejected("2026-05-01", "D", "sql"),
            rejected("2026-06-01", "E", "pace", went_badly=observed("pace")),
        )
    )[0]
    assert told.since.day == date(2026, 4, 1)
    assert days(told) == [[date(2026, 4, 1)], [date(2026, 6, 1)]]
    assert [one.company for one in told.since.reasons] == ["D", "E"]
    assert [one.company for one in told.since.named] == ["E"]


def test_where_nothing_was_tried_it_is_after_the_last_interview_for_which_it_was_named() -> None:
    told = answer(
        rejected("2026-01-05", "A", "pace", went_badly=observed("pace")),
        interview("2026-01-06", "B", went_well=observed("pace", "pace", "pace")),
    )
    assert told.since.day == date(2026, 1, 5)
    assert days(told) == [[date(2026, 1, 6)] * 3, []]
    assert (told.since.is_news, told.since.is_good) == (True, True)


def test_no_news_is_neither_good_nor_bad() -> None:
    told = answer(rejected("2026-01-05", "A", "pace"))
    assert (told.since.is_news, told.since.is_good) == (False, False)


def test_what_has_been_named_again_is_not_called_good() -> None:
    told = answer(
        planned("2026-01-02"),
        tried("2026-01-04"),
        rejected("2026-01-05", "A", "pace", went_well=observed("pace", "pace", "pace")),
    )
    assert not told.since.is_good


def test_it_lies_in_the_days_on_which_it_was_named_or_tried() -> None:
    told = answer(rejected("2026-01-05", "A", "pace"), planned(), tried("2026-04-01"))
    spans = [(date(2026, month, 1), date(2026, month, 28)) for month in (1, 2, 4)]
    assert [told.lies_in(*one) for one in spans] == [True, False, True]


@st.composite
def journals(draw: st.DrawFn) -> Journal:
    themes = st.lists(st.sampled_from(("pace", "sql")), max_size=2)
    rows = draw(
        st.lists(
            st.tuples(st.integers(0, 200), st.sampled_from("ABC"), themes, themes, st.booleans()),
            max_size=10,
        )
    )
    return journal(
        *(
            interview(
                date(2026, 1, 1) + timedelta(days=day),
                company,
                path=f"{at}.md",
                went_badly=observed(*badly),
                feedback=said(*gaps),
                outcome=OutcomeKind.REJECTED if is_end else OutcomeKind.ADVANCED,
            )
            for at, (day, company, badly, gaps, is_end) in enumerate(rows)
        )
    )


@settings(max_examples=40)
@given(journals())
def test_what_they_say_and_what_i_say_is_what_the_other_pages_count(told: Journal) -> None:
    rejected_ones, notes = rejections(told), {one.theme: one for one in theme_notes(told)}
    theirs = {one.theme: one.gap for one in rejected_ones.themes if one.gap}
    found = responses(told)
    assert {one.theme: len(one.named) for one in found} == theirs
    for one in found:
        assert len(one.mine) == len(notes[one.theme].badly)
        assert {each.id for each in one.named} <= {each.id for each in rejected_ones.with_feedback}
