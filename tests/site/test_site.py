"""Each page of a site is made when it is wanted, and let go."""

from __future__ import annotations

from datetime import date

import pytest
from tests.builders import interview, journal
from tests.end_to_end.projects import ROOT

from afterword.edition.edition import Edition
from afterword.edition.page import Page, divided
from afterword.edition.places import place
from afterword.reading import read_journal, read_source
from afterword.site.registry import REGISTRY, Row, page
from afterword.site.site import Site

TODAY = date(2026, 11, 20)
EDITION = Edition(journal(interview("2026-11-02"), interview("2026-02-02")), TODAY)


def counted(*, outline: str | None = None) -> tuple[Site, list[str]]:
    """A site of one page, and a note each time that page was made."""
    made: list[str] = []

    def make() -> str:
        made.append("made")
        return "# One\n\n<p>More</p>"

    row = Row(pages=lambda _: [Page("one.md", "One", make, outline)])
    return Site(EDITION, registry=[row]), made


def test_no_page_is_made_before_it_is_wanted() -> None:
    assert counted()[1] == []


def test_a_page_is_made_once_for_its_headings_and_its_parts() -> None:
    site, made = counted()
    assert site.text("one.md") == site.text("one.md") == f"# One\n\n{place(0)}"
    assert site.filled("one.md", place(0)) == "<p>More</p>"
    assert made == ["made"]


def test_a_page_that_was_filled_in_is_kept_nowhere() -> None:
    site, made = counted()
    assert site.text("one.md")
    for _ in range(2):
        assert site.filled("one.md", place(0)) == "<p>More</p>"
    assert made == ["made", "made"]


def test_headings_that_are_known_need_no_page() -> None:
    site, made = counted(outline=f"# One\n\n{place(0)}")
    assert site.source("one.md", is_own=True) == (
        f'---\ntitle: "One"\nhide: [toc]\n---\n\n# One\n\n{place(0)}'
    )
    assert made == []


def test_other_headings_than_were_planned_end_the_build() -> None:
    site, _ = counted(outline="# Two")
    with pytest.raises(RuntimeError, match=r"one\.md was planned with other headings"):
        site.filled("one.md", place(0))


def long_edition() -> Edition:
    """So many interviews that the timeline is divided by year."""
    return Edition(journal(*(interview(f"20{20 + at % 3}-11-02") for at in range(160))), TODAY)


def demonstration() -> Edition:
    sources = (
        read_source(path, path.relative_to(ROOT).as_posix())
        for path in sorted((ROOT / "journal").rglob("*.md"))
    )
    return Edition(read_journal(sources), TODAY)


@pytest.mark.parametrize(
    "edition", [EDITION, Edition(journal(), TODAY), long_edition(), demonstration()]
)
def test_every_page_has_the_headings_that_it_was_planned_with(edition: Edition) -> None:
    planned = {path: one for path, one in Site(edition).pages.items() if one.outline}
    assert [
        path for path, one in planned.items() if divided(one.markdown).outline != one.outline
    ] == []


def test_a_page_that_an_edition_is_not_wanted_for_is_not_there() -> None:
    row = page("one.md", "One", lambda _: "# One", wanted=lambda edition: edition.today.year > 2026)
    assert Site(EDITION, registry=[row]).pages == {}


def test_what_stands_in_the_navigation_is_what_its_row_says() -> None:
    listed = {path for path, one in Site(EDITION).pages.items() if one.listed}
    assert listed == {row.listed for row in REGISTRY} - {"", "problems.md"}


def test_the_users_page_is_no_page_of_ours_though_it_lies_where_ours_would() -> None:
    site, _ = counted()
    assert site.source("one.md", is_own=False) is None
    below = site.markdown("one.md", "# Mine", is_own=False, is_made=False)
    assert below == f"# Mine\n\n\n{place(0)}"
