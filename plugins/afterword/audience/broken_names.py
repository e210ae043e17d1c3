"""Names that something stands within: a line's end, blanks between the letters, a mark, a tag, or a letter that nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from afterword.audience.common_names import COMMON
from afterword.audience.common_words import BEHIND, EVERYDAY
from afterword.audience.spelling import Folded, letters_pattern
from afterword.frozen import dataclass

# Tags, entities, and where a link leads: nothing of these is read.
_UNREAD = re.compile(
    r"<[/!?a-z][^<>]{0,200}>|&(?:[a-z]{2,31}|#\d{1,7}|#x[0-9a-f]{1,6});|\]\([^()\s]{0,200}\)"
)
# A full stop before a blank ends a sentence, and a comma a part of one.
_GAP = re.compile(
    r"(?![.:)][\s])\s{0,12}(?:[^\w\s,;!?]|_){0,4}\s{0,12}(?:[^\w\s,;!?.]|_){0,4}\s{0,2}"
)
_FEWEST = 5


@dataclass(frozen=True, slots=True)
class Broken:
    """The pattern of a name in a text of letters alone, and what is shown in its place."""

    pattern: re.Pattern[str]
    word: str
    shown: str


def broken(word: str, shown: str) -> Iterator[Broken]:
    """The name of five letters or more, joined, as it is looked for between whatever breaks it."""
    if len(word) >= _FEWEST:
        yield Broken(re.compile(letters_pattern(word)), word, shown)


@dataclass(frozen=True, slots=True)
class _Letters:
    """The letters and digits of a folded text, where each stands in it, and where a word begins."""

    text: str
    places: Sequence[int]
    begins: Sequence[int]


def broken_names(seen: Folded, known: dict[str, list[Broken]]) -> Iterator[tuple[int, int, str]]:
    """Where a name is broken, in the folded text, and what is shown; `known` has the names by their first letter."""
    letters = _letters(seen.text)
    done = 0
    for start in letters.begins:
        for one in known.get(letters.text[start], ()) if start >= done else ():
            found = one.pattern.match(letters.text, start)
            end = _end(letters, found.end()) if found else None
            if end and _is_broken(seen.text, letters, start, end, one.word):
                yield letters.places[start], letters.places[end - 1] + 1, one.shown
                done = end
                break


def by_first_letter(names: Iterable[Broken]) -> dict[str, list[Broken]]:
    """The names by the first letter, the longest first."""
    found: dict[str, list[Broken]] = {}
    for one in sorted(names, key=lambda one: -len(one.word)):
        found.setdefault(one.word[0], []).append(one)
    return found


def _letters(text: str) -> _Letters:
    plain = _UNREAD.sub(lambda found: "\0" * len(found[0]), text)
    places = [place for place, letter in enumerate(plain) if letter.isalnum()]
    starts = [at for at, place in enumerate(places) if not at or places[at - 1] != place - 1]
    return _Letters("".join(plain[place] for place in places), places, starts)


def _end(letters: _Letters, end: int) -> int | None:
    """Where the word ends that a name ends in; None where it goes on with what stands behind no name."""
    last = end
    longest = min(end + 20, len(letters.places))
    while last < longest and letters.places[last] == letters.places[last - 1] + 1:
        last += 1
    return last if letters.text[end:last] in {"", *BEHIND} else None


def _is_broken(text: str, letters: _Letters, start: int, end: int, word: str) -> bool:
    """Whether something stands within the name, and nothing that parts two sentences."""
    pieces = [letters.text[start]]
    gaps = []
    for at in range(start + 1, end):
        gap = text[letters.places[at - 1] + 1 : letters.places[at]]
        if gap:
            gaps.append(_UNREAD.sub("", gap))
            pieces.append("")
        pieces[-1] += letters.text[at]
    if not gaps or not all(_GAP.fullmatch(gap) for gap in gaps):
        return False
    is_spaced = not "".join(gaps).strip() and all(gaps)
    # "To day" may be two words; "t o d a y" is not.
    are_words = EVERYDAY.issuperset(pieces) or (word in COMMON and len(pieces) == 2)
    return not (is_spaced and are_words)
