"""How people say where they found a post and how they met, in the few words of a form."""

from __future__ import annotations

import pytest

from afterword.vocabulary.methods import way_found, way_held, way_written


@pytest.mark.parametrize(
    ("source", "method"),
    [
        ("LinkedIn", "online"),
        ("LinkedIn (recruiter)", "through a recruiter"),
        ("https://jobs.acme.com/12", "online"),
        ("Hacker News: who's hiring?", "online"),
        ("E-Mail", "email"),
        ("referral by email", "through somebody I know"),
        ("job fair in Bern", "in person"),
        ("Job-Center", "through the job centre"),
        ("by letter", "by post"),
        ("they phoned me", "phone"),
        ("candidate portal", "online"),
        ("ats", "online"),
        ("a dream", None),
        ("", None),
        (None, None),
    ],
)
def test_a_source_speaks_of_a_method(source: str | None, method: str | None) -> None:
    assert way_found(source) == method


def test_an_interview_is_held_in_one_of_four_ways_or_one_we_do_not_know() -> None:
    ways = [way_held(one) for one in ("Zoom", "call", "office", "homework", "by pigeon", None)]
    assert ways == ["video", "phone", "in person", "take-home", None, None]


def test_a_channel_stands_for_a_method() -> None:
    ways = [way_written(one) for one in ("mail", "ats", "agency", "sms", "pigeon", None)]
    assert ways == ["email", "online", "through a recruiter", "phone", None, None]


def test_a_method_stays_the_one_it_is() -> None:
    sources = ["online", "through somebody I know", "in person", "by post"]
    assert [way_found(one) for one in sources] == sources
    assert [way_held(one) for one in ("video", "in person")] == ["video", "in person"]
    assert [way_written(one) for one in ("online", "through a recruiter")] == ["online", "through a recruiter"]  # fmt: skip
