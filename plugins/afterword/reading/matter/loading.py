"""What of front matter MkDocs can load by itself: what it cannot, it shows as text of the page, with all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import yaml

from afterword.reading.matter.front_matter import FrontMatter, Pair, pieces_of
from afterword.reading.matter.nodes import SAFE_LOADER
from afterword.reading.problems import FileProblems

# Whatever a loader raises over a value that is not what its tag says.
_UNLOADABLE = (yaml.YAMLError, ValueError, RecursionError, AttributeError, TypeError, LookupError)


def loadable(pairs: Iterable[Pair]) -> str:
    """The lines of these pairs as other plugins may read them: only what MkDocs' reader can load by itself."""
    return "\n".join(pair.source.rstrip() for pair in pairs if _loads(pair.source))


def is_loaded(matter: FrontMatter) -> bool:
    """Whether MkDocs takes a page's front matter off its text."""
    return not matter.misfenced and (not matter.pairs or _loads(matter.raw or ""))


def note_unloadable(matter: FrontMatter, problems: FileProblems) -> None:
    """Say which lines of a page's front matter MkDocs cannot load; nothing where something is said of it already."""
    if problems.noted:
        return
    pieces = pieces_of(matter.raw or "", matter.first_line)
    lines = [line for line, piece in pieces if not _loads(piece)]
    for line in lines or [matter.first_line]:
        message = "This value cannot be loaded, and MkDocs would show all of the front matter as text of the page."
        problems.at(line, 1, "not-loaded", message, "Put the value between quotes.")


def note_unloaded(pairs: Sequence[Pair], problems: FileProblems) -> None:
    """Say which of an entry's keys that are not ours cannot be loaded, so that no other plugin and no theme sees them."""
    if not pairs or _loads("\n".join(pair.source.rstrip() for pair in pairs)):
        return
    for pair in pairs:
        if not _loads(pair.source):
            message = f"The value of '{pair.key.text}' cannot be loaded, so it is left out."
            problems.doubt(pair.key, "not-loaded", message, "Put the value between quotes.")


def _loads(source: str) -> bool:
    try:
        return isinstance(yaml.load(source, Loader=SAFE_LOADER), dict)  # noqa: S506  it is a safe one
    except _UNLOADABLE:
        return False
