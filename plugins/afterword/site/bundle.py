"""The one stylesheet and the one script of a site, put together from their parts."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

STYLESHEET = "assets/afterword.css"
SCRIPT = "assets/afterword.js"
DISK_SCRIPT = "assets/afterword-disk.js"
_FOLDER = Path(__file__).with_name("assets")


def assets() -> Mapping[str, str]:
    """The text of each of them, by its place in the site."""
    return {STYLESHEET: stylesheet(), SCRIPT: script(), DISK_SCRIPT: disk_script()}


def stylesheet() -> str:
    """Every part of the stylesheet, in the order of their names."""
    return _joined("css")


def script() -> str:
    """Every part of the script, in the order of their names."""
    return _joined("js")


def disk_script() -> str:
    """The part that lets the search work in a site opened from disk; a theme loads it before its own script."""
    return (_FOLDER / "disk.js").read_text(encoding="utf-8")


@cache
def _joined(kind: str) -> str:
    parts = sorted((_FOLDER / kind).iterdir())
    return "\n".join(part.read_text(encoding="utf-8") for part in parts)
