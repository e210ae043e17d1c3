"""What MkDocs leaves out by itself is told without its library, and is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from afterword.cli.project.leaving_out import BY_ITSELF, leaves_out

NAMES = st.lists(
    st.sampled_from(["a.md", ".b", "templates", "c", ".d.md", "templates.md", "x.y"]),
    min_size=1,
    max_size=4,
).map("/".join)


@given(NAMES)
def test_it_is_what_the_patterns_say(name: str) -> None:
    assert leaves_out(BY_ITSELF)(name) is GitIgnoreSpec.from_lines(BY_ITSELF).match_file(name)


@pytest.mark.parametrize(
    ("patterns", "out"),
    [((), False), (("",), False), ((*BY_ITSELF, "drafts/"), True), ((*BY_ITSELF, "!*"), False)],
)
def test_patterns_of_ones_own_count(patterns: tuple[str, ...], out: bool) -> None:
    assert leaves_out(patterns)("drafts/a.md") is out
