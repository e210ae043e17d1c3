"""Which words beside an outcome may turn it: that it no longer holds, that it is not sure, or that it is somebody else's."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from afterword.kinds import OutcomeKind
from afterword.vocabulary.languages import ENGLISH, WORDS, languages
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import bare, spoken
from afterword.vocabulary.statements.denying import denies

_LONGEST = 6
_DOUBTED, _REJECTED = WORDS.spoken("doubted status"), Said("rejected status")


def takes_back_outcome(text: str) -> bool:
    """Whether a text beside an outcome says that it no longer holds, that it is not sure, or that it is not so."""
    return _says(text, "taken back") or denies(text)


def names_somebody_else(text: str) -> bool:
    """Whether a text beside an outcome names another person whose it may be."""
    return _says(text, "somebody else")


def names_party(text: str, party: str) -> bool:
    """Whether a text names a party, `me` or `them`."""
    return _says(text, f"party {party}")


def starts_work(before: str) -> bool:
    """Whether a day behind these words is that of a new job, and not of its decision: "offer, start on"."""
    last_two = spoken(before).split()[-2:]
    return any(map(leads_from_a_day, last_two)) or _says(before, "start of work")


def leads_from_a_day(word: str) -> bool:
    """Whether a word says that something begins on the day behind it: "from"."""
    return any(spoken(word) in ways for ways, _ in _words("from a day"))


def leads_to_round(text: str) -> bool:
    """Whether a text begins with a word that leads from an outcome to the round that it is for: "for the second interview"."""
    first = spoken(text).split(" ")[0]
    return any(first == word for words, _ in _words("towards a round") for word in words)


def is_doubted(status: str) -> bool:
    """Whether a tracker's status sounds like an outcome and is none for sure: "passed" may be what they did with me."""
    return spoken(status) in _DOUBTED


def is_rejection(status: str) -> bool:
    """Whether a tracker's status alone says that they rejected an application, where an entry would leave open whose it is: "Abgelehnt"."""
    return spoken(status) in _REJECTED


def outcomes_within(text: str) -> tuple[list[tuple[OutcomeKind, str]], str]:
    """The outcomes that a text names anywhere, each with its words, the longest first, and the rest of the text.

    What is pending stays in the rest as well: a "candidate" in one language is "applied" in another.
    """
    words, found, rest = spoken(text).split(), list[tuple[OutcomeKind, str]](), list[str]()
    at = 0
    while at < len(words):
        spans = (" ".join(words[at:end]) for end in range(at + _LONGEST, at, -1))
        said = next(((kind, span) for span in spans if (kind := outcome_kind(span))), None)
        count = len(said[1].split()) if said else 1
        found += [said] if said else []
        if said is None or said[0] is OutcomeKind.PENDING:
            rest += words[at : at + count]
        at += count
    return _without_blanks(found, " ".join(rest))


def _without_blanks(
    found: list[tuple[OutcomeKind, str]], rest: str
) -> tuple[list[tuple[OutcomeKind, str]], str]:
    """The same with the outcomes of languages that set no blanks, which stand anywhere in the rest."""
    if rest.isascii():
        return found, rest
    for word, kind in _outcomes_without_blanks():
        if word in rest:
            found.append((kind, word))
            rest = rest if kind is OutcomeKind.PENDING else rest.replace(word, " ")
    return found, rest


@cache
def _outcomes_without_blanks() -> tuple[tuple[str, OutcomeKind], ...]:
    """The outcomes of more than one sign in languages that set no blanks, the longest first."""
    known = {
        word: OutcomeKind(kind)
        for language in languages().values()
        if not language.has_blanks
        for word, kind in language.meanings("outcome").items()
        if len(word) > 1
    }
    return tuple(sorted(known.items(), key=lambda one: -len(one[0])))


@cache
def _words(name: str) -> tuple[tuple[Iterable[str], bool], ...]:
    """The words below a name in each language, and whether blanks part them there."""
    others = ((one.compared(name), one.has_blanks) for one in languages().values())
    return ((ENGLISH.spoken(name), True), *others)


def _says(text: str, name: str) -> bool:
    """Whether a text has one of the words below a name, of any language."""
    told, whole = f" {spoken(text)} ", bare(text)
    return any(
        f" {word} " in told if has_blanks else word in whole
        for words, has_blanks in _words(name)
        for word in words
    )
