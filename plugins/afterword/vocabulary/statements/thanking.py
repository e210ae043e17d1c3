"""Which words say that somebody is to be thanked."""

from __future__ import annotations

from afterword.vocabulary.spelling import spoken

# How such a word begins, in each language that is read; any ending may follow.
_BEGINNINGS = (
    *("thank", "dank", "bedank", "remerci", "agradec", "ringrazi", "ringraz", "podzięk", "podziek"),
    *("поблагодар", "благодар", "شكر"),
)
_WHOLE = frozenset({"merci", "gracias", "grazie", "obrigado", "obrigada", "спасибо"})
# Where no blanks part the words, or they part one.
_ANYWHERE = ("お礼", "感謝", "感谢", "致谢", "감사", "cảm ơn")
# What a note of thanks is called besides, and is nobody's name.
_NOTE = frozenset({"you", "note", "notes", "mail", "email", "e", "card", "letter", "message"})


def says_thanks(text: str) -> bool:
    """Whether a text says that somebody is thanked: "Thank Joan", "Dankesmail schicken"."""
    said = spoken(text)
    return any(map(_is_thanks, said.split())) or any(word in said for word in _ANYWHERE)


def names_nobody(text: str) -> bool:
    """Whether a text that says thanks has no word in it that could be a name: none with a capital, but for the first."""
    behind = text.replace("-", " ").split()[1:]
    return not any(word[0].isupper() and not _is_of_note(word) for word in behind)


def _is_of_note(word: str) -> bool:
    said = spoken(word)
    return said in _NOTE or _is_thanks(said)


def _is_thanks(word: str) -> bool:
    return word.startswith(_BEGINNINGS) or word in _WHOLE
