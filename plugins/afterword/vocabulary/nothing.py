"""Which words say that there is nothing to say, or nothing yet."""

from __future__ import annotations

from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.outcomes import outcome_kind

# As they are compared, so that a dash or a question mark is "".
NOTHING = WORDS.spoken("nothing") | {""}
NOT_YET = WORDS.spoken("not yet") | {""}
# Some of them are outcomes themselves, and YAML's false may have been one.
NO_OUTCOME_YET = frozenset(word for word in NOT_YET if not outcome_kind(word)) - {"false"}
NO_FEEDBACK = WORDS.spoken("no feedback")
NEVER = WORDS.spoken("never")
NO_NOTE = WORDS.spoken("no note")
UNDATED = WORDS.spoken("undated")
