"""A section's words among small ones: "Questions they put to me" is "Questions", and "Weniger gut gelaufen" is "weniger gut".

A heading is looked at without its small words, as few as possible, until what is left is what a section is called, or twice what one
section is called: "Nächstes Mal anders". Any other word in it makes it a heading of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations

from afterword.vocabulary.languages import ENGLISH, Language
from afterword.vocabulary.sections import LISTED, Section
from afterword.vocabulary.spelling import bare, spoken

Named = Callable[[str], Section | None]
# More words are a sentence, and of more small ones there are too many ways to leave some out.
_MOST, _MOST_SMALL = 8, 5
_THEIRS = frozenset({Section.QUESTIONS, Section.FEEDBACK})
# Whose a question is hangs on the small words, and a story's name may be of them.
_MINE = frozenset(LISTED) - _THEIRS - {Section.QUESTIONS_ASKED, Section.STORIES}
# Which sections a heading may name among small words of which name.
_NAMES = (
    ("small words", _MINE | _THEIRS),
    ("small words of theirs", _THEIRS),
    ("small words of mine", _MINE),
)


def section_among_small_words(
    text: str, languages: tuple[Language, ...], named: Named
) -> Section | None:
    """The section that a heading in English or in these languages names among small words; None where it names none, or two."""
    words = spoken(text).split()
    for name, sections in _NAMES if _are_known(words, languages) else ():
        small = _words("small words", languages) | _words(name, languages)
        for left in _without_some(words, small):
            found = {section for rest in left for section in _said(rest, named)} & sections
            if found:
                return found.pop() if len(found) == 1 else None
    return _without_ends(bare(text), languages, named)


def _without_some(words: list[str], small: frozenset[str]) -> Iterator[list[list[str]]]:
    """What is left of the words without one of the small ones, in every way, then without two, and so on; first with all of them."""
    at_small = [at for at, word in enumerate(words) if word in small]
    if len(words) > _MOST or len(at_small) > _MOST_SMALL:
        return
    for number in range(min(len(at_small) + 1, len(words))):
        yield [
            [word for at, word in enumerate(words) if at not in out]
            for out in combinations(at_small, number)
        ]


def _said(words: list[str], named: Named) -> set[Section]:
    """The section that the words are the name of, or both halves of them."""
    found = {named(" ".join(words))}
    for at in range(1, len(words)):
        halves = {named(" ".join(words[:at])), named(" ".join(words[at:]))}
        if len(halves) == 1:
            found |= halves
    return {section for section in found if section}


def _without_ends(text: str, languages: tuple[Language, ...], named: Named) -> Section | None:
    """The section of a heading in a language without blanks that begins or ends with small words."""
    for one in languages:
        if one.has_blanks:
            continue
        small = sorted(map(bare, one.of("small words")), key=len, reverse=True)
        begins = ["", *(word for word in small if text.startswith(word))]
        ends = ["", *(word for word in small if text.endswith(word))]
        cut = (text.removeprefix(begin).removesuffix(end) for begin in begins for end in ends)
        found = {section for rest in cut if rest and (section := named(rest)) in _MINE | _THEIRS}
        if len(found) == 1:
            return found.pop()
    return None


def _are_known(words: list[str], languages: tuple[Language, ...]) -> bool:
    """Whether each word is a small one or one of what sections are called: what tells nearly all that are none at once."""
    known = (_words(name, languages) for name, _ in _NAMES)
    return _called(languages).union(*known).issuperset(words)


@lru_cache(maxsize=64)
def _called(languages: tuple[Language, ...]) -> frozenset[str]:
    """Every word in what sections are called, in English or in these languages."""
    names = [f"section {section}" for section in Section]
    called = (
        ENGLISH.spoken(name).union(*(one.compared(name) for one in languages)) for name in names
    )
    return frozenset(word for words in called for one in words for word in one.split())


@lru_cache(maxsize=256)
def _words(name: str, languages: tuple[Language, ...]) -> frozenset[str]:
    """The small words of these languages, of English without any: its "an" is no small word in German."""
    if not languages:
        return ENGLISH.spoken(name)
    return frozenset().union(*(one.compared(name) for one in languages if one.has_blanks))
