"""Which files of a built site may run in a browser: those that the build made, and nothing that somebody put beside an entry."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from posixpath import splitext

from afterword.errors import VaultError

# The build writes it last: {"runs": [paths]}. It stays in the site as one file more, which runs nowhere itself.
ASSET = "assets/afterword-made.json"
_RUNNING = frozenset({".html", ".htm", ".js", ".mjs"})


def may_run(files: Mapping[str, bytes], *, is_foreign: bool = False) -> frozenset[str]:
    """The paths that may run. A foreign site has no list of them, so that each page and script counts as made by the build.

    Raises VaultError where there is no list, or one that does not fit the files.
    """
    if place := list_in(files):
        return _listed(files, place)
    if not is_foreign:
        raise VaultError(
            "The site has no list of the pages that may run, so it was not built by this version of Afterword. Build it again."
        )
    return frozenset(path for path in files if splitext(path)[1].lower() in _RUNNING)


def list_in(files: Iterable[str]) -> str:
    """The path of the list among those of a built site's files; empty where there is none. It may lie in a folder of the journal's.

    Raises VaultError where there are several: somebody's files beside an entry might be one that calls itself the list.
    """
    found = [path for path in files if path == ASSET or path.endswith(f"/{ASSET}")]
    if ASSET in found:
        return ASSET
    if len(found) > 1:
        raise VaultError(
            f"Several files of the site are called {ASSET}, and one alone is the list that Afterword writes: {', '.join(sorted(found))}. "
            "Remove the others."
        )
    return found[0] if found else ""


def _listed(files: Mapping[str, bytes], place: str) -> frozenset[str]:
    try:
        found = json.loads(files[place])["runs"]
        paths = frozenset(found)
        is_list = type(found) is list and all(type(path) is str for path in found)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _odd() from error
    if not is_list:
        raise _odd()
    if paths - files.keys():
        raise VaultError(
            "The list of the pages that may run names a file that is not in the site. Build it again, and change nothing in between."
        )
    return paths


def _odd() -> VaultError:
    return VaultError(f"{ASSET} is not the list that Afterword writes. Build the site again.")
