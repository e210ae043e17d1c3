"""Which language a note is in, of those that have words to judge it by?"""

from __future__ import annotations

from afterword.analysis.thank_you.text import NoteLanguage, Stems, words_of
from afterword.vocabulary.note_words import note_words
from afterword.vocabulary.speaking import evidence_in

# Of the words of any text so many are those that every text of its language has; of another language by chance far fewer.
_SHARE = 0.22
# A note of fewer words is too short to tell, and taken for English.
_FEW = 8
_ENGLISH = "English"


class NoteLanguages:
    """The languages that notes are judged in, with the stems of each."""

    def __init__(self, stems: Stems) -> None:
        """The languages, each stemmed by what `stems` gives for its name."""
        words = note_words()
        self._languages = {
            name: NoteLanguage(name, stems(name), one.parts) for name, one in words.items()
        }
        self._common = {name: frozenset(one.of("common")) for name, one in words.items()}

    def of(self, note: str) -> NoteLanguage | None:
        """The language of a note; None where there are no words to judge it by."""
        words = words_of(note)
        counts = {
            name: sum(map(common.__contains__, words)) for name, common in self._common.items()
        }
        best = max(counts, key=lambda name: (counts[name], name == _ENGLISH))
        if len(words) < _FEW and note.isascii():
            return self._languages[best if counts[best] > counts[_ENGLISH] + 1 else _ENGLISH]
        if counts[best] < _SHARE * len(words) or not words:
            return None
        return self._languages[best]


def named_language(note: str) -> str:
    """The name of the language of a note that is not judged, as far as its commonest words tell; empty where they do not."""
    counts = {name: one.prose for name, one in evidence_in(note).items()}
    known = note_words()
    best = max(counts, key=lambda name: counts[name], default="")
    return best if best not in known and counts.get(best, 0) > 1 else ""
