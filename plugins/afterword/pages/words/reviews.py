"""The sentences of a review, for the site and for the terminal alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from afterword.analysis.review import Back, Better, Decision, Exercise, Review
from afterword.analysis.statistics.standing_out import Tier
from afterword.days import Quarter
from afterword.model import Noted
from afterword.pages.words.tiers import chance_told
from afterword.vocabulary.wording import (
    MONTHS,
    counted,
    counted_words,
    dated,
    listed,
    outcome_word,
)


def quarter_name(quarter: Quarter) -> str:
    """A quarter by its months: "January to March 2026"."""
    first, last = MONTHS[quarter.first.month - 1], MONTHS[quarter.last.month - 1]
    return f"{first} to {last} {quarter.year}"


def review_headline(answer: Review) -> str:
    """How many interviews, at how many companies; without any, how much else happened."""
    if not answer.interviews:
        events = ((answer.begun, "application", "began"), (answer.decided, "decision", "came"))
        others = [f"{counted(len(those), noun)} {verb}" for those, noun, verb in events if those]
        return f"No interview lies in these days{'; ' if others else ''}{listed(others)}."
    companies = {one.company for one in answer.interviews}
    told = counted_words(len(answer.interviews), "interview", capital=True)
    return f"{told}, at {counted_words(len(companies), 'company', 'companies')}."


def happened(answer: Review) -> tuple[str, ...]:
    """What began and what was decided."""
    lines = []
    if answer.begun:
        names = listed([one.company for one in answer.begun])
        lines.append(f"Begun: {counted(len(answer.begun), 'application')}, {names}.")
    lines += (f"{word}: {listed(those)}." for word, those in _by_outcome(answer.decided).items())
    return tuple(lines)


def _by_outcome(decided: Iterable[Decision]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in decided:
        found.setdefault(outcome_word(one.outcome), []).append(one.application.company)
    return found


def better_told(one: Better) -> str:
    """A theme's notes that went well, before and since, with what they are counted from and how sure it is that more than chance did it."""
    before = f"{one.well_before} of {one.before} notes"
    since = f"{one.well_since} of {len(one.since)}"
    told = f"went well in {before} before, and in {since} since"
    if one.tier is Tier.CLEAR:
        return f"{told}."
    if one.tier is Tier.PROBABLE:
        return f"probably goes better: {told}."
    return f"{told}; {chance_told(one.chance)}."


def back_told(one: Back) -> str:
    """In how many interviews a theme came back."""
    return f"went badly before, and again in {counted(_interviews(one.items), 'interview')}."


def exercise_told(one: Exercise) -> str:
    """Why it is one to practise."""
    return f"went badly in {counted(_interviews(one.items), 'interview')}."


def _interviews(notes: Iterable[Noted]) -> int:
    return len(Counter(noted.interview.path for noted in notes))


def place_told(noted: Noted, last: date) -> str:
    """Where an item stands: "Northwind, 12 Nov", with the year where it is not that of the last day of the review."""
    return f"{noted.interview.company}, {dated(noted.day, last)}"


def span_title(answer: Review) -> str:
    """The days of a review as its title: "1 August to 20 November 2026"."""
    first, last = answer.first, answer.last
    year = "" if first.year == last.year else f" {first.year}"
    end = f"{last.day} {MONTHS[last.month - 1]} {last.year}"
    return f"{first.day} {MONTHS[first.month - 1]}{year} to {end}"
