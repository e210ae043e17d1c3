"""The tags in the front matter of a note, as note-taking programs write them."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.patterns import seldom
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.nodes import Node, Scalar, Sequence
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.themes import theme_key

_KEYS = frozenset({"tags", "tag"})
_PARTED = seldom(r"[,\s]+")


def tags_in(pairs: Iterable[Pair]) -> tuple[str, ...]:
    """The tags below `tags` as keys of themes, each once: of a list, or of a text that parts them by commas or blanks."""
    named = (pair.value for pair in pairs if spoken(pair.key.text) in _KEYS)
    keys = (theme_key(word.lstrip("#")) for value in named for word in _words(value))
    return tuple(dict.fromkeys(filter(None, keys)))


def _words(value: Node) -> list[str]:
    if isinstance(value, Scalar):
        return _PARTED.split(value.text)
    items = value.items if isinstance(value, Sequence) else ()
    return [item.text.strip().replace(" ", "-") for item in items if isinstance(item, Scalar)]
