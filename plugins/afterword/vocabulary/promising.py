"""Whose promise a sentence is by the words that it begins with, and whether it says that somebody gets in touch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from afterword.kinds import Party
from afterword.vocabulary.languages import ENGLISH, WORDS, Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken

_MINE, _THEIRS, _THEY, _WANTED = "i promise", "they will", "they", "they want"


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


_ENGLISH = {name: _by_first_word(ENGLISH.spoken(name)) for name in (_MINE, _THEIRS, _THEY, _WANTED)}
_FOR_ME = WORDS.spoken("for me")
_IN_TOUCH = ENGLISH.spoken("in touch")
# So much of a text tells how it begins.
_MOST = 80


def promised_by(text: str) -> Party | None:
    """Whose promise a sentence is that begins as one does: "They ring by Monday" is theirs; None for any other sentence.

    What they want of me is no promise of theirs, and none of mine before I have said so.
    """
    theirs = _longest(_THEIRS, text)
    if theirs and theirs >= _longest(_WANTED, text):
        return Party.THEM
    return Party.ME if _longest(_MINE, text) else None


def begins_as_theirs(text: str) -> bool:
    """Whether a promise, known to be one, is theirs: also by who does it alone, "They look into it"."""
    theirs = max(_longest(_THEIRS, text), _longest(_THEY, text))
    return bool(theirs) and theirs >= _longest(_WANTED, text)


def is_for_me(text: str) -> bool:
    """Whether what they do is done for me, and no plan of their own: "They send me the test", not "They open a branch"."""
    return not _FOR_ME.isdisjoint(spoken(text).split()) or is_in_touch(text)


def is_in_touch(text: str) -> bool:
    """Whether a promise of theirs is to say how it stands: "They let me know", "Decision by Monday"."""
    if not _IN_TOUCH.isdisjoint(spoken(text).split()):
        return True
    return any(_has_word(text, language) for language in languages_spoken())


def _has_word(text: str, language: Language) -> bool:
    words = language.compared("in touch")
    if language.has_blanks:
        return any(f" {word} " in f" {spoken(text)} " for word in words)
    return any(bare(word) in bare(text) for word in words)


def _longest(name: str, text: str) -> int:
    """How many letters long the longest word or phrase below a name is that a text begins with; 0 where it begins with none."""
    said = f"{spoken(text[:_MOST])} "
    english = _ENGLISH[name].get(said.partition(" ")[0], ())
    found = [phrase for phrase in english if said.startswith(f"{phrase} ")]
    for language in languages_spoken():
        found += _begun(said, language.compared(name), has_blanks=language.has_blanks)
    return max(map(len, found), default=0)


def _begun(said: str, phrases: Iterable[str], *, has_blanks: bool) -> Iterator[str]:
    """Those of the phrases that what is said begins with."""
    if has_blanks:
        return (phrase for phrase in phrases if said.startswith(f"{phrase} "))
    together = said.replace(" ", "")
    return (phrase for phrase in phrases if together.startswith(phrase.replace(" ", "")))
