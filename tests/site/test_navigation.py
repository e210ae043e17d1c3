"""The order of a navigation is ours only where nobody else gave it one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from afterword.site.navigation import is_usual, put_in_order


def pages(*paths: str) -> list[Any]:
    return [
        SimpleNamespace(
            file=SimpleNamespace(src_uri=path), is_page=True, next_page=None, previous_page=None
        )
        for path in paths
    ]


@pytest.mark.parametrize(
    ("nested", "paths", "expected"),
    [
        (
            ["index.md", {"Guide": ["guide/a.md", "guide/b.md"]}],
            ("index.md", "guide/a.md", "guide/b.md"),
            True,
        ),
        (["index.md", "a.md"], ("a.md", "index.md"), False),
        (["index.md", "a.md"], ("index.md",), False),
    ],
)
def test_an_order_that_mkdocs_would_give_is_nobodys(
    nested: list[Any], paths: tuple[str, ...], *, expected: bool
) -> None:
    assert is_usual(nested, pages(*paths)) is expected


def test_our_pages_come_first_in_their_order_and_know_their_neighbours() -> None:
    found = pages("about.md", "timeline.md", "index.md")
    put_in_order(found, found, ("index.md", "timeline.md"))
    assert [one.file.src_uri for one in found] == ["index.md", "timeline.md", "about.md"]
    assert [one.next_page for one in found] == [*found[1:], None]
    assert [one.previous_page for one in found] == [None, *found[:2]]
