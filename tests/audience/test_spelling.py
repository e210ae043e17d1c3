"""The words of a text, folded: one of ASCII is read by a shorter way, and says the same."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.audience.spelling import words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North-Wind & Co. 24_7", ["north", "wind", "co", "24", "7"]),
        ("a\x00b\x7fc", ["abc"]),
        ("Ærø Straße 山田さん Kim", ["aero", "strasse", "山田さん", "kim"]),
        ("", []),
    ],
)
def test_the_words_of_a_text_are_folded(text: str, words: list[str]) -> None:
    assert words_in(text) == words


@given(st.text(st.characters(max_codepoint=127)))
def test_a_plain_text_has_the_words_that_it_has_beside_another_script(text: str) -> None:
    assert [*words_in(text), "山"] == words_in(f"{text}山")


@given(st.text(string.printable))
def test_the_lines_of_a_text_have_its_words(text: str) -> None:
    assert words_in(text) == [word for line in text.splitlines() for word in words_in(line)]
