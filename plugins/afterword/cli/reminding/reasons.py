"""What stands below a line of `afterword due`: how it is ticked off, and why its day is this one."""

from __future__ import annotations

from collections.abc import Iterator

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.cli.terminal import whole, wrapped
from afterword.edition.commands import log_command
from afterword.vocabulary.wording import listed

_INDENT = " " * 6
# A longer command is broken at a blank, and copied from the page.
_WHOLE = 34


def beneath(one: FollowUp, width: int | None, *, why: bool) -> Iterator[str]:
    """The lines below a follow-up: the command and what it writes into which entry, where it is due; with `why` its reason and source."""
    lines = [whole(line) for line in one.tick if line.strip("- ")]
    if one.calls and lines:
        instead = f" (or {whole(one.kind.instead)})" if one.kind.instead else ""
        command = log_command(one)
        typed = (
            f"type {whole(command) if len(command) < _WHOLE else command}; or " if command else ""
        )
        told = f"to tick it off, {typed}write {listed(lines)}{instead}"
        yield from _below(f"{told} {_place(one)}{whole(one.path)}", width)
    if why:
        yield from _below(_reason(one), width)
        yield from _below(f"Source: {one.kind.source}.", width)


def _place(one: FollowUp) -> str:
    """Where in the entry it is written: beside a line of it, else anywhere in its front matter."""
    where = one.kind.where
    return f"{where}, at {whole(f'line {one.line}')} of " if where and one.line else "in "


def _below(text: str, width: int | None) -> list[str]:
    return wrapped(text, width, first=_INDENT, indent=_INDENT)


def _reason(one: FollowUp) -> str:
    """Why it stands as it does, and why the rule is so, where that is not the same."""
    return " ".join(dict.fromkeys(filter(None, (one.why, one.kind.reason))))
