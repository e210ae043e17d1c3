"""What is to be written into an entry so that a follow-up is done."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview

from afterword.analysis.follow_ups import ticking
from afterword.analysis.follow_ups.kind import Occasion
from afterword.model import Interview, Reference

TODAY = date(2026, 11, 20)


def occasion(
    one: Interview | None = None, *, to: str = "Dana", line: int | None = None
) -> Occasion:
    return Occasion(interview=one or interview(TODAY), since=TODAY, to=to, line=line)


def test_a_day_stands_beside_those_before_it_and_not_beside_plans() -> None:
    sent = interview(TODAY, follow_ups=(date(2026, 11, 13), date(2026, 11, 27)))
    assert ticking.letter_sent(occasion(sent), TODAY) == ("follow_ups: [2026-11-13, 2026-11-20]",)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Dana Whitfield", "Dana Whitfield"),
        ("R. O'Neil-Byrne", "R. O'Neil-Byrne"),
        ("Åsa", "Åsa"),
        ("Whitfield, Dana", '"Whitfield, Dana"'),
        ("Dana: HR", '"Dana: HR"'),
        ("@dana", '"@dana"'),
        ("007", '"007"'),
    ],
)
def test_a_name_that_yaml_would_misread_stands_between_quotes(name: str, written: str) -> None:
    assert ticking.asked(occasion(to=name), TODAY) == (f"{{name: {written}, asked: 2026-11-20}}",)


def test_who_is_thanked_stays_told() -> None:
    told = (Reference(name="Lee", line=4), Reference(name="Dana", told=date(2026, 11, 3), line=5))
    assert ticking.thanked(occasion(interview(TODAY, references=told)), TODAY) == (
        "{name: Dana, told: 2026-11-03, thanked: 2026-11-20}",
    )


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("  - what: Link", "done: 2026-11-20"),
        ("  - by: 2026-11-24", "done: 2026-11-20"),
        ("promised: [{what: Link, by: 2026-11-24}]", "done: 2026-11-20"),
        ("  - Link", "✅ 2026-11-20"),
        ("  - Slides: the new ones", "✅ 2026-11-20"),
        ("promised: certificate by 24 Dec", "✅ 2026-11-20"),
    ],
)
def test_a_promise_is_ticked_off_where_it_stands(line: str, written: str) -> None:
    promised = interview(TODAY, front_matter=f"company: A\n{line}\n", body_line=5)
    assert ticking.kept(occasion(promised, line=3), TODAY) == (written,)


def test_a_promise_in_the_body_takes_the_mark_of_a_task() -> None:
    assert ticking.kept(occasion(line=9), TODAY) == ("✅ 2026-11-20",)
