"""The card on an entry's page."""

from __future__ import annotations

import re
from datetime import date

import pytest

from afterword.edition.edition import Edition
from afterword.edition.naming import promise_words
from afterword.kinds import Party
from afterword.model import Promise
from afterword.pages.entry import entry_card
from afterword.reading import read_journal
from afterword.reading.source import decode


def card(text: str) -> str:
    journal = read_journal([decode(text.encode(), "2026/one.md")])
    return entry_card(Edition(journal, date(2026, 11, 20)), journal.interviews[0])


def test_items_on_one_line_of_the_front_matter_have_one_place() -> None:
    """An id stands in a page once, and whoever is led to that line sees them all."""
    text = "---\ncompany: A\ndate: 2026-11-12\nwent_well: [calm, quick]\nskills: [sql]\n---\n"
    made = card(text)
    assert re.findall(r'<li(?: id="([^"]+)")?>(calm|quick|sql)', made) == [
        ("line-4", "calm"),
        ("", "quick"),
        ("line-5", "sql"),
    ]


def test_the_words_of_an_outcome_stand_beside_it() -> None:
    made = card("---\ncompany: A\ndate: 2026-11-12\noutcome: on hold <for now>\n---\n")
    assert 'No answer yet</span> <span class="aw-soft">“on hold &lt;for now&gt;”</span>' in made


def test_what_other_pages_lead_to_in_the_front_matter_has_a_place() -> None:
    text = (
        "---\ncompany: A\ndate: 2026-11-12\npromised:\n  - Send it\nreferences: [Ada, Bo]\n---\n\n"
        "## Thank-you note\n\nDear Ada\n"
    )
    made = card(text)
    assert re.findall(r'<(\w+)[^>]* id="([^"]+)"', made) == [
        ("li", "line-5"),
        ("li", "line-6"),
        ("div", "line-9"),
    ]


def test_a_line_has_one_place_in_a_page() -> None:
    """What the prose has an id for has none on the card."""
    text = '---\n{"company": "A", "date": "2026-11-12", "promised": ["Send it"], "went_well": ["Calm"]}\n---\n'
    assert card(text).count('id="line-2"') == 1


def test_what_i_said_and_what_was_kept_stand_on_the_card() -> None:
    made = card(
        "---\ncompany: A\ndate: 2026-11-12\nsaid: {salary: 82 000}\n---\n\n"
        "## Said\n\n- I can start soon\n\n## Promised\n\n- [x] The form\n"
    )
    assert re.findall(r'<li id="([^"]+)">([^<]+)(?:<span class="aw-soft">([^<]+))?', made) == [
        ("line-13", "I: The form ", "done"),
        ("line-4", "salary: 82 000", ""),
        ("line-9", "I can start soon", ""),
    ]


@pytest.mark.parametrize(
    ("what", "who", "expected"),
    [
        ("They said they'd let me know", Party.THEM, "They said they'd let me know"),
        ("she'll write", Party.THEM, "she'll write"),
        ("I'll send the deck", Party.ME, "I'll send the deck"),
        ("Theory reading list", Party.THEM, "They: Theory reading list"),
        ("Send the invoice", Party.ME, "I: Send the invoice"),
        ("Invoice", Party.ME, "I: Invoice"),
        ("I get their answer", Party.THEM, "They: I get their answer"),
    ],
)
def test_a_promise_says_once_whose_it_is(what: str, who: Party, expected: str) -> None:
    assert promise_words(Promise(what=what, who=who, line=1)) == expected


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("Rejected 13 November 2026", ""),
        ("rejected (13 Nov 2026)", ""),
        ("rejected after the final, 13 Nov 2026", "“rejected after the final, 13 Nov 2026”"),
        ("rejected 31/02/2026", "“rejected 31/02/2026”"),
    ],
)
def test_an_outcome_and_its_day_are_not_said_twice(written: str, shown: str) -> None:
    in_matter = card(f"---\ncompany: A\ndate: 2026-11-12\noutcome: {written}\n---\n")
    below = card(f"---\ncompany: A\ndate: 2026-11-12\n---\n\n## Outcome\n\n{written}\n")
    for made in (in_matter, below):
        assert ("“" in made) is bool(shown)
        assert shown in made
