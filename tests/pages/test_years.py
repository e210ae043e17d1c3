"""Where a journal spans several years, its pictures and lists say which one is meant; where it does not, they say none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.builders import interview, journal, observed

from afterword.edition.edition import Edition
from afterword.pages.application import application_pages
from afterword.pages.pictures.balance import heat_heads
from afterword.pages.reflections import reflections_page

TODAY = date(2026, 3, 20)


def months(*written: str) -> list[date]:
    return [date.fromisoformat(f"{one}-01") for one in written]


def test_the_heat_map_names_each_year_above_its_first_month() -> None:
    heads = heat_heads(months("2025-11", "2025-12", "2026-01", "2026-02"))
    assert [one.year for one in heads] == ["2025", "", "2026", ""]


def test_within_one_year_it_names_none() -> None:
    assert [one.year for one in heat_heads(months("2026-01", "2026-02"))] == ["", ""]
    assert heat_heads([]) == ()


def test_its_page_has_them() -> None:
    met = [
        interview(day, f"C{at}", went_badly=observed("kafka"))
        for at, day in enumerate(("2025-11-02", "2025-12-02", "2026-01-02", "2026-02-02"))
    ]
    told = replace(journal(*met), theme_names={"kafka": "Kafka"})
    page = reflections_page(Edition(told, TODAY))
    assert page.count('class="aw-heat-year"') == 2


def test_an_interview_of_another_year_is_listed_with_it() -> None:
    met = interview("2025-11-02", "Acme"), interview("2026-01-02", "Acme")
    (page,) = application_pages(Edition(journal(*met), TODAY))
    listed = page.markdown.partition("aw-entry-day")[2]
    assert ">2 Nov 2025<" in listed
    assert ">2 Jan<" in listed
