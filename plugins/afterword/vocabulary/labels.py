"""Which label a line begins with in the languages that are spoken in its file: "Warum: zu müde", "理由：疲れていた"."""

from __future__ import annotations

import re
from functools import cache

from afterword.vocabulary.languages import Language
from afterword.vocabulary.speaking import languages_spoken, meaning_of
from afterword.vocabulary.spelling import bare

_LABEL = (
    r"^[*_]*(?P<label>[^:：–—*_\n]{1,40}?)[*_]*\s*(?:[:：–—]|\s-\s|[?？](?=[*_]*\s*\S))[*_]*\s*"
)


def why_behind(text: str) -> str | None:
    """What follows a label that says why, or a word that begins a reason; None where the text begins with neither."""
    if not (spoken_in := languages_spoken()):
        return None
    found = re.match(_LABEL, text)
    if found and any(bare(found["label"]) in one.said("why") for one in spoken_in):
        return text[found.end() :]
    begun = (_because(one).match(text) for one in spoken_in)
    return next((text[one.end() :] for one in begun if one), None)


def meaning_behind(kind: str, text: str) -> tuple[str, str] | None:
    """What the label that a text begins with means below the names that begin with `kind`, and what follows it."""
    found = re.match(_LABEL, text) if languages_spoken() else None
    meant = meaning_of(kind, found["label"]) if found else None
    return (meant, text[found.end() :]) if found and meant else None


@cache
def _because(language: Language) -> re.Pattern[str]:
    ways = "|".join(map(re.escape, sorted(language.of("because"), key=len, reverse=True))) or "(?!)"
    parted = r"(?!\w)[:,،]?\s+" if language.has_blanks else r"[:：,，、]?\s*"
    return re.compile(rf"^(?:{ways}){parted}", re.IGNORECASE)
