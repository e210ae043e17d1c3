"""The order of a navigation that the user has not written: our pages in the order of the day, the user's own after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from afterword.site.host import FileT, Host, HostConfig, HostFiles, HostNavigation


def put_ours_first(
    navigation: HostNavigation,
    files: HostFiles[FileT],
    config: HostConfig,
    host: Host[FileT],
    order: Sequence[str],
) -> None:
    """Put our pages in this order of their paths, the user's own after them, where neither the user nor a plugin has a say."""
    listed = files.documentation_pages(inclusion=lambda level: level.is_in_nav())
    if config.nav is None and is_usual(host.usual_order(listed), navigation.pages):
        put_in_order(navigation.items, navigation.pages, order)


def is_usual(nested: list[Any], pages: list[Any]) -> bool:
    """Whether the pages of a navigation stand in the order that MkDocs gives them by itself: that of the nested paths of their files."""
    return list(_paths(nested)) == [page.file.src_uri for page in pages]


def _paths(nested: list[Any]) -> Iterator[str]:
    for one in nested:
        if isinstance(one, dict):
            for inner in one.values():
                yield from _paths(inner)
        else:
            yield one


def put_in_order(items: list[Any], pages: list[Any], order: Sequence[str]) -> None:
    """Sort the items of a navigation and its pages, each of which knows the one before it and the one after."""

    def rank(page: Any) -> int:
        path = "index.md" if page.file.src_uri == "README.md" else page.file.src_uri
        return order.index(path) if path in order else len(order)

    items.sort(key=lambda item: rank(item) if item.is_page else len(order))
    pages.sort(key=rank)
    for before, after in pairwise(pages):
        before.next_page, after.previous_page = after, before
    pages[0].previous_page = pages[-1].next_page = None
