"""How an application went out, or an interview was held, in the few words that forms ask for."""

from __future__ import annotations

from collections.abc import Mapping

from afterword.vocabulary.channels import channel, interview_format
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.spelling import spoken

# By which an application goes out, in the order in which a source is looked through: "LinkedIn recruiter" is a recruiter.
METHODS = (
    "through somebody I know",
    "through a recruiter",
    "through the job centre",
    "in person",
    "by post",
    "email",
    "phone",
    "online",
)
_SOURCES = sorted(WORDS.meanings("method").items(), key=lambda one: METHODS.index(one[1]))
_CHANNELS = {
    "email": "email",
    "phone": "phone",
    "portal": "online",
    "recruiter": "through a recruiter",
}
_FORMATS = {"phone": "phone", "video": "video", "onsite": "in person", "take-home": "take-home"}


def way_found(source: str | None) -> str | None:
    """The method that a source speaks of: "LinkedIn" is online, "job fair" in person; None where it speaks of none.

    A method stays the one it is.
    """
    if not source or source in METHODS:
        return source or None
    words = f" {spoken(source)} "
    found = (method for word, method in _SOURCES if f" {word} " in words)
    return next(found, None) or way_written(source)


def way_written(contact: str | None) -> str | None:
    """The method that a channel stands for: a portal is online; None where it is none that we know. A method stays the one it is."""
    return _method(_CHANNELS, contact, channel(contact)) if contact else None


def way_held(written: str | None) -> str | None:
    """The method that the format of an interview stands for: onsite is in person; None where it is none that we know."""
    return _method(_FORMATS, written, interview_format(written)) if written else None


def _method(methods: Mapping[str, str], written: str, name: str) -> str | None:
    """The method of a name; what is one by itself stays it, so that a method can stand where a name was written."""
    return written if written in methods.values() else methods.get(name)
