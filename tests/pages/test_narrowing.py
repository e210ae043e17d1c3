"""The reflections on a part of the journal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from tests.builders import interview, journal, observed

from afterword.edition.edition import Edition
from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Interview, Journal, Observation
from afterword.pages.narrowed import LISTED, SHOWN, narrowed_pages
from afterword.pages.parts.choices import Choice, choices
from afterword.pages.reflections import reflections_page

TODAY = date(2026, 11, 20)


def noted(day: str, company: str = "A", **facts: Any) -> Interview:
    return interview(day, company, went_badly=observed("kafka"), **facts)


def names(choice: Choice) -> dict[str, int]:
    return {part.name: len(part.interviews) for part in choice.parts}


def of(*interviews: Interview) -> dict[str, dict[str, int]]:
    return {one.name: names(one) for one in choices(journal(*interviews), date(2026, 8, 20))}


def test_a_journal_is_narrowed_by_round_outcome_and_period() -> None:
    found = of(
        noted("2026-02-01", "A", kind=RoundKind.SCREEN),
        noted("2026-08-01", "A", kind=RoundKind.TECHNICAL),
        noted("2026-08-02", "B", outcome=OutcomeKind.REJECTED),
    )
    assert found == {
        "Round": {"Screen": 1, "Technical": 1, "Other rounds": 1},
        "Outcome": {"In progress": 2, "Rejected": 1},
        "Period": {"July to September 2026": 2, "January to March 2026": 1},
    }


def test_what_leaves_nothing_out_is_no_choice() -> None:
    assert of(noted("2026-08-01"), noted("2026-08-02")) == {}
    assert of() == {}


def test_a_part_without_a_note_is_none() -> None:
    found = of(noted("2026-08-01"), noted("2026-08-02", "B"), interview("2026-02-02", "C"))
    assert found == {}


def test_of_many_quarters_years_are_left() -> None:
    many = [noted(f"{year}-{month:02}-01") for year in (2024, 2025, 2026) for month in (1, 4, 7)]
    assert of(*many)["Period"] == {"2026": 3, "2025": 3, "2024": 3}


def two_rounds() -> Journal:
    return journal(
        noted("2026-02-01", "Acme", kind=RoundKind.SCREEN),
        noted("2026-08-01", "Initech", kind=RoundKind.TECHNICAL),
    )


def test_each_part_has_a_page_with_its_notes_alone() -> None:
    pages = {page.path: page for page in narrowed_pages(Edition(two_rounds(), TODAY))}
    assert sorted(pages) == [
        "reflections/2026-q1.md",
        "reflections/2026-q3.md",
        "reflections/round-screen.md",
        "reflections/round-technical.md",
    ]
    screen = pages["reflections/round-screen.md"]
    assert (screen.title, screen.listed) == ("Reflections: Screen", False)
    assert "Acme" in screen.markdown
    assert "Initech" not in screen.markdown
    assert "1 note in 1 interview." in screen.markdown
    assert 'aria-current="page">Screen' in screen.markdown


def test_the_page_of_everything_leads_to_each_part() -> None:
    whole = replace(two_rounds(), theme_names={"kafka": "Kafka"})
    text = reflections_page(Edition(whole, TODAY))
    assert 'href="../reflections/round-screen/"' in text
    assert 'aria-current="page">Everything' in text


def test_a_part_whose_notes_name_no_theme_says_so() -> None:
    bare = Observation(text="Calm", line=9)
    whole = journal(
        noted("2026-02-01"), interview("2026-08-01", "B", kind=RoundKind.PANEL, went_well=(bare,))
    )
    pages = {page.path: page for page in narrowed_pages(Edition(whole, TODAY))}
    assert "No note here names a theme." in pages["reflections/round-panel.md"].markdown


def test_notes_without_a_theme_stand_by_month_with_how_themes_would_help() -> None:
    """The newest month first, and none for an interview without a note."""
    bare = (Observation(text="Calm", line=9),)
    whole = journal(
        interview("2026-02-01", "A", went_well=bare),
        interview("2026-03-01", "B"),
        interview("2026-08-01", "C", went_badly=(Observation(text="Froze", line=9),)),
    )
    text = reflections_page(Edition(whole, TODAY))
    assert "2 notes, and no theme yet. On three of them a word such as #estimation" in text
    assert [line for line in text.splitlines() if line.startswith("## ")] == [
        "## August 2026",
        "## February 2026",
    ]
    assert text.index("Froze") < text.index("Calm")


def test_of_many_notes_the_older_ones_are_named_and_of_many_interviews_the_newest_are_listed() -> (
    None
):
    """Nothing that is counted is left without a way to it, and no page grows beyond reading."""
    screens = [
        noted(f"{2000 + at // 12}-{at % 12 + 1:02}-01", f"Company {at}", kind=RoundKind.SCREEN)
        for at in range(LISTED + 3)
    ]
    whole = journal(*screens, noted("2026-08-01", "Initech", kind=RoundKind.TECHNICAL))
    pages = {page.path: page for page in narrowed_pages(Edition(whole, TODAY))}
    text = pages["reflections/round-screen.md"].markdown
    assert text.count("<div data-item>") == SHOWN
    assert text.count("<li data-item>") == LISTED + 3 - SHOWN
    assert text.count('class="aw-entry"') == LISTED
    assert "3 earlier ones are on the timeline" in text
    newest, oldest = text.index(f"Company {LISTED + 2},"), text.index("Company 0,")
    assert newest < oldest


def test_an_interview_to_come_is_not_among_those_with_notes() -> None:
    """The timeline counts those that have happened, and so do the reflections."""
    whole = replace(
        journal(noted("2026-08-01", "A"), interview("2026-11-26", "B")),
        theme_names={"kafka": "Kafka"},
    )
    assert "1 note in 1 interview." in reflections_page(Edition(whole, TODAY))
