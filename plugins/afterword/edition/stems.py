"""The stem of a word in a language, by Snowball's algorithms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

PACKAGE = "snowballstemmer"
WORKED_OUT = Path(__file__).with_name("stems.txt")
"""The stems of the words that notes are judged by: below the version of the package that gave them, and a language in brackets, a word and its stem a line."""


class _Stems(dict[str, str]):
    """The stems of a language's words, each looked at once."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._is_begun = False

    def __missing__(self, word: str) -> str:
        if not self._is_begun:
            self._is_begun = True
            self.update(worked_out(self._language, version(PACKAGE)))
            return self[word]
        stem = self[word] = _algorithm(self._language)(word)
        return stem


@cache
def stems_of(language: str) -> Callable[[str], str]:
    """What gives the stem of a word in a language, by the language's name in English; each word is looked at once."""
    return _Stems(language).__getitem__


def worked_out(language: str, by: str) -> dict[str, str]:
    """The stems of the words that every note is compared with, as this version of the package gives them; none where another one gave them.

    To work out those of English anew would be a twentieth of the work of a small journal's site.
    """
    said, _, stems = WORKED_OUT.read_text(encoding="utf-8").partition("\n")
    if said != by:
        return {}
    _, _, behind = stems.partition(f"[{language}]\n")
    lines = behind.partition("[")[0].splitlines()
    return dict(line.split(" ") for line in lines)


@cache
def _algorithm(language: str) -> Callable[[str], str]:
    name = language.casefold()
    try:
        # What asks for no stems shall not wait for this, and nobody for the languages of others.
        module = import_module(f"afterword.edition.snowball.{name}_stemmer")
        stemmer = getattr(module, f"{language}Stemmer")()
    except (ImportError, AttributeError):
        # A version that divides itself otherwise: its one documented way.
        stemmer = import_module(PACKAGE).stemmer(name)
    stem_word: Callable[[str], str] = stemmer.stemWord
    return stem_word
