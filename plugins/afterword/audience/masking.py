"""Words that somebody else shall not read, taken out of every text of a journal.

On any doubt a word is taken out: a sentence that reads oddly harms less than a name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from afterword.audience.broken_names import broken_names, by_first_letter
from afterword.audience.common_words import BEFORE, BEHIND, EVERYDAY
from afterword.audience.contacts import contacts, without_unread
from afterword.audience.naming_patterns import Name, Pattern, broken_patterns, initials_of, patterns
from afterword.audience.spelling import SCRIPTS_WITHOUT_BLANKS, Folded, begins, folded
from afterword.frozen import dataclass

MASK = "…"
# What other values are found by: these stay as they are, and no page prints them.
_KEYS = frozenset({"path", "id", "commitment", "themes", "inferred_themes", "theme_aliases"})
_STARTS = re.compile(r"(?:^|[.!?:…]\s+)$")
# So much before a name tells whether a sentence begins with it, and whether it is part of a longer word.
_BEFORE = 12
_LONGEST_WORD = 64
_LETTERS = re.compile(rf"[^\W\d_{SCRIPTS_WITHOUT_BLANKS}]*")
_JOINED = re.compile(r"[\s_-]{0,3}")
_INITIALS = re.compile(r"(?<![^\W\d_])[^\W\d_a-z](?:(?:\. ?| ?[&+] ?)?[^\W\d_a-z])+\.?(?![^\W\d_])")
_BESIDE_INITIALS = re.compile(r"[. &+]")

Change = Callable[[str], str]
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Masked:
    """A part of a text, from `start` to `end`, and what stands in its place."""

    start: int
    end: int
    word: str
    shown: str


class Masks:
    """Takes names out of texts, however they are spelled, and every way to reach somebody where `contacts` are taken out too."""

    def __init__(self, names: Iterable[Name], *, contacts: bool = False) -> None:
        names = tuple(names)
        self._patterns = patterns(names)
        self._broken = by_first_letter(broken_patterns(names))
        self._initials = initials_of(names)
        self._contacts = contacts

    def __bool__(self) -> bool:
        """Whether there is anything to take out."""
        return bool(self._patterns) or self._contacts

    def __call__(self, text: str) -> str:
        """The text without them; the very same text where there is nothing to take out."""
        seen = folded(text)
        found = self.found_in(seen)
        if not found:
            return text
        parts, at = [], 0
        for one in found:
            begins = one.start == 0 or _STARTS.search(_before(seen.original, one.start))
            shown = one.shown[:1].upper() + one.shown[1:] if begins else one.shown
            parts += [seen.original[at : one.start], shown]
            at = one.end
        return "".join((*parts, seen.original[at:]))

    def found_in(self, seen: Folded) -> tuple[Masked, ...]:
        """Each part that is taken out of a text, in order, without overlaps."""
        short = replace(seen, text=without_unread(seen.text)) if self._contacts else seen
        spans = [
            *self._named(short),
            *self._broken_up(short),
            *self._initialled(seen.original),
            *self._reached(seen.original),
        ]
        return tuple(_united(sorted(spans, key=lambda one: (one.start, -one.end)), seen.original))

    def _reached(self, text: str) -> Iterator[Masked]:
        if self._contacts:
            yield from (Masked(start, end, text[start:end], MASK) for start, end in contacts(text))

    def _broken_up(self, seen: Folded) -> Iterator[Masked]:
        for first, last, shown in broken_names(seen, self._broken):
            start, end = seen.span(first, last)
            yield Masked(start, end, seen.original[start:end], shown)

    def _initialled(self, text: str) -> Iterator[Masked]:
        for found in _INITIALS.finditer(text) if self._initials else ():
            letters = _BESIDE_INITIALS.sub("", found[0])
            dotted = "".join(f"{one}." for one in letters)
            shown = self._initials.get(dotted if "." in found[0] else letters)
            if shown and letters.isupper():
                yield Masked(*found.span(), found[0], shown)

    @cached_property
    def _by_beginning(self) -> dict[str, list[Pattern]]:
        found: dict[str, list[Pattern]] = {}
        for one in self._patterns:
            for begun in one.begun:
                found.setdefault(begun, []).append(one)
        return found

    def _named(self, seen: Folded) -> Iterator[Masked]:
        place = 0
        while place < len(seen.text):
            settled = self._settled(seen, place) if seen.text[place].isalnum() else None
            if settled:
                first, last, shown = settled
                start, end = seen.span(first, last)
                yield Masked(start, end, seen.original[start:end], shown)
                place = max(last - 1, place)
            place += 1

    def _settled(self, seen: Folded, place: int) -> tuple[int, int, str] | None:
        """Where the name that stands here begins and ends in the folded text, and what is shown; None where none does."""
        for begun in reversed(begins(seen.text, place)):
            for one in self._by_beginning.get(begun, ()):
                found = one.pattern.match(seen.text, place)
                if found and (span := _whole(seen, one, place, found.end())):
                    return *span, one.shown
        return None


def _before(text: str, place: int) -> str:
    """The last few characters before a place, behind one that begins no sentence where there are more."""
    return ("x" if place > _BEFORE else "") + text[max(0, place - _BEFORE) : place]


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


def _whole(seen: Folded, pattern: Pattern, start: int, end: int) -> tuple[int, int] | None:
    """The part of the folded text that is taken out for a name that stands there; None where only its letters do."""
    if pattern.unspaced:
        return start, end
    first, last = _run(seen.text, start, end)
    if pattern.anywhere or (pattern.joined and seen.text[start:end].isalpha()):
        return first, last
    if pattern.capital and not seen.original[seen.places[start]].isupper():
        return None
    if pattern.inflected and seen.text[start:end] in EVERYDAY:
        return None
    before, behind = seen.text[first:start], seen.text[end:last]
    opens = before in {"", *BEFORE} or _turns(seen, start)
    closes = behind in {"", *BEHIND} or _turns(seen, end) or _falls(seen, start, end)
    if not (opens and closes):
        return None
    return first if before in BEFORE else start, last if behind in BEHIND or not behind else end


def _run(text: str, start: int, end: int) -> tuple[int, int]:
    """The letters around a part of a text that make one word with it, as many as a word has."""
    before = text[max(0, start - _LONGEST_WORD) : start]
    first = start - len(_LETTERS.match(before[::-1])[0])  # type: ignore[index]  # matches nothing too
    return first, _LETTERS.match(text, end, end + _LONGEST_WORD).end()  # type: ignore[union-attr]


def _turns(seen: Folded, place: int) -> bool:
    """Whether a small letter is followed by a capital here, as in "myNorthwind"."""
    before, here = seen.original[seen.places[place - 1]], seen.original[seen.places[place]]
    return before.islower() and here.isupper()


def _falls(seen: Folded, start: int, end: int) -> bool:
    """Whether capitals end here, as in "SAPteam"."""
    written = seen.original[seen.places[start] : seen.places[end - 1] + 1]
    return len(written) > 1 and written.isupper() and seen.original[seen.places[end]].islower()


def _united(spans: Iterable[Masked], text: str) -> Iterator[Masked]:
    """The parts without overlaps; neighbours that read alike become one."""
    last: Masked | None = None
    end = 0
    for one in spans:
        if last is None:
            last, end = one, one.end
        elif one.start < end or (
            one.shown == last.shown and _JOINED.fullmatch(text, end, one.start)
        ):
            end = max(end, one.end)
        else:
            yield replace(last, end=end, word=text[last.start : end])
            last, end = one, one.end
    if last is not None:
        yield replace(last, end=end, word=text[last.start : end])
