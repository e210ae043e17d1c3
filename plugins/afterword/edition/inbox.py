"""The words about lines that wait in the writer's inbox, for the site and for the terminal alike."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.vocabulary.wording import counted_words, listed


def waiting_told(number: int) -> str:
    """How many lines wait to be put into their entries; empty where none does."""
    if not number:
        return ""
    told = counted_words(number, "line", capital=True)
    return f"{told} {'waits' if number == 1 else 'wait'} in your inbox."


def copies_told(names: Sequence[str]) -> str:
    """Which files are copies of the inbox, by their names, and what becomes of them; empty where none is."""
    if not names:
        return ""
    are, them = ("is a copy", "it") if len(names) == 1 else ("are copies", "them")
    return f"{listed([*names])} {are} of your inbox: nothing reads {them}, and no site shows {them}. Take over what is new, then delete {them}."
