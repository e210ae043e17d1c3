"""A change of a file, as the lines of it that somebody is shown before and after."""

from __future__ import annotations

import os
from difflib import unified_diff
from pathlib import Path

import click

from afterword.writing.changing import Change


def diff_of(change: Change, folder: Path) -> str:
    """The lines of a file that change, with those around them, in colour where somebody sees it."""
    name = change.path.relative_to(folder).as_posix()
    before, after = (
        data.decode("utf-8-sig").replace("\r\n", "\n").split("\n")
        for data in (change.before, change.after)
    )
    lines = list(unified_diff(before, after, name, name, n=1, lineterm=""))[2:]
    coloured = [name, *(_coloured(line) for line in lines if not line.startswith("@@"))]
    return "\n".join(coloured)


def _coloured(line: str) -> str:
    if os.environ.get("NO_COLOR") or line[:1] not in {"+", "-"}:
        return line
    return click.style(line, fg="green" if line[0] == "+" else "red")
