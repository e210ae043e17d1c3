"""What a section is called in the language of a journal."""

from __future__ import annotations

from afterword.vocabulary.languages import languages
from afterword.vocabulary.sections import TITLES, Section


def title_in(section: Section, language: str) -> str:
    """The title of a section in a language, by that language's name in English; in English where it is not known."""
    for one in languages().values():
        if one.name == language and (words := one.of(f"section {section}")):
            return words[0][:1].upper() + words[0][1:]
    return TITLES[section]
