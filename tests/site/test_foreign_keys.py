"""Other plugins and the theme get the words of front matter, and nothing that could be markup."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afterword.site.entries.foreign_keys import harmless_keys


@pytest.mark.parametrize(
    "written",
    ["tags: [a, b]\nhide:\n  - toc", "", "cssclass: wide # mine", "tags: ['a', 'R&D']", 'a: "b"'],
)
def test_what_is_no_markup_is_passed_on_as_it_was_written(written: str) -> None:
    assert harmless_keys(written) == written


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("description: '\"><script>x</script>'", "”›‹script›x‹/script›"),
        ('description: "\\x3cb\\u003e"', "‹b›"),
        ("description: a'b`c", "a’b’c"),
        ("description: R&D &lt;b&gt;", "R&amp;D &amp;lt;b&amp;gt;"),
        ("description: ['<a>', {'<b>': '<c>'}]", ["‹a›", {"‹b›": "‹c›"}]),
        ("description: !!set {'<a>'}", ["‹a›"]),
        ("description: 2026-01-01 # <", None),
    ],
)
def test_what_could_be_markup_is_words(written: str, value: object) -> None:
    found = yaml.safe_load(harmless_keys(written))["description"]
    assert value is None or found == value


@given(
    st.recursive(
        st.text(max_size=12) | st.integers() | st.none(),
        lambda inner: (
            st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
        ),
        max_leaves=6,
    )
)
def test_no_value_brings_markup_along(value: object) -> None:
    passed = repr(yaml.safe_load(harmless_keys(yaml.safe_dump({"description": value}))))
    assert [one for one in ("<", ">", "`", "&lt;") if one in passed] == []
