"""Which themes the items of a journal share, once synonyms are settled and unmarked items are given what their words say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from afterword.model import Interview, Observation
from afterword.vocabulary.sections import LISTED, Section, items_of, with_items
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.themes import theme_key

_CAPITALS = frozenset(
    [
        "ai",
        "api",
        "aws",
        "cd",
        "ci",
        "css",
        "db",
        "dns",
        "gcp",
        "hr",
        "html",
        "http",
        "js",
        "k8s",
        "ml",
        "oop",
        "orm",
        "rest",
        "rpc",
        "sql",
        "tcp",
        "tdd",
        "ui",
        "ux",
    ]
)


class Themes:
    """The themes of one journal: those written in it and those its options name; `tags` are those of entries, by path, which go for items without any.

    `names` maps each key to the name people read; `aliases` every other spelling's key to the theme's own.
    """

    def __init__(
        self,
        interviews: Iterable[Interview],
        synonyms: Mapping[str, tuple[str, ...]],
        tags: Mapping[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.aliases = {
            theme_key(name): theme_key(theme) for theme, names in synonyms.items() for name in names
        }
        written = {
            self.settled(key)
            for interview in interviews
            for item in interview.observations
            for key in item.themes
        }
        self._tags = {
            path: tuple(dict.fromkeys(map(self.settled, keys)))
            for path, keys in (tags or {}).items()
        }
        tagged = {key for keys in self._tags.values() for key in keys}
        keys = sorted(written | tagged | {theme_key(theme) for theme in synonyms})
        chosen = {theme_key(theme): theme for theme in synonyms}
        self.names = {key: _name(key, chosen.get(key)) for key in keys}
        self._phrases = self._index()

    def settled(self, key: str) -> str:
        """The theme that a key stands for."""
        return self.aliases.get(key, key)

    def _index(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The word sequences that say a theme, by their first word."""
        spellings = [*((key, key) for key in self.names), *self.aliases.items()]
        phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for spelling, key in sorted(spellings):
            if words := _words(spelling):
                phrases.setdefault(words[0], []).append((words, key))
        return phrases

    def said_in(self, text: str) -> tuple[str, ...]:
        """The themes whose words occur in a text, in the order in which they do."""
        words = _words(text)
        said: dict[str, None] = {}
        for at, word in enumerate(words):
            for phrase, key in self._phrases.get(word, ()):
                if words[at : at + len(phrase)] == phrase:
                    said[key] = None
        return tuple(said)

    def settle(self, interview: Interview) -> Interview:
        """The interview with its themes by their own keys, and inferred ones where none is written."""
        changed: dict[Section, tuple[Observation, ...]] = {}
        tags = self._tags.get(interview.path, ())
        for section in LISTED:
            items = items_of(interview, section)
            settled = tuple([self._settle(item, tags) for item in items]) if items else ()
            if settled != items:
                changed[section] = settled
        return with_items(interview, changed)

    def _settle(self, item: Observation, tags: tuple[str, ...]) -> Observation:
        if item.themes:
            # Each stands once there, and hardly any has another name.
            if self.aliases.keys().isdisjoint(item.themes):
                return item
            return replace(item, themes=tuple(dict.fromkeys(map(self.settled, item.themes))))
        inferred = tuple(dict.fromkeys((*self.said_in(item.text), *tags)))
        return replace(item, inferred_themes=inferred) if inferred else item


def _name(key: str, chosen: str | None) -> str:
    """The name people read: as the options write it, else "System design" for "system-design", "SQL" for "sql"."""
    if chosen and chosen != chosen.casefold():
        return chosen
    words = [word.upper() if word in _CAPITALS or word == "i" else word for word in key.split("-")]
    name = " ".join(words)
    return name[0].upper() + name[1:]


def _words(text: str) -> tuple[str, ...]:
    """Words as they are compared: small letters, a plural s apart."""
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") else word for word in spoken(text).split()
    )
