"""Which words say that there is nothing to say, or nothing yet."""

from __future__ import annotations

from afterword.vocabulary.languages import ENGLISH
from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.speaking import Said, languages_spoken
from afterword.vocabulary.spelling import spoken

# As they are compared, so that a dash or a question mark is "".
NOTHING = Said("nothing", "")
NOT_YET = Said("not yet", "")
NO_FEEDBACK = Said("no feedback")
NEVER = Said("never")
NO_NOTE = Said("no note")
INVITED = Said("invited")
UNDATED = Said("undated")
_FIRST_WORDS = frozenset(word.partition(" ")[0] for word in ENGLISH.spoken("nothing"))


class _NoOutcomeYet:
    """What stands in place of an outcome: some of those words are outcomes themselves, and YAML's false may have been one."""

    def __contains__(self, word: object) -> bool:
        return (
            isinstance(word, str)
            and word != "false"
            and word in NOT_YET
            and outcome_kind(word) is None
        )


NO_OUTCOME_YET = _NoOutcomeYet()


def says_something(text: str) -> bool:
    """Whether a text surely says something by its first word: the quick look before all of it is compared, in a third of the time."""
    first = text.partition(" ")[0]
    is_word = first.isascii() and first.isalpha()
    return is_word and first.lower() not in _FIRST_WORDS and not languages_spoken()


def says_nothing_yet(text: str) -> bool:
    """Whether a text says no more than that there is nothing, or nothing yet: "-", "?", "n/a", "tbd", "noch offen"."""
    return spoken(text) in NOT_YET or spoken(text) in NOTHING
