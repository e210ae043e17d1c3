"""The tables that reading looks words up in, together, so that another set of them can be handed to it."""

from __future__ import annotations

from afterword.frozen import dataclass
from afterword.vocabulary.fields import KEYS, Keys
from afterword.vocabulary.sections import SECTION_WORDS, SectionWords


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The keys of front matter and the words of sections' headings."""

    keys: Keys = KEYS
    sections: SectionWords = SECTION_WORDS


VOCABULARY = Vocabulary()
