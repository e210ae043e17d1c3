"""No way to reach anybody is left in a text that a coach reads; what only looks like one is."""

from __future__ import annotations

import pytest

from afterword.audience.masking import Masks

WAYS = [
    *("https://larkspur.example/ada", "mailto:ada", "www.larkspur.example", "xmpp:ada"),
    *("ada@larkspur.example", "ada [at] larkspur [dot] pl"),
    *("ada at larkspur dot pl", "ada AT larkspur.pl"),
    *("linkedin/in/ada", "larkspur.nowhere/team"),
    *("larkspur.dev", "jobs.larkspur.co.uk", "larkspur.de?a"),
    *("@adawinter", "@ada@larkspur.nowhere"),
    *(
        "+49 170 5550123",
        "(555) 555-0199",
        "0170/5550145",
        "0049 170 5550",
        "017055501",
        "555-0199",
        "+4917055",
        "00491701",
    ),
]
NONE = [
    *("2026-11-12", "12.11.2026", "12/11/26", "2019-2023", "2019 2020 2021", "10:30-11:15"),
    *("1 000 000", "85.000 - 95.000", "120000-140000", "3,000,000", "0.1234567", "17055501"),
    *("Node.js", "a/b tests", "e.g. this", "C#", "at 9.30", "9.30 - 10.15", "setup.py"),
]


@pytest.mark.parametrize("way", WAYS)
def test_a_way_to_reach_somebody_is_taken_out(way: str) -> None:
    said = f"I told of {way} then"
    assert Masks((), contacts=True)(said) == "I told of … then"
    assert Masks(())(said) == said


@pytest.mark.parametrize("words", NONE)
def test_a_day_an_amount_and_the_name_of_a_thing_stay(words: str) -> None:
    said = f"I told of {words} then"
    assert Masks((), contacts=True)(said) == said
