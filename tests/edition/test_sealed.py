"""What a site that will be sealed has of its own: addresses that tell nothing, and a lock."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal

from afterword.edition.edition import Edition
from afterword.edition.sealed import opaque_path, with_lock

JOURNAL = journal(interview("2026-11-12", "Northwind", path="2026/northwind.md"))
DAY = date(2026, 11, 20)
SEALED = Edition(JOURNAL, DAY, address_key=bytes(32))


@pytest.mark.parametrize(
    "path", ["2026/northwind.md", "applications/northwind.md", "themes/northwind.md"]
)
def test_an_entry_an_application_and_a_theme_lie_where_nobody_can_guess(path: str) -> None:
    place = SEALED.place(path)
    assert place == opaque_path(path, bytes(32))
    assert "northwind" not in place
    assert place != Edition(JOURNAL, DAY, address_key=bytes([1] * 32)).place(path)


@pytest.mark.parametrize("path", ["timeline.md", "reviews/2026-q4.md", "about.md"])
def test_any_other_page_stays_where_it_is(path: str) -> None:
    assert SEALED.place(path) == path


def test_a_site_that_is_not_sealed_has_its_names() -> None:
    assert Edition(JOURNAL, DAY).place("2026/northwind.md") == "2026/northwind.md"


def test_the_lock_stands_at_the_end_of_the_header_and_not_of_another_navigation() -> None:
    page = "<body><nav>a</nav><header><nav>b</nav> c</header><nav>d</nav></body>"
    before, _, after = with_lock(page).partition('<span class="aw-vault">')
    assert before == "<body><nav>a</nav><header><nav>b"
    assert after.endswith("</span></nav> c</header><nav>d</nav></body>")


def test_the_lock_stands_first_where_there_is_no_header() -> None:
    assert with_lock('<body class="a"><p>x').startswith('<body class="a"><span class="aw-vault">')
