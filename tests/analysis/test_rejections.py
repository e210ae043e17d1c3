"""What those who turned me down say, and what I say beside it."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import interview, journal, observed, said

from afterword.analysis.rejections import Cell, rejections
from afterword.kinds import FeedbackKind, OutcomeKind, RoundKind
from afterword.model import Interview

REJECTED = OutcomeKind.REJECTED


def rejected(company: str, *themes: str, day: str = "2026-03-02", **facts: Any) -> Interview:
    return interview(day, company, outcome=REJECTED, feedback=said(*themes), **facts)


def pairs(cells: tuple[Cell, ...]) -> list[tuple[str, int, int]]:
    return [(one.theme, one.mine, one.theirs) for one in cells]


def test_withdrawals_silence_and_cancelled_jobs_are_kept_apart() -> None:
    answer = rejections(
        journal(
            rejected("A", "kafka"),
            interview("2026-03-02", "B", outcome=OutcomeKind.WITHDRAWN),
            interview("2026-03-02", "C", outcome=OutcomeKind.NO_ANSWER),
            interview("2026-03-02", "D", outcome=OutcomeKind.OFFER, feedback=said("kafka")),
            interview("2026-03-02", "E", outcome=OutcomeKind.CANCELLED, feedback=said("kafka")),
        )
    )
    names = [
        [one.company for one in group]
        for group in (answer.applications, answer.withdrawn, answer.no_answer, answer.cancelled)
    ]
    assert names == [["A"], ["B"], ["C"], ["E"]]
    assert [one.gap for one in answer.themes] == [1]


def test_an_application_that_names_a_theme_twice_counts_once() -> None:
    answer = rejections(
        journal(rejected("A", "kafka", "kafka"), rejected("A", "kafka", day="2026-03-01"))
    )
    (theme,) = answer.themes
    assert (theme.gap, len(theme.gaps)) == (1, 3)


def test_what_most_of_them_miss_comes_first_then_what_more_of_them_praise_then_the_alphabet() -> (
    None
):
    praise = interview(
        "2026-03-02", "P", outcome=REJECTED, feedback=said("sql", kind=FeedbackKind.PRAISE)
    )
    missed = rejected("A", "zoo", "sql", "pace", "kafka", "often"), rejected("B", "often")
    told = [one.theme for one in rejections(journal(praise, *missed)).themes]
    assert told == ["often", "sql", "kafka", "pace", "zoo"]


def test_the_feedback_of_an_earlier_round_counts_with_the_rejection() -> None:
    early = interview(
        "2026-03-01",
        "A",
        outcome=OutcomeKind.ADVANCED,
        feedback=said("x", kind=FeedbackKind.PRAISE),
    )
    (theme,) = rejections(journal(early, rejected("A"))).themes
    assert (theme.theme, theme.praised, theme.gap) == ("x", 1, 0)


def test_feedback_without_a_theme_is_kept_by_itself() -> None:
    plain = said("x")[0]
    answer = rejections(
        journal(
            interview(
                "2026-03-02",
                outcome=REJECTED,
                feedback=(plain.__class__(text="Too quiet", line=9),),
            )
        )
    )
    assert [quote.feedback.text for quote in answer.unthemed] == ["Too quiet"]
    assert answer.themes == ()


def test_who_was_asked_who_answered_and_after_how_many_days() -> None:
    asked = date(2026, 3, 3)
    answer = rejections(
        journal(
            rejected("A", "x", feedback_asked=asked, feedback_received=date(2026, 3, 8)),
            rejected("B", feedback_asked=asked, feedback_received=date(2026, 3, 6)),
            rejected("C", feedback_asked=asked),
            rejected("D", "x", feedback_asked=asked, feedback_received=date(2026, 3, 1)),
            rejected("E", "x"),
            rejected("F"),
        )
    )
    assert (len(answer.asked), len(answer.answered), answer.silent) == (4, 3, 1)
    assert (answer.days, answer.median_days) == ((5, 3), 4)
    assert len(answer.with_feedback) == 3


def test_without_answers_there_is_no_median() -> None:
    assert rejections(journal(rejected("A"))).median_days is None


def test_an_application_ends_in_the_round_that_was_turned_down() -> None:
    answer = rejections(
        journal(
            rejected("A", kind=RoundKind.TECHNICAL),
            interview("2026-03-09", "A", kind=RoundKind.OTHER),
            rejected("B", kind=RoundKind.SCREEN),
        )
    )
    assert {kind: len(ended) for kind, ended in answer.by_round.items()} == {
        RoundKind.SCREEN: 1,
        RoundKind.TECHNICAL: 1,
    }


def test_the_four_cells_hold_my_view_against_theirs() -> None:
    """Of the same application: what I noted of another one hides no blind spot."""
    mine = interview(
        "2026-01-05",
        "M",
        went_badly=observed("hardly", "mine"),
        went_well=observed("loved"),
    )
    first = rejected("A", "both", "hardly", "never", went_badly=observed("both"))
    second = rejected("B", "both", "hardly", "never", went_badly=observed("hardly"))
    third = rejected("C", "hardly")
    praise = interview(
        "2026-03-02", "P", outcome=REJECTED, feedback=said("loved", "new", kind=FeedbackKind.PRAISE)
    )
    cells = rejections(journal(mine, first, second, third, praise)).cells
    assert pairs(cells.both) == [("both", 1, 2)]
    assert pairs(cells.only_they) == [("hardly", 2, 3), ("never", 0, 2)]
    assert [one.unseen for one in cells.only_they] == [2, 2]
    assert pairs(cells.only_i) == [("mine", 1, 0)]
    assert pairs(cells.both_praised) == [("loved", 1, 1)]


def test_what_only_i_see_begins_with_what_i_noted_most_then_goes_by_name() -> None:
    noted = interview("2026-11-12", went_badly=observed("sql", "pace", "graphs", "graphs"))
    cells = rejections(journal(noted)).cells
    assert pairs(cells.only_i) == [("graphs", 2, 0), ("pace", 1, 0), ("sql", 1, 0)]


def test_a_blind_spot_that_i_mostly_noted_myself_is_none() -> None:
    """They name it in all ten, and my notes of six of these do as well."""
    seen = (rejected(f"S{at}", "pace", went_badly=observed("pace")) for at in range(6))
    unseen = (rejected(f"U{at}", "pace") for at in range(4))
    cells = rejections(journal(*seen, *unseen, rejected("O", "sql"))).cells
    assert (pairs(cells.both), cells.blind_spot) == ([("pace", 6, 10)], None)


def test_a_rejection_stays_counted_with_its_feedback_where_it_was_taken_up_again() -> None:
    """What they said after they took it up again is no word on the rejection."""
    refused = interview(
        "2026-01-02", outcome=OutcomeKind.REJECTED, decided="2026-01-12", feedback=said("pace")
    )
    back = interview("2026-02-02", feedback=said("sql"), outcome=OutcomeKind.ADVANCED, path="b.md")
    found = rejections(journal(refused, back))
    assert (len(found.applications), [one.theme for one in found.themes]) == (1, ["pace"])


def test_an_end_of_each_sort_stays_counted_but_for_silence_that_was_broken() -> None:
    kinds = (OutcomeKind.WITHDRAWN, OutcomeKind.CANCELLED, OutcomeKind.NO_ANSWER)
    ended = [interview("2026-01-02", kind.value, outcome=kind) for kind in kinds]
    again = [interview("2026-02-02", kind.value) for kind in kinds]
    for told in (journal(*ended), journal(*ended, *again)):
        found = rejections(told)
        broken = len(told.interviews) > len(kinds)
        assert [len(found.withdrawn), len(found.cancelled), len(found.no_answer)] == [
            1,
            1,
            not broken,
        ]


def test_a_round_that_is_still_to_come_is_no_case_of_its_kind_unless_it_was_over_before() -> None:
    met = [rejected(f"C{at}", day="2026-03-02") for at in range(3)]
    coming = interview("2026-06-01", "Later", kind=met[0].kind)
    off = rejected("Off", day="2026-06-02")
    told = journal(*met, coming, off)
    assert rejections(told, date(2026, 4, 1)).rounds == {met[0].kind: 4}
    assert rejections(told, date(2026, 6, 1)).rounds == {met[0].kind: 5}
