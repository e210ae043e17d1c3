"""Which thank-you notes stand among what I promised, so that they are not asked for twice?"""

from __future__ import annotations

from collections.abc import Sequence

from afterword.kinds import Party
from afterword.model import Interview, Promise
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.thanking import names_nobody, says_thanks

# A shorter piece of a name, such as an initial, names nobody.
_SHORTEST = 3


def promised_thanks(interview: Interview) -> dict[int, Promise]:
    """The promise of mine that each thank-you note of an interview stands in, by the note's number from 1.

    One that names an interviewer is theirs alone; one that names nobody, or stands in an entry that names none, is all of them.
    """
    names = [one.name for one in interview.interviewers]
    found: dict[int, Promise] = {}
    for promise in interview.promised:
        if promise.who is Party.ME and says_thanks(promise.what):
            for number in _numbers(promise.what, names):
                found.setdefault(number, promise)
    return found


def _numbers(text: str, names: Sequence[str]) -> list[int]:
    """The numbers of the notes that a text means."""
    if not names:
        return [1]
    words = set(spoken(text).split())
    named = [number for number, name in enumerate(names, 1) if _is_named(name, words)]
    return named or (list(range(1, len(names) + 1)) if names_nobody(text) else [])


def _is_named(name: str, words: set[str]) -> bool:
    return any(len(part) >= _SHORTEST and part in words for part in spoken(name).split())
