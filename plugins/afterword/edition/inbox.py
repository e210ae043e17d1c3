"""The words about lines that wait in the writer's inbox, for the site and for the terminal alike."""

from __future__ import annotations

from afterword.vocabulary.wording import counted_words


def waiting_told(number: int) -> str:
    """How many lines wait to be put into their entries; empty where none does."""
    if not number:
        return ""
    told = counted_words(number, "line", capital=True)
    return f"{told} {'waits' if number == 1 else 'wait'} in your inbox."
