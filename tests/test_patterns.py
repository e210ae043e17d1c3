"""A pattern that waits until it is asked finds what it would find anyway."""

from __future__ import annotations

import re

import pytest

from afterword.patterns import seldom


def test_it_finds_what_a_pattern_finds() -> None:
    pattern = seldom(r"(?P<word>b+)", re.IGNORECASE)
    found = pattern.search("aBBa")
    assert (found and found["word"], pattern.sub("-", "aBBa"), pattern.findall("b B")) == (
        "BB",
        "a-a",
        ["b", "B"],
    )
    assert (pattern.pattern, pattern.groups) == (r"(?P<word>b+)", 1)


def test_it_is_compiled_once() -> None:
    pattern = seldom(r"b")
    assert pattern.match("b").re is pattern.search("b").re  # type: ignore[union-attr]


def test_a_fault_in_it_is_told_when_it_is_asked() -> None:
    pattern = seldom(r"(")
    with pytest.raises(re.error):
        pattern.match("")


def test_it_has_nothing_that_a_pattern_has_not() -> None:
    with pytest.raises(AttributeError):
        seldom(r"b").found  # type: ignore[attr-defined]  # noqa: B018
