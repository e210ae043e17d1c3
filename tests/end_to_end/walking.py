"""A built site as somebody walks it: pages as trees, and links that lead from one to another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)


@dataclass(eq=False)
class Element:
    """An element with its attributes, its parent, and what stands in it."""

    tag: str
    attributes: dict[str, str]
    parent: Element | None = None
    children: list[Element | str] = field(default_factory=list)

    def every(self) -> Iterator[Element]:
        """Every element below, in the order of the page."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.every()

    def having(self, attribute: str) -> list[Element]:
        """Every element below that has an attribute."""
        return [one for one in self.every() if attribute in one.attributes]

    def own(self, attribute: str, but: str) -> list[Element]:
        """Those below that have an attribute, but for those inside another that has the second."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                found += [child] if attribute in child.attributes else []
                found += [] if but in child.attributes else child.own(attribute, but)
        return found

    def within(self, attribute: str) -> bool:
        """Whether it, or one above it, has an attribute."""
        one: Element | None = self
        while one:
            if attribute in one.attributes:
                return True
            one = one.parent
        return False

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """The words in it, with single blanks."""
        parts = (one if isinstance(one, str) else one.text for one in self.children)
        return " ".join(" ".join(parts).split())


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.at = Element("root", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, {name: value or "" for name, value in attrs}, self.at)
        self.at.children.append(made)
        if tag not in VOID:
            self.at = made

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {name: value or "" for name, value in attrs}, self.at))

    def handle_endtag(self, tag: str) -> None:
        one: Element | None = self.at
        while one and one.tag != tag:
            one = one.parent
        if one and one.parent:
            self.at = one.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


@dataclass(frozen=True)
class Walk:
    """A built site, and a way from link to link."""

    site: Path

    @property
    def paths(self) -> list[str]:
        """Every page, by its path in the site."""
        return sorted(one.relative_to(self.site).as_posix() for one in self.site.rglob("*.html"))

    def page(self, path: str) -> Element:
        """A page as a tree."""
        return _page(self.site / path)

    def led(self, path: str, link: str) -> tuple[str, str]:
        """The page and the fragment that a link on the page at `path` leads to."""
        there, fragment = urldefrag(link)
        return (normpath(join(dirname(path), unquote(there))) if there else path), unquote(fragment)

    def element(self, path: str, identity: str) -> Element | None:
        """The element of a page with this id."""
        return _identities(self.site / path).get(identity)


@cache
def _page(path: Path) -> Element:
    builder = _Builder()
    builder.feed(path.read_text(encoding="utf-8"))
    return builder.root


@cache
def _identities(path: Path) -> dict[str, Element]:
    return {one.attributes["id"]: one for one in _page(path).having("id")}


def looked_up(document: Any, name: str) -> Any:
    """What the export holds at the place that a figure names: "themes kafka went_badly", "commitments state=open"."""
    at = document
    for word in name.split(" "):
        if isinstance(at, dict):
            at = at[word]
        elif found := re.fullmatch(r"(\w+)(!?=)(.+)", word):
            key, sign, value = found.groups()
            at = [one for one in at if (str(one[key]) == value) is (sign == "=")]
        elif word.isdigit():
            at = at[int(word)]
        else:
            (at,) = (
                one
                for one in at
                if word in {one.get(key) for key in ("theme", "kind", "month", "week")}
            )
    return len(at) if isinstance(at, list) else at
