"""What stands below a line of `afterword due`: how it is ticked off, and why its day is this one."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.cli.terminal import WIDTH
from afterword.vocabulary.wording import listed

_INDENT = " " * 6
# A blank that no line is broken at.
_BLANK = "\N{NO-BREAK SPACE}"


def beneath(one: FollowUp, *, why: bool) -> Iterator[str]:
    """The lines below a follow-up: what to write into which entry once it is done, where it is due; with `why` its reason and source.

    The one place where a command that ticks it off would be named.
    """
    lines = [_whole(line) for line in one.tick if line.strip("- ")]
    if one.calls and lines:
        instead = f" (or {_whole(one.kind.instead)})" if one.kind.instead else ""
        yield from _wrapped(f"to tick it off, write {listed(lines)}{instead} in {_whole(one.path)}")
    if why:
        yield from _wrapped(_reason(one))
        yield from _wrapped(f"Source: {one.kind.source}.")


def _reason(one: FollowUp) -> str:
    """Why it stands as it does, and why the rule is so, where that is not the same."""
    return " ".join(dict.fromkeys(filter(None, (one.why, one.kind.reason))))


def in_paragraph(text: str) -> Iterator[str]:
    """A text as lines of the terminal with an empty one below; nothing for none."""
    if text:
        yield from wrap(text, WIDTH)
        yield ""


def _whole(words: str) -> str:
    """Words that are not to be parted over two lines, since they are copied."""
    return words.replace(" ", _BLANK)


def _wrapped(text: str) -> list[str]:
    lines = wrap(
        text,
        WIDTH,
        initial_indent=_INDENT,
        subsequent_indent=_INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_BLANK, " ") for line in lines]
