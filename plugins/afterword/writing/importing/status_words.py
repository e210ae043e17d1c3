"""Which outcome the words of a tracker's status say for sure: what stands beside it in brackets or behind a mark may turn it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from afterword.kinds import ENDED, OutcomeKind
from afterword.vocabulary.days.calendar import months_anywhere
from afterword.vocabulary.languages import WORDS, in_every_language
from afterword.vocabulary.outcomes import (
    TO_ANOTHER,
    goes_on,
    outcome_kind,
    says_more,
    unclear,
)
from afterword.vocabulary.speaking import meaning_of
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.turning import (
    is_doubted,
    is_rejection,
    leads_to_round,
    names_party,
    names_somebody_else,
    outcomes_within,
    takes_back_outcome,
)
from afterword.writing.importing.meanings import names_interview

_STAGES = WORDS.meanings("stage")
_BRACKETED = re.compile(r"[(\[{（［【｛]([^)\]}）］】｝]*)[)\]}）］】｝]?")
# What parts a status from what else is said: a mark, or a dash with a blank beside it.
_MARK = re.compile(
    r"\s*(?:[/|\\→➔➜⇒⟶>,，、;；:：。!！&+=~…•·\n]|\.(?=\s|$)|\.\.|\s[-–—]+|[-–—]+\s|[–—])\s*"
)
# What leaves it open: the mark of a question, somebody who thinks, a box without a tick.
_OPEN = re.compile(r"[?؟❓❔🤔🤷☐⬜◻▢]|\[ ?\]")
# What is no letter by itself, and what nobody sees.
_UNSEEN = frozenset({"Mn", "Cf"})
# Signs of a no, of a hope, and of what was struck through.
_CROSSES, _HOPE, _STRUCK = frozenset("❌✗✘✖🚫👎"), "🤞", "~~"
_GOOD = frozenset({OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED})
# Of these a word may say that somebody else did it: "withdrawn (by company)".
_MINE = frozenset({OutcomeKind.ACCEPTED, OutcomeKind.DECLINED, OutcomeKind.WITHDRAWN})
_THEIRS = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER, OutcomeKind.CANCELLED})
# Of these I am no part: "rejected (by me)", "advanced without me".
_WITHOUT_ME = _THEIRS | {OutcomeKind.ADVANCED}
# For these a job that was cancelled may be the reason.
_HAS_A_REASON = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER, OutcomeKind.WITHDRAWN})
# Of what stands before a span these say that it is over.
_AFTER = frozenset({"nach", "après", "apres", "después de", "despues de", "dopo", "após", "apos", "depois de", "na", "po", "после", "спустя", "sau"})  # fmt: skip
_ON_THE_WAY = frozenset({OutcomeKind.PENDING, OutcomeKind.OFFER})


def outcome_of(words: str) -> OutcomeKind | None:
    """The outcome of a status without its day: what goes on is pending; None for one that is not known or not sure, such as a sign alone."""
    words = _in_plain_letters(words)
    if not words.strip():
        return OutcomeKind.PENDING
    if _OPEN.search(words) or _STRUCK in words or is_doubted(plain_words(words)):
        return None
    kind = _said(words)
    crossed = kind in _GOOD and not _CROSSES.isdisjoint(words)
    return None if crossed or (_HOPE in words and kind is not OutcomeKind.PENDING) else kind


def names_outcome(words: str) -> bool:
    """Whether a status says how an application stands, or at least names an outcome: "Rejected?"."""
    return outcome_of(words) is not None or bool(outcomes_within(words)[0])


def stage_of(words: str) -> str | None:
    """Whether a status says that an application goes on, or that it has not gone out; None for any other."""
    plain = plain_words(words)
    return _STAGES.get(plain) or meaning_of("stage", plain)


def plain_words(status: str) -> str:
    """A status without emoji, numbers in front and signs."""
    letters = "".join(
        " " if unicodedata.category(one) in {"So", "Sk"} else one
        for one in _in_plain_letters(status)
    )
    return re.sub(r"^\d+\s+", "", spoken(letters))


def _in_plain_letters(status: str) -> str:
    """A status without what nobody sees, and its letters and marks as any keyboard has them: no bold or wide ones."""
    composed = unicodedata.normalize("NFKC", status)
    return "".join(one for one in composed if unicodedata.category(one) not in _UNSEEN)


def says_beside(words: str) -> bool:
    """Whether a status without its day says more than its outcome does: "Zusage (mündlich)", "on hold"."""
    plain = plain_words(words)
    if not plain:
        return False
    inside, pieces = _parted(words)
    return outcome_kind(plain) is None or says_more(plain) or len([*inside, *pieces]) > 1


def _parted(words: str) -> tuple[list[str], list[str]]:
    """What stands in brackets, and the pieces outside of them, of those that have letters."""
    inside = [one for one in _BRACKETED.findall(words) if _has_letters(one)]
    outside = _MARK.split(_BRACKETED.sub(" ", words))
    return inside, [one for one in outside if _has_letters(one)]


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in text)


def _said(words: str) -> OutcomeKind | None:
    """The outcome that a status says, where all that stands beside it leaves it so."""
    inside, pieces = _parted(words)
    plain = plain_words(words)
    if stage_of(words):
        return OutcomeKind.PENDING
    if is_rejection(plain):
        return OutcomeKind.REJECTED
    if known := outcome_kind(plain):
        steps = words.split("-")
        # Two outcomes are no phrase: "offer-rejected" is no offer that I rejected.
        beside = [*inside, *pieces[1:], *(steps[1:] if all(map(outcome_kind, steps)) else ())]
        return known if all(_leaves_beside(one, known) for one in beside) else None
    if known := _in_front(pieces, inside):
        return known
    named = [kind for kind, _ in outcomes_within(words)[0]]
    return OutcomeKind.PENDING if names_interview(words) and not named else None


def _in_front(pieces: list[str], inside: list[str]) -> OutcomeKind | None:
    """The outcome that a status begins with, where what follows goes on or stands in brackets: "Absage nach dem Gespräch", "Zusage (mündlich)"."""
    first, *others = pieces or [""]
    for kind, rest in _heads(first):
        behind = [one for one in (rest, *others) if one]
        is_sure = all(goes_on(one) and _leaves_behind(one, kind) for one in behind)
        return kind if is_sure and all(_leaves_beside(one, kind) for one in inside) else None
    return None


def _heads(piece: str) -> Iterator[tuple[OutcomeKind, str]]:
    """The outcomes that the beginning of a piece says, with the rest that goes on, the longest first."""
    tokens = piece.split()
    for count in range(len(tokens), 0, -1):
        rest = " ".join(tokens[count:])
        head = plain_words(" ".join(tokens[:count]))
        if (not rest or goes_on(rest)) and (kind := outcome_kind(head)):
            yield kind, rest


def _leaves_behind(text: str, kind: OutcomeKind) -> bool:
    """Whether words that go on behind an outcome leave it so: "after the offer", and not "for the second interview"."""
    if kind in _GOOD and (is_to_come(text) or (leads_to_round(text) and names_interview(text))):
        return False
    turns = any(word in TO_ANOTHER for word in spoken(text).split())
    # What leads on denies nothing, "without an interview", unless it is an outcome itself: "no".
    lead, _, behind = text.partition(" ")
    if outcome_kind(lead) not in {None, kind}:
        return False
    return _is_harmless(behind, kind, also=frozenset() if turns else _ON_THE_WAY)


def _leaves_beside(text: str, kind: OutcomeKind) -> bool:
    """Whether words in brackets, or behind a mark, leave an outcome so: an "interview" may be what was offered, one "after the interview" is."""
    is_round = kind in _GOOD and names_interview(text) and not goes_on(text)
    return not is_round and not (kind in _GOOD and is_to_come(text)) and _is_harmless(text, kind)


def _is_harmless(
    text: str, kind: OutcomeKind, *, also: frozenset[OutcomeKind] = frozenset()
) -> bool:
    """Whether words beside an outcome leave it so: they name no other, deny nothing, and nobody else; `also` may be named as well."""
    named, rest = outcomes_within(text)
    if kind in _THEIRS and names_somebody_else(text):
        # "Another candidate" is a reason, and a word of French for what is open.
        also |= {OutcomeKind.PENDING}
    if not all(other in also or _allows(kind, other, said) for other, said in named):
        return False
    if kind is OutcomeKind.PENDING or not rest:
        return True
    if takes_back_outcome(rest) or _is_unclear(rest, kind):
        return False
    if kind in _WITHOUT_ME and names_party(rest, "me"):
        return False
    is_other = names_somebody_else(rest) and kind not in _THEIRS
    return not is_other and not (kind in _MINE and names_party(rest, "them"))


def is_to_come(text: str) -> bool:
    """Whether words say that something comes after a time: "in two weeks", "within a few days", "in March"; "after two weeks" it has come."""
    said = f"{spoken(text)} "
    if not any(said.startswith(f"{lead} ") for lead in in_every_language("within") - _AFTER):
        return False
    return not _spans().isdisjoint(said.split())


@cache
def _spans() -> frozenset[str]:
    """What the parts of a year are called, in every language."""
    units = (in_every_language(f"unit {name}") for name in ("days", "weeks", "months", "business days"))  # fmt: skip
    return months_anywhere().union(*units)


def _is_unclear(text: str, kind: OutcomeKind) -> bool:
    """Whether one of these words says that something ended and not what; beside an end it may be over."""
    left_open = {unclear(word) for word in (text, *text.split())} - {None}
    return bool(left_open - ({"over"} if kind in ENDED and kind not in _GOOD else set()))


def _allows(kind: OutcomeKind, other: OutcomeKind, words: str) -> bool:
    """Whether an outcome in brackets may be no more than a reason for another, or what follows from it."""
    if other is kind:
        return True
    if other is OutcomeKind.CANCELLED:
        return kind in _HAS_A_REASON
    if other is OutcomeKind.PENDING:
        is_reason = kind is OutcomeKind.REJECTED and says_more(words)
        return is_reason or kind in {OutcomeKind.OFFER, OutcomeKind.ADVANCED}
    return False
