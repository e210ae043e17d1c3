"""Words that somebody else shall not read, taken out of every text of a journal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from afterword.model import Journal
from afterword.pages.naming import initials

MASK = "…"
_FEWEST_LETTERS = 3
# What other values are found by: these stay as they are, and no page prints them.
_KEYS = frozenset({"path", "id", "commitment", "themes", "inferred_themes", "theme_aliases"})

Change = Callable[[str], str]
Value = TypeVar("Value")


def masks(journal: Journal, *, people: Iterable[str] = (), companies: Iterable[str] = ()) -> Change:
    """Takes out every entry's private words, and makes initials of people and companies."""
    whole = {word: MASK for one in journal.interviews for word in one.private}
    whole |= {name: letters(name) for name in people} | {name: initials(name) for name in companies}
    parts = {
        part: f"{part[0]}."
        for name in people
        for part in re.findall(r"[^\W\d_]+", name)
        if len(part) >= _FEWEST_LETTERS and part[0].isupper()
    }
    taken = _replacing(whole, re.IGNORECASE)
    shortened = _replacing(parts, re.NOFLAG)
    return lambda text: shortened(taken(text))


def letters(name: str) -> str:
    """A person's initials: "Ingeborg Vantaala" is I. V."""
    return " ".join(f"{part[0].upper()}." for part in re.findall(r"[^\W\d_]+", name)) or MASK


def masked(value: Value, change: Change) -> Value:
    """The value with each text in it changed, however deep it lies."""
    return _changed(value, change)  # type: ignore[no-any-return]


def _changed(value: Any, change: Change) -> Any:
    if isinstance(value, str):
        # A kind or an outcome is a word of ours.
        return change(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(_changed(one, change) for one in value)
    if isinstance(value, dict):
        return {key: _changed(one, change) for key, one in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        kept = (field.name for field in fields(value) if field.name not in _KEYS)
        return replace(value, **{name: _changed(getattr(value, name), change) for name in kept})
    return value


def _replacing(words: Mapping[str, str], flags: re.RegexFlag) -> Change:
    """Puts something in the place of each word, the longest first, where it stands as a word of its own."""
    known = {word.casefold(): shown for word, shown in words.items() if word.strip()}
    if not known:
        return lambda text: text
    ordered = sorted((re.escape(word) for word in words if word.strip()), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?!\w)", flags)
    return lambda text: pattern.sub(lambda found: known.get(found[0].casefold(), MASK), text)
