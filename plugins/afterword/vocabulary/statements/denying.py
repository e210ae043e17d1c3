"""Which words say that something is not so."""

from __future__ import annotations

from afterword.vocabulary.languages import ENGLISH
from afterword.vocabulary.speaking import languages_spoken
from afterword.vocabulary.spelling import bare, spoken

_DENIED = "denial"
_ENGLISH = ENGLISH.spoken(_DENIED)


def denies(text: str, words: int | None = None) -> bool:
    """Whether one of the first words of a text, or of all of them, says "not"."""
    said = spoken(text).split()[:words]
    if not _ENGLISH.isdisjoint(said):
        return True
    for language in languages_spoken():
        whole = bare(" ".join(said))
        for word in language.compared(_DENIED):
            if word in said if language.has_blanks else bare(word) in whole:
                return True
    return False
