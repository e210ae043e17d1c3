"""What `afterword due` says of old applications without an outcome: one line, and with `--old` the list to work through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from afterword.analysis.applied import lapsed_notes
from afterword.analysis.standing import lapsed
from afterword.cli.terminal import whole, wrapped
from afterword.edition.lapsed import lapsed_told, old_applications, old_notes
from afterword.model import Journal

_INDENT = " " * 6


def old_told(journal: Journal, today: date) -> str:
    """One line that they are there and how to list them; empty where there is none."""
    told = lapsed_told(lapsed(journal, today), lapsed_notes(journal, today))
    return f"{told} afterword due --old lists what to write." if told else ""


def old_lines(journal: Journal, today: date, width: int | None) -> Iterator[str]:
    """Each with the entry to write into and the line to write; that there is none where that is so."""
    old, notes = lapsed(journal, today), lapsed_notes(journal, today)
    if not (old or notes):
        yield "Every old application has its outcome."
        return
    yield lapsed_told(old, notes)
    for one in (*old_applications(old, today), *old_notes(notes, journal, today)):
        yield ""
        yield from wrapped(f"{one.title}: {one.last}", width, first="  ", indent=_INDENT)
        typed = f"type {one.command}; or " if one.command else ""
        written = f"{typed}write {' or '.join(map(whole, one.lines))} in {whole(one.path)}"
        yield from wrapped(written, width, first=_INDENT, indent=_INDENT)
