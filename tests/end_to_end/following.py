"""Every way that leads out of a file of a built site, and whether it leads somewhere in it."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

from tests.end_to_end.walking import Element, Walk

# Whatever holds one address, and what holds several with their sizes.
ADDRESSES = ("href", "src", "poster", "action", "data", "xlink:href", "cite", "formaction")
LISTS = ("srcset", "imagesrcset")
# What names the place of an element of the same page.
IDENTITIES = ("data-in", "aria-labelledby", "aria-describedby", "aria-controls", "usemap")
# The vault's worker answers these, wherever the page lies.
OF_THE_VAULT = frozenset({"#!", "__lock"})
_CSS = re.compile(r"url\(\s*[\"']?([^)\"']+)[\"']?\s*\)")
_LOCATION = re.compile(r"<loc>([^<]*)</loc>")
# How Material is told where the top of the site and its search are.
_SETTINGS = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)


@dataclass(frozen=True)
class Following:
    """A built site that is published at `address`, and every way in it."""

    site: Path
    address: str = ""

    @cached_property
    def _walk(self) -> Walk:
        return Walk(self.site)

    @property
    def ways(self) -> Iterator[tuple[str, str]]:
        """Each file with each address in it."""
        for path in self._walk.paths:
            yield from ((path, way) for way in self._of_page(path))
        for sheet in self.site.rglob("*.css"):
            name = sheet.relative_to(self.site).as_posix()
            yield from ((name, way) for way in _CSS.findall(sheet.read_text(encoding="utf-8")))
        yield from (("search/search_index.json", f"../{way}") for way in self._found())
        yield from (("sitemap.xml", way) for way in self._mapped())

    @property
    def lost(self) -> list[tuple[str, str]]:
        """Those that lead nowhere, each once."""
        return sorted({(path, way) for path, way in self.ways if not self._arrives(path, way)})

    def element(self, path: str, identity: str) -> Element | None:
        """The element of a page with this id."""
        return self._walk.element(path, identity)

    def _of_page(self, path: str) -> Iterator[str]:
        page = self._walk.page(path)
        for one in page.every():
            yield from _of_element(one)
        for settings in _SETTINGS.findall((self.site / path).read_text(encoding="utf-8")):
            told = json.loads(settings)
            yield from (f"{told['base']}/", told["search"])

    def _found(self) -> Iterator[str]:
        index = self.site / "search" / "search_index.json"
        if index.is_file():
            yield from (one["location"] for one in json.loads(index.read_bytes())["docs"])

    def _mapped(self) -> Iterator[str]:
        mapped = self.site / "sitemap.xml"
        if mapped.is_file():
            text = mapped.read_text(encoding="utf-8")
            assert gzip.decompress((self.site / "sitemap.xml.gz").read_bytes()).decode() == text
            yield from _LOCATION.findall(text)

    def _arrives(self, path: str, way: str) -> bool:
        """Whether an address in the file at `path` leads to a file of the site, and to an element of it that it names."""
        if way in OF_THE_VAULT:
            return True
        if self.address and way.startswith(self.address):
            way = f"/{way.removeprefix(self.address)}"
        elif urlsplit(way).scheme or way.startswith("//"):
            return True
        there, fragment = urldefrag(way)
        place = self._place(path, unquote(urlsplit(there)._replace(query="").geturl()))
        if place is None:
            return False
        if not fragment or not place.endswith(".html"):
            return True
        # Material's own marks for what a script does.
        return fragment.startswith("__") or bool(self._walk.element(place, unquote(fragment)))

    def _place(self, path: str, there: str) -> str | None:
        """The file that an address leads to; None where there is none."""
        if not there:
            return path
        base = urlsplit(self.address).path
        if base and there.startswith(base):
            there = f"/{there.removeprefix(base)}"
        place = normpath(join(f"/{dirname(path)}", there)).lstrip("/")
        file = self.site / place
        if there.endswith("/") or file.is_dir():
            place = f"{place}/index.html".removeprefix("/").removeprefix("./")
        return place if (self.site / place).is_file() else None


def _of_element(one: Element) -> Iterator[str]:
    attributes = one.attributes
    yield from (attributes[name] for name in ADDRESSES if name in attributes)
    for name in LISTS:
        yield from (way.split()[0] for way in attributes.get(name, "").split(",") if way.strip())
    for name in IDENTITIES:
        yield from (f"#{word.lstrip('#')}" for word in attributes.get(name, "").split())
    yield from _CSS.findall(attributes.get("style", ""))
    for name, value in attributes.items():
        # What is copied into an entry is no data for a script.
        if name.startswith("data-") and name != "data-aw-copy" and value.startswith(("[", "{")):
            yield from _in_data(json.loads(value))


def _in_data(value: Any) -> Iterator[str]:
    """The addresses in the data that a script reads: what looks like one."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _in_data(one)
    elif isinstance(value, str) and re.fullmatch(
        r"(?:\.\.?/)*[\w./%-]+(?:/|\.html)(?:#\S+)?", value
    ):
        yield value
