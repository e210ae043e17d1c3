"""How text stands in a terminal: how wide it is, where lines are broken, and what is bold."""

from __future__ import annotations

import os
import re
import shutil
import sys
from textwrap import wrap

import click

# What a context holds where the process is the command itself, and may begin anew.
COMMAND = "command"
# A narrower terminal is taken for one of so many columns.
_NARROWEST = 40
# What moves the cursor, ends a line or turns the direction of writing; an escape that sets a colour is none of these.
_ACTING = re.compile(
    r"\x1b(?!\[[0-9;]*m)|[\x00-\x08\x0b-\x1a\x1c-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"
)
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


def visible(text: str) -> str:
    """A text with a sign in place of what a terminal would do instead of showing it: colours stay, since they only look different.

    What somebody else wrote, such as a cell of a table, could otherwise wipe the screen, or read from right to left what is to be copied.
    """
    return _ACTING.sub("\N{REPLACEMENT CHARACTER}", text)


def heading(text: str) -> str:
    """A text in bold, unless `NO_COLOR` is set (no-color.org)."""
    return text if os.environ.get("NO_COLOR") else click.style(text, bold=True)
