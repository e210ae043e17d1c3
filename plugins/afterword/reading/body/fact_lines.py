"""Which lines of a body are facts as front matter has them: a key and its value."""

from __future__ import annotations

from afterword.vocabulary.fields import KEYS

_LONGEST = 40
_SIGNS = ("::", ":")


def is_facts(text: str) -> bool:
    """Whether each line of a paragraph is a key of front matter with its value: "**Outcome:** rejected"."""
    return all(map(_is_fact, text.split("\n")))


def _is_fact(line: str) -> bool:
    for sign in _SIGNS:
        key, found, _ = line.partition(sign)
        if found and len(key) < _LONGEST and KEYS.field_of(key.strip("*_[( >-")):
            return True
    return False
