"""How days, counts and outcomes are said."""

from datetime import date, time

import pytest

from afterword.kinds import OutcomeKind, RoundKind
from afterword.vocabulary import wording

FRIDAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (FRIDAY, "Friday 20 November"),
        (date(2025, 1, 1), "Wednesday 1 January 2025"),
    ],
)
def test_a_day_is_said_with_its_year_only_when_that_is_another(day: date, expected: str) -> None:
    assert wording.day_words(day, FRIDAY) == expected


def test_a_day_in_a_picture_is_short() -> None:
    assert wording.short_day(FRIDAY) == "20 Nov"


def test_a_month_as_a_heading_has_its_year() -> None:
    assert wording.month_words(FRIDAY) == "November 2026"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 11, 20), "today"),
        (date(2026, 11, 21), "tomorrow"),
        (date(2026, 11, 19), "yesterday"),
        (date(2026, 11, 23), "in 3 days"),
        (date(2026, 11, 7), "13 days ago"),
        (date(2026, 11, 6), "2 weeks ago"),
        (date(2026, 9, 20), "2 months ago"),
        (date(2024, 11, 19), "2 years ago"),
    ],
)
def test_a_distance_is_said_in_the_largest_unit_people_use(day: date, expected: str) -> None:
    assert wording.away(day, FRIDAY) == expected


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, "no replies"), (1, "one reply"), (12, "twelve replies"), (13, "13 replies")],
)
def test_small_numbers_are_words(number: int, expected: str) -> None:
    assert wording.counted_words(number, "reply", "replies") == expected


def test_a_number_may_open_a_sentence() -> None:
    assert wording.number_word(3, capital=True) == "Three"


@pytest.mark.parametrize(
    ("number", "expected"), [(0, "0 interviews"), (1, "1 interview"), (2, "2 interviews")]
)
def test_a_figure_agrees_with_its_noun(number: int, expected: str) -> None:
    assert wording.counted(number, "interview") == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_names_are_listed_as_in_a_sentence(names: list[str], expected: str) -> None:
    assert wording.listed(names) == expected


@pytest.mark.parametrize("kind", OutcomeKind)
def test_every_outcome_has_a_word(kind: OutcomeKind) -> None:
    assert wording.outcome_word(kind)


@pytest.mark.parametrize("kind", RoundKind)
def test_every_kind_of_round_has_a_word(kind: RoundKind) -> None:
    assert wording.round_word(kind)


@pytest.mark.parametrize(("text", "expected"), [("", ""), ("froze", "Froze."), (" Why? ", "Why?")])
def test_a_remark_becomes_a_sentence(text: str, expected: str) -> None:
    assert wording.sentence(text) == expected


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("14:30", "14:30"),
        ("09:05+00:00", "9:05 (UTC)"),
        ("14:30+05:30", "14:30 (UTC+5:30)"),
        ("14:30-08:00", "14:30 (UTC−8)"),
    ],
)
def test_a_clock_time_says_its_zone_where_one_was_written(clock: str, expected: str) -> None:
    assert wording.clock_words(time.fromisoformat(clock)) == expected
