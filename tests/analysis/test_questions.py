"""Which questions keep coming up."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.builders import interview, journal

from afterword.analysis.questions import Asked, asked_questions, to_practise
from afterword.kinds import Answered
from afterword.model import Interview, Question


def asking(day: str, *texts: str, company: str = "Northwind") -> Interview:
    questions = tuple(Question(text=text, line=line) for line, text in enumerate(texts, start=10))
    return interview(day, company, questions=questions)


def groups(*texts: str) -> list[list[str]]:
    found = asked_questions(journal(asking("2026-11-12", *texts)))
    return [[one.text for one in question.asked] for question in found]


def test_a_question_asked_once_is_told_with_its_place_and_answer() -> None:
    question = Question(
        text="What happens while a group rebalances?",
        line=42,
        answered=Answered.BADLY,
        why="I had only read about it",
        themes=("kafka",),
    )
    (found,) = asked_questions(
        journal(interview("2026-11-12", "Acme", path="a.md", questions=(question,)))
    )
    assert (found.text, found.themes) == ("What happens while a group rebalances?", ("kafka",))
    assert found.asked == (
        Asked(
            path="a.md",
            company="Acme",
            day=date(2026, 11, 12),
            answered=Answered.BADLY,
            line=42,
            why="I had only read about it",
            text="What happens while a group rebalances?",
        ),
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How would you shard the orders table?", "how would you SHARD the orders table"),
        ("How would you shard the orders table?", "Please explain how to shard our orders table."),
        ("What's your biggest weakness?", "What is your biggest weakness"),
        ("What’s Kafka?", "What is Kafka?"),
        ("Why us?", "why us"),
        ("Design a rate limiter for an API", "Design a distributed rate limiter for an API"),
        ("How are you?", "how are you"),
        ("???", "??? "),
    ],
)
def test_one_question_in_two_wordings_is_one(one: str, other: str) -> None:
    assert groups(one, other) == [[one, other]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Why did you leave?", "When did you leave?"),
        ("What is C++?", "What is C#?"),
        ("What is Kafka?", "What is Redis?"),
        ("Shard orders", "Shard orders quickly"),
        ("Design a rate limiter", "Design a rate card parser service"),
        ("How are you?", "Who are you?"),
        ("???", "!!!"),
    ],
)
def test_two_questions_that_share_little_are_two(one: str, other: str) -> None:
    assert sorted(groups(one, other)) == sorted([[one], [other]])


def test_three_of_five_words_are_just_enough() -> None:
    assert groups("red green blue", "red green blue black white") == [
        ["red green blue", "red green blue black white"]
    ]


def test_a_group_does_not_drift_from_the_wording_that_began_it() -> None:
    first, second, third = "red green blue gold", "green blue gold pink", "blue gold pink grey"
    assert groups(first, second, third) == [[first, second], [third]]


def test_a_question_joins_the_group_it_shares_most_with() -> None:
    some, others = "red green blue gold pink", "red green blue grey lime"
    near_others = "red green blue grey gold lime"
    assert groups(some, others, near_others) == [[others, near_others], [some]]


def test_the_latest_wording_speaks_for_all() -> None:
    found = asked_questions(
        journal(
            asking("2026-11-20", "How do you shard an orders table?", company="Acme"),
            asking("2026-11-12", "Shard the orders table!"),
        )
    )
    assert [one.text for one in found] == ["How do you shard an orders table?"]


def test_the_times_it_was_asked_come_oldest_first() -> None:
    (found,) = asked_questions(
        journal(
            asking("2026-11-20", "Why Kafka?", company="Acme"), asking("2026-11-12", "Why Kafka?")
        )
    )
    assert [one.company for one in found.asked] == ["Northwind", "Acme"]


def test_the_themes_of_every_wording_are_kept_once_each() -> None:
    one = Question(text="Why Kafka?", line=1, themes=("kafka", "depth"))
    other = Question(text="Why Kafka?", line=2, inferred_themes=("streaming", "kafka"))
    (found,) = asked_questions(journal(interview("2026-11-12", questions=(one, other))))
    assert found.themes == ("kafka", "depth", "streaming")


def test_what_is_asked_most_often_comes_first_and_then_what_was_asked_latest() -> None:
    found = asked_questions(
        journal(
            asking("2026-11-01", "Why Kafka?", "Why Postgres?"),
            asking("2026-11-05", "Why Kafka?", company="Acme"),
            asking("2026-11-12", "Why Redis?", company="Initech"),
        )
    )
    assert [one.text for one in found] == ["Why Kafka?", "Why Redis?", "Why Postgres?"]


def test_to_practise_comes_first_what_was_asked_again_latest() -> None:
    found = asked_questions(
        journal(
            asking("2026-11-01", "Why Kafka?"),
            asking("2026-11-12", "Why Redis?", company="Acme"),
            asking("2026-11-13", "Why Postgres?", company="Initech"),
            asking("2026-11-20", "Why Kafka?", company="Hooli"),
            asking("2026-11-19", "Why Redis?", company="Umbrella"),
        )
    )
    assert [one.text for one in to_practise(found)] == ["Why Kafka?", "Why Redis?", "Why Postgres?"]


def test_questions_of_one_day_stay_in_their_order() -> None:
    assert groups("Why Kafka?", "Why Redis?") == [["Why Kafka?"], ["Why Redis?"]]


def test_a_journal_without_questions_has_none() -> None:
    assert asked_questions(journal(interview("2026-11-12"))) == ()


@pytest.mark.no_cover
def test_each_of_five_thousand_questions_is_counted_once() -> None:
    chance = random.Random(7)
    words = [f"word{number}" for number in range(400)]
    days = (date(2020, 1, 1) + timedelta(days=number) for number in range(500))
    interviews = [
        asking(
            str(day), *(" ".join(chance.sample(words, chance.randint(3, 12))) for _ in range(10))
        )
        for day in days
    ]
    found = asked_questions(journal(*interviews))
    assert sum(len(one.asked) for one in found) == 5000


@given(
    st.lists(
        st.sets(
            st.sampled_from(["red", "green", "blue", "gold", "pink", "grey", "lime", "teal"]),
            min_size=1,
        ),
        max_size=30,
    )
)
def test_looking_only_at_rare_words_misses_no_likeness(sets: list[set[str]]) -> None:
    first = [
        set(question.asked[0].text.split())
        for question in asked_questions(
            journal(asking("2026-11-12", *(" ".join(sorted(words)) for words in sets)))
        )
    ]
    alike = [
        (one, other)
        for number, one in enumerate(first)
        for other in first[:number]
        if len(one & other) >= 3 and 5 * len(one & other) >= 3 * len(one | other)
    ]
    assert alike == []
