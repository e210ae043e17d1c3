"""What a built page would load from another host: sealed or not, that host would learn who reads, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser

_STYLED = re.compile(
    r"""(?:url\(\s*["']?|@import\s+["'])\s*((?:https?:|[/\\]{2})[^"')\s]+)""", re.IGNORECASE
)
# A browser takes either slash, and none for granted.
_ABROAD = re.compile(r"\s*(?:https?:|[/\\]{2})", re.IGNORECASE)
# Where a page goes by itself: behind the time to wait, with or without a name.
_AWAY = re.compile(r"""(?:https?:|[/\\]{2})[^"'\s]+""", re.IGNORECASE)
# Attributes that load by themselves, by the element they stand on.
_LOADING = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "source": ("src", "srcset"),
    "iframe": ("src",),
    "frame": ("src",),
    "embed": ("src",),
    "object": ("data",),
    "audio": ("src",),
    "video": ("src", "poster"),
    "track": ("src",),
    "input": ("src",),
    "image": ("href", "xlink:href"),
    "use": ("href", "xlink:href"),
    "body": ("background",),
}
# Links that only say something, and load nothing.
_QUIET = frozenset(
    {"canonical", "alternate", "next", "prev", "author", "license", "me", "edit", "help", "search"}
)


def loads_from_elsewhere(files: Mapping[str, bytes], *, own: str = "") -> Iterator[tuple[str, str]]:
    """Each page or stylesheet that loads something from another host, with the address; `own` is where the site itself will be."""
    for path in files:
        if path.endswith((".html", ".htm", ".svg")):
            reader = _Reader()
            reader.feed(files[path].decode("utf-8", errors="replace"))
            found = [*reader.found, *_STYLED.findall(reader.styles)]
        elif path.endswith(".css"):
            found = _STYLED.findall(files[path].decode("utf-8", errors="replace"))
        else:
            continue
        yield from ((path, address) for address in found if not (own and address.startswith(own)))


class _Reader(HTMLParser):
    """Gathers what one page loads."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.styles = ""
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what this element loads."""
        values = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        self.styles += f" {values.get('style', '')}"
        names: tuple[str, ...] = _LOADING.get(tag, ())
        if tag == "meta" and values.get("http-equiv", "").strip().lower() == "refresh":
            self.found += _AWAY.findall(values.get("content", ""))
        if tag == "link" and not set(values.get("rel", "").lower().split()) <= _QUIET:
            names = ("href", "imagesrcset")
        for name in names:
            candidates = (
                values.get(name, "").split(",")
                if name.endswith("srcset")
                else [values.get(name, "")]
            )
            self.found += [one.split()[0] for one in candidates if _ABROAD.match(one)]

    def handle_endtag(self, tag: str) -> None:
        """A stylesheet ends with its element."""
        self._in_style = False

    def handle_data(self, data: str) -> None:
        """Keep the text of a stylesheet."""
        if self._in_style:
            self.styles += data
