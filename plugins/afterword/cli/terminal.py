"""How text stands in a terminal: how wide it is, where lines are broken, and what is bold."""

from __future__ import annotations

import os
import shutil
import sys
from textwrap import wrap

import click

# What a context holds where the process is the command itself, and may begin anew.
COMMAND = "command"
# A narrower terminal is taken for one of so many columns.
_NARROWEST = 40
# A blank that no line is broken at.
_BLANK = "\N{NO-BREAK SPACE}"


def columns() -> int | None:
    """How wide the terminal behind standard output is; None where there is none, so that another program gets whole lines."""
    if not sys.stdout.isatty():
        return None
    # In the last column some terminals begin a new line.
    return max(_NARROWEST, shutil.get_terminal_size().columns - 1)


def wrapped(text: str, width: int | None, *, first: str = "", indent: str = "") -> list[str]:
    """A text as lines of no more than `width` columns, in which no word is parted; as one line where the width is None.

    The first begins with `first`, the others with `indent`. What `whole` made stays on one line.
    """
    if width is None:
        return [f"{first}{text}".replace(_BLANK, " ")]
    lines = wrap(
        text,
        width,
        initial_indent=first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [line.replace(_BLANK, " ") for line in lines]


def whole(words: str) -> str:
    """Words that are not to be parted over two lines, since they are copied."""
    return words.replace(" ", _BLANK)


def heading(text: str) -> str:
    """A text in bold, unless `NO_COLOR` is set (no-color.org)."""
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)
