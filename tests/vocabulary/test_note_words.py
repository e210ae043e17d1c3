"""The words that thank-you notes are judged by, a file a language."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.end_to_end.projects import ROOT

from afterword.edition.stems import stems_of
from afterword.vocabulary.languages import Words, common_words, read_words
from afterword.vocabulary.note_words import note_words

FOLDER = ROOT / "plugins" / "afterword" / "vocabulary" / "notes"
FILES = sorted(FOLDER.glob("*.txt"))
EVERYWHERE = {
    "language", "common", "you", "greeting", "thanks", "manners", "interest", "repair", "mend",
    "reminder", "work", "titles", "at", "tool", "earlier",
}  # fmt: skip
# A language that leaves out the word for whoever speaks has no "i"; names and words of everyday are one list for all.
SOMEWHERE = {"i", "first names", "usual words"}


def words_of(path: Path) -> Words:
    return read_words(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_has_every_part_and_no_word_twice(path: Path) -> None:
    words = words_of(path)
    parts = set(words.parts)
    assert (EVERYWHERE - parts, parts - EVERYWHERE - SOMEWHERE) == (set(), set())
    twice = {part: those for part, those in words.parts.items() if len({*those}) < len(those)}
    assert twice == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_said_out_of_politeness_draws_nobody(path: Path) -> None:
    words = words_of(path)
    assert set(words.of("manners")) & set(words.of("interest")) == set()


def test_every_language_is_known_by_its_name_and_has_stems() -> None:
    assert set(note_words()) <= set(common_words())
    assert [stems_of(name)("") for name in note_words()] == [""] * len(FILES)
