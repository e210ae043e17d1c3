"""The sentences of a review, the same on the page and in the terminal."""

from __future__ import annotations

from collections import Counter

from afterword.analysis.review import Practice, Review, ThemeThen
from afterword.model import OutcomeKind
from afterword.pages.wording import counted_words, listed

_ENDS = {
    OutcomeKind.ACCEPTED: ("offer accepted", "offers accepted"),
    OutcomeKind.DECLINED: ("offer declined", "offers declined"),
    OutcomeKind.REJECTED: ("rejection", "rejections"),
    OutcomeKind.WITHDRAWN: ("withdrawal of my own", "withdrawals of my own"),
    OutcomeKind.NO_ANSWER: ("application without an answer", "applications without an answer"),
}


def review_headline(answer: Review) -> str:
    """How many interviews there were, and how applications ended; a quiet time is said as one."""
    ends = Counter(one.outcome.kind for one in answer.ended)
    told = [counted_words(ends[kind], *words) for kind, words in _ENDS.items() if ends[kind]]
    if not answer.interviews and not told:
        return "A quiet time: no interview lies in it."
    first = counted_words(len(answer.interviews), "interview", capital=True)
    return f"{first}; {listed(told)}." if told else f"{first}, and nothing has ended."


def compared_words(one: ThemeThen) -> str:
    """How many notes on a theme went well then and before."""
    now, before = sum(note.well for note in one.now), sum(note.well for note in one.before)
    return f"{now} of {len(one.now)} went well, before it {before} of {len(one.before)}"


def practise_words(one: Practice) -> str:
    """In how many interviews it went badly."""
    interviews = {noted.interview.path for noted in one.badly}
    return f"went badly in {counted_words(len(interviews), 'interview')}"
