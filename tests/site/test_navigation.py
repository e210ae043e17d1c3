"""The order of a navigation is ours only where nobody else gave it one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from afterword.site.navigation import is_usual, put_in_order, put_ours_first


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


def section(*inside: Any) -> Any:
    return SimpleNamespace(is_page=False, children=inside)


def test_sections_and_links_follow_our_pages_as_they_stood() -> None:
    found = pages("guide/a.md", "timeline.md", "README.md", "b.md")
    first, last = section(found[0]), section()
    items = [first, found[3], last, found[1], found[2]]
    put_in_order(items, found, ("index.md", "timeline.md"))
    assert [one.file.src_uri for one in found] == [
        *("README.md", "timeline.md"),
        *("guide/a.md", "b.md"),
    ]
    assert items == [found[0], found[1], first, found[3], last]


@pytest.mark.parametrize(
    ("nav", "usual", "expected"),
    [
        (None, ["about.md", "index.md"], ["index.md", "about.md"]),
        (None, ["index.md", "about.md"], ["about.md", "index.md"]),
        ([], ["about.md", "index.md"], ["about.md", "index.md"]),
    ],
)
def test_our_pages_come_first_where_nobody_has_a_say(
    nav: object, usual: list[str], expected: list[str]
) -> None:
    found = pages("about.md", "index.md")
    navigation = SimpleNamespace(items=[*found], pages=found)
    asked: list[bool] = []

    def listed(*, inclusion: Any) -> list[str]:
        levels = [SimpleNamespace(is_in_nav=lambda is_in=is_in: is_in) for is_in in (True, False)]
        asked.extend(map(inclusion, levels))
        return usual

    files: Any = SimpleNamespace(documentation_pages=listed)
    host: Any = SimpleNamespace(usual_order=lambda those: those)
    config: Any = SimpleNamespace(nav=nav)
    put_ours_first(navigation, files, config, host, ("index.md",))
    assert [one.file.src_uri for one in navigation.items] == expected
    assert asked == [True, False]
