"""A mkdocs.yml that is there gets the plugin, and every other byte stays as it was."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from afterword.writing.starting.into_site import UnsureError, has_journal, with_journal

OURS = {"afterword": {"folder": "interviews"}}
SHAPES = {
    "a list": "site_name: x\nplugins:\n  - search\n  - tags  # mine\n\n# next\nnav:\n  - a.md\n",
    "a list that is not set in": "plugins:\n- search\n- tags:\n    a: b\n    # about a\n# next\nnav: []\n",
    "a list set in far": "plugins:\n    -   search\n    -   tags:\n            a: [1,\n   2]\n",
    "brackets": "plugins: [search, tags]  # x\n",
    "brackets over lines": "plugins: [\n  search, # a\n  tags, # b\n]\n",
    "empty brackets": "plugins: []\n",
    "a mapping": "plugins:\n  search: {}\n  tags:\nnav: x\n",
    "a mapping in braces": "plugins: {search: {}}\n",
    "an empty key": "plugins:  # none\nnav:\n  - a\n",
    "an empty key at the end": "plugins:",
    "none": "site_name: x\n# end",
    "none, behind a block of text": "site_name: x\ncopyright: |\n  a\n\n\n",
    "line ends of Windows": "site_name: x\r\nplugins:\r\n  - search\r\n",
    "a mark of byte order": "\ufeffplugins:\n  - search\n",
    "no line end": "plugins:\n  - search",
    "a value without one": "plugins:\n  - search\n  - tags:\n  # c\nnav: 1\n",
    "a block of text as the last value": "plugins:\n  - search:\n      lang: |\n        a\n        b\n\n\nnav: x\n",
    "marks of documents": "---\nplugins:\n  - a\n...\n",
    "tags of others": "emoji: !!python/name:a.b\nplugins:\n  - search\n",
}


class Loose(yaml.SafeLoader):
    """Reads tags of others as nothing."""


Loose.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def settings(text: str) -> dict[str, object]:
    read: dict[str, object] = yaml.load(text, Loader=Loose)
    return read


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_it_is_added_as_the_last_plugin_and_nothing_else_changes(text: str) -> None:
    changed = with_journal(text, "interviews")
    before, after = settings(text), settings(changed)
    there = before.pop("plugins", None)
    if isinstance(there, dict):
        expected: object = {**there, **OURS}
    else:
        expected = [*(["search"] if there is None else list(there)), OURS]  # type: ignore[call-overload]
    assert after.pop("plugins") == expected
    assert after == before


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_what_was_there_is_there_to_the_byte(text: str) -> None:
    changed = with_journal(text, "interviews")
    added = len(changed) - len(text)
    assert any(changed[:at] + changed[at + added :] == text for at in range(len(text) + 1))
    assert changed.count("\r\n") in {0, changed.count("\n")}


@pytest.mark.parametrize("text", SHAPES.values(), ids=SHAPES.keys())
def test_it_is_known_again(text: str) -> None:
    assert not has_journal(text)
    assert has_journal(with_journal(text, "interviews"))


def test_it_stands_below_the_comment_on_the_plugin_before_it() -> None:
    text = "plugins:\n- search\n- tags:\n    a: b\n    # about a\n# next\nnav: []\n"
    changed = "plugins:\n- search\n- tags:\n    a: b\n    # about a\n- afterword:\n    folder: interviews\n# next\nnav: []\n"
    assert with_journal(text, "interviews") == changed


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{site_name: x}\n",
        "- a\n",
        "plugins: search\n",
        "plugins: null\n",
        "plugins: [a]\nplugins: [b]\n",
        "plugins: !ENV [A, b]\n",
        "plugins: &p\n  - search\nother: *p\n",
        "other: &p\n  - search\nplugins: *p\n",
        "other: &p [search]\nplugins: *p\n",
        "other: &q search\nplugins:\n  - *q\ny: 1\n",
        "INHERIT: base.yml\nsite_name: x\n",
        "a: b\n\tc: d\n",
        "a: &a [*a]\nplugins: [x]\n",
        "a: b\n---\nc: d\n",
        "plugins:\n  - search\n - tags\n",
    ],
)
def test_where_it_cannot_be_sure_it_says_what_to_add_by_hand(text: str) -> None:
    with pytest.raises(UnsureError, match=r"Add this to its plugins yourself: - afterword: \{"):
        with_journal(text, "interviews")


def test_what_cannot_be_read_has_no_journal() -> None:
    assert not has_journal("a: b\n\tc: d\n")
    assert not has_journal("- afterword\n")
    assert has_journal("plugins: [{afterword: {today: 2026-11-20}}]\n")


@given(
    st.lists(
        st.sampled_from(
            ("plugins:\n", "  - search\n", "- search\n", "  - tags:\n", "      a: b\n", "    # c\n", "# d\n", "\n", "nav: [a]\n", "x: |\n", "  text\n",
             "plugins: [a, b]\n", "  - &a b\n", "  - *a\n", "y: >-\n", "  'q'\n", "...\n", "---\n", "INHERIT: z\n", "   \n", "\t\n", "{", "}", "z")
        ),
        max_size=9,
    ).map("".join)
)  # fmt: skip
def test_any_settings_are_changed_for_sure_or_not_at_all(text: str) -> None:
    try:
        changed = with_journal(text, "a: b")
    except UnsureError:
        return
    plugins = settings(changed)["plugins"]
    ours = {"afterword": {"folder": "a: b"}}
    if isinstance(plugins, list):
        assert plugins[-1] == ours
    else:
        assert isinstance(plugins, dict)
        assert plugins["afterword"] == ours["afterword"]
