"""Which words a thank-you note is told by in each language: what draws its writer, what it mends, what it reminds of.

A file of a language has the form of those that `afterword.vocabulary.languages` reads. In a phrase `…` stands for up to three words
that speak of nobody but the writer, and an apostrophe is a blank: "i'd" is "i d".
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from afterword.vocabulary.languages import Words, read_words

_FOLDER = Path(__file__).with_name("notes")


@cache
def note_words() -> Mapping[str, Words]:
    """The words of each language that notes are judged in, by its name in English."""
    texts = (path.read_text(encoding="utf-8") for path in sorted(_FOLDER.glob("??.txt")))
    read = map(read_words, texts)
    return {words.of("language")[0]: words for words in read}
