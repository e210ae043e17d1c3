"""What fits into a narrow terminal, and whether there is one behind a command."""

from __future__ import annotations

WIDTH = 79
# What a context holds where the process is the command itself, and may begin anew.
COMMAND = "command"


def fitted(line: str) -> str:
    """A line cut where a narrow terminal ends, with a mark where something is missing."""
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1].rstrip()}…"
