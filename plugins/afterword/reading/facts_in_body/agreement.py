"""Whether two values of one field say the same, and what two of them say together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from afterword.kinds import OutcomeKind
from afterword.model import Outcome, Person, Round, ThankYou, When
from afterword.patterns import seldom
from afterword.vocabulary.spelling import spoken

_LATER = {
    OutcomeKind.PENDING: frozenset(OutcomeKind),
    OutcomeKind.ADVANCED: frozenset(OutcomeKind) - {OutcomeKind.PENDING},
    OutcomeKind.OFFER: frozenset(
        {OutcomeKind.ACCEPTED, OutcomeKind.DECLINED, OutcomeKind.WITHDRAWN}
    ),
}
# "2nd", "round 2", "the second".
_COUNTED = seldom(
    r"(?:the )?(?:(?:round|interview|stage|no) )?(?:\d+(?:st|nd|rd|th)?|first|second|third|fourth|fifth|one|two|three)(?: (?:round|interview|stage))?"
)


def agree(known: object, told: object) -> bool:
    """Whether a value does not contradict another one: it may say less, and in other words that one holds in the other."""
    if isinstance(known, Outcome) and isinstance(told, Outcome):
        return known.kind is told.kind
    if isinstance(known, When) and isinstance(told, When):
        return known.day == told.day
    if isinstance(known, ThankYou) and isinstance(told, ThankYou):
        return known.skipped == told.skipped and set(told.sent) <= set(known.sent)
    if isinstance(known, Round) and isinstance(told, Round) and _only_counts(known, told):
        return True
    if isinstance(known, tuple) and isinstance(told, tuple):
        return all(any(_same(one, other) for other in known) for one in told)
    if isinstance(known, date) != isinstance(told, date):
        # A span and the day on which it ends.
        return True
    return _same(known, told)


def is_later(one: object, before: object) -> bool:
    """Whether an outcome is one that another may come to: an offer is accepted or declined, and whoever went on ends somehow."""
    if not (isinstance(one, Outcome) and isinstance(before, Outcome)):
        return False
    return one.kind in _LATER.get(before.kind, ())


def _only_counts(known: Round, told: Round) -> bool:
    """Whether one of two says only which of several it was: "2nd" and "role play" may be one."""
    return any(_COUNTED.fullmatch(spoken(one.name)) is not None for one in (known, told))


def _same(known: object, told: object) -> bool:
    words, others = _words(known), _words(told)
    if words is None or others is None:
        return known == told
    return words in others or others in words


def _words(value: object) -> str | None:
    """The words of a value that is a text, or has a name."""
    if isinstance(value, Round | Person):
        return spoken(value.name)
    return spoken(value) if isinstance(value, str) else None


def joined(values: Iterable[object]) -> object:
    """What values that hold several things hold together, each once: days sent, or whatever else stands in tuples."""
    values = list(values)
    if notes := [one for one in values if isinstance(one, ThankYou)]:
        days = {day for note in notes for day in note.sent}
        return ThankYou(sent=tuple(sorted(days)), skipped=not days)
    things = (thing for one in values if isinstance(one, tuple) for thing in one)
    return tuple(dict.fromkeys(things))
