"""What a few words say of an interview."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.analysis.follow_ups.kind import Kind
from afterword.analysis.follow_ups.kinds import KINDS
from afterword.errors import AfterwordError
from afterword.vocabulary.sections import Section
from afterword.writing.noting.statements import (
    Fact,
    Item,
    Kept,
    Note,
    Statement,
    StatementError,
    Told,
    statement_of,
)

FRIDAY = date(2026, 11, 27)
THURSDAY = date(2026, 11, 26)


def ended(outcome: str, day: date | None = None) -> Fact:
    """An outcome that was heard on a day, or on none that was typed: then it is today's."""
    return Fact("outcome", outcome, beside=(("decided", day or FRIDAY),), is_todays=day is None)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("thanked", Fact("thank_you", FRIDAY, is_added=True)),
        ("Thanked thu", Fact("thank_you", THURSDAY, is_added=True)),
        ("followed-up yesterday", Fact("follow_ups", THURSDAY, is_added=True)),
        ("followed up", Fact("follow_ups", FRIDAY, is_added=True)),
        ("followed_up", Fact("follow_ups", FRIDAY, is_added=True)),
        ("— spoke too fast", Item(Section.WENT_BADLY, "spoke too fast")),
        ("-- spoke too fast", Item(Section.WENT_BADLY, "spoke too fast")),
        ("+drew first", Item(Section.WENT_WELL, "drew first")),
        ("rejected", ended("rejected")),
        ("rejected on thu", ended("rejected", THURSDAY)),
        ("turned down yesterday", ended("rejected", THURSDAY)),
        ("offer", ended("offer")),
        ("advanced", ended("advanced")),
        ("cancelled", ended("cancelled")),
        ("withdrew", ended("withdrawn")),
        ("Absage", ended("rejected")),
        ("no-answer", Fact("outcome", "no answer")),
        ("ghosted thu", ended("no answer", THURSDAY)),
        ("pending", Fact("outcome", "pending")),
        ("asked", Fact("feedback_asked", FRIDAY, is_todays=True)),
        ("asked thu", Fact("feedback_asked", THURSDAY)),
        ("reconnected", Fact("reconnected", FRIDAY, is_todays=True)),
        ("decision-by thu", Fact("decision_by", date(2026, 12, 3))),
        ("confidence 60", Fact("confidence", 60)),
        ("Confidence: 60 %", Fact("confidence", 60)),
        ("feeling 4", Fact("feeling", 4)),
        ("told Dana", Told("Dana", FRIDAY)),
        ("told Dana Whit thu", Told("Dana Whit", THURSDAY)),
        ("told Dana 3 days ago", Told("Dana", date(2026, 11, 24))),
        ("kept", Kept("", FRIDAY)),
        ("kept the link thu", Kept("the link", THURSDAY)),
        ("done the link", Kept("the link", FRIDAY)),
        ("+ drew first #design", Item(Section.WENT_WELL, "drew first #design")),
        ("+drew", Item(Section.WENT_WELL, "drew")),
        ("- froze", Item(Section.WENT_BADLY, "froze")),
        ("– froze", Item(Section.WENT_BADLY, "froze")),
        ("? Why us?", Item(Section.QUESTIONS, "Why us?")),
        ("! ask early", Item(Section.DO_DIFFERENTLY, "ask early")),
        ("feedback Gap: depth", Item(Section.FEEDBACK, "Gap: depth")),
        ("feedback: kind", Item(Section.FEEDBACK, "kind")),
        ("promised send it", Item(Section.PROMISED, "send it")),
        ("asked for feedback thu", Fact("feedback_asked", THURSDAY)),
        ("feedback asked", Fact("feedback_asked", FRIDAY, is_todays=True)),
        ("thanked by mail", Fact("thank_you", FRIDAY, is_added=True)),
        ("followed up by phone thu", Fact("follow_ups", THURSDAY, is_added=True)),
        ("rejected by email yesterday", ended("rejected", THURSDAY)),
        ("told Sam", Told("Sam", FRIDAY)),
        ("told May Friday", Told("May", FRIDAY)),
        ("told Dana Sam", Told("Dana Sam", FRIDAY)),
        ("told dana", Told("dana", FRIDAY)),
        ("told me to wait until friday", Note("told me to wait until friday")),
        ("told they decide on friday", Note("told they decide on friday")),
        ("told Dana that I would send it", Note("told Dana that I would send it")),
        ("said Salary: 82 000", Item(Section.SAID, "Salary: 82 000")),
        ("said that it was close", Note("said that it was close")),
        ("second interview on tuesday", Note("second interview on tuesday")),
        ("still in progress there", Note("still in progress there")),
        ("They were  late.", Note("They were late.")),
        ("asked about the roadmap and the team", Note("asked about the roadmap and the team")),
        ("no offer of coffee, which I noticed", Note("no offer of coffee, which I noticed")),
    ],
)  # fmt: skip
def test_a_few_words_say(typed: str, said: Statement) -> None:
    assert statement_of(typed, FRIDAY) == said


_TYPED = [kind for kind in KINDS if kind.command and "{" not in kind.command]


@pytest.mark.parametrize("kind", _TYPED, ids=[kind.words for kind in _TYPED])
def test_what_due_says_to_type_ticks_off_what_it_stands_beside(kind: Kind) -> None:
    said = statement_of(kind.command, FRIDAY)
    assert isinstance(said, Fact)
    assert kind.done_by in {said.key, *dict(said.beside)}


@pytest.mark.parametrize(
    ("typed", "how"),
    [
        ("", "Say what happened: thanked"),
        ("foo", "'foo' is nothing that can be noted. Say thanked"),
        ("+", r"Write the words behind \+"),
        ("told", "Write whom you told: told Dana"),
        ("decision-by", "Write the day behind decision-by: decision-by fri"),
        ("told Dana and Sam", "one by one: told Dana, and then told Sam"),
        ("thanked; bluebird thanked", "Note one thing a line: 'thanked'"),
        ("rejected, they want more SQL", "Note it in two: 'rejected'"),
        ("rejected (said kind things)", "Note it in two: 'rejected'"),
        ("thanked tomorrow", "2026-11-28 is still to come"),
        ("rejected tomorrow", "2026-11-28 is still to come"),
        ("thanked soonish", "yesterday or fri"),
        ("rejected soonish", "yesterday or fri"),
        ("asked soonish", "yesterday or fri"),
    ],
)
def test_what_says_nothing_is_refused_with_what_would(typed: str, how: str) -> None:
    with pytest.raises(AfterwordError, match=how):
        statement_of(typed, FRIDAY)


@given(st.text(max_size=60))
def test_any_words_say_something_or_are_refused_in_a_sentence(typed: str) -> None:
    try:
        statement_of(typed, FRIDAY)
    except StatementError as refusal:
        assert str(refusal).endswith(".")
    except AfterwordError:
        pass


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("kept They decide by 5 Dec", Kept("They decide", FRIDAY)),
        ("kept Sie rufen an bis 5 Dec", Kept("Sie rufen an", FRIDAY)),
        ("kept They ring by Friday", Kept("They ring", FRIDAY)),
        ("kept send the sheet yesterday", Kept("send the sheet", THURSDAY)),
    ],
)
def test_the_day_by_which_something_was_promised_is_not_that_on_which_it_was_kept(
    text: str, kept: Kept
) -> None:
    assert statement_of(text, FRIDAY) == kept


@pytest.mark.parametrize(
    "text", ["kept send 2027-01-01", "kept send tomorrow", "told Dana tomorrow"]
)
def test_nothing_was_kept_or_told_on_a_day_to_come(text: str) -> None:
    with pytest.raises(StatementError, match="still to come"):
        statement_of(text, FRIDAY)
