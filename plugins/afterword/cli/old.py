"""What `afterword due` says of old applications without an outcome: one line, and with `--old` the list to work through."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from textwrap import wrap

from afterword.analysis.standing import lapsed
from afterword.cli.terminal import WIDTH
from afterword.model import Journal
from afterword.pages.words.lapsed import lapsed_told, old_applications

_INDENT = " " * 6


def old_told(journal: Journal, today: date) -> str:
    """One line that they are there and how to list them; empty where there is none."""
    told = lapsed_told(len(lapsed(journal, today)))
    return f"{told} afterword due --old lists what to write." if told else ""


def old_lines(journal: Journal, today: date) -> Iterator[str]:
    """Each with the entry to write into and the line to write; that there is none where that is so."""
    old = lapsed(journal, today)
    if not old:
        yield "Every old application has its outcome."
        return
    yield lapsed_told(len(old))
    for one in old_applications(old, today):
        yield ""
        yield from _wrapped(f"{one.title}: {one.last}", "  ")
        yield from _wrapped(f"write {one.line} in {one.path}", _INDENT)


def _wrapped(text: str, indent: str) -> list[str]:
    """A text as lines of the terminal, in which no word is parted."""
    return wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
