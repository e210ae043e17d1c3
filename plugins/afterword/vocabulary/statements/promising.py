"""Whose promise a sentence is by the words that it begins with, and whether it says that somebody gets in touch."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from afterword.kinds import Party
from afterword.patterns import seldom
from afterword.vocabulary.languages import ENGLISH, WORDS, Language
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken
from afterword.vocabulary.statements.theirs_to_give import is_to_be_given, is_to_come

_MINE, _THEIRS, _THEY, _WANTED = "i promise", "they will", "they", "they want"


def _by_first_word(phrases: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = phrase.partition(" ")[0]
        found[first] = (*found.get(first, ()), phrase)
    return found


_ENGLISH = {name: _by_first_word(ENGLISH.spoken(name)) for name in (_MINE, _THEIRS, _THEY, _WANTED)}
# What stands behind one of the words for them where they promise.
_BEHIND_THEM = {
    phrase.split()[1]
    for one in ENGLISH.spoken(_THEY)
    for phrase in _ENGLISH[_THEIRS].get(one, ())
    if " " in phrase
}
_FOR_ME = WORDS.spoken("for me")
_IN_TOUCH = ENGLISH.spoken("in touch")
# What a sentence begins with that may be somebody, as it is quickly looked at: a name, or "the" with a post.
_SOMEBODY = seldom(r"(?:[Tt]he|[Tt]heir|[Mm]y)\s|[^\W\d_a-z]")
_NAME = r"[^\W\d_a-zà-ÿ][\w.-]*"
_NAMES = tuple(
    seldom(one)
    for one in (
        rf"{_NAME}(?:\s+|(?=['’]ll\b))",
        rf"{_NAME}\s+{_NAME}\s+",
        rf"{_NAME}\s+{_NAME}\s+{_NAME}\s+",
        r"(?:[Tt]he|[Tt]heir|[Mm]y)\s+[\w-]+\s+",
        r"(?:[Tt]he|[Tt]heir|[Mm]y)\s+[\w-]+\s+[\w-]+\s+",
    )
)
# Words that begin a sentence with a capital and are nobody who promises anything.
_NOBODY = frozenset(
    {
        "i",
        "we",
        "you",
        "it",
        "this",
        "that",
        "there",
        "they",
        "he",
        "she",
        "what",
        "who",
        "if",
        "when",
        "everyone",
        "everybody",
        "someone",
        "somebody",
        "nobody",
        "anyone",
        # What an outline begins a task with.
        "todo",
        "later",
        "now",
        "doing",
        "waiting",
        "done",
        "cancelled",
        "canceled",
    }
)
# What they do may be a thing as well: "Thank-you email", "Reference call". Behind a name it is done where one of these follows.
_THINGS = frozenset({"answer", "call", "contact", "email", "mail", "phone", "reply", "ring"})
_TO_ME = frozenset({"me", "us", "back"})
# "I told Priya I'd send it" promises what "I told her I'd send it" does.
_TOLD = seldom(r"^i told (?:the )?[\w-]+ (?=(?:that )?i(?:['’]| w))", re.IGNORECASE)
_QUOTES = frozenset("'’")
# So much of a text tells how it begins.
_MOST = 80


def promised_by(text: str) -> Party | None:
    """Whose promise a sentence is that begins as one does: "They ring by Monday" is theirs; None for any other sentence.

    What they want of me is no promise of theirs, and none of mine before I have said so.
    """
    if is_to_be_given(text, languages_spoken()):
        return Party.ME
    theirs = _longest(_THEIRS, text)
    if theirs and theirs >= _longest(_WANTED, text):
        return Party.THEM
    if _longest(_MINE, text) or _longest(_MINE, _TOLD.sub("i told her ", text, count=1)):
        return Party.ME
    is_theirs = is_to_come(text, languages_spoken()) or any(map(_is_theirs, _with_pronouns(text)))
    return Party.THEM if is_theirs else None


def begins_as_theirs(text: str) -> bool:
    """Whether a promise, known to be one, is theirs: also by who does it alone, "They look into it"."""
    if is_to_be_given(text, languages_spoken()):
        return False
    theirs = max(_longest(_THEIRS, text), _longest(_THEY, text))
    if theirs:
        return theirs >= _longest(_WANTED, text)
    return is_to_come(text, languages_spoken()) or any(map(_is_theirs, _with_pronouns(text)))


def _is_theirs(text: str) -> bool:
    theirs = _longest(_THEIRS, text)
    return bool(theirs) and theirs >= _longest(_WANTED, text)


def _with_pronouns(text: str) -> Iterator[str]:
    """A text that begins with somebody's name or post, with each word for them in its place: "Priya will ring" is "she will ring"."""
    if _SOMEBODY.match(text) is None or spoken(text.partition(" ")[0]) in _NOBODY:
        return
    spoken_in = languages_spoken()
    for name in _NAMES:
        if found := name.match(text):
            rest = text[found.end() : found.end() + _MOST]
            abroad = [
                one
                for language in spoken_in
                if not _is_infinitive(rest, language)
                for one in language.compared(_THEY)
            ]
            if spoken_in:
                # Many a language has no word for them there: "Ana me llamará".
                yield rest
            # "Priya'll" is one word, as "she'll" is.
            gap = "" if rest[:1] in _QUOTES else " "
            is_english = gap == "" or _is_done(rest)
            pronouns = [*ENGLISH.spoken(_THEY), *abroad] if is_english else abroad
            yield from (f"{one}{gap}{rest}" for one in pronouns)


def _is_infinitive(rest: str, language: Language) -> bool:
    """Whether a name is followed by what is to be done and by nobody's doing: "Vertrag schicken" is for me, "Kim schickt" is theirs."""
    verb, *behind = spoken(rest).split()[:2] or [""]
    ends = language.compared("ends of an infinitive")
    is_plural = bool(behind) and behind[0] in language.compared("themselves")
    return bool(ends) and verb.endswith(tuple(ends)) and not is_plural


def _is_done(rest: str) -> bool:
    """Whether what stands behind a name begins with what they do, and is no thing that the name stands before."""
    verb, *behind = spoken(rest).split()[:2] or [""]
    return verb in _BEHIND_THEM and (verb not in _THINGS or not _TO_ME.isdisjoint(behind))


def is_for_me(text: str) -> bool:
    """Whether what they do is done for me, and no plan of their own: "They send me the test", not "They open a branch"."""
    return not _FOR_ME.isdisjoint(spoken(text).split()) or is_in_touch(text)


def is_in_touch(text: str) -> bool:
    """Whether a promise of theirs is to say how it stands: "They let me know", "Decision by Monday"."""
    if not _IN_TOUCH.isdisjoint(spoken(text).split()):
        return True
    return any(_has_word(text, language) for language in languages_spoken())


def tells_decision(text: str) -> bool:
    """Whether a promise of theirs is to say how it stands, and not when we meet: "They let me know the date of the next round"."""
    return is_in_touch(text) and (
        _names(text, "says how it stands") or not _names(text, "when we meet")
    )


def _names(text: str, name: str) -> bool:
    """Whether a text has one of the words below a name, with blanks around it."""
    tables = (ENGLISH.spoken(name), *(one.compared(name) for one in languages_spoken()))
    return any(f" {word} " in f" {spoken(text)} " for table in tables for word in table)


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
