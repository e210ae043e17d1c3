"""What fits into a narrow terminal."""

from __future__ import annotations

WIDTH = 79


def fitted(line: str) -> str:
    """A line cut where a narrow terminal ends, with a mark where something is missing."""
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"
