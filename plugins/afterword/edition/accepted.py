"""The words about an offer that was accepted, for the site and for the terminal alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from afterword.analysis.follow_ups.follow_up import FollowUp
from afterword.analysis.follow_ups.owed import let_go_with
from afterword.model import Application
from afterword.vocabulary.wording import counted_words, day_words, inside, listed

# So many of the things that were let go are named.
_NAMED = 6


def accepted_told(accepted: Application | None, owed: Iterable[FollowUp], today: date) -> str:
    """One plain line once an offer is accepted, with what is let go for it; empty while none is, or once another search has begun."""
    if accepted is None:
        return ""
    told = f"You accepted the offer of {accepted.company}. Congratulations."
    let_go = let_go_with(accepted, owed)
    if not let_go:
        return told
    companies: dict[str, list[str]] = {}
    for one in let_go[:_NAMED]:
        companies.setdefault(_what(one, today), []).append(one.company)
    names = [f"{listed(those)} ({what})" for what, those in companies.items()]
    more = len(let_go) - _NAMED
    rest = [counted_words(more, "more", "more")] if more > 0 else []
    return f"{told} Let go with it: {_in_turn([*names, *rest])}."


def _in_turn(names: Sequence[str]) -> str:
    """Names that have commas in them, in a sentence."""
    *first, last = names
    return f"{'; '.join(first)} and {last}" if first else last


def _what(one: FollowUp, today: date) -> str:
    """What was let go, an interview with its day; what the writer called something stays as it is written."""
    day = f", {day_words(one.day, today)}" if one.kind.is_appointment else ""
    what = inside(one.what) if one.what == one.kind.words else one.what
    return f"{what}{day}"
