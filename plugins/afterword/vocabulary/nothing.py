"""Which words say that there is nothing to say, or nothing yet."""

from __future__ import annotations

from afterword.vocabulary.outcomes import outcome_kind
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import spoken

# As they are compared, so that a dash or a question mark is "".
NOTHING = Said("nothing", "")
NOT_YET = Said("not yet", "")
NO_FEEDBACK = Said("no feedback")
NEVER = Said("never")
NO_NOTE = Said("no note")
INVITED = Said("invited")
UNDATED = Said("undated")


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


def says_nothing_yet(text: str) -> bool:
    """Whether a text says no more than that there is nothing, or nothing yet: "-", "?", "n/a", "tbd", "noch offen"."""
    return spoken(text) in NOT_YET or spoken(text) in NOTHING
