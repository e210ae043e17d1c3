"""The stems of the words that notes are judged by: `python -m tests.house.stems_table` works them out, and writes them beside the code that reads them."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version

from snowballstemmer import stemmer

from afterword.analysis.thank_you.text import words_of
from afterword.edition.stems import PACKAGE, WORKED_OUT
from afterword.vocabulary.note_words import note_words

# What a note is compared with by stems; names and titles are words as they stand.
PARTS = (
    "common",
    "i",
    "you",
    "thanks",
    "manners",
    "interest",
    "repair",
    "mend",
    "reminder",
    "work",
)


def stems(language: str) -> dict[str, str]:
    """The stem of each word in the phrases of a language, in the order of the words."""
    phrases = (one for part in PARTS for one in note_words()[language].of(part))
    words = sorted({word for one in phrases for word in words_of(one)})
    stem_word = stemmer(language.casefold()).stemWord
    return {word: stem_word(word) for word in words}


def _lines() -> Iterator[str]:
    yield version(PACKAGE)
    for language in note_words():
        yield f"[{language}]"
        yield from (f"{word} {stem}" for word, stem in stems(language).items())


if __name__ == "__main__":
    WORKED_OUT.write_text("\n".join((*_lines(), "")), encoding="utf-8")
