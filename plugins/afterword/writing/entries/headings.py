"""What a section is called in the language of a journal."""

from __future__ import annotations

from afterword.vocabulary.languages import languages
from afterword.vocabulary.sections import TITLES, Section


def title_in(section: Section, language: str) -> str:
    """The title of a section in a language, by that language's name in English; in English where it is not known."""
    return _first(f"section {section}", language) or TITLES[section]


def notes_title(language: str) -> str:
    """What notes that are counted nowhere are called in a language."""
    return _first("tracker notes", language) or "Notes"


def _first(name: str, language: str) -> str:
    """The first word of a language below a name; empty where it has none."""
    for one in languages().values():
        if one.name == language and (words := one.of(name)):
            return words[0][:1].upper() + words[0][1:]
    return ""
