"""Values that say less than their key wants, or say it in another way: a note that was sent on no day, a feeling on another scale."""

from __future__ import annotations

import pytest

from afterword.model import Interview, Problem, Source
from afterword.reading import read_journal


def read(line: str) -> tuple[Interview, list[Problem]]:
    text = f"---\ncompany: Harbour\ndate: 2026-11-12\nconfidence: 60\n{line}\n---\n\n## Went well\n- calm\n"
    told = read_journal([Source("a.md", text)])
    return told.interviews[0], list(told.problems)


@pytest.mark.parametrize("word", ["yes", "Yes", "true", "sent", "done", "✓", "✅", "x"])
def test_a_note_that_was_sent_on_no_day_is_a_warning_that_says_both_ways_out(word: str) -> None:
    one, problems = read(f"thank_you: {word}")
    assert (one.thank_you.sent, one.thank_you.skipped) == ((), False)
    assert [(str(each.severity), each.message, each.suggestion) for each in problems] == [
        (
            "warning",
            "That a note was sent is written, and not on which day, so it is still listed as due.",
            "Write the day, as in thank_you: 2026-11-13. If you no longer know it, write thank_you: skip.",
        )
    ]


@pytest.mark.parametrize(
    "line",
    [
        "follow_ups: yes",
        "follow_ups: [yes, 2026-11-13]",
        "thank_you: [yes, 2026-11-13]",
        "feedback_asked: sent",
        "feedback_received: yes",
        "applied: done",
        "reconnected: yes",
        "connected: yes",
    ],
)
def test_what_happened_on_no_day_is_a_warning(line: str) -> None:
    _, problems = read(line)
    assert [(str(each.severity), each.code) for each in problems] == [("warning", "no-day")]


def test_days_beside_it_are_read() -> None:
    one, _ = read("thank_you: [yes, 2026-11-13]")
    assert [str(day) for day in one.thank_you.sent] == ["2026-11-13"]


@pytest.mark.parametrize("line", ["applied: {a: b}", "applied: [2026-11-12, 2026-11-13]"])
def test_what_is_no_one_word_is_no_day_as_before(line: str) -> None:
    _, problems = read(line)
    assert [each.code for each in problems] == ["not-a-date"]


@pytest.mark.parametrize(
    ("written", "feeling"),
    [
        ("4/5", 4),
        ("4 of 5", 4),
        ("8/10", 4),
        ("10/10", 5),
        ("2 out of 10", 1),
        ("60/100", 3),
        ("four", 4),
        ("Two", 2),
        ("★★★★☆", 4),
    ],
)
def test_a_feeling_may_be_on_another_scale(written: str, feeling: int) -> None:
    one, problems = read(f"feeling: {written}")
    assert (one.feeling, problems) == (feeling, [])


@pytest.mark.parametrize("written", ["7/10", "7", "4/0", "good", "six", "0/10"])
def test_what_is_between_two_steps_or_is_none_is_told_the_scale(written: str) -> None:
    one, (problem,) = read(f"feeling: {written}")
    assert (one.feeling, problem.suggestion) == (
        None,
        "Write 1, 2, 3, 4 or 5: 1 is bad, 5 is very good.",
    )


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Dana", ["Dana"]),
        ("dana and sam", ["dana", "sam"]),
        ("Dana, Sam & Kim", ["Dana", "Sam", "Kim"]),
        ("two nurses", ["two nurses"]),
    ],
)
def test_bare_names_are_names(written: str, names: list[str]) -> None:
    one, problems = read(f"interviewers: {written}")
    assert ([each.name for each in one.interviewers], problems) == (names, [])


def test_a_number_is_no_name() -> None:
    one, (problem,) = read("interviewers: 2")
    assert (one.interviewers, str(problem.severity), problem.code) == ((), "hint", "no-name")
