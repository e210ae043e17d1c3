"""Which words each language has for what is read, from one file a language.

A file is lines of words, parted by commas, below names in brackets that say what they mean:

    [section went_well]
    went well, pros
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from afterword.vocabulary.spelling import spoken


@dataclass(frozen=True, slots=True)
class Words:
    """The words below each name in brackets, in the order written."""

    parts: Mapping[str, tuple[str, ...]]

    def of(self, name: str) -> tuple[str, ...]:
        """The words below a name; none where it is not there."""
        return self.parts.get(name, ())

    def spoken(self, name: str) -> frozenset[str]:
        """The words below a name as they are compared."""
        return frozenset(map(spoken, self.of(name)))

    def meanings(self, kind: str) -> dict[str, str]:
        """What each word means, as it is compared, below the names that begin with `kind`: of "outcome", "ghosted" is "no answer"."""
        return {
            spoken(word): name.removeprefix(f"{kind} ")
            for name, words in self.parts.items()
            if name.startswith(f"{kind} ")
            for word in words
        }


def read_words(text: str) -> Words:
    """The words of one language. Raises ValueError for a word above the first name."""
    parts: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in text.splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
            parts.setdefault(name, ())
        elif line.strip() and not line.startswith("#"):
            if not name:
                raise ValueError(line)
            words = (word.strip() for word in line.split(","))
            parts[name] += tuple(filter(None, words))
    return Words(parts)


def joined(languages: Iterable[Words]) -> Words:
    """The words of several languages below the same names, those of the first language first."""
    parts: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for name, words in language.parts.items():
            parts[name] = parts.get(name, ()) + words
    return Words(parts)


def _languages() -> dict[str, Words]:
    """Every language that has a file, by its two letters; English first."""
    files = sorted(Path(__file__).parent.glob("*.txt"), key=lambda path: (path.stem != "en", path))
    return {path.stem: read_words(path.read_text(encoding="utf-8")) for path in files}


LANGUAGES = _languages()
ENGLISH = LANGUAGES["en"]
WORDS = joined(LANGUAGES.values())
