"""A navigation that the user wrote: what it calls our pages, and which of them it leaves out."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator

from afterword.edition.page import Page
from afterword.patterns import seldom

_LEFT_OUT = (
    "Your nav leaves out pages of Afterword. Where that is not meant, add to nav in mkdocs.yml:"
)
# Words that YAML reads as words.
_PLAIN = seldom(r"[^\W\d_][\w ,'-]*")


def titles_in(nav: object) -> dict[str, str]:
    """The title that a navigation gives to each path; a path without one is not among them."""
    return dict(_titled(nav))


def paths_in(nav: object) -> Iterator[str]:
    """Every path and address that a navigation names, with a title or without."""
    if isinstance(nav, str):
        yield nav.removeprefix("/")
    elif isinstance(nav, list | dict):
        for below in nav.values() if isinstance(nav, dict) else nav:
            yield from paths_in(below)


def _titled(nav: object) -> Iterator[tuple[str, str]]:
    if isinstance(nav, list):
        for one in nav:
            yield from _titled(one)
    elif isinstance(nav, dict):
        for title, below in nav.items():
            if isinstance(below, str):
                yield below.removeprefix("/"), str(title)
            else:
                yield from _titled(below)


def left_out(pages: Iterable[Page], paths: Collection[str], uri: Callable[[str], str]) -> str:
    """What to tell of those pages that could stand in a navigation and are not among its paths; empty where there is none.

    `uri` makes the path of a page's file as a navigation names it.

    A navigation that leaves some out may be meant, so that this is no warning.
    """
    lacking = [one for one in pages if one.listed and uri(one.path) not in paths]
    if not lacking:
        return ""
    return "\n".join(
        (_LEFT_OUT, *(f"  - {_written(one.title)}: {uri(one.path)}" for one in lacking))
    )


def _written(title: str) -> str:
    return title if _PLAIN.fullmatch(title) else json.dumps(title, ensure_ascii=False)
