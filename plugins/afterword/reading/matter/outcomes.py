"""How it stands, as far as the words that somebody wrote say it, and the day that stands among them.

"Rejected after final", "ghosted (3 weeks)" and "offer 12/11/2026" begin with an outcome and go on. What goes on is kept where
it cannot be another outcome; where it can be, nothing is read.
"""

from __future__ import annotations

import re

from afterword.frozen import dataclass
from afterword.kinds import ENDED, OutcomeKind
from afterword.model import Outcome
from afterword.patterns import seldom
from afterword.reading.matter.texts import plain_name
from afterword.vocabulary.outcomes import (
    BEFORE_OUTCOME,
    EVERY_OUTCOME,
    ON_A_DAY,
    TO_ANOTHER,
    goes_on,
    outcome_kind,
    outcome_meant,
    outcomes_in_turn,
    says_more,
    takes_back,
    unclear,
)
from afterword.vocabulary.rounds import is_called_round
from afterword.vocabulary.spelling import spoken
from afterword.vocabulary.statements.turning import (
    leads_from_a_day,
    leads_to_round,
    names_somebody_else,
    outcomes_within,
    starts_work,
)

_DAY = seldom(
    r"""(?<![\d/.-])(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}
    |\d{1,2}(?:st|nd|rd|th|\.)?\s(?:of\s)?[^\W\d_]{3,}\.?,?\s\d{4}|[^\W\d_]{3,}\.?\s\d{1,2}(?:st|nd|rd|th)?,?\s\d{4})(?![\d/-])""",
    re.IGNORECASE | re.VERBOSE,
)
# What parts an outcome from what its writer adds: a mark, or a dash with a blank beside it.
_MARKS = " ()[]（），、。；;:：,.!/|→–—-"
_MARK = seldom(r"\s*(?:[][()（），、。；;:：,.!/|→–—]|\s-+|-+\s)\s*")
# Text that was struck through, and signs of a no and of a hope behind an outcome.
_STRUCK = re.compile(r"~~[^~]*~~")
_CROSSES, _HOPE = frozenset("❌✗✘✖🚫👎"), "🤞"
_GOOD = frozenset({OutcomeKind.ADVANCED, OutcomeKind.OFFER, OutcomeKind.ACCEPTED})
_HYPHEN = seldom(r"(?<=\w)-(?=\w)")
# Behind these only a mark tells that the outcome is complete: "accepted for the next round", "offer to somebody else".
_FIRM = frozenset({OutcomeKind.ACCEPTED, OutcomeKind.OFFER})
# In front of these an adverb may make it somebody else's doing: "unfortunately declined".
_MINE = frozenset({OutcomeKind.ACCEPTED, OutcomeKind.DECLINED, OutcomeKind.WITHDRAWN})
# For these a job that was cancelled may be the reason.
_HAS_A_REASON = frozenset({OutcomeKind.REJECTED, OutcomeKind.NO_ANSWER, OutcomeKind.WITHDRAWN})
# A shorter word is too common to go on: "no", "open".
_SHORTEST = 5
# Nobody says in so many letters how it stands.
_LONGEST, _SHOWN = 500, 40
_ME = frozenset({"i", "me", "my", "myself"})
_CALLED_OFF = frozenset({"cancelled", "canceled"})
_UNCLEAR = {
    "whose": (
        "does not say whose word it was.",
        "Write rejected or offer for theirs, and declined, withdrawn or accepted for yours.",
    ),
    "over": (
        "says that it is over, and not how.",
        "Write how it ended: rejected, declined, withdrawn, no answer or cancelled.",
    ),
    "meeting": (
        "does not say how it stands.",
        "Write pending if it may still go on, cancelled if they called the job off, withdrawn if you left.",
    ),
}


@dataclass(frozen=True)
class UnreadableOutcome(Exception):  # noqa: N818  it is what the text is, not a failure of ours
    """No one outcome can be told from the text: a code, a sentence, and how to mend it."""

    code: str
    message: str
    suggestion: str


@dataclass(frozen=True, slots=True)
class _Said:
    """An outcome that a piece of text begins with, the words that say it, and those that go on."""

    kind: OutcomeKind
    words: str
    rest: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether what goes on cannot make it another outcome."""
        if not self.rest:
            return True
        if self.kind is OutcomeKind.ADVANCED and leads_to_round(self.rest):
            # "Passed for technical reasons" led to nothing.
            return is_called_round(self.rest.partition(" ")[2])
        behind = goes_on(self.rest)
        by_me = self.kind is OutcomeKind.DECLINED and spoken(self.rest).startswith("by ")
        # They "moved on without me".
        lost = spoken(self.rest).startswith("without ") and not _ME.isdisjoint(
            spoken(self.rest).split()
        )
        short = len(self.words) < _SHORTEST or spoken(self.words) in _CALLED_OFF
        return behind and not (by_me or lost or short) and self.kind not in _FIRM

    def allows(self, other: _Said) -> bool:
        """Whether another outcome behind it may be no more than a reason for it, or what follows from it."""
        if other.kind is self.kind:
            return True
        if len(self.words) < _SHORTEST:
            return False
        if other.kind is OutcomeKind.CANCELLED:
            return self.kind in _HAS_A_REASON
        if other.kind is OutcomeKind.PENDING:
            more = says_more(other.words)
            return self.kind is (OutcomeKind.REJECTED if more else OutcomeKind.OFFER) or (
                self.kind is OutcomeKind.ADVANCED
            )
        return False


def outcome_and_day(text: str, line: int) -> tuple[Outcome, str]:
    """The outcome that a text means, and the day in it as written; empty without one. Raises UnreadableOutcome."""
    written = plain_name(_STRUCK.sub(" ", text))
    if not written and text.strip():
        told = f"'{plain_name(text)}' is struck through, so no outcome is read."
        raise UnreadableOutcome("unclear-outcome", told, f"Write {EVERY_OUTCOME}.")
    if len(written) > _LONGEST:
        told = f"'{written[:_SHOWN]} …' is too long for an outcome."
        raise UnreadableOutcome("unclear-outcome", told, f"Write {EVERY_OUTCOME}.")
    if written.endswith(("?", "？")) and spoken(written):
        told = f"'{written}' ends in a question mark, so it is not known yet."
        how = "Write pending until you know, or take the question mark away."
        raise UnreadableOutcome("unclear-outcome", told, how)
    if (kind := _phrase(written)) and not _is_crossed(kind, written):
        return Outcome(kind=kind, line=line, words=written if says_more(written) else ""), ""
    if left_open := unclear(written):
        told, how = _UNCLEAR[left_open]
        raise UnreadableOutcome("unclear-outcome", f"'{written}' {told}", how)
    undated, days = _without_days(written)
    kind = _kind_of(written, undated)
    # A job begins on the day of an offer only.
    own = [day for day, is_start in days if not (is_start and kind in _FIRM)]
    is_told = len(own) == 1 and kind is not OutcomeKind.PENDING
    return Outcome(kind=kind, line=line, words=written), own[0] if is_told else ""


def beside_its_day(outcome: Outcome) -> str:
    """The words of an outcome whose day is kept by itself; empty where they say nothing besides the two: "Rejected 12 Nov 2026"."""
    rest = plain_name(_without_days(outcome.words)[0])
    is_all = outcome_kind(rest) is outcome.kind and not says_more(rest)
    return "" if is_all else outcome.words


def _without_days(text: str) -> tuple[str, list[tuple[str, bool]]]:
    """A text with a mark in place of each day, and the days that may be the outcome's own, with whether a job begins on them.

    One after "since" is not.
    """
    own: list[tuple[str, bool]] = []
    kept, rest = "", text
    while found := _DAY.search(rest):
        before, behind = rest[: found.start()].rstrip(), rest[found.end() :].lstrip()
        last = before.rpartition(" ")[2].casefold()
        is_start = starts_work(before)
        if last in ON_A_DAY or leads_from_a_day(last):
            before = before[: len(before) - len(last)].rstrip()
        ends = not before or not before[-1].isalnum() or outcome_kind(before) is not None
        begins = not behind or not behind[0].isalnum() or goes_on(behind)
        if ends and (begins or outcome_kind(behind) is not None):
            own.append((found[0], is_start))
        kept, rest = f"{kept}{before}; ", behind
    return f"{kept}{rest}".strip(_MARKS), own


def _kind_of(written: str, undated: str) -> OutcomeKind:
    """The outcome that a text without its day begins with, where nothing in it names another one. Raises UnreadableOutcome."""
    whole = undated.strip(_MARKS)
    if (kind := _phrase(whole)) and not _is_crossed(kind, written):
        return kind
    first, *added = [piece for piece in _MARK.split(whole) if spoken(piece)] or [""]
    first, *later = _turns(first)
    said = _said(first)
    if said is None:
        raise _unknown(written, first)
    later += [piece for part in added for piece in _turns(part)[1:]]
    reasons = [other for part in added if (other := _said(_turns(part)[0]))]
    changes = [other for piece in later if (other := _said(piece))]
    others = [
        *(one for one in reasons if not said.allows(one)),
        *(one for one in changes if one.kind is not said.kind),
    ]
    is_taken = not (said.rest or later or len(added) != 1) and _is_taken(said, others)
    if others and not is_taken:
        raise _two(written, said.words, others[0].words)
    mine = said.kind is OutcomeKind.CANCELLED and not _ME.isdisjoint(spoken(undated).split())
    theirs = said.kind is OutcomeKind.ACCEPTED and any(map(_is_theirs, added))
    theirs |= said.kind in _FIRM and any(map(names_somebody_else, added))
    back = any(map(takes_back, added)) or _is_crossed(said.kind, written)
    back |= said.kind is OutcomeKind.ADVANCED and any(map(_names_an_end, added))
    if mine or theirs or back or not said.is_whole:
        told = (
            f"'{written}' begins with '{said.words}', and what follows may make it another outcome."
        )
        how = f"Write {EVERY_OUTCOME}, with more words behind it in brackets."
        raise UnreadableOutcome("unclear-outcome", told, how)
    return OutcomeKind.ACCEPTED if is_taken else said.kind


def _phrase(text: str) -> OutcomeKind | None:
    """The outcome that a text as a whole means. Raises UnreadableOutcome where it is two with a sign between: "offer → rejected" is no offer that I rejected."""
    kind, steps = outcome_kind(text), outcomes_in_turn(text)
    if kind and steps and outcome_kind(steps[-1]) not in {kind, OutcomeKind.PENDING}:
        raise _two(text, steps[0], steps[-1])
    return kind


def _two(written: str, first: str, other: str) -> UnreadableOutcome:
    told = f"'{written}' names two outcomes: '{first}' and '{other}'."
    return UnreadableOutcome("two-outcomes", told, "Write the one that holds now, alone.")


def _is_crossed(kind: OutcomeKind, written: str) -> bool:
    """Whether a sign beside an outcome says that it is none: a cross behind a good one, crossed fingers behind any."""
    crossed = kind in _GOOD and not _CROSSES.isdisjoint(written)
    return crossed or (_HOPE in written and kind is not OutcomeKind.PENDING)


def _is_theirs(piece: str) -> bool:
    return spoken(piece).startswith("by them")


def _names_an_end(piece: str) -> bool:
    """Whether a piece says anywhere how it ended after all: "advanced to the final, where I was rejected"."""
    found, _ = outcomes_within(piece)
    return any(kind in ENDED and len(words) >= _SHORTEST for kind, words in found)


def _is_taken(said: _Said, others: list[_Said]) -> bool:
    """Whether all that is said behind an offer is that I took it: "they offered it, accepted"."""
    is_offer = said.kind is OutcomeKind.OFFER
    return is_offer and [(one.kind, one.rest) for one in others] == [(OutcomeKind.ACCEPTED, "")]


def _turns(text: str) -> list[str]:
    """A text in pieces, each after the first behind a word that leads to another outcome, such as "but" or "then"."""
    pieces: list[list[str]] = [[]]
    for word in text.split():
        if spoken(word) in TO_ANOTHER:
            pieces.append([])
        else:
            pieces[-1].append(word)
    return [" ".join(piece) for piece in pieces]


def _said(piece: str) -> _Said | None:
    """The outcome that a piece of text begins with, in as many words as can say one."""
    words = _HYPHEN.sub(" ", piece).split()
    for count in range(len(words), 0, -1):
        core = " ".join(words[:count])
        if kind := outcome_kind(core):
            return _Said(kind, core, " ".join(words[count:]))
    if words and spoken(words[0]) in BEFORE_OUTCOME:
        said = _said(" ".join(words[1:]))
        return None if said is None or said.kind in _MINE else said
    return None


def _unknown(written: str, first: str) -> UnreadableOutcome:
    words = first.split()
    heads = (" ".join(words[:at]) for at in range(1, len(words)) if goes_on(" ".join(words[at:])))
    meant = next(filter(None, map(outcome_meant, (written, first, *heads))), None)
    how = f"Did you mean {meant}?" if meant else f"Write {EVERY_OUTCOME}."
    return UnreadableOutcome(
        "unknown-outcome", f"'{written}' is not an outcome that is known.", how
    )
