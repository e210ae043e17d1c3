"""Which file of an entry counts where a plugin builds a site in several languages: an entry and its translation are one."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from afterword.frozen import dataclass

# By the last part of the name, "heron.de.md", or by the folder at the top, "de/heron.md".
SUFFIX, FOLDER = "suffix", "folder"


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages of a site, its usual one first, and how a file's path tells which it is in."""

    structure: str = SUFFIX
    locales: tuple[str, ...] = ()

    def one_each(self, paths: Iterable[str]) -> set[str]:
        """Those of the paths that count: of several for the same page the one in the earliest of the languages."""
        chosen: dict[str, tuple[int, str]] = {}
        for path in paths:
            page, locale = self._page(path)
            rank = self.locales.index(locale) if locale else -1
            chosen[page] = min(chosen.get(page, (rank, path)), (rank, path))
        return {path for _, path in chosen.values()}

    def _page(self, path: str) -> tuple[str, str]:
        """The path without its language, and that language; empty where it tells none."""
        if self.structure == FOLDER:
            top, _, below = path.partition("/")
            return (below, top) if below and top in self.locales else (path, "")
        stem, ending = posixpath.splitext(path)
        bare, locale = posixpath.splitext(stem)
        locale = locale.removeprefix(".")
        return (f"{bare}{ending}", locale) if locale in self.locales else (path, "")


def languages_in(section: object) -> Languages:
    """The languages in the section of the plugin i18n in mkdocs.yml."""
    if not isinstance(section, Mapping):
        return Languages()
    named = section.get("languages")
    found = [one for one in named if isinstance(one, Mapping)] if isinstance(named, list) else []
    found.sort(key=lambda one: one.get("default") is not True)
    locales = tuple(str(one["locale"]) for one in found if one.get("locale"))
    return Languages(str(section.get("docs_structure") or SUFFIX), locales)
