"""What a page kept a place for stands in that place, or the build ends aloud."""

from __future__ import annotations

import pytest

from afterword.edition.places import LostPlaceError, filled_in, place


def test_each_part_stands_in_its_place() -> None:
    page = f"<h1>A</h1>{place(0)}<h2>B</h2>{place(1)}"
    assert filled_in(page, ["one", "two"], path="a.md") == "<h1>A</h1>one<h2>B</h2>two"


@pytest.mark.parametrize(
    "shrunk", ["<div class=aw-part-0></div>", "<div class='aw-part-0' ></div>"]
)
def test_a_page_that_was_shrunk_keeps_its_places(shrunk: str) -> None:
    assert filled_in(shrunk, ["one"], path="a.md") == "one"


def test_a_place_of_somebody_elses_stays() -> None:
    assert filled_in(place(0) + place(7), ["one"], path="a.md") == "one" + place(7)


def test_a_part_that_looks_like_a_pattern_is_only_text() -> None:
    assert filled_in(place(0), [r"\1 \g<0>"], path="a.md") == r"\1 \g<0>"


@pytest.mark.parametrize("page", ["<p>words</p>", place(1), place(0)])
def test_a_lost_place_names_the_page_and_a_way_on(page: str) -> None:
    with pytest.raises(LostPlaceError, match=r"The page of 2026/a\.md came back without"):
        filled_in(page, ["one", "two"], path="2026/a.md")
