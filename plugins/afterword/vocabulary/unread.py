"""In which language that nobody has written the words of an interview is."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.vocabulary.languages import interviews_unread, unread_languages
from afterword.vocabulary.speaking import Evidence, every_language, evidence_in, frames_in
from afterword.vocabulary.spelling import spoken

_ENGLISH, _NONE = "English", Evidence()


def unread_language(text: str) -> str | None:
    """The language that is not read and that a text is in, where it has keys for a company and a day in that; None for any other text.

    Without front matter the two may be labels, and a heading has to say that it is about an interview.
    """
    frames = frames_in(text)
    written = set(map(spoken, frames))
    is_fenced = text.startswith("---")
    keyed = [
        name
        for name, (company, day) in unread_languages().items()
        if written & company and written & day and (is_fenced or _names_interview(frames, name))
    ]
    if not keyed:
        return None
    evidence = evidence_in(text)
    read = (_ENGLISH, *(one.name for one in every_language()))
    most = max(evidence.get(name, _NONE).prose for name in read)
    likely = [name for name in keyed if evidence.get(name, _NONE).prose >= most]
    return max(likely, key=lambda name: evidence.get(name, _NONE).prose, default=None)


def _names_interview(frames: Iterable[str], language: str) -> bool:
    """Whether a heading or a label has the word for an interview in a language that is not read."""
    words = interviews_unread().get(language, frozenset())
    return any(f" {word} " in f" {spoken(one)} " for one in frames for word in words)
