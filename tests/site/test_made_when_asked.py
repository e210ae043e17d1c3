"""What is made of a row when somebody asks for it, and what a hook of the user's may put in its place."""

from __future__ import annotations

import pytest

from afterword.site.made_when_asked import MadeWhenAsked, Unmade


class Page:
    """A page with the words of one attribute, made of a row of theirs."""

    words = MadeWhenAsked(lambda row: [*map(str.upper, row)])


def test_it_is_made_once_of_the_row_that_stands_there() -> None:
    page = Page()
    page.words = Unmade(("one", "two"))
    assert page.words == ["ONE", "TWO"]
    page.words.append("three")
    assert page.words == ["ONE", "TWO", "three"]


@pytest.mark.parametrize("put", [(), (1, 2), [1], None, "words"])
def test_what_a_hook_puts_there_stays_as_it_is(put: object) -> None:
    page = Page()
    page.words = Unmade(("one",))
    page.words = put
    assert page.words is put


def test_a_page_that_was_given_nothing_has_none() -> None:
    assert Page().words is None
