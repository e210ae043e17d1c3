"""By which name a channel and a way of meeting are known."""

from __future__ import annotations

from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.speaking import meaning_of
from afterword.vocabulary.spelling import spoken

_CHANNELS = WORDS.meanings("channel")
_FORMATS = WORDS.meanings("format")
# The ways of meeting that have a name of their own.
FORMATS = frozenset(_FORMATS.values())


def channel(text: str) -> str:
    """A channel by its usual name, else as written: "per mail" is email."""
    return _CHANNELS.get(spoken(text)) or meaning_of("channel", text) or text


def interview_format(text: str) -> str:
    """A format by its usual name, else as written: "Zoom" is video."""
    return _FORMATS.get(spoken(text)) or meaning_of("format", text) or text
