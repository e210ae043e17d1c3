"""Which field a key means by what stands behind it, and the keys of nobody's that are told.

`type: on site` says how you met and no round, `how: by phone` is the format and `how: well` is not, and a day of decision is the
one that you wait for until it has come: beside an outcome it is the day that you heard.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from afterword.kinds import OutcomeKind, RoundKind
from afterword.model import Outcome
from afterword.reading.matter.front_matter import Pair
from afterword.reading.matter.nodes import is_merge
from afterword.reading.matter.outcomes import UnreadableOutcome, outcome_and_day
from afterword.reading.matter.texts import is_absent, one_line
from afterword.reading.problems import FileProblems
from afterword.vocabulary.channels import FORMATS, interview_format
from afterword.vocabulary.fields import Field, Keys
from afterword.vocabulary.languages import WORDS
from afterword.vocabulary.outcomes import unclear
from afterword.vocabulary.rounds import round_kind, says_no_round
from afterword.vocabulary.speaking import Said
from afterword.vocabulary.spelling import normal_key, spoken

_HOW = Said("how we met")
_DECISION_DAY, _DECISION = Said("decided or expected"), Said("decision")
# What programs keep in front matter for themselves: it says nothing of an interview.
_TOOLS = frozenset(map(normal_key, WORDS.of("keys of programs")))
# So many keys are named; of more there is only their number.
_MOST = 6


def field_meant(pair: Pair, pairs: Sequence[Pair], keys: Keys) -> Field | None:
    """The field that a pair speaks for, by its key and, where that leaves two open, by its value."""
    field, key = keys.field_of(pair.key.text), pair.key.text
    if field is None:
        is_how = spoken(key) in _HOW and _says_how(pair) and not _has("format", pairs, keys)
        return keys["format"] if is_how else None
    if field.name == "round" and spoken(key) != "round":
        is_how = _says_how(pair) and round_kind(one_line(pair.value)) is RoundKind.OTHER
        return keys["format"] if is_how and not _has("format", pairs, keys) else field
    if field.name == "decision_by" and spoken(key) in _DECISION_DAY:
        is_over = _is_decided(pairs, keys) and not _has("decided", pairs, keys)
        return keys["decided"] if is_over else field
    if field.name == "outcome" and spoken(key) in _DECISION and _is_figures(pair):
        others = [one for one in pairs if one is not pair]
        is_day = _has("outcome", others, keys) and not _has("decided", pairs, keys)
        return keys["decided"] if is_day else field
    return field


def _is_figures(pair: Pair) -> bool:
    """Whether a value has figures and no letters, as a day may."""
    written = one_line(pair.value)
    return any(map(str.isdigit, written)) and not any(map(str.isalpha, written))


def is_decided(key: str, outcome: Outcome | None) -> bool:
    """Whether the day that a key gives is that of an outcome which is known, and not one to wait for."""
    is_over = outcome is not None and outcome.kind is not OutcomeKind.PENDING
    return is_over and spoken(key) in _DECISION_DAY


def _says_how(pair: Pair) -> bool:
    """Whether a value is nothing but a known way to meet."""
    return interview_format(one_line(pair.value)) in FORMATS


def _has(name: str, pairs: Iterable[Pair], keys: Keys) -> bool:
    """Whether some key is the field's by itself."""
    found = (keys.field_of(one.key.text) for one in pairs if not is_absent(one.value))
    return any(field and field.name == name for field in found)


def _is_decided(pairs: Iterable[Pair], keys: Keys) -> bool:
    """Whether an outcome is written that is more than to be waited for, whosever word it was."""
    for pair in pairs:
        field = keys.field_of(pair.key.text)
        if field and field.name == "outcome" and not is_absent(pair.value):
            written = one_line(pair.value)
            try:
                return outcome_and_day(written, pair.key.line)[0].kind is not OutcomeKind.PENDING
            except UnreadableOutcome:
                return unclear(written) is not None
    return False


def note_unknown(foreign: Iterable[Pair], problems: FileProblems) -> None:
    """Say which keys with a value are read as nothing, but for those that other programs keep for themselves."""
    told = {one.line for one in problems.noted if one.code in {"unknown-key", "not-a-key"}}
    unknown = [
        pair.key
        for pair in foreign
        if not is_absent(pair.value) and pair.key.line not in told and not _is_of_programs(pair)
    ]
    if not unknown:
        return
    names = [f"'{key.text}'" for key in unknown[:_MOST]]
    names += [f"{len(unknown) - _MOST} more"] * (len(unknown) > _MOST)
    named = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    is_one = len(unknown) == 1
    told_of = f"{named} {'is' if is_one else 'are'} read as no fact, and kept as written."
    how = "If that should count, write it with a key of the format, or in the text."
    problems.hint(unknown[0].line, "key-not-read", told_of, how)


def _is_of_programs(pair: Pair) -> bool:
    """Whether a key is one that programs keep for themselves, or says only what sort of note this is."""
    name = normal_key(pair.key.text)
    says_sort = name == "type" and says_no_round(one_line(pair.value))
    return name in _TOOLS or says_sort or name == "title" or is_merge(pair.key)
