"""Which words say that a thank-you note was sent."""

from __future__ import annotations

from afterword.vocabulary.languages import ENGLISH
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken
from afterword.vocabulary.statements.denying import denies

_SENT, _NOTE = "note sent", "section thank_you_note"
# With a blank around each, as they are looked for.
_ENGLISH = {name: tuple(f" {words} " for words in ENGLISH.spoken(name)) for name in (_SENT, _NOTE)}
_BEHIND = ((0, ENGLISH.spoken("same day")), (1, ENGLISH.spoken("next day")))
# Every name of it in English has this in it but for that of a note that follows up, which thanks for nothing.
_THANKS = "thank"
# Before a word for sending these say that it is still to be done.
_AHEAD = frozenset({"to", "will", "be", "ll", "if", "when", "once", "until"})


def names_note(text: str) -> bool:
    """Whether a text names a thank-you note: "thank-you email", "Dankesmail"."""
    is_english = _THANKS in text.casefold()
    return (is_english or bool(languages_spoken())) and _place(_NOTE, text) is not None


def says_sent(text: str) -> bool:
    """Whether a text says that something was sent, and not that it will be."""
    at = _place(_SENT, text)
    return at is not None and _AHEAD.isdisjoint(spoken(text)[:at].split()) and not denies(text)


def begins_as_sent(text: str) -> bool:
    """Whether a text begins by saying that something was sent: "Sent on 24 November"."""
    return _place(_SENT, text) == 0 and not denies(text)


def days_behind(text: str) -> int | None:
    """How many days after the interview something was done: "sent same evening" is 0, "the next morning" 1; None where it is not said."""
    said = f" {spoken(text)} "
    found = (days for days, words in _BEHIND for word in words if f" {word} " in said)
    return next(found, None)


def _place(name: str, text: str) -> int | None:
    """Where the first of the words below a name stands in what is said; None where none does."""
    said = f" {spoken(text)} "
    places = [at for words in _ENGLISH[name] if (at := said.find(words)) >= 0]
    for language in languages_spoken():
        for words in language.compared(name):
            at = said.find(f" {words} ") if language.has_blanks else bare(text).find(bare(words))
            if at >= 0:
                places.append(at)
    return min(places, default=None)
