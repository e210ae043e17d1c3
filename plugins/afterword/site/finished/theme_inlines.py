"""Which scripts and styles a theme writes into its pages: known from its templates, before any entry is looked at.

A theme prints titles, descriptions and whatever else stands in front matter, not always escaped. So what runs is never
judged by the page that it stands on: a script is the theme's when one of its templates, filled in with the configuration
alone, has written just that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from jinja2 import Environment, Template, TemplateError

from afterword.frozen import dataclass

SCRIPT = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)
# The same, but for what is data and not run.
RUNNING = re.compile(
    r"<script\b(?![^>]*\b(?:src\s*=|type\s*=\s*[\"']?application/))[^>]*>(.*?)</script>",
    re.DOTALL | re.IGNORECASE,
)
# The same, but for settings, which no browser runs and no policy asks about: Material's take twice as long to fill in as all others.
_ASKED_ABOUT = re.compile(
    r"<script\b(?![^>]*\btype\s*=\s*[\"']?application/(?:ld\+)?json\b)[^>]*>(.*?)</script>",
    re.DOTALL | re.IGNORECASE,
)
STYLE = re.compile(r"<style\b[^>]*>(.*?)</style>", re.DOTALL | re.IGNORECASE)

_BLANKS = re.compile(r"\s+")
# A template that asks for the page at hand would say something else on each, and may repeat what somebody else wrote.
_OF_A_PAGE = re.compile(r"\{[{%][^}]*\b(?:page|nav|file|files|pages|toc)\b")
_TEMPLATED = re.compile(r"\{[{%#]")

# Where a theme, or somebody who adds to one, keeps its icons.
_ICONS = ".icons"

Fill = Callable[[str], str | None]
"""Fills in a piece of a template with the configuration; None where it cannot stand alone."""


@dataclass(frozen=True, slots=True)
class Inlines:
    """The texts of scripts and styles that may stand in a page, each without its blanks."""

    scripts: frozenset[str] = frozenset()
    styles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """The scripts and styles of a theme as its templates write them, holes and all."""

    scripts: tuple[str, ...] = ()
    styles: tuple[str, ...] = ()

    def filled(self, fill: Fill) -> Inlines:
        """The texts that they become on the pages of one depth, for which `fill` knows the way to the top."""
        return Inlines(_filled(self.scripts, fill), _filled(self.styles, fill))


class ThemeInlines:
    """What a theme writes into the pages of a site, by the way that leads from a page to the top, such as "../.."."""

    def __init__(self, written: Written, environment: Environment, config: object) -> None:
        self._written = written
        self._environment = environment
        self._config = config
        self._known: dict[str, Inlines] = {}
        self._templates: dict[str, Template] = {}

    def at(self, base: str) -> Inlines:
        """What may stand in a page from which `base` leads to the top."""
        if base not in self._known:
            self._known[base] = self._written.filled(partial(self._filled, base))
        return self._known[base]

    def _filled(self, base: str, piece: str) -> str | None:
        """A piece of a template as it is on every page there."""
        names = {"config": self._config, "base_url": base, "page": None}
        try:
            if piece not in self._templates:
                self._templates[piece] = self._environment.from_string(piece)
            return self._templates[piece].render(names)
        except (TemplateError, TypeError, ValueError, LookupError, AttributeError):
            # It needs what the template around it has.
            return None


def written_in(templates: Iterable[str]) -> Written:
    """What the texts of some templates hold."""
    scripts: dict[str, None] = {}
    styles: dict[str, None] = {}
    for template in templates:
        scripts |= dict.fromkeys(_ASKED_ABOUT.findall(template))
        styles |= dict.fromkeys(STYLE.findall(template))
    return Written(_lasting(scripts), _lasting(styles))


def squeezed(text: str) -> str:
    """The text without its blanks: a plugin that shrinks pages may take some out, which makes it no other script."""
    return _BLANKS.sub("", text)


def _lasting(texts: Iterable[str]) -> tuple[str, ...]:
    """Those that say the same on every page, and say something."""
    return tuple(text for text in texts if text.strip() and not _OF_A_PAGE.search(text))


def _filled(texts: Iterable[str], fill: Fill) -> frozenset[str]:
    found = (fill(text) if _TEMPLATED.search(text) else text for text in texts)
    return frozenset(squeezed(text) for text in found if text)


def templates_below(folders: Iterable[str]) -> Iterator[str]:
    """The text of each template in a theme's folders; one that cannot be read writes nothing that may run."""
    for folder in folders:
        for path in sorted(_templates_in(folder)):
            with suppress(OSError, UnicodeDecodeError):
                # A hundred of them; as texts they take twice as long to read.
                yield Path(path).read_bytes().decode()


def _templates_in(folder: str) -> Iterator[str]:
    for above, below, names in os.walk(folder):
        # A theme brings fourteen thousand icons, which are pictures: to list them takes ten times as long as to find its templates.
        if _ICONS in below:
            below.remove(_ICONS)
        yield from (f"{above}/{name}" for name in names if name.endswith(".html"))
