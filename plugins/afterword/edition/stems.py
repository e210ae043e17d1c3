"""The stem of a word in a language, by Snowball's algorithms."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache


@cache
def stems_of(language: str) -> Callable[[str], str]:
    """What gives the stem of a word in a language, by the language's name in English; each word is looked at once."""
    # What asks for no stems shall not wait for them.
    from Stemmer import Stemmer  # noqa: PLC0415

    return cache(Stemmer(language.casefold()).stemWord)
